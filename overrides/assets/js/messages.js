// Sentences come from the page (a JSON block with data-messages); this only fills them in.
export class Messages {
  constructor(root) {
    this.texts = JSON.parse(root.querySelector("script[data-messages]").textContent);
    this.rules = new Intl.PluralRules(this.texts.locale);
    this.lists = new Intl.ListFormat(this.texts.locale, { type: "conjunction" });
    this.dates = new Intl.DateTimeFormat(this.texts.locale, { dateStyle: "long" });
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

  list(words) {
    return this.lists.format(words.map(String));
  }

  date(when) {
    return this.dates.format(when);
  }
}
