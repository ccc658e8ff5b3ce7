// What would change a track: every single other answer that gives it another level, in words.
import { element } from "./elements.js";
import { sides } from "./route-words.js";
import { fold } from "./route-reasons.js";

export function changes(root, track, result) {
  const found = result.change
    .map((entry) => ({ ...entry, to: entry.tracks.find((moved) => moved.id === track.id)?.to }))
    .filter((entry) => entry.to);
  if (!found.length) return fold(root.words, "route_changes", sides(root.words, (words) => element("p", "", words.node("route_changes_none"))));
  const parts = [
    ["route_changes_answer", found.filter((entry) => !entry.unknown)],
    ["route_changes_unknown", found.filter((entry) => entry.unknown)],
  ].filter(([, entries]) => entries.length);
  const told = parts.map(([key, entries]) =>
    sides(root.words, (words) => [
      element("p", "kennisbank-pair__label", words.node(key)),
      element("ul", "", together(entries).map((same) => element("li", "", line(root, words, same)))),
    ]),
  );
  return fold(root.words, "route_changes", told);
}

// Answers to one question that lead to one level stand in one line.
function together(entries) {
  const lines = new Map();
  for (const entry of entries) {
    const key = `${entry.question} ${entry.to}`;
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  return [...lines.values()];
}

function line(root, words, same) {
  const [{ question, to }] = same;
  const now = root.form.answer(question);
  const answers = words.either(same.map(({ answer }) => difference(words, question, now, answer)));
  return [words.node(`questions.${question}.ask`), " ", words.line("route_changes_to", { answers, level: words.node(`levels.${to}.label`) })];
}

// The one thing in which another answer differs from the answer of now.
function difference(words, question, now, then) {
  if (typeof then === "string") return words.quoted(words.answer(question, then));
  const before = now?.ticked ?? [];
  const more = then.ticked.find((option) => !before.includes(option));
  const less = before.find((option) => !then.ticked.includes(option));
  if (more) return words.line("route_with", { option: words.quoted(words.option(question, more)) });
  if (less) return words.line("route_without", { option: words.quoted(words.option(question, less)) });
  return words.quoted(words.node(then.all ? "route_all" : "route_more"));
}
