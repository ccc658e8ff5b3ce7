// The file of a session: made and read by Python in the page (tools/sessions.py), which comes when it is asked for.
import { chosenText, dayOf, handOut } from "./files.js";
import { Python } from "./python.js";

export class Files {
  constructor(root) {
    this.root = root;
    this.messages = root.messages;
    const { worker, runtime, limit } = root.dataset;
    this.python = new Python({ worker, runtime, limit: Number(limit) });
    this.turn = 0; // of the file that was chosen last
  }

  // Ask Python; null after a failure. The trainer is told at `place`.
  async ask(place, tool, answers) {
    this.root.say(place, "checklist_file_busy");
    try {
      return await this.python.ask(tool, { casus: this.root.known.casus }, answers);
    } catch {
      this.root.say(place, "session_failed");
      return null;
    }
  }

  async save() {
    if (this.root.stopAtWrong()) return;
    if (this.root.empty()) {
      this.root.say("take", "session_nothing");
      return;
    }
    const kept = this.root.text();
    const madeOn = dayOf(new Date());
    const file = await this.ask("take", "session.write", { session: JSON.parse(kept), made_on: madeOn });
    if (!file) return;
    handOut(`kennisbank-sessie-${madeOn}.${file.ending}`, file);
    this.root.safe = kept;
    this.root.say("take", "checklist_take_done");
  }

  // Of files that are chosen fast after each other the last one counts.
  async open(input) {
    if (!input.files.length) return;
    const turn = (this.turn += 1);
    this.root.dropQuestion();
    const reading = chosenText(input);
    input.value = "";
    const text = await reading;
    if (turn !== this.turn) return;
    const result = text === null ? { fault: "too_large" } : await this.ask("begin", "session.read", { text });
    if (!result || turn !== this.turn) return;
    if (result.fault) {
      this.root.say("begin", this.key("fault", result.fault));
      return;
    }
    const date = result.made_on ? this.messages.date(new Date(`${result.made_on}T12:00:00`)) : "?";
    const told = result.told.map((code) => this.messages.say(this.key("told", code)));
    this.root.offer(result.session, input, [this.messages.say("checklist_file_opened", { date }), ...told].join(" "));
  }

  // Our own words for what went wrong with a file, else those that all tools share.
  key(kind, code) {
    const own = `session_${kind}_${code}`;
    return own in this.messages.texts ? own : `checklist_${kind}_${code}`;
  }
}
