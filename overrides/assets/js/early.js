// Before the page is painted: say that there is JavaScript, and take it back when a script does not arrive.
const root = document.documentElement;
root.classList.replace("no-js", "js");
addEventListener("error", ({ target }) => target.tagName === "SCRIPT" && root.classList.replace("js", "no-js"), true);
