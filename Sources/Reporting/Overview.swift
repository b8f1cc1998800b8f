// The Reporting module; see Sources/README.md.
