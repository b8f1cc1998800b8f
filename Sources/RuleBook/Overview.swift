// The RuleBook module; see Sources/README.md.
