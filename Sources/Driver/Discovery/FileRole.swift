import Lowering
package import Syntax

/// What a file is to an analysis, by its name.
package enum FileRole: Hashable, Sendable {
  /// Code that is analysed.
  case source(Grammar)
  /// A description of a database that tells what is unique.
  case schema
  /// What says how modules of a project find each other.
  case project

  package init?(name: ArraySlice<UInt8>) {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    switch String(decoding: name[(dot + 1)...], as: UTF8.self) {
    case "sql", "prisma": self = .schema
    case "json":
      guard Self.isProjectFile(name) else { return nil }
      self = .project
    case let other:
      guard let grammar = LanguageRegistry.grammar(forExtension: other) else { return nil }
      self = .source(grammar)
    }
  }

  package var isSource: Bool {
    if case .source = self { true } else { false }
  }

  private static func isProjectFile(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("package.json".utf8) || name.elementsEqual("jsconfig.json".utf8)
      || name.starts(with: "tsconfig".utf8)
  }
}

/// Folders that are left out unless an ignore file takes them back in.
enum FolderPolicy {
  /// What to do with a folder of this name.
  enum Verdict: Equatable {
    case walked
    case vendored
    case generated
    /// The records of another tool: never code, and not worth a word.
    case uninteresting
  }

  /// Decides by the name alone, where no ignore file decided.
  static func verdict(on name: ArraySlice<UInt8>) -> Verdict {
    switch String(decoding: name, as: UTF8.self) {
    case "node_modules", "bower_components", "jspm_packages", "site-packages", "vendor",
      "vendored", "third_party", ".venv", "venv", "__pypackages__", ".tox", ".nox", ".yarn",
      ".pnpm-store", ".eggs":
      .vendored
    case "dist", "build", "_build", ".next", ".nuxt", ".output", ".svelte-kit", ".parcel-cache",
      ".turbo":
      .generated
    case ".git", ".hg", ".svn", ".jj", "__pycache__", ".mypy_cache", ".pytest_cache",
      ".ruff_cache", ".pytype", ".stopleak-cache", ".idea", ".vscode":
      .uninteresting
    default: .walked
    }
  }
}
