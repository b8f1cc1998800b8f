// The Syntax module; see Sources/README.md.
