// Only in --serve: asks every second whether there is a newer build, and then shows it.
let known = null;

setInterval(async () => {
  const response = await fetch("/build.txt", { cache: "no-store" });
  const build = await response.text();
  if (known !== null && build !== known) location.reload();
  known = build;
}, 1000);
