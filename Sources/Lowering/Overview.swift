// The Lowering module; see Sources/README.md.
