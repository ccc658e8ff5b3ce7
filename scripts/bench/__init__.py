"""Measures the build, the pages and the first result. How to read it stands in docs/_project/bench.md."""
