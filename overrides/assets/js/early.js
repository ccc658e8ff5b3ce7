// Before the page is painted: say that there is JavaScript, and take it back when a script does not arrive.
const root = document.documentElement;
root.classList.replace("no-js", "js");
addEventListener("error", ({ target }) => target.tagName === "SCRIPT" && root.classList.replace("js", "no-js"), true);

// Whatever a tool kept on this device goes when its time is over, on whichever page of the site one comes in.
try {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith("kennisbank."))) {
    let good = false;
    try {
      const { items, saved, until } = JSON.parse(localStorage.getItem(key));
      good = Object.prototype.toString.call(items) === "[object Object]" && Date.parse(saved) > 0 && Date.parse(until) > Date.now();
    } catch {
      // What cannot be read cannot be offered either.
    }
    if (!good) localStorage.removeItem(key);
  }
} catch {
  // Storage that is forbidden holds nothing.
}
