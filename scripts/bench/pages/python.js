// Takes the place of python.js in the bench: the same door, with PyScript and its local Pyodide behind it, in the page.
const here = new URL("../", import.meta.url).href;
const stock = new URL("../stock/", here).href;

export class Python {
  #handle = null;
  #number = 0;

  start() {
    this.#handle ??= new Promise((resolve) => {
      addEventListener("python-is-there", () => resolve(globalThis.handleRequest), { once: true });
      const config = { interpreter: `${stock}pyodide.mjs`, files: { [`${stock}tools.zip`]: "./*" } };
      for (const [type, src] of [["module", `${here}core/core.js`], ["py", `${here}door.py`]]) {
        const script = Object.assign(document.createElement("script"), { type, src });
        if (type === "py") script.setAttribute("config", JSON.stringify(config));
        document.head.append(script);
      }
    });
  }

  async ask(tool, definition, answers) {
    this.start();
    const id = (this.#number += 1);
    const reply = JSON.parse((await this.#handle)(JSON.stringify({ id, tool, definition, answers })));
    if (reply.error) throw new Error(reply.error);
    return reply.result;
  }
}
