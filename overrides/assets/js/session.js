// A trainer puts a session together: parts, their order and time, on paper or in a file. Nothing is kept or sent.
import { Messages } from "./messages.js";
import { Files } from "./session-files.js";
import { Form, grow } from "./session-form.js";
import { sheet, total } from "./session-sheet.js";

const EMPTY = "{}";

class Session extends HTMLElement {
  connectedCallback() {
    this.messages = new Messages(this);
    this.known = JSON.parse(this.querySelector("script[data-known]").textContent);
    this.form = new Form(this, this.known);
    this.files = new Files(this);
    this.safe = EMPTY; // what stands in a file, or was set out and not changed
    this.removed = new Map(); // the row that stands in its place → the card
    this.addEventListener("click", ({ target }) => this.onClick(target.closest("button")));
    this.addEventListener("input", ({ target }) => {
      if (target.matches("textarea")) grow(target);
      this.refresh();
    });
    this.part("file").addEventListener("change", ({ target }) => this.files.open(target));
    this.part("base").addEventListener("change", () => this.dropQuestion());
    addEventListener("beforeunload", (event) => {
      if (this.form.firstWrong() || (!this.empty() && this.text() !== this.safe)) event.preventDefault();
    });
    this.refresh(); // a browser may have put back what stood in the fields
    this.classList.add("kennisbank-ready");
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  text() {
    return JSON.stringify(this.form.session());
  }

  empty() {
    return this.text() === EMPTY;
  }

  // Whether a field does not fit; the trainer is told, and stands in it.
  stopAtWrong() {
    const field = this.form.firstWrong();
    if (!field) return false;
    this.say("take", "session_wrong");
    field.focus();
    return true;
  }

  onClick(button) {
    if (!button) return;
    const card = button.closest(".kennisbank-card");
    if (button.matches("[data-move]")) this.move(card, Number(button.dataset.move), button);
    else if (button.matches("[data-remove]")) this.remove(card);
    else if (button.matches("[data-undo]")) this.undo(button.closest("li"));
    else if (button.matches("[data-add]")) this.add({});
    else if (button.matches("[data-add-casus]")) this.add(this.part("choice").value);
    else if (button.matches("[data-use]")) this.use(button);
    else if (button.matches("[data-replace-yes]")) this.replace(true);
    else if (button.matches("[data-replace-no]")) this.replace(false);
    else if (button.matches("[data-save]")) this.files.save();
    else if (button.matches("[data-print]") && !this.stopAtWrong()) print();
  }

  say(place, key, values) {
    this.tell(place, this.messages.say(key, values));
  }

  tell(place, text) {
    this.part(`${place}-status`).textContent = text;
  }

  // How the part at `index` is called, in its heading and its buttons.
  nameOf(card, index) {
    const title = card.querySelector("[name=title]").value.trim();
    return this.messages.say(title ? "session_part_named" : "session_part", { n: index + 1, title });
  }

  // After each change: numbers, the ends of the row, time in all, the sheet for paper.
  refresh() {
    const { cards, full } = this.form;
    cards.forEach((card, index) => {
      for (const number of card.querySelectorAll("[data-number]")) {
        number.textContent = this.nameOf(card, index);
      }
      card.querySelector("[data-move='-1']").disabled = index === 0;
      card.querySelector("[data-move='1']").disabled = index === cards.length - 1;
    });
    this.form.firstWrong();
    this.part("none").hidden = cards.length > 0;
    const session = this.form.session();
    const said = total(session, this.messages);
    if (this.part("total").textContent !== said) this.part("total").textContent = said;
    this.toggleAttribute("data-filled", Object.keys(session).length > 0);
    const label = (name) => this.messages.say(`session_${name}`);
    this.part("sheet").replaceChildren(...sheet(session, this.known, this.messages, label));
    for (const button of this.querySelectorAll("[data-add], [data-add-casus], [data-undo]")) button.disabled = full;
    this.part("full").hidden = !full;
  }

  add(what) {
    const card = typeof what === "string" ? this.form.addCasus(what) : this.form.add(what);
    this.refresh();
    card.querySelector("[name=title]").focus();
    this.say("parts", "session_added", { n: this.form.cards.length });
  }

  move(card, way, button) {
    const { cards } = this.form;
    const index = cards.indexOf(card);
    cards[index + way][way < 0 ? "before" : "after"](card);
    this.refresh();
    const other = card.querySelector(`[data-move='${-way}']`);
    (button.disabled ? other : button).focus();
    this.say("parts", "session_moved", { n: index + way + 1, total: cards.length });
  }

  // What was removed can be put back, at the place where it was.
  remove(card) {
    const row = this.part("removed").content.firstElementChild.cloneNode(true);
    row.querySelector("[data-text]").textContent = this.messages.say("session_removed", { n: this.form.cards.indexOf(card) + 1 });
    card.replaceWith(row);
    this.removed.set(row, card);
    this.refresh();
    row.querySelector("button").focus();
    this.tell("parts", "");
  }

  undo(row) {
    const card = this.removed.get(row);
    this.removed.delete(row);
    row.replaceWith(card);
    this.refresh();
    card.querySelector("[name=title]").focus();
    this.say("parts", "session_restored");
  }

  use(button) {
    const session = this.known.sessions[this.part("base").value];
    this.offer(session ?? {}, button, this.messages.say(session ? "session_set_out" : "session_emptied"));
  }

  // Put `session` into the form; what stands there is only replaced if the trainer says so.
  offer(session, asker, said) {
    this.waiting = { session, asker, said };
    if (this.empty() && !this.removed.size && !this.form.firstWrong()) {
      this.replace(true);
      return;
    }
    this.part("replace").hidden = false;
    this.tell("begin", "");
    // Python may take long: whoever is writing meanwhile goes on, and hears of the question.
    if ([asker, document.body].includes(document.activeElement)) this.part("replace-no").focus();
    else this.say("begin", "session_replace");
  }

  // The question is over without an answer: something else was chosen.
  dropQuestion() {
    const question = this.part("replace");
    if (question.contains(document.activeElement)) this.waiting.asker.focus();
    question.hidden = true;
    this.waiting = null;
  }

  replace(yes) {
    const { session, asker, said } = this.waiting;
    asker.focus();
    this.dropQuestion();
    this.tell("begin", yes ? said : this.messages.say("session_kept"));
    if (!yes) return;
    this.removed.clear();
    this.form.fill(session);
    this.tell("parts", "");
    this.tell("take", "");
    this.refresh();
    this.safe = this.text();
  }
}

customElements.define("kennisbank-session", Session);
