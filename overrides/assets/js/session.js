// A trainer puts a session together: parts, their order and time, on paper or in a file. Nothing is kept or sent.
import { Messages } from "./messages.js";
import { Files } from "./session-files.js";
import { Form } from "./session-form.js";
import { sheet, total } from "./session-sheet.js";

const EMPTY = "{}";

class Session extends HTMLElement {
  connectedCallback() {
    this.messages = new Messages(this);
    this.known = JSON.parse(this.querySelector("script[data-known]").textContent);
    this.form = new Form(this, this.known);
    this.files = new Files(this);
    this.safe = EMPTY; // what stands in a file, or was set out and not changed
    this.addEventListener("click", ({ target }) => this.onClick(target.closest("button")));
    this.addEventListener("input", () => this.refresh());
    this.part("file").addEventListener("change", ({ target }) => this.files.open(target));
    addEventListener("beforeunload", (event) => {
      if (![EMPTY, this.safe].includes(this.text())) event.preventDefault();
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

  onClick(button) {
    if (!button) return;
    const card = button.closest(".kennisbank-card");
    if (button.matches("[data-move]")) this.move(card, Number(button.dataset.move), button);
    else if (button.matches("[data-remove]")) this.remove(card);
    else if (button.matches("[data-undo]")) this.undo();
    else if (button.matches("[data-add]")) this.add({});
    else if (button.matches("[data-add-casus]")) this.add(this.part("choice").value);
    else if (button.matches("[data-use]")) this.offer(this.known.sessions[this.part("base").value] ?? {}, button);
    else if (button.matches("[data-replace-yes]")) this.replace(true);
    else if (button.matches("[data-replace-no]")) this.replace(false);
    else if (button.matches("[data-save]")) this.files.save();
    else if (button.matches("[data-print]")) print();
  }

  say(name, text) {
    this.part(`${name}-status`).textContent = text;
  }

  // After each change: numbers, the ends of the row, time in all, the sheet for paper.
  refresh() {
    const { cards, full } = this.form;
    cards.forEach((card, index) => {
      for (const number of card.querySelectorAll("[data-number]")) {
        number.textContent = this.messages.say("session_part", { n: index + 1 });
      }
      card.querySelector("[data-move='-1']").disabled = index === 0;
      card.querySelector("[data-move='1']").disabled = index === cards.length - 1;
    });
    this.form.check();
    this.part("none").hidden = cards.length > 0;
    const session = this.form.session();
    const said = total(session, this.messages);
    if (this.part("total").textContent !== said) this.part("total").textContent = said;
    this.toggleAttribute("data-filled", this.text() !== EMPTY);
    const label = (name) => this.messages.say(`session_${name}`);
    this.part("sheet").replaceChildren(...sheet(session, this.known, this.messages, label));
    for (const button of this.querySelectorAll("[data-add], [data-add-casus]")) button.disabled = full;
    this.part("full").hidden = !full;
  }

  add(what) {
    this.forget();
    const card = typeof what === "string" ? this.form.addCasus(what) : this.form.add(what);
    this.refresh();
    card.querySelector("[name=title]").focus();
    this.say("parts", this.messages.say("session_added", { n: this.form.cards.length }));
  }

  move(card, way, button) {
    this.forget();
    const { cards } = this.form;
    const index = cards.indexOf(card);
    cards[index + way][way < 0 ? "before" : "after"](card);
    this.refresh();
    const other = card.querySelector(`[data-move='${-way}']`);
    (button.disabled ? other : button).focus();
    this.say("parts", this.messages.say("session_moved", { n: index + way + 1, total: cards.length }));
  }

  // What was removed last can be put back, at the place where it was.
  remove(card) {
    this.forget();
    const row = this.form.list.appendChild(this.part("removed").content.firstElementChild.cloneNode(true));
    card.replaceWith(row);
    this.removed = { card, row };
    this.refresh();
    row.querySelector("button").focus();
    this.say("parts", this.messages.say("session_removed"));
  }

  undo() {
    const { card, row } = this.removed;
    row.replaceWith(card);
    this.forget();
    this.refresh();
    card.querySelector("[name=title]").focus();
    this.say("parts", this.messages.say("session_restored"));
  }

  forget() {
    this.removed?.row.remove();
    this.removed = null;
  }

  // Put `session` into the form; what stands there is only replaced if the trainer says so.
  offer(session, asker, said = "") {
    this.waiting = { session, asker, said };
    const filled = this.text() !== EMPTY;
    this.part("replace").hidden = !filled;
    if (filled) this.part("replace-no").focus();
    else this.replace(true);
  }

  replace(yes) {
    const { session, asker, said } = this.waiting;
    this.waiting = null;
    this.part("replace").hidden = true;
    asker.focus();
    if (!yes) return;
    this.form.fill(session);
    this.forget();
    this.say("parts", "");
    this.refresh();
    this.safe = this.text();
    this.say("take", said);
  }
}

customElements.define("kennisbank-session", Session);
