// The summary for one page: counts per theme, three actions, five unknowns. Made out of the same result as the overview.
const FIRST = 3;
const UNKNOWN = 5;
const SHOWN = ["ja", "deels", "nee", "weet_niet", "nvt"];

export function showSummary(root, result) {
  const say = root.messages;
  const part = (name) => root.querySelector(`[data-summary-${name}]`);
  const words = (item, name) => [...root.items.get(item).querySelector(`[data-${name}]`).cloneNode(true).childNodes];
  const line = (...content) => {
    const node = document.createElement("li");
    node.append(...content);
    return node;
  };

  part("made").textContent = say.say("checklist_result_not", { date: say.date(new Date()) });
  part("stand").replaceChildren(...result.themes.flatMap((theme) => standing(root, theme)));

  const actions = result.actions.slice(0, FIRST);
  part("first").replaceChildren(
    ...actions.map(({ item }) => {
      const plan = root.plan.get(item) ?? {};
      const day = plan.due ? say.date(new Date(`${plan.due}T12:00:00`)) : "";
      const who = plan.owner && day ? say.say("checklist_summary_who", { owner: plan.owner, date: day }) : plan.owner || day;
      return line(...words(item, "action"), who ? ` (${who})` : "");
    }),
  );
  part("first-none").hidden = actions.length > 0;

  const unknown = result.unknown.slice(0, UNKNOWN);
  part("unknown").replaceChildren(...unknown.map(({ item }) => line(...words(item, "ask"))));
  part("unknown-none").hidden = unknown.length > 0;
  const more = result.unknown.length - unknown.length;
  part("more").hidden = more <= 0;
  part("more").textContent = more > 0 ? say.count("checklist_summary_more", more) : "";
}

function standing(root, theme) {
  const say = root.messages;
  const term = document.createElement("dt");
  term.append(...root.querySelector(`#thema-${theme.id}`).cloneNode(true).childNodes);
  const open = theme.cells.filter((cell) => !cell.answer).length;
  const counts = SHOWN.map((answer) => [say.say(`answer_${answer}`), theme.counts[answer]]);
  counts.push([say.say("checklist_open"), open]);
  const told = counts.filter(([, n]) => n > 0).map(([answer, n]) => say.say("checklist_count", { n, answer }));
  const value = document.createElement("dd");
  value.textContent = told.join(say.texts.list_comma);
  return [term, value];
}
