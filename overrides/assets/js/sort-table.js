// Makes a table sortable: its headings become buttons. Without this script the table stands in the order of its source.
import { Messages } from "./messages.js";

class SortableTable extends HTMLElement {
  connectedCallback() {
    if (this.rows) return;
    this.messages = new Messages(this);
    this.body = this.querySelector("tbody");
    this.rows = [...this.body.rows]; // in the order of the source
    this.heads = [...this.querySelectorAll("thead th")];
    this.status = this.querySelector("[data-status]");
    this.words = new Intl.Collator(this.messages.texts.locale);
    this.heads.forEach((head, column) => this.makeButton(head, column));
    this.querySelector("[data-source-order]").addEventListener("click", () => this.restore());
  }

  makeButton(head, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes, this.querySelector("template[data-sign]").content.cloneNode(true));
    head.append(button);
    button.addEventListener("click", () => this.sort(head, column));
  }

  // Up at first, and the other way when it is up already. Rows that are equal stay in the order of the source, both ways.
  sort(head, column) {
    const down = head.getAttribute("aria-sort") === "ascending";
    const compare = head.dataset.sort === "order" ? byOrder : (one, other) => this.words.compare(said(one), said(other));
    const sorted = [...this.rows].sort((one, other) => {
      const found = compare(one.cells[column], other.cells[column]);
      return down ? -found : found;
    });
    this.show(sorted, head, down ? "descending" : "ascending");
    const sentence = `table_sorted_${head.dataset.sort}_${down ? "down" : "up"}`;
    this.status.textContent = this.messages.say(sentence, { column: said(head) });
  }

  restore() {
    this.show(this.rows);
    this.status.textContent = this.messages.say("table_sorted_source");
  }

  show(rows, sortedOn, way) {
    this.body.append(...rows);
    for (const head of this.heads) {
      if (head === sortedOn) head.setAttribute("aria-sort", way);
      else head.removeAttribute("aria-sort");
    }
  }
}

function byOrder(one, other) {
  return Number(one.dataset.order) - Number(other.dataset.order);
}

// The words of a cell, or of a heading, without what stands there for the eye only.
function said(cell) {
  return (cell.querySelector("[data-value]") ?? cell).textContent.replace(/\s+/g, " ").trim();
}

customElements.define("kennisbank-table", SortableTable);
