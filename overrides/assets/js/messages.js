// Sentences come from the page (a JSON block with data-messages); this only fills them in. Dates and lists are ours too:
// a browser that does not know a language writes them in another one without saying so.
export class Messages {
  constructor(root, texts) {
    this.texts = texts ?? JSON.parse(root.querySelector("script[data-messages]").textContent);
    this.rules = new Intl.PluralRules(this.texts.locale);
  }

  // The sentence `key` with {name} replaced by values.name.
  say(key, values = {}) {
    return this.texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  // The same, in the plural form that `n` asks for: key_one, key_few, … key_other.
  count(key, n, values = {}) {
    const form = `${key}_${this.rules.select(n)}`;
    return this.say(form in this.texts ? form : `${key}_other`, { n, ...values });
  }

  // "1, 2 and 3": the last two joined as `list_last` says, the others with `list_comma`.
  list(words) {
    const last = words.length > 1 ? words.at(-1) : null;
    const first = (last === null ? words : words.slice(0, -1)).join(this.texts.list_comma);
    return last === null ? first : this.say("list_last", { a: first, b: last });
  }

  // As `scripts/dates.py` writes it.
  date(when) {
    const month = this.texts.months.split(",")[when.getMonth()].trim();
    return this.say("date", { day: when.getDate(), month, year: when.getFullYear() });
  }
}
