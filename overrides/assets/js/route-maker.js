// Has the card made, and keeps what it was made of until an answer changes. Without Python the answers stay, and the
// page says how to go on.
export class Maker {
  constructor(root) {
    this.root = root;
    this.turn = 0;
    this.result = null;
  }

  // What has not been asked yet comes first. The card is shown only if no other step was taken meanwhile.
  async make(remember = true) {
    const { root } = this;
    const { guide, steps } = root;
    const turn = (this.turn += 1);
    root.say("route_loading");
    try {
      const { showCard } = await import("./route-card.js");
      const result = await guide.ask(root.form.answers());
      if (turn !== this.turn) return;
      guide.left = result.needed;
      if (result.needed.length) {
        steps.go(steps.check);
        return;
      }
      this.result = result;
      this.made = new Date();
      showCard(root, result, this.made);
      if (remember) steps.go(steps.result);
      else root.reveal("result");
    } catch {
      if (turn !== this.turn) return;
      root.say("route_failed", true);
      root.toggleAttribute("data-failed", true);
    }
  }

  // The button hides itself, so the focus goes to what it says next.
  retry() {
    this.root.part("status").focus();
    this.make();
  }

  // In other languages than before.
  async redraw() {
    if (this.root.dataset.at === "check") this.root.views.listAnswers();
    if (!this.result) return;
    const { showCard } = await import("./route-card.js");
    if (this.result) showCard(this.root, this.result, this.made);
  }
}
