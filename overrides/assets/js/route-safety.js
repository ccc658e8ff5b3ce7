// Questions about safety: after "yes" all else waits until the reader has read what to do; "weet niet" holds nothing up.
export class Safety {
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.help = root.querySelector("[data-help]");
    this.home = this.help.parentElement;
    this.live = root.querySelector("[data-live]");
    this.read = new Set();
  }

  held(name) {
    return this.form.kind(name) === "safety" && this.form.answer(name) === "ja" && !this.read.has(name);
  }

  // What belongs to the answer of a question shows beside it; without a question all of it is there, for the paper form.
  show(name) {
    const answer = name && this.form.answer(name);
    for (const part of this.root.querySelectorAll("[data-if]")) part.hidden = Boolean(name) && part.dataset.if !== answer;
    const danger = this.form.kind(name) === "safety" && answer === "ja";
    const held = Boolean(name) && this.held(name);
    this.#put(this.home, !name || danger, held);
    this.root.toggleAttribute("data-held", held);
    this.live.textContent = "";
  }

  changed(name) {
    if (this.form.kind(name) !== "safety") return;
    if (this.form.answer(name) !== "ja") this.read.delete(name);
    this.show(name);
    const shown = this.form.questions.get(name).querySelector("[data-if]:not([hidden])");
    this.live.textContent = shown?.textContent ?? "";
  }

  // The same help, first in the result.
  into(place) {
    this.#put(place, true, false);
  }

  focus() {
    this.help.querySelector("h2").focus();
  }

  #put(place, shown, held) {
    if (this.help.parentElement !== place) place.append(this.help);
    this.help.hidden = !shown;
    this.help.querySelector("[data-read]").hidden = !held;
  }
}
