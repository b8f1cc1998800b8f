// The Analysis module; see Sources/README.md.
