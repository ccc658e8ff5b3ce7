// What is filled in, per question: answer, note, owner and date; empty parts are left out.
const ANSWERS = new Set(["ja", "deels", "nee", "weet_niet", "nvt"]);
const LONGEST = { note: 2000, owner: 100 };

export function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function itemsOf(root) {
  const items = {};
  for (const [name, item] of root.items) {
    const plan = root.plan.get(name) ?? {};
    const parts = {
      answer: item.querySelector("input:checked")?.value,
      note: item.querySelector("[data-note]").value,
      owner: plan.owner,
      due: plan.due && isDate(plan.due) ? plan.due : "",
    };
    const filled = Object.entries(parts).filter(([, value]) => value);
    if (filled.length) items[name] = Object.fromEntries(filled);
  }
  return items;
}

// Put `items` into the form in the place of what is there; what is unknown or of another kind is passed over.
export function putBack(root, items) {
  const text = (value, part) => (typeof value === "string" ? value.slice(0, LONGEST[part]) : "");
  root.plan.clear();
  for (const [name, item] of root.items) {
    const given = Object.hasOwn(items, name) && items[name] && typeof items[name] === "object" ? items[name] : {};
    const note = text(given.note, "note");
    for (const input of item.querySelectorAll("input[type=radio]")) {
      input.checked = ANSWERS.has(given.answer) && input.value === given.answer;
    }
    item.querySelector("[data-note]").value = note;
    if (note) item.querySelector(".kennisbank-details--note").open = true;
    const plan = { owner: text(given.owner, "owner"), due: isDate(given.due ?? "") ? given.due : "" };
    if (plan.owner || plan.due) root.plan.set(name, plan);
  }
}
