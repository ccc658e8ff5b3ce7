"""Every way in which a page could keep or send what a reader fills in."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.browser.findings import nothing
from tests.browser.recorder import Visit
from tests.conftest import Served

#: Tells of every way in which a page can keep or send something.
LISTEN = """(() => {
  const tell = (what, ...details) => window.kennisbankTold(JSON.stringify([what, ...details]));
  const listen = (owner, name) => {
    const plain = owner?.[name];
    if (!plain) return;
    owner[name] = function (...details) { tell(name, ...details.map(String)); return plain.apply(this, details); };
  };
  listen(Storage.prototype, "setItem");
  listen(IDBFactory.prototype, "open");
  listen(window.CacheStorage?.prototype, "open");
  listen(window.StorageManager?.prototype, "getDirectory");
  listen(window.ServiceWorkerContainer?.prototype, "register");
  listen(Navigator.prototype, "sendBeacon");
  listen(BroadcastChannel.prototype, "postMessage");
  for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "SharedWorker", "WebTransport"]) {
    const Plain = window[name];
    if (Plain) window[name] = class extends Plain { constructor(...details) { tell(name); super(...details); } };
  }
  for (const name of ["pushState", "replaceState"]) {
    const plain = History.prototype[name];
    History.prototype[name] = function (state, title, url) {
      tell("history", state, title, url ?? null);
      return plain.call(this, state, title, url);
    };
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    get() { return cookie.get.call(this); },
    set(value) { tell("cookie", value); cookie.set.call(this, value); },
  });
})()"""

#: All that the browser holds at this moment.
HELD = """async () => ({
  addresses: [location.href, ...(window.navigation?.entries() ?? []).map((entry) => entry.url)],
  state: history.state,
  cookie: document.cookie,
  local: JSON.stringify(localStorage),
  session: JSON.stringify(sessionStorage),
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  referrer: document.referrer,
  name: window.name,
})"""

EMPTY = {
    "cookie": "",
    "local": "{}",
    "session": "{}",
    "databases": [],
    "caches": [],
    "workers": 0,
    "referrer": "",
    "name": "",
}


def only_files_of_the_site(visit: Visit, served: Served) -> None:
    """Every request asks for a file by its own name and carries nothing: so it cannot carry an answer."""
    wrong = []
    for request in visit.requests:
        parts = urlsplit(request.url)
        file = served.folder / parts.path.lstrip("/")
        file = file / "index.html" if parts.path.endswith("/") else file
        if (
            not request.url.startswith(served.url)
            or not file.is_file()
            or parts.query
            or request.method != "GET"
            or request.post_data is not None
            or request.all_headers().get("referer")
        ):
            wrong.append(f"{request.method} {request.url} {request.post_data}")
    nothing(wrong)
    assert visit.sockets == []
