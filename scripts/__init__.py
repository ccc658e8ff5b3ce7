"""The build: load, validate, localise, pages, site, runtime, finish."""
