// Loads only what the page has.
const modules = { "kennisbank-checklist": "./checklist.js", "kennisbank-search": "./search.js" };

for (const [name, module] of Object.entries(modules)) {
  if (document.querySelector(name)) import(module);
}
