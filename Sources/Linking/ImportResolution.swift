/// Finds the file of the project that an import means.
///
/// ECMAScript and CommonJS: Node's algorithm over the project's own files (relative paths,
/// extensions, `index` files), then the aliases of `tsconfig.json` and the names of workspace
/// packages. Python: relative dots, then absolute names below the importer's ancestor folders,
/// nearest first, so that a repository of several packages resolves each to its own.
package struct ImportResolution: Sendable {
  /// `paths` of a `tsconfig.json`: in files below `folder`, `prefix*suffix` means `targets`.
  package struct Alias: Sendable, Hashable {
    package var folder: String
    package var pattern: String
    /// Relative to the project's root, with one `*` for what the pattern's `*` matched.
    package var targets: [String]

    package init(folder: String, pattern: String, targets: [String]) {
      self.folder = folder
      self.pattern = pattern
      self.targets = targets
    }
  }

  private let files: [String: Int]
  private let aliases: [Alias]
  /// Workspace package name → its folder.
  private let packages: [String: String]
  /// The names by which known libraries are imported.
  private let libraries: Set<String>
  /// Folder of modules that a library writes into the project → the library's module.
  private let generated: [String: String]

  package init(
    paths: [String], aliases: [Alias] = [], packages: [String: String] = [:],
    libraries: Set<String> = [], generated: [String: String] = [:]
  ) {
    var files: [String: Int] = [:]
    for (index, path) in paths.enumerated() { files[path] = index }
    self.files = files
    self.aliases = aliases.sorted { $0.folder.count > $1.folder.count }
    self.packages = packages
    self.libraries = libraries
    self.generated = generated
  }

  /// The position of the file that `specifier` means in `importer`, a path.
  package func resolve(_ specifier: String, from importer: String) -> Int? {
    if importer.hasSuffix(".py") || importer.hasSuffix(".pyi") {
      return resolvePython(specifier, from: importer)
    }
    if specifier.hasPrefix(".") {
      return file(Path.join(Path.folder(of: importer), specifier))
    }
    if let module = resolveAlias(specifier, from: importer) { return module }
    return resolveRoot(specifier, from: importer) ?? resolvePackage(specifier)
      ?? resolveFolder(specifier, from: importer)
  }

  /// The library that a specifier names when it resolves to nothing; nil for a lost file.
  package func library(_ specifier: String) -> String? {
    if !generated.isEmpty, !libraries.contains(specifier), specifier.contains("/") {
      let folders = specifier.split(separator: "/")
      if let library = folders.lazy.compactMap({ generated[String($0)] }).first { return library }
    }
    if specifier.hasPrefix(".") || specifier.hasPrefix("/") { return nil }
    return specifier.hasPrefix("node:") ? String(specifier.dropFirst(5)) : specifier
  }

  // MARK: ECMAScript

  private static let extensions = [
    "ts", "tsx", "js", "jsx", "mts", "cts", "mjs", "cjs", "d.ts",
  ]

  private func file(_ path: String) -> Int? {
    if let exact = files[path] { return exact }
    for ending in Self.extensions {
      if let module = files["\(path).\(ending)"] { return module }
    }
    // `import './db.js'` in TypeScript names the file that will be emitted.
    for (emitted, written) in [(".js", ".ts"), (".js", ".tsx"), (".mjs", ".mts"), (".cjs", ".cts")]
    where path.hasSuffix(emitted) {
      if let module = files[path.dropLast(emitted.count) + written] { return module }
    }
    for ending in Self.extensions {
      let index = path.isEmpty ? "index.\(ending)" : "\(path)/index.\(ending)"
      if let module = files[index] { return module }
    }
    return nil
  }

  private func resolveAlias(_ specifier: String, from importer: String) -> Int? {
    for alias in aliases where Path.isBelow(importer, alias.folder) {
      guard let matched = Self.match(specifier, alias.pattern) else { continue }
      // A folder below the base may be called like a library, which is what is meant then.
      if alias.pattern == "*", libraries.contains(specifier) { continue }
      for target in alias.targets {
        let path = target.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
          .joined(separator: matched)
        if let module = file(Path.normalized(path)) { return module }
      }
    }
    return nil
  }

  /// What the pattern's `*` stands for, or nil when the pattern does not match.
  private static func match(_ specifier: String, _ pattern: String) -> String? {
    guard let star = pattern.firstIndex(of: "*") else { return specifier == pattern ? "" : nil }
    let prefix = pattern[..<star]
    let suffix = pattern[pattern.index(after: star)...]
    guard specifier.count >= prefix.count + suffix.count, specifier.hasPrefix(prefix),
      specifier.hasSuffix(suffix)
    else { return nil }
    return String(specifier.dropFirst(prefix.count).dropLast(suffix.count))
  }

  /// `@/lib/time`, which no package can be called: what bundlers take it for when nothing says so.
  private func resolveRoot(_ specifier: String, from importer: String) -> Int? {
    guard specifier.hasPrefix("@/") || specifier.hasPrefix("~/") else { return nil }
    return resolve(String(specifier.dropFirst(2)), aroundOrAbove: importer)
  }

  /// `lib/time` of no known library, where a folder above has such a file.
  private func resolveFolder(_ specifier: String, from importer: String) -> Int? {
    guard let end = specifier.firstIndex(of: "/"), !"@/~#".contains(specifier.prefix(1)),
      !specifier.contains(":"), !libraries.contains(String(specifier[..<end]))
    else { return nil }
    return resolve(specifier, aroundOrAbove: importer)
  }

  private func resolve(_ rest: String, aroundOrAbove importer: String) -> Int? {
    var folder = Path.folder(of: importer)
    while true {
      for root in [folder, Path.below(folder, "src")] {
        if let module = file(Path.below(root, rest)) { return module }
      }
      guard let parent = Path.parent(of: folder) else { return nil }
      folder = parent
    }
  }

  private func resolvePackage(_ specifier: String) -> Int? {
    let parts = specifier.split(separator: "/")
    let length = specifier.hasPrefix("@") ? 2 : 1
    guard parts.count >= length, let folder = packages[parts.prefix(length).joined(separator: "/")]
    else { return nil }
    let rest = parts.dropFirst(length).joined(separator: "/")
    let candidates = rest.isEmpty ? ["", "src", "lib"] : [rest, "src/\(rest)", "lib/\(rest)"]
    for candidate in candidates {
      let path = candidate.isEmpty ? folder : folder.isEmpty ? candidate : "\(folder)/\(candidate)"
      if let module = file(path) { return module }
    }
    return nil
  }

  // MARK: Python

  private func resolvePython(_ specifier: String, from importer: String) -> Int? {
    let dots = specifier.prefix { $0 == "." }.count
    let tail = specifier.dropFirst(dots).split(separator: ".").joined(separator: "/")
    var folder: String? = Path.folder(of: importer)
    if dots > 0 {
      for _ in 1..<dots { folder = folder.flatMap(Path.parent) }
      return folder.flatMap { pythonModule(Path.below($0, tail)) }
    }
    // A package's own folder is not on the path; what lies there is meant only when a script runs
    // from it, and never when the name is a known library's.
    var inside: [String] = []
    while let root = folder {
      folder = Path.parent(of: root)
      if files[Path.below(root, "__init__.py")] != nil {
        inside.append(root)
      } else if isNamesake(specifier, below: root, of: importer) {
        return nil
      } else if let module = pythonModule(tail, below: root) {
        return module
      }
    }
    if isLibrary(specifier) { return nil }
    for root in inside { if let module = pythonModule(tail, below: root) { return module } }
    return nil
  }

  private func isLibrary(_ specifier: String) -> Bool {
    libraries.contains(specifier.split(separator: ".").first.map(String.init) ?? "")
  }

  /// Whether a name means a library although the importer's own package ends in it: what lies in
  /// `acme/stripe/` is `acme.stripe`, also where `acme` has no `__init__.py`.
  private func isNamesake(
    _ specifier: String, below root: String, of importer: String
  ) -> Bool {
    guard !root.isEmpty, isLibrary(specifier),
      let first = specifier.split(separator: ".").first,
      Path.isBelow(importer, Path.below(root, String(first)))
    else { return false }
    return !Self.sourceFolders.contains(root.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Folders that hold packages and are none.
  private static let sourceFolders: Set<String> = ["src", "lib", "python", "packages"]

  private func pythonModule(_ tail: String, below root: String) -> Int? {
    pythonModule(Path.below(root, tail))
      ?? pythonModule(Path.below(Path.below(root, "src"), tail))
  }

  private func pythonModule(_ path: String) -> Int? {
    files["\(path).py"] ?? files[Path.below(path, "__init__.py")] ?? files["\(path).pyi"]
  }

  /// The submodule `name` of a package, when no name of its `__init__` is meant.
  package func submodule(_ name: String, of importerPath: String) -> Int? {
    guard importerPath.hasSuffix("__init__.py") else { return nil }
    return pythonModule(Path.below(Path.folder(of: importerPath), name))
  }
}
