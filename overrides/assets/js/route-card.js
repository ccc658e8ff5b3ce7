// The reason card: made of what Python answered and of the words of the page, in one language or in two.
import { element } from "./elements.js";
import { sides } from "./route-words.js";
import { note, row } from "./route-reasons.js";
import { asked, trackCard } from "./route-track.js";

const LEVELS = ["voorop", "ernaast", "eerst_uitzoeken", "later"];
const NOTES = [
  ["point", "route_points"],
  ["person", "route_people"],
  ["question", "route_questions"],
  ["again", "route_again"],
  ["right", "route_rights"],
];

export function showCard(root, result, now) {
  const place = root.querySelector("[data-result]");
  const { words } = root;
  place.classList.toggle("kennisbank-two", words.length > 1);
  const part = (key, name, ...content) => {
    const made = element("section", "kennisbank-section kennisbank-flow", sides(words, (own) => element("h3", "", own.node(key))), content);
    made.dataset.part = name;
    return made;
  };
  const list = (build, items) => element("ul", "kennisbank-card-list", items.map((item) => element("li", "", sides(words, (own) => build(own, item)))));
  const ask = (own, name) => own.node(`questions.${name}.ask`);

  place.replaceChildren();
  const { yes, unknown } = result.safety;
  if (yes.length) {
    const safety = part("route_safety", "yes", list((own, name) => told(own, name, "yes"), yes));
    place.append(safety);
    root.safety.into(safety);
  }
  if (unknown.length) place.append(part("route_safety_today", "unknown", list((own, name) => told(own, name, "unknown"), unknown), calls(root, unknown)));
  place.append(about(root, now), overview(root, result), levels(root, result));
  if (result.unknown.length) {
    const lead = sides(words, (own) => element("p", "", own.node("route_find_out_lead")));
    place.append(part("route_find_out", "find-out", lead, list((own, name) => [ask(own, name), " ", element("span", "kennisbank-subtle", own.node(`questions.${name}.why`))], result.unknown)));
  }
  for (const [kind, key] of NOTES) {
    const notes = result.notes.filter(({ id }) => root.card.notes[id].kind === kind);
    if (notes.length) place.append(part(key, kind, list((own, { id }) => note(root, own, id), notes)));
  }
  const open = root.form.names.filter((name) => isOpen(root.form.answer(name)) && (root.form.answer(name) !== undefined || result.needed.includes(name)));
  const none = sides(words, (own) => element("p", "", own.node("route_not_known_none")));
  place.append(part("route_not_known", "not-known", open.length ? list((own, name) => asked(root, own, name), open) : none));
}

// Of some questions not all is known: the answer is not there, or there may be more.
function isOpen(answer) {
  return answer === undefined || answer === "weet_niet" || answer.all === false;
}

function told(words, name, answer) {
  return [element("strong", "", words.node(`questions.${name}.ask`)), element("p", "", words.node(`questions.${name}.${answer}`))];
}

// The numbers that stand beside a question stand here too.
function calls(root, names) {
  return names.flatMap((name) =>
    [...root.form.questions.get(name).querySelectorAll("[data-if=weet_niet] .kennisbank-route__call")].map((call) => call.cloneNode(true)),
  );
}

function about(root, now) {
  const { words, card } = root;
  const talk = root.querySelector("template[data-talk]").content.firstElementChild.firstElementChild.cloneNode(true);
  const said = sides(words, (own) => [
    element("p", "", element("strong", "", own.node("limits"))),
    element("p", "", own.node("decides")),
    element("p", "", own.node("audience")),
    element("p", "kennisbank-small", own.line("route_card_made", { date: own.date(now), version: card.version, hash: element("code", "", card.hash) })),
  ]);
  const made = element("div", "kennisbank-route__talk", talk, said);
  made.dataset.about = "";
  return made;
}

// All tracks at a glance: per level their names.
function overview(root, result) {
  const made = sides(root.words, (own) => {
    const rows = LEVELS.map((level) => [level, result.tracks.filter((track) => track.level === level)]).filter(([, tracks]) => tracks.length);
    const names = (tracks) => tracks.flatMap(({ id }, place) => [place ? own.known.list_comma : "", own.node(`tracks.${id}.label`)]);
    const line = ([level, tracks]) => [element("dt", "", own.node(`levels.${level}.label`)), element("dd", "", names(tracks))];
    return element("dl", "kennisbank-route__overview", rows.map(line));
  });
  made.dataset.overview = "";
  return made;
}

function levels(root, result) {
  const made = element("div", `kennisbank-sporen kennisbank-section${root.words.length > 1 ? " kennisbank-sporen--pairs" : ""}`);
  for (const level of LEVELS) {
    const tracks = result.tracks.filter((track) => track.level === level);
    if (!tracks.length) continue;
    const section = element("section", `kennisbank-level kennisbank-level--${level}`, head(root, level), tracks.map((track) => trackCard(root, track, result)));
    section.dataset.level = level;
    section.setAttribute("aria-labelledby", `kaart-${level}`);
    made.append(section);
  }
  return made;
}

function head(root, level) {
  const made = sides(root.words, (own) => {
    const shape = root.querySelector(`template[data-shape="${level}"]`).content.firstElementChild.cloneNode(true);
    const words = element("div", "", element("h3", "", own.node(`levels.${level}.label`)), element("p", "", own.node(`levels.${level}.text`)));
    return element("div", "kennisbank-level__head", shape, words);
  });
  made.querySelector("h3").id = `kaart-${level}`;
  return made;
}
