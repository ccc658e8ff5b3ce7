// Before the page is painted: say that there is JavaScript, and take it back when a script does not arrive.
const root = document.documentElement;
root.classList.replace("no-js", "js");
addEventListener("error", ({ target }) => target.tagName === "SCRIPT" && root.classList.replace("js", "no-js"), true);

// Whatever a tool kept on this device goes when its time is over, on whichever page of the site one comes in.
try {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith("kennisbank."))) {
    let until = NaN;
    try {
      until = Date.parse(JSON.parse(localStorage.getItem(key)).until);
    } catch {
      // What cannot be read cannot be offered either.
    }
    if (!(until > Date.now())) localStorage.removeItem(key);
  }
} catch {
  // Storage that is forbidden holds nothing.
}
