// The TestSupport module; see Sources/README.md.
