// One track on the card: where it stands and why, from which answers, in what form, what is open, what would change it.
import { element } from "./elements.js";
import { sides } from "./route-words.js";
import { cited, foldedRow, note, reason, row } from "./route-reasons.js";
import { changes } from "./route-changes.js";

const FIND_OUT = "eerst_uitzoeken";
const LATER = "later";
const MANY = 3;

export function trackCard(root, track, result) {
  const { words, card, definition } = root;
  const rules = new Map(definition.rules.map((rule) => [rule.id, rule]));
  const raised = track.level === FIND_OUT && !track.holds.some((rule) => rules.get(rule).holds[track.id] === FIND_OUT);
  const also = raised ? [...track.holds, ...track.also] : track.also;
  const made = element("article", "kennisbank-spoor kennisbank-pairs");
  made.dataset.track = track.id;

  const reasons = (key, list) => list.length && made.append(row(words, key, (own) => list.map((rule) => reason(card, own, rule))));
  made.append(
    sides(words, (own) => [
      element("h4", "", own.node(`tracks.${track.id}.label`)),
      element("p", "", own.node(`tracks.${track.id}.text`)),
      track.wished ? element("p", "kennisbank-spoor__wish", own.node("route_wished")) : "",
    ]),
  );
  if (!raised) {
    if (track.holds.length) reasons("route_why", track.holds);
    else made.append(row(words, "route_why", (own) => [own.node("route_why_none")]));
  }
  if (track.judgement.length) {
    reasons("route_judgement", track.judgement);
    made.lastChild.classList.add("kennisbank-spoor__judgement");
  }
  const open = [...new Set(track.open.flatMap((one) => one.questions))];
  if (open.length) made.append(...openQuestions(root, track, open));
  reasons("route_supports", track.supports);
  if (track.lifted.length) made.append(row(words, "route_lifted", (own) => track.lifted.map(({ rule }) => lifted(card, own, rule))));

  const caused = answersOf(root, rules, [...track.holds, ...track.also, ...track.supports, ...track.judgement, ...track.lifted.map((one) => one.rule)]);
  if (caused.length) made.append(row(words, "route_answers", (own) => caused.map((name) => asked(root, own, name))));
  const forms = result.notes.filter(({ id }) => card.notes[id].kind === "form" && card.notes[id].track === track.id);
  if (forms.length) made.append((track.level === LATER ? foldedRow : row)(words, "route_forms", (own) => forms.map(({ id }) => note(root, own, id))));
  if (also.length) made.append(foldedRow(words, "route_also", (own) => also.map((rule) => reason(card, own, rule))));
  made.append(changes(root, track, result));
  return made;
}

// A question with what was answered.
export function asked(root, words, name) {
  return [words.node(`questions.${name}.ask`), " ", element("strong", "", words.answer(name, root.form.answer(name)))];
}

// The answered questions that the rules mention, in the order of the page.
function answersOf(root, rules, names) {
  const mentioned = new Set(names.flatMap((rule) => Object.keys(rules.get(rule).when)));
  return root.form.names.filter((name) => mentioned.has(name) && root.form.answer(name) !== undefined);
}

function lifted(card, words, rule) {
  return [
    element("p", "", words.node(`rules.${rule}.because`)),
    element("p", "", words.node(`rules.${rule}.outweighed_because`)),
    cited(card, words, "rules", rule),
  ];
}

function openQuestions(root, track, open) {
  const shown = (open.length > MANY ? foldedRow : row)(root.words, "route_open", (words) => open.map((name) => words.node(`questions.${name}.ask`)));
  const rules = foldedRow(root.words, "route_open_rules", (words) => track.open.map(({ rule }) => reason(root.card, words, rule)));
  return [shown, rules];
}
