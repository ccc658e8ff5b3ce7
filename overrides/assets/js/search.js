// Search inside the page: the engine and the index of this language load at the first word.
import { Messages } from "./messages.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

class Search extends HTMLElement {
  connectedCallback() {
    this.messages = new Messages(this);
    this.input = this.querySelector("input");
    this.status = this.querySelector("[data-status]");
    this.results = this.querySelector("[data-results]");
    this.asked = null; // the words of the last question
    this.unanswered = 0;
    this.input.addEventListener("input", () => this.ask());
    this.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.ask(); // what was typed before this script arrived
  }

  // What the reader typed, without signs that mean something to the engine.
  words() {
    return this.input.value.replace(/[^\p{L}\p{M}\p{N}\s'’-]+/gu, " ").replace(/(?<!\p{L})[-'’]+|[-'’]+(?!\p{L})/gu, " ").trim();
  }

  // Enter after the last letter asks nothing new: the list stays as it is for who is already in it.
  async ask() {
    const words = this.words();
    if (words === this.asked) return;
    this.asked = words;
    this.results.ariaBusy = String(words !== "");
    if (!words) {
      this.results.hidden = true;
      this.status.textContent = "";
      return;
    }
    try {
      const engine = await this.engine();
      if (words !== this.asked) return;
      this.unanswered += 1;
      engine.postMessage({ type: QUERY, data: words });
    } catch {
      this.fail();
    }
  }

  // The next press tries again.
  fail() {
    this.loading = null;
    this.asked = null;
    this.unanswered = 0;
    this.results.ariaBusy = "false";
    this.status.textContent = this.messages.say("search_failed");
  }

  engine() {
    this.loading ??= this.load();
    return this.loading;
  }

  async load() {
    this.status.textContent = this.messages.say("search_loading");
    const response = await fetch(this.dataset.index);
    if (!response.ok) throw new Error("no index");
    const index = await response.json();
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL(this.dataset.worker, document.baseURI));
      worker.onerror = () => {
        this.fail();
        reject(new Error("worker"));
      };
      worker.onmessage = ({ data }) => {
        if (data.type === READY) resolve(worker);
        if (data.type === RESULT) this.hear(data.data.items);
      };
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    });
  }

  // Answers come in the order of the questions; one to earlier words is not shown.
  hear(pages) {
    this.unanswered -= 1;
    if (this.unanswered > 0 || !this.asked) return;
    this.show(pages);
    this.results.ariaBusy = "false";
  }

  show(pages) {
    const list = this.results.querySelector("ol");
    list.replaceChildren(...pages.slice(0, 20).map(([best]) => this.entry(best)));
    this.results.hidden = pages.length === 0;
    this.status.textContent = pages.length
      ? this.messages.count("search_results", pages.length)
      : this.messages.say("search_none");
  }

  entry(found) {
    const node = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = node.querySelector("a");
    link.href = new URL(found.location, new URL(this.dataset.base, document.baseURI));
    marked(link, found.title);
    const text = node.querySelector("p");
    marked(text, found.text);
    if (text.textContent.length > 200) text.textContent = `${text.textContent.slice(0, 200).replace(/\s\S*$/, "")} …`;
    return node;
  }
}

// The engine answers with markup; take its words, and of its elements only <mark>.
function marked(target, markup) {
  const parsed = new DOMParser().parseFromString(markup ?? "", "text/html").body;
  const walker = document.createTreeWalker(parsed, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const piece = walker.currentNode.parentElement.closest("mark") ? document.createElement("mark") : null;
    if (piece) {
      piece.textContent = walker.currentNode.data;
      target.append(piece);
    } else {
      target.append(walker.currentNode.data);
    }
  }
}

customElements.define("kennisbank-search", Search);
