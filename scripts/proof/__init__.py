"""An exact proof of what a route-finder promises, on decision diagrams that hold every combination of answers."""
