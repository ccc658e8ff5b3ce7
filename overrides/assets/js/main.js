// Loads only what the page has. What does not arrive leaves the page as it is without JavaScript.
const modules = { "kennisbank-checklist": "./checklist.js", "kennisbank-search": "./search.js" };

for (const [name, module] of Object.entries(modules)) {
  if (!document.querySelector(name)) continue;
  import(module).catch(() => document.documentElement.classList.replace("js", "no-js"));
}
