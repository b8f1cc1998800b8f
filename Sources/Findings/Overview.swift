// The Findings module; see Sources/README.md.
