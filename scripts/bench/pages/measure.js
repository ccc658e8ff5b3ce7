// Runs in the page: milliseconds from a press on Start until the result is shown. `changes` > 0: change an answer first,
// that many times, and return a time for each.
async ([changes, patience]) => {
  const tool = document.querySelector("kennisbank-checklist");
  const seen = (view) =>
    new Promise((resolve, reject) => {
      const part = tool.querySelector(`[data-view="${view}"]`);
      if (!part.hidden) return resolve();
      const failed = tool.querySelector("[data-retry]");
      const observer = new MutationObserver(() => {
        if (!failed.hidden) reject(new Error(tool.querySelector("[data-status]").textContent));
        if (!part.hidden) resolve();
        if (!part.hidden || !failed.hidden) observer.disconnect();
      });
      observer.observe(tool, { attributes: true, attributeFilter: ["hidden"], subtree: true });
      setTimeout(() => reject(new Error("nothing came")), patience);
    });
  const press = async () => {
    const shown = seen("result");
    const pressed = performance.now();
    tool.querySelector("[data-start]").click();
    await shown;
    return performance.now() - pressed;
  };
  // As with a reader: the answer stands on the screen before the press.
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  if (!changes) return [await press()];
  const times = [];
  for (let number = 0; number < changes; number += 1) {
    const back = seen("questions");
    tool.querySelector("[data-back]").click();
    await back;
    const items = [...tool.querySelectorAll("[data-item]")];
    const inputs = items[number % items.length].querySelectorAll("input[type=radio]");
    inputs[number % inputs.length].click();
    await drawn();
    times.push(await press());
  }
  return times;
};
