// The way through the questions. The history holds a bare number: 0 is the start, then each question that was asked,
// then the check, then the result. Which question a number stands for is known here only.
export class Steps {
  constructor(form, guide, safety, show) {
    this.form = form;
    this.guide = guide;
    this.safety = safety;
    this.show = show;
    this.check = form.names.length + 1;
    this.result = this.check + 1;
    this.clear();
    history.replaceState({ step: 0 }, "");
    addEventListener("popstate", () => this.#onHistory());
  }

  clear() {
    this.path = [];
    this.at = 0;
    this.changing = 0;
    this.guide.left = this.form.names;
  }

  get question() {
    return this.path[this.at - 1];
  }

  // How many questions can still come after this one.
  get left() {
    const after = this.at === this.changing ? 0 : this.path.length - this.at;
    return after + this.#open().filter((name) => !this.path.includes(name)).length;
  }

  go(step) {
    history.pushState({ step }, "");
    this.#to(step);
  }

  begin() {
    if (!this.path.length) this.path.push(this.form.names[0]);
    this.go(1);
  }

  // Change an answer from the check; from there the way leads back to the check.
  change(name) {
    if (!this.path.includes(name)) this.path.push(name);
    this.changing = this.path.indexOf(name) + 1;
    this.go(this.changing);
  }

  async next() {
    const answers = this.form.answers();
    const from = this.at;
    await this.guide.after(answers, this.before !== undefined && this.before !== JSON.stringify(answers[this.question]));
    const asked = from === this.changing ? [] : this.path.slice(from);
    for (const name of asked) {
      if (await this.guide.asks(name, answers)) {
        this.go(this.path.indexOf(name) + 1);
        return;
      }
    }
    this.changing = 0;
    this.go(this.#onward());
  }

  #onHistory() {
    const step = history.state?.step;
    if (step === undefined) history.replaceState({ step: this.at }, "");
    else this.#to(step);
  }

  #to(step) {
    const real = this.#possible(step);
    if (real !== step) history.replaceState({ step: real }, "");
    this.at = real;
    const now = this.question && this.form.answer(this.question);
    this.before = now === undefined ? undefined : JSON.stringify(now);
    this.show(real);
  }

  // The step itself, or the one that must come first: nothing lies beyond a "yes" that was not read.
  #possible(step) {
    if (!this.path.length) return 0;
    const held = this.path.findIndex((name) => this.safety.held(name)) + 1;
    if (held && step > held) return held;
    if (step <= this.path.length) return step;
    return this.#open().length || step < this.check ? this.#onward() : step;
  }

  // The first question that is left, else the check.
  #onward() {
    const name = this.#open()[0];
    if (name === undefined) return this.check;
    if (!this.path.includes(name)) this.path.push(name);
    return this.path.indexOf(name) + 1;
  }

  #open() {
    return this.guide.left.filter((name) => this.form.answer(name) === undefined);
  }
}
