// Runs in the page of a route-finder, as a reader who takes `pause` milliseconds a question. Returns milliseconds:
// `steps`: from each press on "next" until the next question or the check stands there; `result`: from the press on the
// check until the card; `changed`: the same, `changes` times, after another answer was given.
async ([pause, changes, patience]) => {
  const tool = document.querySelector("kennisbank-route");
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const until = (true_) =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => true_() && done(resolve));
      const timer = setTimeout(() => done(() => reject(new Error(`nothing came at ${tool.dataset.at}`))), patience);
      const done = (end) => {
        clearTimeout(timer);
        observer.disconnect();
        end();
      };
      observer.observe(tool, { attributes: true, childList: true, subtree: true });
      if (true_()) done(resolve);
    });
  const now = () => tool.querySelector("[data-question][data-now]")?.dataset.question;
  const button = (name) => [...tool.querySelectorAll(`[data-${name}]`)].find((one) => one.checkVisibility());
  const timed = async (press, true_) => {
    const pressed = performance.now();
    press();
    await until(true_);
    return performance.now() - pressed;
  };
  const choose = (turn) => {
    const question = tool.querySelector("[data-question][data-now]");
    const radios = [...question.querySelectorAll("input[type=radio]")];
    if (question.dataset.kind === "safety") return radios.find((one) => one.value === "nee").click();
    const boxes = [...question.querySelectorAll("input[type=checkbox]")];
    if (boxes.length) boxes[turn % boxes.length].click();
    radios[turn % (boxes.length ? radios.length : radios.length - 1)].click();
  };
  const gone = (view, before) => () =>
    tool.dataset.at === view ? view !== "question" || now() !== before : tool.dataset.at === "check";
  const card = () => tool.dataset.at === "result" && tool.querySelector("[data-result] [data-track]") !== null;

  const steps = [];
  button("start").click();
  await until(() => tool.dataset.at === "question" && now());
  while (tool.dataset.at === "question") {
    await wait(pause);
    const before = now();
    choose(0);
    steps.push(await timed(() => button("next").click(), gone("question", before)));
  }
  await wait(pause);
  const result = await timed(() => button("show").click(), card);

  const changed = [];
  const names = [...tool.querySelectorAll("[data-answers] [data-name]")].map((one) => one.dataset.name);
  for (let turn = 0; turn < changes; turn += 1) {
    button("back").click();
    await until(() => tool.dataset.at === "check" && button("change"));
    const name = names[4 + (turn % (names.length - 4))];
    const place = tool.querySelector(`[data-answers] [data-name="${name}"] [data-change]`);
    if (place) {
      place.click();
      await until(() => now() === name && tool.dataset.at === "question");
      choose(1 + turn);
      button("next").click();
      await until(() => tool.dataset.at === "check" || now() !== name);
      while (tool.dataset.at === "question") {
        const before = now();
        choose(0);
        button("next").click();
        await until(gone("question", before));
      }
    }
    await wait(50);
    changed.push(await timed(() => button("show").click(), card));
  }
  return { steps, result, changed };
};
