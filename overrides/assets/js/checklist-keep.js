// Keeping the answers on this device: save, offer what was kept, two tabs, wipe.
import { itemsOf, putBack } from "./checklist-record.js";
import { Store } from "./checklist-store.js";

export class Keep {
  constructor(root) {
    this.root = root;
    this.store = new Store(root.dataset.checklist);
    this.safe = JSON.stringify({}); // what stands on the device or in a file
    this.until = null;
    this.part = (name) => root.querySelector(`[data-${name}]`);
    root.addEventListener("click", (event) => this.onClick(event));
    addEventListener("storage", ({ key }) => key === this.store.key && this.onOtherTab());
    for (const option of this.part("days").options) {
      option.textContent = root.messages.count("checklist_keep_days", Number(option.value)); // its own plural form
    }
    this.offer();
  }

  // Whether something is filled in that stands nowhere else.
  unsafe() {
    const now = JSON.stringify(itemsOf(this.root));
    return now !== "{}" && now !== this.safe;
  }

  // `items` stand elsewhere now; what was filled in since does not.
  markSafe(items = itemsOf(this.root)) {
    this.safe = JSON.stringify(items);
    this.tell();
  }

  // What is filled in here and what is kept differ: the reader chooses. `about` is what was asked for, save or open.
  choose(about) {
    this.choosing = about;
    this.part("conflict").hidden = false;
    this.part("mine").focus();
  }

  mine() {
    this.part("conflict").hidden = true;
    if (this.choosing === "save") this.save(true);
    this.part("save").focus();
  }

  offer() {
    const kept = this.store.read();
    const offer = this.part("offer");
    offer.hidden = !kept || kept.revision === this.store.revision;
    if (offer.hidden) return;
    this.part("offer-text").textContent = this.root.messages.say("checklist_offer", {
      date: this.root.messages.date(kept.saved),
    });
    this.part("clock").hidden = kept.saved <= new Date();
  }

  open(anyway = false) {
    if (!anyway && this.unsafe()) {
      this.choose("open");
      return;
    }
    const kept = this.store.read();
    this.part("offer").hidden = true;
    this.part("conflict").hidden = true;
    if (!kept) return;
    putBack(this.root, kept.items);
    this.store.revision = kept.revision;
    this.until = kept.until;
    this.root.refill();
    this.markSafe();
    const said = [this.root.messages.say("checklist_opened")];
    if (kept.hash !== this.root.dataset.hash) said.push(this.root.messages.say("checklist_told_other_definition"));
    this.tell(said.join(" "));
    this.part("save").focus();
  }

  save(anyway = false) {
    const items = itemsOf(this.root);
    if (JSON.stringify(items) === "{}") {
      this.tell(this.root.messages.say("checklist_progress_start"));
      return;
    }
    const days = Number(this.part("days").value);
    const done = this.store.write(items, this.root.dataset.hash, days, anyway);
    this.part("conflict").hidden = true;
    if (done === "conflict") {
      this.choose("save");
      return;
    }
    if (done !== "kept") {
      this.tell(this.root.messages.say(`checklist_keep_${done}`));
      return;
    }
    this.until = this.store.read().until;
    this.part("offer").hidden = true;
    this.markSafe();
  }

  wipe() {
    this.store.wipe();
    this.until = null;
    putBack(this.root, {});
    for (const fold of this.root.querySelectorAll(".kennisbank-details--note")) fold.open = false;
    this.part("wipe-ask").hidden = true;
    this.part("offer").hidden = true;
    this.part("conflict").hidden = true;
    this.safe = JSON.stringify({});
    this.root.forget();
    this.root.refill();
    this.part("take-status").textContent = "";
    this.tell(this.root.messages.say("checklist_wiped"));
    this.part("wipe").focus();
  }

  // Another tab kept or wiped something. Answers in this tab stay; the offer says what is there.
  onOtherTab() {
    if (this.store.read()?.revision !== this.store.revision) {
      this.until = null;
      this.safe = JSON.stringify({}); // what stood there stands there no more
    }
    if (JSON.stringify(itemsOf(this.root)) === "{}") this.offer();
    this.tell();
  }

  tell(more = "") {
    const sentences = [];
    const say = this.root.messages;
    const kept = this.until && this.store.revision && this.store.read()?.revision === this.store.revision;
    if (kept) sentences.push(say.say("checklist_kept", { date: say.date(this.until) }));
    if (kept && this.unsafe()) sentences.push(say.say("checklist_kept_changed"));
    if (more) sentences.push(more);
    this.part("keep-status").textContent = sentences.join(" ");
  }

  onClick({ target }) {
    const button = target.closest("button");
    if (!button) return;
    if (button.matches("[data-save]")) this.save();
    else if (button.matches("[data-mine]")) this.mine();
    else if (button.matches("[data-theirs]")) this.open(true);
    else if (button.matches("[data-offer-open]")) this.open();
    else if (button.matches("[data-wipe]")) this.ask(true);
    else if (button.matches("[data-wipe-no]")) this.ask(false);
    else if (button.matches("[data-wipe-yes]")) this.wipe();
  }

  ask(open) {
    this.part("wipe-ask").hidden = !open;
    this.part(open ? "wipe-no" : "wipe").focus();
  }
}
