// The peer in the bench: Pyodide as its own documentation starts it, with the same tools behind the same messages.
const runtime = self.name;
const tell = (message) => self.postMessage(JSON.stringify(message));

async function boot() {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const pyodide = await loadPyodide();
  const tools = await (await fetch(`${runtime}tools.zip`)).arrayBuffer();
  pyodide.unpackArchive(tools, "zip");
  return pyodide.pyimport("tools.dispatch").handle;
}

const ready = boot();
self.onmessage = async ({ data }) => self.postMessage((await ready)(data));
ready.catch(() => tell({ failed: "boot" }));
