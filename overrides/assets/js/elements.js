// A new element with its class and what stands in it: nodes and texts, never markup.
export function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.flat(Infinity));
  return made;
}
