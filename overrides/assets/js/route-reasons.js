// Rules and notes as the card shows them: the words, the source with its place and year, and the name of the rule.
import { element } from "./elements.js";
import { inLanguage, sides } from "./route-words.js";

export function reason(card, words, rule) {
  return [element("p", "", words.node(`rules.${rule}.because`)), cited(card, words, "rules", rule)];
}

export function cited(card, words, group, id) {
  const sources = group === "rules" ? card.rules[id] : card.notes[id].sources;
  const places = sources.map((source, number) => [
    number ? "; " : " ",
    named(card, words, source),
    ", ",
    words.node(`${group}.${id}.at.${number}`),
  ]);
  const rule = group === "rules" ? [" (", words.node("route_rule"), " ", ruleName(id), ")"] : [];
  return element("p", "kennisbank-source", words.node("source_one"), places, rule, ".");
}

// A source with its year, which some have in their name already.
function named(card, words, source) {
  const key = `sources.${source}`;
  const year = card.years[source] ?? words.known.source_no_year;
  const link = element("a", "", words.node(key), words.known[key].includes(year) ? "" : ` (${year})`);
  link.href = `#bron-${source}`;
  return link;
}

function ruleName(id) {
  return inLanguage(element("code", "kennisbank-rule__name", id), "nl", "ltr");
}

// A label with what belongs to it; `build` gives a list, nothing for no row.
export function row(words, key, build) {
  const made = sides(words, (own) => element("dl", "", element("dt", "", own.node(key)), build(own).map((part) => element("dd", "", part))));
  made.dataset.row = key;
  return made;
}

// The same folded away; paper shows it whole.
export function foldedRow(words, key, build) {
  return fold(words, key, sides(words, (own) => build(own).map((part) => element("div", "", part))));
}

export function fold(words, key, content) {
  const names = words.map((own) => inLanguage(element("span", "", own.node(key)), own.lang, own.dir));
  const made = element("details", "kennisbank-details", element("summary", "", names), element("div", "", content));
  made.dataset.row = key;
  return made;
}

// A note with its source; of a person also the role.
export function note(root, words, id) {
  const { kind, role } = root.card.notes[id];
  const person = kind === "person" ? [element("strong", "", words.node(`notes.${id}.who`)), " (", words.node(`route_role_${role}`), "): "] : [];
  return [element("p", "", person, words.node(`notes.${id}.text`)), cited(root.card, words, "notes", id)];
}
