// The file of a session: made and read by Python in the page (tools/sessions.py), which comes when it is asked for.
import { chosenText, dayOf, handOut } from "./files.js";
import { Python } from "./python.js";

export class Files {
  constructor(root) {
    this.root = root;
    this.messages = root.messages;
    const { worker, runtime, limit } = root.dataset;
    this.python = new Python({ worker, runtime, limit: Number(limit) });
    this.turn = 0;
  }

  say(text) {
    this.root.say("take", text);
  }

  // Ask Python; null after a failure, which the trainer has been told.
  async ask(tool, answers) {
    const turn = (this.turn += 1);
    this.say(this.messages.say("checklist_file_busy"));
    try {
      const result = await this.python.ask(tool, { casus: this.root.known.casus }, answers);
      return turn === this.turn ? result : null;
    } catch {
      if (turn === this.turn) this.say(this.messages.say("session_failed"));
      return null;
    }
  }

  async save() {
    const wrong = this.root.form.check();
    if (wrong) {
      this.say(this.messages.say("session_wrong"));
      wrong.focus();
      return;
    }
    const kept = this.root.text();
    const madeOn = dayOf(new Date());
    const file = await this.ask("session.write", { session: JSON.parse(kept), made_on: madeOn });
    if (!file) return;
    handOut(`kennisbank-${madeOn}.${file.ending}`, file);
    this.root.safe = kept;
    this.say(this.messages.say("checklist_take_done"));
  }

  async open(input) {
    if (!input.files.length) return;
    const text = await chosenText(input);
    input.value = "";
    const result = text === null ? { fault: "too_large" } : await this.ask("session.read", { text });
    if (!result) return;
    this.say(result.fault ? this.word("fault", result.fault) : "");
    if (result.fault) return;
    const date = result.made_on ? this.messages.date(new Date(`${result.made_on}T12:00:00`)) : "?";
    const told = result.told.map((code) => this.word("told", code));
    this.root.offer(result.session, input, [this.messages.say("checklist_file_opened", { date }), ...told].join(" "));
  }

  // Our own words for what went wrong with a file, else those that all tools share.
  word(kind, code) {
    const own = `session_${kind}_${code}`;
    return this.messages.say(own in this.messages.texts ? own : `checklist_${kind}_${code}`);
  }
}
