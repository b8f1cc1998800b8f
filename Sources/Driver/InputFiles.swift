package import Basis

// The files that a run reads besides the code: lists, baselines, rule files, standard input.

/// How large a file of the user's own may be; those of other people's repositories have their own
/// limit.
private let inputLimit = 64 << 20

/// The absolute path of the working directory.
package func workingDirectory() throws(FileError) -> FilePath {
  try FileSystem.workingDirectory()
}

/// Reads a file that the user named.
package func readFile(_ path: String) throws(FileError) -> [UInt8] {
  try FileSystem.read(FilePath(path), limit: inputLimit)
}

/// Reads standard input to its end.
package func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
  try FileSystem.readStream(0, name: "standard input", limit: limit)
}

/// The YAML files in folders, those of each folder sorted by path; a path may also be a file.
package func ruleFiles(in paths: [FilePath]) throws(FileError) -> [SourceFile] {
  var files: [SourceFile] = []
  for path in paths {
    guard try FileSystem.kind(of: path) == .folder else {
      files.append(try ruleFile(path))
      continue
    }
    var found: [FilePath] = []
    try collectRuleFiles(in: path, below: path, depth: 0, into: &found)
    guard !found.isEmpty else { throw FileError(path, .noRuleFiles) }
    for file in found { files.append(try ruleFile(file)) }
  }
  return files
}

private func ruleFile(_ path: FilePath) throws(FileError) -> SourceFile {
  SourceFile(path: path.text, bytes: try FileSystem.read(path, limit: 1 << 20))
}

private func collectRuleFiles(
  in folder: FilePath, below root: FilePath, depth: Int, into found: inout [FilePath]
) throws(FileError) {
  guard depth < 32 else { return }
  for entry in try FileSystem.entries(of: folder, below: root) {
    let path = folder.appending(entry.name)
    let name = path.text
    switch entry.kind {
    case .folder: try collectRuleFiles(in: path, below: root, depth: depth + 1, into: &found)
    case .file where name.hasSuffix(".yaml") || name.hasSuffix(".yml"): found.append(path)
    default: continue
    }
  }
}
