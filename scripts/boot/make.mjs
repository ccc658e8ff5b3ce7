// Starts Pyodide beneath node, at build time: `trace` sees what the tools import, `pack` makes what the browser loads.
// node make.mjs trace|pack WORK PYODIDE PACKAGES: the work folder holds the source wheel, asked.json, then seen.json.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

process.env.TZ = "UTC"; // dates in archives are local times
const [, script, step, work, folder, packages] = process.argv;
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const own = dirname(fileURLToPath(pathToFileURL(script)));

async function start(options) {
  const pyodide = await loadPyodide({ indexURL: folder, ...options });
  pyodide.mountNodeFS("/own", own);
  pyodide.mountNodeFS("/made", work);
  const { path } = pyodide.pyimport("sys");
  path.append("/own");
  return { pyodide, path };
}

// The same steps as python-worker.js, then every request; what a request does wrong must be loaded too.
async function trace() {
  const { pyodide } = await start();
  const { loaded } = pyodide.pyimport("seen");
  const library = pyodide.pyimport("whole_library");
  const wheel = readdirSync(work).find((name) => name.endsWith(".whl"));
  library.start(`/made/${wheel}`, () => null, "");
  const { handle } = pyodide.pyimport("tools.dispatch");
  for (const text of JSON.parse(readFileSync(join(work, "asked.json"), "utf8"))) {
    try {
      handle(text);
    } catch (fault) {
      if (!(fault instanceof pyodide.ffi.PythonError)) throw fault;
    }
  }
  writeFileSync(join(work, "seen.json"), JSON.stringify(loaded(library.archive_path()).toJs()));
}

async function pack() {
  const { pyodide, path } = await start({ args: ["-OO"], env: { SOURCE_DATE_EPOCH: "315532800" } });
  pyodide.mountNodeFS("/packages", packages);
  pyodide.mountNodeFS("/pyodide", folder);
  path.append("/packages");
  const seen = pyodide.toPy(JSON.parse(readFileSync(join(work, "seen.json"), "utf8")));
  pyodide.pyimport("pack").pack("/made", "/own", "/pyodide/python_stdlib.zip", seen);
}

try {
  await { trace, pack }[step]();
} catch (fault) {
  console.error(fault.message); // without Pyodide's source, which node would print whole
  process.exitCode = 1;
}
