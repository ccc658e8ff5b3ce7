// Answers kept on this device, only when the reader asks for it. `early.js` clears what is past its time on every page.
const DAY = 24 * 60 * 60 * 1000;

export class Store {
  constructor(checklist) {
    this.key = `kennisbank.checklist.${checklist}`;
    this.revision = null;
  }

  // {items, hash, saved, until, revision}, or null where nothing is kept, or nothing that can be read.
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      if (!kept || typeof kept.items !== "object" || !kept.items) return null;
      const [saved, until] = [kept.saved, kept.until].map((text) => new Date(text));
      return Number.isNaN(saved.getTime()) || !(until > new Date()) ? null : { ...kept, saved, until };
    } catch {
      return null;
    }
  }

  // Keep `items` for `days`; the answer is "kept", "conflict" (another tab kept others), "full" or "forbidden".
  write(items, hash, days, anyway = false) {
    const there = this.read();
    if (!anyway && there && there.revision !== this.revision) return "conflict";
    const now = new Date();
    const revision = [...crypto.getRandomValues(new Uint32Array(4))].join("-"); // randomUUID asks for https
    const kept = { items, hash, saved: now.toISOString(), until: new Date(now.getTime() + days * DAY).toISOString(), revision };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch (error) {
      return error.name === "QuotaExceededError" ? "full" : "forbidden";
    }
    this.revision = revision;
    return "kept";
  }

  wipe() {
    this.revision = null;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Storage that is forbidden holds nothing.
    }
  }
}
