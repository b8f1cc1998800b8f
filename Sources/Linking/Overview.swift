// The Linking module; see Sources/README.md.
