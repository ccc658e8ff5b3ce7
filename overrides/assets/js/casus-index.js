// Finding a casus: what is ticked narrows the list at once, and stands in the address so that it can be shared. It tells
// nothing of a person: these are themes of published stories.
import { Messages } from "./messages.js";

class Stories extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.boxes = [...this.form.querySelectorAll("input")];
    this.items = [...this.querySelectorAll(".kennisbank-stories > li")];
    this.status = this.querySelector("[data-found]");
    this.messages = new Messages(this);
    this.form.addEventListener("change", () => this.onChange());
    this.form.addEventListener("reset", () => setTimeout(() => this.onChange()));
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  // Only what is a filter: another fragment leads to a place on the page.
  read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const names = new Set(this.boxes.map((box) => box.name));
    if (location.hash && ![...asked.keys()].some((name) => names.has(name))) return;
    for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
    if (this.ticked().length) this.form.querySelector("details").open = true;
    this.filter();
  }

  onChange() {
    const asked = new URLSearchParams(this.ticked().map((box) => [box.name, box.value]));
    history.replaceState(null, "", `${location.pathname}${location.search}${asked.size ? `#${asked}` : ""}`);
    this.filter();
  }

  ticked() {
    return this.boxes.filter((box) => box.checked);
  }

  // A story fits if it has one of what is ticked, in every group in which something is.
  fits(item, ticked) {
    const groups = Map.groupBy(ticked, (box) => box.name);
    return [...groups].every(([name, boxes]) => boxes.some((box) => item.dataset[name].split(" ").includes(box.value)));
  }

  filter() {
    const ticked = this.ticked();
    let shown = 0;
    for (const item of this.items) {
      item.hidden = !this.fits(item, ticked);
      shown += item.hidden ? 0 : 1;
    }
    // Behind each box: how many there would be with it, beside what the other groups ask.
    for (const box of this.boxes) {
      const others = ticked.filter((one) => one.name !== box.name);
      const count = this.items.filter((item) => this.fits(item, [...others, box])).length;
      box.parentElement.querySelector("[data-count]").textContent = count.toLocaleString("en");
    }
    const found = shown ? this.messages.count("casus_found", shown) : this.messages.say("casus_found_none");
    this.status.textContent = ticked.length ? found : "";
    this.querySelector("[data-clear]").hidden = !ticked.length;
  }
}

customElements.define("kennisbank-stories", Stories);
