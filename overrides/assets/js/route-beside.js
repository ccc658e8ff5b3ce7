// A second language beside the first. Its texts come at the moment of choice, and nothing tells what was answered.
import { element } from "./elements.js";
import { inLanguage, Words } from "./route-words.js";

export class Beside {
  constructor(root, own, redraw) {
    this.root = root;
    this.own = own;
    this.redraw = redraw;
    this.words = [own];
    this.turn = 0;
    this.status = root.querySelector("[data-beside-status]");
    this.buttons = [...root.querySelectorAll("[data-beside]")];
    for (const button of this.buttons) button.addEventListener("click", () => this.choose(button));
  }

  async choose(button) {
    const turn = (this.turn += 1);
    const on = button.getAttribute("aria-pressed") !== "true";
    this.status.textContent = "";
    let second = null;
    if (on) {
      try {
        const response = await fetch(button.dataset.beside);
        if (!response.ok) throw new Error(`${response.status}`);
        second = new Words(await response.json());
      } catch {
        if (turn === this.turn) this.status.textContent = this.own.say("route_beside_failed");
        return;
      }
    }
    if (turn !== this.turn) return;
    for (const other of this.buttons) other.setAttribute("aria-pressed", String(on && other === button));
    this.words = second ? [this.own, second] : [this.own];
    this.show();
    this.redraw();
  }

  show() {
    for (const old of this.root.querySelectorAll("[data-second]")) old.remove();
    const second = this.words[1];
    if (!second) return;
    for (const first of this.root.querySelectorAll("[data-t]")) {
      const key = first.dataset.t;
      if (!(key in second.known) || second.dutch.has(key)) continue;
      const beside = inLanguage(element("span", "kennisbank-second", second.node(key)), second.lang, second.dir);
      beside.dataset.second = "";
      first.after(beside);
    }
  }
}
