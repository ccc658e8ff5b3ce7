// Fills the result view with what Python answered. Every word comes from the page.
const ANSWERS = ["ja", "deels", "nee", "weet_niet", "nvt"];

export function showResult(root, result) {
  const view = root.querySelector('[data-view="result"]');
  const say = root.messages;
  const missing = result.total - result.answered;
  const notice = view.querySelector("[data-missing]");
  notice.hidden = missing === 0;
  notice.textContent = result.answered ? say.count("checklist_result_missing", missing) : say.say("checklist_result_empty");

  view.querySelector("[data-bars]").replaceChildren(...result.themes.map((theme) => bar(root, view, theme)));
  view.querySelector("[data-rows]").replaceChildren(...result.themes.map((theme) => row(root, view, theme)));

  view.querySelector("[data-actions]").replaceChildren(...result.actions.map((action) => actionCard(root, view, action)));
  view.querySelector("[data-actions-lead]").textContent = say.say(
    result.actions.length ? "checklist_actions_lead" : "checklist_actions_none",
  );
  view.querySelector("[data-unknown]").replaceChildren(...result.unknown.map((entry) => unknownCard(root, view, entry)));
  view.querySelector("[data-unknown-lead]").textContent = say.say(
    result.unknown.length ? "checklist_unknown_lead" : "checklist_unknown_none",
  );
  view.querySelector("[data-made]").textContent = say.say("checklist_result_not", { date: say.date(new Date()) });
}

function template(view, name) {
  return view.querySelector(`template[${name}]`).content.firstElementChild.cloneNode(true);
}

// The words of an element, in the language that they are in.
function words(source) {
  return [...source.cloneNode(true).childNodes];
}

function themeName(root, theme) {
  return root.querySelector(`#thema-${theme.id}`);
}

function countsOf(theme) {
  return { ...theme.counts, open: theme.cells.filter((cell) => !cell.answer).length };
}

function answerWord(root, answer) {
  return root.messages.say(answer === "open" ? "checklist_open" : `answer_${answer}`);
}

function bar(root, view, theme) {
  const node = template(view, "data-bar");
  const counts = Object.entries(countsOf(theme)).filter(([, n]) => n > 0);
  const told = counts.map(([answer, n]) => root.messages.say("checklist_count", { n, answer: answerWord(root, answer) }));
  const name = themeName(root, theme);
  node.querySelector("[data-name]").append(...words(name));
  node.querySelector("[data-words]").textContent = told.join(root.messages.texts.list_comma);
  const cells = node.querySelector(".kennisbank-bar");
  cells.setAttribute("aria-label", `${name.textContent}: ${told.join(root.messages.texts.list_comma)}`);
  for (const cell of theme.cells) cells.append(template(view, `data-cell="${cell.answer ?? "open"}"`));
  return node;
}

function row(root, view, theme) {
  const node = template(view, "data-row");
  const counts = countsOf(theme);
  node.querySelector("th").append(...words(themeName(root, theme)));
  [...ANSWERS, "open"].forEach((answer, place) => {
    node.querySelectorAll("td")[place].textContent = counts[answer];
  });
  return node;
}

function numbersOf(root, names) {
  return root.messages.list(names.map((name) => root.items.get(name).dataset.number));
}

function reason(root, action) {
  const say = root.messages;
  const number = root.items.get(action.item).dataset.number;
  const sentences = [say.say("checklist_reason_answer", { answer: say.say(`answer_${action.answer}`), number })];
  const waiting = action.waiting.length;
  sentences.push(
    waiting
      ? say.count("checklist_reason_waiting", waiting, { numbers: numbersOf(root, action.waiting) })
      : say.say("checklist_reason_waiting_none"),
  );
  if (action.unknown_basis.length) {
    const numbers = numbersOf(root, action.unknown_basis);
    sentences.push(say.count("checklist_reason_basis", action.unknown_basis.length, { numbers }));
  }
  return sentences.join(" ");
}

function noteInto(node, item) {
  const note = item.querySelector("[data-note]").value.trim();
  node.querySelector("[data-note-line]").hidden = !note;
  node.querySelector("[data-note-text]").textContent = note;
}

function actionCard(root, view, action) {
  const item = root.items.get(action.item);
  const node = template(view, "data-action-card");
  node.dataset.result = action.item;
  node.querySelector("[data-heading]").append(...words(item.querySelector("[data-action]")));
  node.querySelector("[data-reason]").textContent = reason(root, action);
  node.querySelector("[data-step]").append(...words(item.querySelector("[data-first-step]")));
  node.querySelector("[data-links]").append(...words(item.querySelector("[data-help]")));
  noteInto(node, item);
  planInto(root, node, action.item);
  return node;
}

// Owner and date of an action: fields with names of their own, filled with what was given before.
function planInto(root, node, name) {
  const plan = root.plan.get(name) ?? {};
  for (const part of ["owner", "due"]) {
    const field = node.querySelector(`[data-${part}]`);
    const hint = node.querySelector(part === "owner" ? "[data-owner-hint]" : "[data-due-wrong]");
    field.id = `plan-${part}-${name}`;
    hint.id = `plan-${part}-hint-${name}`;
    node.querySelector(`[data-${part}-label]`).htmlFor = field.id;
    node.querySelector("[data-heading]").id = `plan-${name}`;
    field.setAttribute("aria-describedby", `${hint.id} plan-${name}`);
    field.value = plan[part] ?? "";
  }
}

function unknownCard(root, view, entry) {
  const item = root.items.get(entry.item);
  const node = template(view, "data-unknown-card");
  node.dataset.result = entry.item;
  node.querySelector("[data-question]").append(`${item.dataset.number}. `, ...words(item.querySelector("[data-ask]")));
  node.querySelector("[data-whom-text]").append(...words(item.querySelector("[data-whom]")));
  noteInto(node, item);
  return node;
}
