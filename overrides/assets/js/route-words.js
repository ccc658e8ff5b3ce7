// All words of the route-finder in one language, and how a thought stands there in one language or in two.
import { element } from "./elements.js";
import { Messages } from "./messages.js";

export class Words extends Messages {
  constructor({ lang, dir, ui, texts, dutch }) {
    super(null, { ...ui, locale: lang });
    this.lang = lang;
    this.dir = dir;
    this.known = { ...ui, ...texts };
    this.dutch = new Set(dutch);
  }

  // The text of `key`; what is not translated is Dutch and says so.
  node(key) {
    return this.#marked(key, this.known[key]);
  }

  // The sentence `key` with nodes or words at its placeholders.
  line(key, values) {
    return this.known[key].split(/(\{\w+\})/).map((part) => values[part.slice(1, -1)] ?? this.#marked(key, part));
  }

  quoted(...content) {
    return this.line("route_quote", { text: content });
  }

  either(answers) {
    return answers.flatMap((answer, place) => (place ? [this.known.route_or, answer] : [answer]));
  }

  // An answer as the tool gets it, in words.
  answer(name, answer) {
    if (answer === undefined || answer === "weet_niet") return [this.node("route_unknown")];
    if (answer === "ja" && !(`questions.${name}.options.ja` in this.known)) return [this.node("route_yes")];
    if (answer === "nee" && !(`questions.${name}.options.nee` in this.known)) return [this.node("route_no")];
    if (typeof answer === "string") return [this.option(name, answer)];
    const ticked = answer.ticked.map((option) => [this.option(name, option), ". "]);
    if (!ticked.length) ticked.push([this.node("route_none"), ". "]);
    return [...ticked, this.node(answer.all ? "route_all" : "route_more"), "."];
  }

  option(name, option) {
    return this.node(`questions.${name}.options.${option}`);
  }

  #marked(key, text) {
    const node = document.createTextNode(text);
    if (!this.dutch.has(key)) return node;
    return inLanguage(element("span", "", node), "nl", "ltr");
  }
}

export function inLanguage(node, lang, dir) {
  node.lang = lang;
  node.dir = dir;
  return node;
}

// What `build` makes of a thought, once for every language, each side in its own language and direction.
export function sides(words, build) {
  const made = words.map((own) => inLanguage(element("div", "kennisbank-side", build(own)), own.lang, own.dir));
  return element("div", words.length > 1 ? "kennisbank-pair" : "", ...made);
}
