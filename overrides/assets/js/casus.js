// A casus: shown step by step on a big screen, with a clock; the leader's notes follow in a second window of this browser.
// Nothing is kept; what the two windows tell each other is only which step is on the screen.
const CHANNEL = "kennisbank-casus";
const MARK = "#presenteer-";

class Casus extends HTMLElement {
  connectedCallback() {
    this.steps = [...this.querySelectorAll("[data-step]")];
    this.bar = this.querySelector("[data-bar]");
    this.place = this.querySelector("[data-place]");
    this.clock = this.querySelector("[data-clock]");
    this.said = this.querySelector("[data-said]");
    this.at = -1;
    this.seconds = 0;
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.addEventListener("message", (event) => event.data?.asks && this.tell());
    this.addEventListener("click", (event) => this.onClick(event.target.closest("button")));
    document.addEventListener("keydown", (event) => this.onKey(event));
    addEventListener("hashchange", () => this.follow());
    this.follow();
  }

  // An address that names a step opens it, on a phone too; one of the presentation goes on presenting.
  follow() {
    const { hash } = location;
    const wanted = this.steps.findIndex((step) => step.id === hash.slice(hash.startsWith(MARK) ? MARK.length : 1));
    if (wanted < 0) {
      if (this.at >= 0) this.stop();
    } else if (hash.startsWith(MARK)) this.show(wanted);
    else {
      if (this.at >= 0) this.stop();
      this.open(this.steps[wanted]);
      this.steps[wanted].scrollIntoView();
    }
    this.address();
  }

  // The other languages of this page open at the same step.
  address() {
    for (const link of document.querySelectorAll(".kennisbank-languages a")) link.hash = location.hash;
  }

  open(step) {
    const fold = step.querySelector("details");
    if (fold) fold.open = true;
  }

  onClick(button) {
    if (!button) return;
    const { go } = button.dataset;
    if (go) this.move(Number(go));
    else if (button.matches("[data-present]")) this.move(0);
    else if (button.matches("[data-end]")) this.leave();
    else if (button.matches("[data-run]")) this.run();
    else if (button.matches("[data-zero]")) this.tick(0);
    else if (button.matches("[data-copy]")) this.copy();
  }

  onKey(event) {
    if (this.at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const onControl = event.target.closest?.("button, a, summary") && [" ", "Enter"].includes(event.key);
    if (onControl) return;
    const rtl = document.dir === "rtl" ? -1 : 1;
    const way = { ArrowRight: rtl, ArrowLeft: -rtl, PageDown: 1, PageUp: -1, " ": 1 }[event.key];
    if (way) this.move(way);
    else if (event.key === "Escape") this.leave();
    else return;
    event.preventDefault();
  }

  move(way) {
    const next = Math.min(Math.max(this.at + way, 0), this.steps.length - 1);
    history.replaceState(null, "", MARK + this.steps[next].id);
    this.show(next);
    this.address();
  }

  show(number) {
    this.at = number;
    document.documentElement.classList.add("kennisbank-presenting");
    this.bar.hidden = false;
    this.steps.forEach((step, index) => step.toggleAttribute("data-now", index === number));
    const step = this.steps[number];
    this.open(step);
    this.place.textContent = this.place.dataset.text.replace("{n}", number + 1).replace("{total}", this.steps.length);
    step.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
    this.tell();
  }

  // Back to the page as it is read, at the step that was shown last.
  leave() {
    const step = this.steps[this.at];
    history.replaceState(null, "", `#${step.id}`);
    this.stop();
    this.address();
    step.focus({ preventScroll: true });
    step.scrollIntoView();
  }

  stop() {
    this.at = -1;
    document.documentElement.classList.remove("kennisbank-presenting");
    this.bar.hidden = true;
    for (const step of this.steps) step.removeAttribute("data-now");
    this.pause();
    this.tell();
  }

  tell() {
    this.channel.postMessage({ casus: this.dataset.casus, step: this.steps[this.at]?.id ?? null });
  }

  run() {
    if (this.ticking) this.pause();
    else {
      this.ticking = setInterval(() => this.tick(this.seconds + 1), 1000);
      this.label("pause");
    }
  }

  pause() {
    clearInterval(this.ticking);
    this.ticking = null;
    this.label("start");
  }

  label(name) {
    const button = this.querySelector("[data-run]");
    button.textContent = button.dataset[name];
  }

  tick(seconds) {
    this.seconds = seconds;
    const two = (number) => String(number).padStart(2, "0");
    this.clock.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  async copy() {
    const url = location.href;
    try {
      await navigator.clipboard.writeText(url);
      this.said.textContent = this.said.dataset.copied;
    } catch {
      this.said.textContent = this.said.dataset.failed.replace("{url}", url);
    }
  }
}

customElements.define("kennisbank-casus", Casus);
