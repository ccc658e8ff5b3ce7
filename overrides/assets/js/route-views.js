// What shows at a step: the start, one question, the check or the card. The focus goes to its heading, and the title names it.
import { element } from "./elements.js";
import { sides } from "./route-words.js";

export class Views {
  constructor(root) {
    this.root = root;
    this.pageTitle = document.title;
    this.openForPrint();
  }

  show(view) {
    const { root } = this;
    root.dataset.at = view;
    for (const part of root.querySelectorAll("[data-view]")) part.hidden = part.dataset.view !== view;
    const name = view === "question" ? root.steps.question : undefined;
    for (const [other, question] of root.form.questions) question.toggleAttribute("data-now", other === name);
    if (view !== "result") root.safety.show(name);
    if (view === "check") this.listAnswers();
    if (name) this.tellStep(root.form.questions.get(name));
    const title = this.title(view);
    document.title = title ? `${title} · ${this.pageTitle}` : this.pageTitle;
    const heading = view === "intro" ? "[data-title]" : `:is([data-now], [data-view="${view}"]) [data-heading]`;
    root.querySelector(heading).focus({ preventScroll: true });
    if (view === "intro") scrollTo(0, 0);
    else root.scrollIntoView();
  }

  title(view) {
    const { own, steps } = this.root;
    if (view === "intro") return "";
    if (view === "check") return own.say("route_check");
    return view === "result" ? own.say("route_card") : own.say("route_step", { n: steps.at, left: steps.left });
  }

  complain() {
    document.title = this.root.own.say("route_error_title", { title: document.title });
  }

  // In words, and as stones that only decorate the words.
  tellStep(question) {
    const { at, left } = this.root.steps;
    question.querySelector("[data-step]").textContent = this.title("question");
    const kind = (place) => (place < at - 1 ? "done" : place < at ? "now" : "maybe");
    const stones = Array.from({ length: at + left }, (_, place) => element("span", `kennisbank-stones__${kind(place)}`));
    question.querySelector("[data-stones]").replaceChildren(...stones);
  }

  listAnswers() {
    const { form, own, words } = this.root;
    const made = form.names
      .filter((name) => form.answer(name) !== undefined)
      .map((name) => {
        const node = this.root.querySelector("template[data-answer]").content.firstElementChild.cloneNode(true);
        node.dataset.name = name;
        node.querySelector("[data-ask]").append(sides(words, (one) => one.node(`questions.${name}.ask`)));
        node.querySelector("[data-given]").append(sides(words, (one) => one.answer(name, form.answer(name))));
        node.querySelector("[data-which]").append(own.node(`questions.${name}.ask`));
        return node;
      });
    this.root.querySelector("[data-answers]").replaceChildren(...made);
  }

  // Paper cannot unfold: open everything that is shown for the print, and close again what was closed.
  openForPrint() {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...this.root.querySelectorAll("details:not([open])")];
      for (const details of closed) details.open = true;
    });
    addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });
  }
}
