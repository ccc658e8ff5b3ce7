// Asks Python which questions are still needed. As long as it is not there, or if it fails, all of them are, as written.
const PATIENCE = 3000;

export class Guide {
  constructor(python, definition, names, onFailure) {
    this.python = python;
    this.definition = definition;
    this.names = names;
    this.left = names;
    this.onFailure = onFailure;
    this.up = false;
    this.failed = false;
    this.started = false;
  }

  start() {
    if (this.started) return;
    this.started = true;
    this.ask({}).catch(() => {});
  }

  // The whole result for these answers.
  async ask(answers) {
    try {
      const result = await this.python.ask("route", this.definition, answers);
      this.up = true;
      this.failed = false;
      return result;
    } catch (error) {
      this.#down();
      throw error;
    }
  }

  // The questions that are left after these answers. Only an answer that changed can bring a question back.
  async after(answers, changed) {
    if (changed) this.left = this.names;
    const needed = await this.#needed(answers);
    this.left = (needed ?? this.left).filter((name) => !(name in answers));
    return this.left;
  }

  // Whether a question that was answered before would be asked now.
  async asks(name, { [name]: _, ...others }) {
    const needed = await this.#needed(others);
    return needed?.includes(name) ?? true;
  }

  async #needed(answers) {
    if (!this.up) return null;
    const patience = new Promise((_, reject) => setTimeout(reject, PATIENCE));
    try {
      const result = await Promise.race([this.ask(answers), patience]);
      return result.needed;
    } catch {
      this.#down();
      return null;
    }
  }

  #down() {
    this.up = false;
    this.failed = true;
    this.onFailure();
  }
}
