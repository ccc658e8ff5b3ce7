// The leader's notes: shows at which step the presentation in another window of this browser is.
class Leader extends HTMLElement {
  connectedCallback() {
    this.channel = new BroadcastChannel("kennisbank-casus");
    this.channel.addEventListener("message", (event) => this.follow(event.data));
    this.channel.postMessage({ asks: true });
  }

  follow(told) {
    if (told?.casus !== this.dataset.casus) return;
    for (const step of this.querySelectorAll("[data-step]")) {
      const now = step.dataset.step === told.step;
      step.toggleAttribute("data-now", now);
      step.querySelector("[data-here]").hidden = !now;
      if (now) step.scrollIntoView({ block: "nearest" });
    }
  }
}

customElements.define("kennisbank-leader", Leader);
