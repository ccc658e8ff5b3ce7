// The form of a session: what stands in it, putting one in, and the parts in their order.
const LISTS = new Set(["aim", "prepare", "take_home", "notes", "what", "ask"]);

// As tools/sessions.py keeps it, so that what is saved is what stands there.
const tidy = (text) => text.split(/\s+/).join(" ").trim();
const linesOf = (text) => text.split("\n").map(tidy).filter(Boolean);
const lengthOf = (text) => [...text].length;

// Field → value, as tools/sessions.py has it: empty fields are left out.
function valuesOf(fields) {
  const found = {};
  for (const field of fields) {
    const { name } = field;
    const text = tidy(field.value);
    if (text === "") continue;
    if (LISTS.has(name)) found[name] = linesOf(field.value);
    else if (field.type !== "number") found[name] = text;
    else if (field.checkValidity()) found[name] = Number(text);
  }
  return found;
}

function put(fields, values) {
  for (const field of fields) {
    const value = values[field.name] ?? "";
    field.value = Array.isArray(value) ? value.join("\n") : value;
  }
}

// As many rows as what stands in it takes, so that nothing hides below an edge.
export function grow(field) {
  field.rows = 2;
  const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(field);
  const inside = field.scrollHeight - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd);
  field.rows = Math.max(2, Math.ceil(inside / Number.parseFloat(lineHeight)));
}

export class Form {
  constructor(root, known) {
    this.root = root;
    this.known = known;
    this.list = root.querySelector("[data-parts]");
    this.model = root.querySelector("template[data-part]").content.firstElementChild;
    const { most, lines } = this.list.dataset;
    [this.most, this.lines] = [most, lines].map(Number);
    this.count = 0;
  }

  get cards() {
    return [...this.list.querySelectorAll(".kennisbank-card")];
  }

  get full() {
    return this.cards.length >= this.most;
  }

  // The fields that are not of a part.
  get fields() {
    return this.everyField.filter((field) => !this.list.contains(field));
  }

  get everyField() {
    return [...this.root.querySelectorAll("form [name]")];
  }

  // Marks every field that does not fit in a file.
  firstWrong() {
    const fields = this.everyField;
    for (const field of fields) {
      const lines = LISTS.has(field.name) ? linesOf(field.value) : [tidy(field.value)];
      const tooLong = lines.length > this.lines || lines.some((line) => lengthOf(line) > Number(field.dataset.longest));
      const said = field.parentElement.querySelector("[data-wrong]");
      field.setCustomValidity(tooLong ? said.textContent : "");
      const wrong = !field.checkValidity();
      field.setAttribute("aria-invalid", wrong);
      said.hidden = !wrong;
    }
    return fields.find((field) => !field.checkValidity());
  }

  // The session as it stands in the form; {} while nothing is filled in.
  session() {
    const parts = this.cards.map((card) => {
      const { casus } = card.dataset;
      return { ...valuesOf(card.querySelectorAll("[name]")), ...(casus ? { casus } : {}) };
    });
    const filled = parts.filter((part) => Object.keys(part).length);
    return { ...valuesOf(this.fields), ...(filled.length ? { parts: filled } : {}) };
  }

  fill(session) {
    put(this.fields, session);
    for (const field of this.fields) if (field.type === "textarea") grow(field);
    this.list.replaceChildren();
    for (const part of session.parts ?? []) this.add(part);
  }

  // A card for `part` at the end; returns it.
  add(part) {
    const card = this.model.cloneNode(true);
    this.count += 1;
    for (const one of card.querySelectorAll("[id]")) one.id += `-${this.count}`;
    for (const one of card.querySelectorAll("[for], [aria-describedby], [aria-labelledby]")) {
      for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
        if (one.hasAttribute(name)) one.setAttribute(name, `${one.getAttribute(name)}-${this.count}`);
      }
    }
    const story = this.known.casus[part.casus];
    const links = card.querySelector("[data-links]");
    links.hidden = !story;
    if (story) {
      card.dataset.casus = part.casus;
      links.querySelector("[data-link=url]").textContent = story.title;
      for (const link of links.querySelectorAll("[data-link]")) link.href = story[link.dataset.link];
    }
    put(card.querySelectorAll("[name]"), part);
    this.list.append(card);
    for (const field of card.querySelectorAll("textarea")) grow(field);
    return card;
  }

  addCasus(name) {
    const { title, minutes, ask } = this.known.casus[name];
    return this.add({ casus: name, title, minutes, ask });
  }
}
