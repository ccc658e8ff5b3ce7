// The checklist: gathers answers, shows progress, asks Python for the result. Nothing is sent; nothing is kept unasked.
import { Messages } from "./messages.js";
import { Python } from "./python.js";
import { Keep } from "./checklist-keep.js";
import { showResult } from "./checklist-result.js";
import { showSummary } from "./checklist-summary.js";
import { Take } from "./checklist-take.js";

const STEPS = ["questions", "result", "summary"];

class Checklist extends HTMLElement {
  connectedCallback() {
    this.messages = new Messages(this);
    this.definition = JSON.parse(this.querySelector("script[data-definition]").textContent);
    this.python = new Python({
      worker: this.dataset.worker,
      runtime: this.dataset.runtime,
      limit: Number(this.dataset.limit),
    });
    this.items = new Map([...this.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item]));
    this.form = this.querySelector("form");
    this.heading = this.querySelector("[data-title]");
    this.titles = {
      questions: this.heading.textContent,
      result: this.heading.dataset.resultTitle,
      summary: this.heading.dataset.summaryTitle,
    };
    this.pageTitle = document.title;
    this.changes = 0;
    this.turn = 0;
    this.plan = new Map(); // per question who does it and when
    this.result = null;

    for (const details of this.querySelectorAll("[data-item] details")) details.open = false;
    this.classList.add("kennisbank-ready");
    this.form.addEventListener("input", () => this.onInput());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.onStart();
    });
    this.addEventListener("click", (event) => this.onClick(event));
    for (const kind of ["input", "change", "focusout"]) this.addEventListener(kind, (event) => this.onPlan(event));
    document.addEventListener("click", (event) => this.onLink(event));
    addEventListener("popstate", () => this.onHistory());
    addEventListener("beforeunload", (event) => {
      if (this.keep.unsafe()) event.preventDefault();
    });
    this.openForPrint();

    if (performance.getEntriesByType("navigation")[0]?.type === "reload") {
      this.querySelector("[data-reloaded]").hidden = false;
    }
    this.view = "questions";
    history.replaceState({ step: 0 }, "");
    this.keep = new Keep(this);
    this.take = new Take(this);
    this.showProgress();
  }

  answers() {
    const given = {};
    for (const [name, item] of this.items) {
      const chosen = item.querySelector("input:checked");
      if (chosen) given[name] = chosen.value;
    }
    return given;
  }

  onInput() {
    this.changes += 1;
    this.python.start();
    this.showProgress();
    this.keep.tell();
  }

  // Who does it and when, beside an action of the result. A date that does not exist is told and not kept.
  onPlan({ target, type }) {
    const card = target.closest("[data-result]");
    if (!card || !target.matches("[data-owner], [data-due]")) return;
    const due = card.querySelector("[data-due]");
    if (due.validity.valid || type === "focusout") {
      card.querySelector("[data-due-wrong]").hidden = due.validity.valid;
      due.setAttribute("aria-invalid", String(!due.validity.valid));
    }
    this.plan.set(card.dataset.result, { owner: card.querySelector("[data-owner]").value.trim(), due: due.validity.valid ? due.value : "" });
    this.keep.tell();
  }

  // Other answers have been put into the form.
  refill() {
    this.changes += 1;
    this.showProgress();
    this.part("compared").hidden = true;
    if (this.view !== "questions") this.onStart(false);
  }

  // Nothing of what was worked out before stays in the page.
  forget() {
    this.result = null;
    for (const name of ["bars", "rows", "actions", "unknown", "compared-body"]) this.part(name).replaceChildren();
    for (const name of ["stand", "first", "unknown"]) this.part(`summary-${name}`).replaceChildren();
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  onClick(event) {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.matches("[data-clear]")) this.clear(target.closest("[data-item]"));
    else if (target.matches("[data-retry]")) this.retry();
    else if (target.matches("[data-back]")) history.back();
    else if (target.matches("[data-start]")) this.onPress(event);
    else if (target.matches("[data-print]")) print();
    else if (target.matches("[data-print-blank]")) this.printBlank();
    else if (target.matches("[data-summary]")) this.onSummary();
    else if (target.matches("[data-summary-back]")) history.back();
  }

  // Before the browser submits the form: looking through all its fields would take it longer than Python takes to answer.
  onPress(event) {
    event.preventDefault();
    this.onStart();
  }

  // A link within the page leads there without writing the name of a question into the address.
  onLink(event) {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.view === "questions" && this.contains(link)) history.pushState({ step: 0 }, "");
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  // Back and forward; an address typed by hand has no step of its own and stays in the view it was typed in.
  onHistory() {
    const step = history.state?.step;
    if (step === undefined) history.replaceState({ step: STEPS.indexOf(this.view) }, "");
    else if (step === 1) this.onStart(false);
    else if (step === 2) this.onStart(false, "summary");
    else if (this.view !== "questions") {
      this.turn += 1; // an answer that is still to come does not lead back to where the reader left
      this.say("");
      this.show("questions");
    }
  }

  // The button hides itself, so the focus goes to what it says next.
  retry() {
    this.querySelector("[data-status]").focus();
    this.onStart();
  }

  clear(item) {
    const chosen = item.querySelector("input:checked");
    if (!chosen) return;
    chosen.checked = false;
    item.querySelector("input").focus();
    this.onInput();
  }

  // Work out the result and show it; the reader who goes on answering meanwhile is not interrupted.
  async onStart(remember = true, view = "result") {
    const seen = this.changes;
    const turn = (this.turn += 1);
    this.say(this.messages.say("checklist_loading"));
    try {
      const answers = this.answers();
      const result = await this.python.ask("checklist", this.definition, answers);
      if (turn !== this.turn) return;
      if (this.changes !== seen) {
        this.say(this.messages.say("checklist_ready"));
        return;
      }
      this.result = result;
      showResult(this, result);
      if (view === "summary") showSummary(this, result);
      this.say("");
      if (remember) history.pushState({ step: 1 }, "");
      this.show(view);
    } catch {
      if (turn !== this.turn) return;
      this.say(this.messages.say("checklist_failed"), true);
    }
  }

  onSummary() {
    showSummary(this, this.result);
    history.pushState({ step: 2 }, "");
    this.show("summary");
  }

  // The form for the meeting table: what is filled in stays, and does not show on paper.
  printBlank() {
    this.classList.add("kennisbank-blank");
    addEventListener("afterprint", () => this.classList.remove("kennisbank-blank"), { once: true });
    print();
  }

  say(text, retry = false) {
    this.querySelector("[data-status]").textContent = text;
    this.querySelector("[data-retry]").hidden = !retry;
  }

  show(view) {
    this.view = view;
    for (const part of this.querySelectorAll("[data-view]")) part.hidden = part.dataset.view !== view;
    for (const part of this.querySelectorAll("[data-only]")) part.hidden = part.dataset.only !== view;
    for (const part of this.querySelectorAll("[data-keep], .kennisbank-order")) part.hidden = view === "summary";
    this.part("compared").hidden = true;
    this.heading.textContent = this.titles[view];
    document.title = view === "questions" ? this.pageTitle : `${this.titles[view]} · ${this.pageTitle.split(" · ").at(-1)}`;
    this.heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  showProgress() {
    const given = this.answers();
    const total = this.items.size;
    const answered = Object.keys(given).length;
    const unknown = Object.values(given).filter((answer) => answer === "weet_niet").length;
    const sentences = [
      answered
        ? this.messages.count("checklist_progress", answered, { total })
        : this.messages.say("checklist_progress_start"),
    ];
    if (unknown) sentences.push(this.messages.count("checklist_progress_unknown", unknown));
    this.querySelector("[data-progress]").textContent = sentences.join(" ");

    for (const [name, item] of this.items) item.querySelector("[data-clear]").hidden = !(name in given);
    for (const part of this.querySelectorAll("[data-theme-count]")) {
      const theme = Object.entries(this.definition.items).filter(([, item]) => item.theme === part.dataset.themeCount);
      const n = theme.filter(([name]) => name in given).length;
      part.textContent = this.messages.say("checklist_theme_done", { n, total: theme.length });
    }
  }

  // Paper cannot unfold or scroll: open everything for the print, put notes beside their fields, and undo it afterwards.
  openForPrint() {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...this.querySelectorAll("details:not([open])")];
      for (const details of closed) details.open = true;
      const blank = this.classList.contains("kennisbank-blank");
      for (const note of blank ? [] : this.querySelectorAll("[data-note]")) this.printNote(note);
    });
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
      for (const printed of this.querySelectorAll(".kennisbank-printed")) printed.remove();
    });
  }

  printNote(note) {
    if (!note.value || note.nextElementSibling?.matches(".kennisbank-printed")) return;
    const printed = document.createElement("p");
    printed.className = "kennisbank-printed";
    printed.dir = "auto";
    printed.textContent = note.value;
    note.after(printed);
  }
}

customElements.define("kennisbank-checklist", Checklist);
