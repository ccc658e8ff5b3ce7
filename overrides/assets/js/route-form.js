// The questions as a form: what is answered, and what an answer still lacks. All by the id of a question.
export class Form {
  constructor(root) {
    this.form = root.querySelector("form");
    this.questions = new Map([...root.querySelectorAll("[data-question]")].map((one) => [one.dataset.question, one]));
    this.names = [...this.questions.keys()];
    this.errors = root.querySelector("[data-errors]");
    this.form.reset();
    this.form.addEventListener("input", ({ target }) => this.#exclude(target));
    this.errors.addEventListener("click", (event) => {
      event.preventDefault();
      if (event.target.closest("a")) this.missing?.focus();
    });
  }

  kind(name) {
    return this.questions.get(name)?.dataset.kind;
  }

  // An option, weet_niet, or what is ticked and whether that is all; undefined as long as the answer is not whole.
  answer(name) {
    const question = this.questions.get(name);
    const chosen = question.querySelector("input[type=radio]:checked")?.value;
    if (!chosen || chosen === "weet_niet" || this.kind(name) !== "many") return chosen;
    const ticked = [...question.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value);
    return { ticked, all: chosen === "all" };
  }

  answers() {
    const given = this.names.map((name) => [name, this.answer(name)]);
    return Object.fromEntries(given.filter(([, answer]) => answer !== undefined));
  }

  filled() {
    return this.form.querySelector("input:checked") !== null;
  }

  // Nobody knows and something is known do not go together.
  #exclude(target) {
    const question = target.closest("[data-question]");
    if (question?.dataset.kind !== "many") return;
    if (target.value === "weet_niet") {
      for (const box of question.querySelectorAll("input[type=checkbox]")) box.checked = false;
    } else if (target.type === "checkbox" && target.checked) {
      question.querySelector("input[value=weet_niet]").checked = false;
    }
  }

  // Tell what is missing at a question, with a link to it; the focus goes to what is told.
  complain(name) {
    const question = this.questions.get(name);
    const error = question.querySelector("[data-error]");
    this.missing = question.querySelector("input[type=radio]");
    this.errors.querySelector("a").textContent = error.textContent;
    this.errors.hidden = false;
    error.hidden = false;
    question.querySelector("fieldset").setAttribute("aria-describedby", error.id);
    this.errors.focus();
    this.errors.scrollIntoView({ block: "nearest" });
  }

  forgive() {
    this.errors.hidden = true;
    for (const error of this.form.querySelectorAll("[data-error]")) error.hidden = true;
    for (const field of this.form.querySelectorAll("fieldset[aria-describedby]")) field.removeAttribute("aria-describedby");
  }
}
