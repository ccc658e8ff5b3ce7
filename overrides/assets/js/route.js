// The route-finder: one question at a time, a check, and a card with reasons. Nothing is kept and nothing is sent.
import { Beside } from "./route-beside.js";
import { Form } from "./route-form.js";
import { Guide } from "./route-guide.js";
import { Maker } from "./route-maker.js";
import { Python } from "./python.js";
import { Safety } from "./route-safety.js";
import { Steps } from "./route-steps.js";
import { Views } from "./route-views.js";
import { Words } from "./route-words.js";

class Route extends HTMLElement {
  // What cannot be set up leaves the page as it is without JavaScript.
  connectedCallback() {
    try {
      this.setUp();
    } catch {
      document.documentElement.classList.replace("js", "no-js");
    }
  }

  setUp() {
    const json = (name) => JSON.parse(this.querySelector(`script[data-${name}]`).textContent);
    this.definition = json("definition");
    this.card = json("card");
    this.own = new Words(json("texts"));
    this.form = new Form(this);
    const { worker, runtime, limit } = this.dataset;
    const python = new Python({ worker, runtime, limit: Number(limit) });
    this.guide = new Guide(python, this.definition, this.form.names, () => this.onFailure());
    this.safety = new Safety(this, this.form);
    this.beside = new Beside(this, this.own, () => this.maker.redraw());
    this.views = new Views(this);
    this.maker = new Maker(this);

    for (const details of this.querySelectorAll("[data-paper] details")) details.open = false;
    const [entry] = performance.getEntriesByType("navigation");
    this.part("reloaded").hidden = entry?.type !== "reload" && !(history.state?.step > 0);
    this.steps = new Steps(this.form, this.guide, this.safety, (step) => this.onStep(step));
    this.listen();
    this.classList.add("kennisbank-ready");
  }

  listen() {
    const { form } = this.form;
    form.addEventListener("input", () => this.onInput());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.onNext();
    });
    this.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("click", (event) => this.onLink(event), true);
    addEventListener("beforeunload", (event) => {
      if (this.form.filled() && !this.calling) event.preventDefault();
    });
  }

  get words() {
    return this.beside.words;
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }

  onInput() {
    this.guide.start();
    this.form.forgive();
    this.maker.result = null;
    if (this.steps.question) this.safety.changed(this.steps.question);
  }

  onClick(event) {
    const target = event.target.closest("button");
    if (!target) return;
    if (target.matches("[data-start]")) this.begin();
    else if (target.matches("[data-next]") && event.detail > 1) event.preventDefault(); // the second press of a double click
    else if (target.matches("[data-back]")) history.back();
    else if (target.matches("[data-read]")) this.onRead();
    else if (target.matches("[data-change]")) this.steps.change(target.closest("[data-name]").dataset.name);
    else if (target.matches("[data-show]")) this.maker.make();
    else if (target.matches("[data-retry]")) this.maker.retry();
    else if (target.matches("[data-print]")) print();
    else if (target.matches("[data-wipe]")) this.askToWipe(true);
    else if (target.matches("[data-wipe-no]")) this.askToWipe(false);
    else if (target.matches("[data-wipe-yes]")) this.wipe();
  }

  // A link within the page writes nothing into the address. No warning comes before a call, nor before acute help:
  // that opens beside the answers.
  onLink(event) {
    const link = event.target.closest("a[href]");
    if (!link) return;
    if (link.protocol === "tel:") {
      this.calling = true;
      setTimeout(() => (this.calling = false), 1000);
    } else if (link.matches(".kennisbank-acuut__link")) link.target = this.form.filled() ? "_blank" : "";
    const target = link.getAttribute("href").startsWith("#") && document.getElementById(link.hash.slice(1));
    if (!target || link.matches("[data-error-link]")) return;
    event.preventDefault();
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  begin() {
    this.guide.start();
    import("./route-card.js").catch(() => {}); // what does not come now may come when it is needed
    this.steps.begin();
  }

  async onNext() {
    const name = this.steps.question;
    if (!name || this.busy) return;
    if (this.form.answer(name) === undefined) {
      this.form.complain(name);
      this.views.complain();
    } else if (this.safety.held(name)) this.safety.focus();
    else {
      this.busy = true;
      try {
        await this.steps.next();
      } finally {
        this.busy = false;
      }
    }
  }

  onRead() {
    this.safety.read.add(this.steps.question);
    this.onNext();
  }

  onStep(step) {
    this.maker.turn += 1;
    this.form.forgive();
    const { check, result } = this.steps;
    if (step === result && !this.maker.result) {
      this.reveal("check");
      this.maker.make(false);
    } else this.reveal(step === 0 ? "intro" : step === check ? "check" : step === result ? "result" : "question");
  }

  reveal(view) {
    this.toggleAttribute("data-failed", false);
    this.say(view === "question" && this.guide.failed ? "route_fixed_order" : "");
    this.askToWipe(false);
    this.views.show(view);
  }

  onFailure() {
    if (this.dataset.at === "question") this.say("route_fixed_order");
  }

  say(key, retry = false) {
    this.part("status").textContent = key && this.own.say(key);
    this.part("retry").hidden = !retry;
  }

  askToWipe(asked) {
    this.part("wipe-ask").hidden = !asked;
  }

  // Nothing of the answers stays, for whoever sits here next.
  wipe() {
    this.form.form.reset();
    this.safety.read.clear();
    this.safety.show();
    this.maker.result = null;
    for (const name of ["result", "answers"]) this.part(name).replaceChildren();
    this.steps.clear();
    this.steps.go(0);
  }
}

customElements.define("kennisbank-route", Route);
