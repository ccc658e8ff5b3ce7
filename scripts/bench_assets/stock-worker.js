// The peer in the bench: Pyodide as its own documentation starts it, with the same tool and the same request.
self.onmessage = async ({ data: { runtime, request } }) => {
  const { loadPyodide } = await import(`${runtime}pyodide.mjs`);
  const pyodide = await loadPyodide();
  const tools = await (await fetch(`${runtime}tools.zip`)).arrayBuffer();
  pyodide.unpackArchive(tools, "zip");
  self.postMessage(pyodide.pyimport("tools.dispatch").handle(request));
};
