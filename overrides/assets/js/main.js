// Loads only what the page has. What does not arrive leaves the page as it is without JavaScript.
const modules = {
  "kennisbank-casus": "./casus.js",
  "kennisbank-checklist": "./checklist.js",
  "kennisbank-leader": "./casus-leader.js",
  "kennisbank-route": "./route.js",
  "kennisbank-search": "./search.js",
  "kennisbank-session": "./session.js",
  "kennisbank-stories": "./casus-index.js",
  "kennisbank-table": "./sort-table.js",
};

for (const [name, module] of Object.entries(modules)) {
  if (!document.querySelector(name)) continue;
  import(module).catch(() => document.documentElement.classList.replace("js", "no-js"));
}

for (const button of document.querySelectorAll("[data-print-page]")) {
  button.addEventListener("click", () => print());
  button.dataset.printPage = "ready";
}

// Leave at once: nothing of the page stays on the screen while the other one loads, and "back" does not lead here.
document.querySelector("[data-quick-exit]")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.body.hidden = true;
  document.title = "";
  location.replace(event.currentTarget.href);
});
