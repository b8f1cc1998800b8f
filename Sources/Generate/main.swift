/// Writes every file that is generated and checked in; with `--verify` compares them instead.
///
/// Run from the root of the repository.

let arguments = CommandLine.arguments.dropFirst()
let mayWrite = !arguments.contains("--verify")
guard arguments.allSatisfy({ $0 == "--verify" }) else {
  GeneratedFile.fail("usage: swift run Generate [--verify]")
}

let stale = try (nodeKindFiles() + RuleFolder().generatedFiles()).filter { file in
  guard try file.isStale() else { return false }
  if mayWrite { try file.write() }
  return true
}
for file in stale { print(mayWrite ? "written: \(file.path)" : "not fresh: \(file.path)") }
if !stale.isEmpty && !mayWrite { GeneratedFile.fail("run `make generate`") }
