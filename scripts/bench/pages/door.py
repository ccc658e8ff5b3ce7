"""Gives the page the door of the tools; PyScript runs this file."""

import js
from pyodide.ffi import create_proxy

from tools.dispatch import handle

js.handleRequest = create_proxy(handle)
js.dispatchEvent(js.Event.new("python-is-there"))
