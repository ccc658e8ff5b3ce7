// Files go between the page and the reader's own device only; nothing is sent anywhere.
// In bytes; tools/file_text.py bounds the characters, of which each takes four at most.
const LARGEST = 4_000_000;

// Hand `text` out as file `name`.
export function handOut(name, { text, type }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// The text of the file that was chosen in `input`; null if it is larger than any file of ours.
export async function chosenText({ files: [file] }) {
  return file.size > LARGEST ? null : file.text().catch(() => "");
}

// The day as the reader's calendar has it, as 2026-11-22.
export function dayOf(when) {
  const two = (number) => String(number).padStart(2, "0");
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}
