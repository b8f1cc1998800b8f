// The IR module; see Sources/README.md.
