// The session on paper: its parts in order, with the time at which each begins.
import { element } from "./elements.js";

const DAY = 24 * 60;
const two = (number) => String(number).padStart(2, "0");

// The time `minutes` after `starts` (09:30), on a clock of a day.
function after(starts, minutes) {
  const [hours, rest] = starts.split(":").map(Number);
  const at = (hours * 60 + rest + minutes) % DAY;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

// What a trainer wrote reads in its own direction.
function written(name, ...content) {
  const made = element(name, "", ...content);
  made.dir = "auto";
  return made;
}

const list = (lines) => element("ul", "", lines.map((line) => written("li", line)));

// Minutes after the start at which each part begins and the session ends; null after a part of which that is not known.
function beginnings(parts) {
  const found = [0];
  for (const { minutes } of parts) found.push(found.at(-1) === null || !minutes ? null : found.at(-1) + minutes);
  return found;
}

// Nodes for the sheet of `session`; `label(name)` gives the words above a field, `known` the casussen of the site.
export function sheet(session, known, messages, label) {
  const { title, starts, parts = [] } = session;
  const section = (name) => (session[name] ? [element("h3", "", label(name)), list(session[name])] : []);
  const begins = beginnings(parts);
  const rows = parts.map((part, index) => {
    const story = known.casus[part.casus];
    const clock = starts && begins[index] !== null ? [element("bdi", "", after(starts, begins[index])), " "] : [];
    const length = part.minutes ? [" ", messages.count("session_length", part.minutes)] : [];
    return element(
      "li",
      "",
      element("p", "", clock, written("strong", part.title ?? story?.title ?? ""), length),
      story ? element("p", "kennisbank-subtle", `${messages.say("session_casus")} ${story.title}, `, element("bdi", "", story.address)) : [],
      part.what ? list(part.what) : [],
      part.ask ? [element("p", "kennisbank-session__ask", label("part_ask")), list(part.ask)] : [],
    );
  });
  return [
    title ? written("h2", title) : [],
    session.for ? written("p", session.for) : [],
    element("p", "", total(session, messages)),
    section("aim"),
    section("prepare"),
    rows.length ? [element("h3", "", label("parts")), element("ol", "kennisbank-session__parts", rows)] : [],
    section("take_home"),
    section("notes"),
  ].flat(Infinity);
}

// How long it takes in all, and until when if that is known.
export function total({ starts, parts = [] }, messages) {
  const minutes = parts.reduce((sum, part) => sum + (part.minutes ?? 0), 0);
  const untimed = parts.filter((part) => !part.minutes).length;
  const said = minutes ? [messages.count("session_total", minutes)] : [];
  const ends = beginnings(parts).at(-1);
  if (starts && minutes && ends !== null) said.push(messages.say("session_until", { from: starts, to: after(starts, ends) }));
  if (untimed) said.push(messages.count("session_untimed", untimed));
  return said.join(" ");
}
