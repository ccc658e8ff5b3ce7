// Files: made and read by Python in the page (tools/records.py); nothing is sent anywhere.
import { itemsOf, putBack } from "./checklist-record.js";
import { chosenText, dayOf, handOut } from "./files.js";

const WAYS = ["forward", "back", "other"];

export class Take {
  constructor(root) {
    this.root = root;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    this.waiting = null;
    this.turn = 0;
    root.addEventListener("click", (event) => this.onClick(event));
    for (const [name, work] of [["file", (record, told) => this.open(record, told)], ["compare", (record) => this.compare(record)]]) {
      this.part(name).addEventListener("change", ({ target }) => this.read(target, work));
    }
  }

  onClick({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.matches("[data-take]")) this.write(button.dataset.take);
    else if (button.matches("[data-replace-yes]")) this.replace(true);
    else if (button.matches("[data-replace-no]")) this.replace(false);
  }

  say(key, values) {
    this.part("take-status").textContent = key ? this.root.messages.say(key, values) : "";
  }

  // Ask Python; null after a failure, which the reader has been told.
  async ask(tool, answers) {
    const turn = (this.turn += 1);
    this.say("checklist_file_busy");
    const { dataset, definition, python } = this.root;
    try {
      const result = await python.ask(tool, { ...definition, id: dataset.checklist, hash: dataset.hash }, answers);
      return turn === this.turn ? result : null;
    } catch {
      if (turn === this.turn) this.say("checklist_file_failed");
      return null;
    }
  }

  async write(kind) {
    const items = itemsOf(this.root);
    const madeOn = dayOf(new Date());
    const file = await this.ask("record.write", { items, made_on: madeOn, kind, texts: this.texts() });
    if (!file) return;
    if (kind === "ics" && file.count === 0) {
      this.say("checklist_take_ics_none");
      return;
    }
    handOut(`kennisbank-${madeOn}.${file.ending}`, file);
    if (kind === "json") this.root.keep.markSafe(items);
    this.say("checklist_take_done");
  }

  // The words of the page that a file needs.
  texts() {
    const { items, messages } = this.root;
    const word = (key) => messages.say(key);
    const of = (selector) => Object.fromEntries([...items].map(([name, item]) => [name, item.querySelector(selector).textContent.trim()]));
    const themes = [...this.root.querySelectorAll("[data-theme-name]")];
    return {
      columns: {
        number: word("checklist_column_number"),
        theme: word("checklist_table_theme"),
        question: word("checklist_column_question"),
        answer: word("checklist_column_answer"),
        note: word("checklist_note"),
        owner: word("checklist_column_owner"),
        due: word("checklist_column_due"),
      },
      answers: Object.fromEntries(["ja", "deels", "nee", "weet_niet", "nvt"].map((answer) => [answer, word(`answer_${answer}`)])),
      open: word("checklist_open"),
      themes: Object.fromEntries(themes.map((theme) => [theme.dataset.themeName, theme.textContent.trim()])),
      asks: of("[data-ask]"),
      actions: of("[data-action]"),
      calendar: word("checklist_calendar"),
      separator: ";", // what a spreadsheet expects where commas are decimal signs
    };
  }

  async read(input, work) {
    if (!input.files.length) return;
    this.part("replace").hidden = true;
    const text = await chosenText(input);
    if (text === null) this.say("checklist_fault_too_large");
    else {
      const result = await this.ask("record.read", { text });
      if (result?.fault) this.say(`checklist_fault_${result.fault}`);
      else if (result) await work(result.record, result.told);
    }
    input.value = "";
  }

  async open(record, told) {
    this.waiting = { record, told };
    const filled = Object.keys(itemsOf(this.root)).length > 0;
    this.part("replace").hidden = !filled;
    if (!filled) {
      this.replace(true);
      return;
    }
    this.say("");
    this.part("replace-no").focus();
  }

  replace(yes) {
    const { record, told } = this.waiting ?? {};
    this.waiting = null;
    this.part("replace").hidden = true;
    this.part("file").focus();
    if (!yes || !record) return;
    putBack(this.root, record.items);
    this.root.refill();
    this.root.keep.markSafe();
    const { messages } = this.root;
    const opened = messages.say("checklist_file_opened", { date: this.day(record.made_on) });
    this.part("take-status").textContent = [opened, ...told.map((code) => messages.say(`checklist_told_${code}`))].join(" ");
  }

  day(date) {
    if (!date) return "?";
    return this.root.messages.date(new Date(`${date}T12:00:00`));
  }

  async compare(record) {
    const moved = await this.ask("record.compare", { then: record, now: itemsOf(this.root) });
    if (!moved) return;
    this.say("");
    const { messages } = this.root;
    const body = this.part("compared-body");
    const groups = WAYS.map((way) => this.group(way, moved.moved.filter((one) => one.way === way))).filter(Boolean);
    const same = document.createElement("p");
    same.textContent = messages.count("checklist_compare_same", moved.same);
    const none = document.createElement("p");
    none.textContent = messages.say("checklist_compare_none");
    body.replaceChildren(...(groups.length ? groups : [none]), same);
    this.part("compared-title").textContent = messages.say("checklist_compare_title", { date: this.day(record.made_on) });
    this.part("compared").hidden = false;
    this.part("compared-title").focus();
  }

  group(way, moved) {
    if (!moved.length) return null;
    const { items, messages } = this.root;
    const word = (answer) => (answer ? messages.say(`answer_${answer}`) : messages.say("checklist_open"));
    const node = this.part("compared-group").content.firstElementChild.cloneNode(true);
    node.querySelector("h3").textContent = this.root.querySelector(`template[data-way="${way}"]`).content.textContent;
    for (const { item, then, now } of moved) {
      const line = document.createElement("li");
      const ask = items.get(item).querySelector("[data-ask]").cloneNode(true);
      line.append(`${items.get(item).dataset.number}. `, ...ask.childNodes, " ", messages.say("checklist_compare_line", { then: word(then), now: word(now) }));
      node.querySelector("ul").append(line);
    }
    return node;
  }
}
