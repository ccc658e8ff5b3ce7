// Python in a worker: JSON text in, JSON text out. Starts when asked, gives up when nothing is heard for `limit` seconds.
export class Python {
  #worker = null;
  #waiting = new Map();
  #number = 0;
  #timer = 0;
  #address;
  #runtime;
  #limit;

  constructor({ worker, runtime, limit }) {
    this.#address = new URL(worker, document.baseURI);
    this.#runtime = new URL(`${runtime}/`, document.baseURI).href;
    this.#limit = limit * 1000;
  }

  // Begin loading; does nothing while Python is there or on its way.
  start() {
    if (this.#worker) return;
    this.#worker = new Worker(this.#address, { type: "module", name: this.#runtime });
    this.#worker.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    this.#worker.onerror = () => this.#stop("worker");
    this.#listen(true);
  }

  // The result of one request; rejects with a word for programs (timeout, worker, boot …).
  ask(tool, definition, answers) {
    this.start();
    const id = (this.#number += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#listen(true);
      this.#worker.postMessage(JSON.stringify({ id, tool, definition, answers }));
    });
  }

  #hear(reply) {
    if (reply.failed) {
      this.#stop(reply.failed);
      return;
    }
    if (reply.loading) {
      this.#listen(true);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    this.#listen(this.#waiting.size > 0);
    if (!waiting) return;
    if (reply.error) waiting.reject(new Error(reply.error));
    else waiting.resolve(reply.result);
  }

  #listen(on) {
    clearTimeout(this.#timer);
    if (on) this.#timer = setTimeout(() => this.#stop("timeout"), this.#limit);
  }

  #stop(why) {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(why));
  }
}
