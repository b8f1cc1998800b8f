// The Driver module; see Sources/README.md.
