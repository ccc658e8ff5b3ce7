// The session on paper: its parts in order, with the time at which each begins.
import { element } from "./elements.js";

const DAY = 24 * 60;
const two = (number) => String(number).padStart(2, "0");

// The time `minutes` after `starts` (09:30), on a clock of a day.
export function after(starts, minutes) {
  const [hours, rest] = starts.split(":").map(Number);
  const at = (hours * 60 + rest + minutes) % DAY;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

export const minutesOf = ({ parts = [] }) => parts.reduce((sum, { minutes = 0 }) => sum + minutes, 0);

const list = (lines) => element("ul", "", lines.map((line) => element("li", "", line)));

// Nodes for the sheet of `session`; `label(name)` gives the words above a field, `known` the casussen of the site.
export function sheet(session, known, messages, label) {
  const { title, starts, parts = [] } = session;
  const section = (name) => (session[name] ? [element("h3", "", label(name)), list(session[name])] : []);
  let minutes = 0;
  const rows = parts.map((part) => {
    const begins = minutes;
    minutes += part.minutes ?? 0;
    const story = known.casus[part.casus];
    const head = [element("strong", "", part.title ?? story?.title ?? "")];
    if (part.minutes) head.push(" ", messages.say("session_part_minutes", { n: part.minutes }));
    return element(
      "li",
      "",
      element("p", "", starts ? [element("bdi", "", after(starts, begins)), " "] : [], head),
      story ? element("p", "kennisbank-subtle", `${messages.say("session_casus")} ${story.title}, `, element("bdi", "", story.address)) : [],
      part.what ? list(part.what) : [],
      part.ask ? [element("p", "kennisbank-session__ask", label("part_ask")), list(part.ask)] : [],
    );
  });
  return [
    title ? element("h2", "", title) : [],
    session.for ? element("p", "", session.for) : [],
    element("p", "", total(session, messages)),
    section("aim"),
    section("prepare"),
    rows.length ? [element("h3", "", label("parts")), element("ol", "kennisbank-session__parts", rows)] : [],
    section("take_home"),
    section("notes"),
  ].flat(Infinity);
}

// How long it takes in all, and until when.
export function total(session, messages) {
  const minutes = minutesOf(session);
  if (!minutes) return "";
  const said = [messages.count("session_total", minutes)];
  if (session.starts) said.push(messages.say("session_until", { from: session.starts, to: after(session.starts, minutes) }));
  return said.join(" ");
}
