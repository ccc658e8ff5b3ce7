// The one file that knows Pyodide. Its name (self.name) is the address of the runtime folder.
const runtime = self.name;
const lock = "@lock@"; // the build writes the lock file here (scripts/runtime.py)
const wheel = lock.packages["kennisbank-tools"];
const { traced, whole } = lock.tool.kennisbank;
const tell = (message) => self.postMessage(JSON.stringify(message));

// A missing .wasm never rejects in Pyodide, it hangs: notice it here.
const plainFetch = self.fetch.bind(self);
async function loudFetch(...request) {
  try {
    const response = await plainFetch(...request);
    if (!response.ok) throw new Error(`${response.status}`);
    tell({ loading: true });
    return response;
  } catch (error) {
    tell({ failed: "missing" });
    throw error;
  }
}

// The browser itself refuses a file whose hash is not the one in the lock file.
function checked({ file_name, sha256 }) {
  const bytes = sha256.match(/../g).map((pair) => Number.parseInt(pair, 16));
  return loudFetch(runtime + file_name, { integrity: `sha256-${btoa(String.fromCharCode(...bytes))}` });
}

// All files at once, before Pyodide asks for them one after the other; each is handed out once.
const early = new Map([
  [`${runtime}pyodide.asm.wasm`, loudFetch(`${runtime}pyodide.asm.wasm`)],
  [runtime + traced.file_name, checked(traced)],
]);
self.fetch = (address, options) => {
  const response = early.get(String(address));
  early.delete(String(address));
  return response ?? loudFetch(address, options);
};
const parts = Promise.all([
  import(`${runtime}pyodide.mjs`),
  import(`${runtime}pyodide.asm.mjs`),
  checked(wheel).then((response) => response.arrayBuffer()),
]);

// Python waits for the whole library when it imports what was left out of the first one, so this waits too.
function wholeLibrary() {
  tell({ loading: true });
  const request = new XMLHttpRequest();
  request.open("GET", runtime + whole.file_name, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${request.status}`);
  tell({ loading: true });
  return new Uint8Array(request.response);
}

async function boot() {
  const [{ loadPyodide }, { default: createPyodideModule }, tools] = await parts;
  const pyodide = await loadPyodide({
    indexURL: runtime,
    stdLibURL: runtime + traced.file_name,
    lockFileContents: lock,
    packageBaseUrl: runtime,
    createPyodideModule,
    fsInit: (files) => files.writeFile(`/${wheel.file_name}`, new Uint8Array(tools)),
  });
  pyodide.pyimport("whole_library").start(`/${wheel.file_name}`, wholeLibrary, whole.sha256);
  const { handle } = pyodide.pyimport("tools.dispatch");
  tell({ loading: true });
  return handle;
}

const ready = boot();
self.onmessage = async ({ data }) => {
  try {
    self.postMessage((await ready)(data));
  } catch {
    tell({ failed: "boot" });
  }
};
ready.catch(() => tell({ failed: "boot" }));
