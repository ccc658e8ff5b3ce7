"""What runs under Pyodide's own Python: at build time beneath node, and ``whole_library`` in the reader's browser."""
