// The one file that knows Pyodide. Its name (self.name) is the address of the runtime folder.
const runtime = self.name;
const tell = (message) => self.postMessage(JSON.stringify(message));

// A missing .wasm never rejects in Pyodide, it hangs: notice it here.
const plainFetch = self.fetch.bind(self);
self.fetch = async (...request) => {
  try {
    const response = await plainFetch(...request);
    if (!response.ok) throw new Error(`${response.status}`);
    tell({ loading: true });
    return response;
  } catch (error) {
    tell({ failed: "missing" });
    throw error;
  }
};

async function boot() {
  const [{ loadPyodide }, tools] = await Promise.all([
    import(`${runtime}pyodide.mjs`),
    fetch(`${runtime}tools.zip`).then((response) => response.arrayBuffer()),
  ]);
  const pyodide = await loadPyodide({ indexURL: runtime });
  pyodide.unpackArchive(tools, "zip", { extractDir: "/tools" });
  pyodide.runPython("import sys; sys.path.insert(0, '/tools')");
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
