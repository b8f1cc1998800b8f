package import Basis
package import Findings
package import Linking

// How the modules of a project find each other beyond relative paths, from the files that say so.
//
//     tsconfig.json   compilerOptions.paths   "@app/*": ["src/*"]        an alias below its folder
//                     compilerOptions.baseUrl "./src"                    "*" below it
//                     extends                 "../tsconfig.base.json"    what it does not say itself
//     package.json    name                    "@shop/db"                 a package of a workspace
//                     imports                 "#db": "./src/db.js"       an alias below its folder

/// The aliases and packages of a project.
package struct ModuleMap: Sendable {
  package private(set) var aliases: [ImportResolution.Alias] = []
  /// Package name → its folder.
  package private(set) var packages: [String: String] = [:]
  /// The files that could not be understood, and why.
  package private(set) var gaps: [Coverage.Gap] = []

  private var configurations: [String: JSONValue] = [:]

  /// Configurations that extend each other further than this are not followed.
  private static let deepestExtension = 8

  package init() {}

  /// - Parameter files: `package.json`, `tsconfig*.json` and `jsconfig.json` files.
  package init(_ files: [SourceFile]) {
    for file in files {
      do throws(JSONError) {
        let value = try JSONReader.read(file.bytes, dialect: .commented)
        if file.path.hasSuffix("package.json") {
          addPackage(value, in: Path.folder(of: file.path))
        } else {
          configurations[file.path] = value
        }
      } catch {
        gaps.append(Coverage.Gap(path: file.path, reason: error.description))
      }
    }
    // The plain name first: it is what editors and the compiler go by.
    let paths = configurations.keys.sorted { left, right in
      (left.utf8.count, left) < (right.utf8.count, right)
    }
    for path in paths { addConfiguration(at: path) }
  }

  // MARK: package.json

  private mutating func addPackage(_ value: JSONValue, in folder: String) {
    if let name = value["name"]?.text, packages[name] == nil { packages[name] = folder }
    for item in value["imports"]?.members ?? [] {
      guard let target = Self.target(of: item.value) else { continue }
      aliases.append(
        ImportResolution.Alias(
          folder: folder, pattern: item.name, targets: [Path.join(folder, target)]))
    }
  }

  /// The first file that conditions lead to: `{"node": "./a.js", "default": "./b.js"}`.
  private static func target(of value: JSONValue) -> String? {
    if let text = value.text { return text.hasPrefix(".") ? text : nil }
    let inner = value.members?.map(\.value) ?? value.elements ?? []
    return inner.lazy.compactMap { target(of: $0) }.first
  }

  // MARK: tsconfig.json

  private mutating func addConfiguration(at path: String) {
    let folder = Path.folder(of: path)
    if let paths = option("paths", of: path, depth: Self.deepestExtension) {
      let own = option("baseUrl", of: path, depth: Self.deepestExtension)
      let base = own.map { Path.join($0.folder, $0.value.text ?? ".") } ?? paths.folder
      for item in paths.value.members ?? [] {
        let targets = item.value.elements?.compactMap(\.text) ?? []
        aliases.append(
          ImportResolution.Alias(
            folder: folder, pattern: item.name, targets: targets.map { Path.join(base, $0) }))
      }
    }
    if let base = option("baseUrl", of: path, depth: Self.deepestExtension) {
      let target = Path.join(base.folder, base.value.text ?? ".")
      aliases.append(
        ImportResolution.Alias(folder: folder, pattern: "*", targets: [Path.below(target, "*")]))
    }
  }

  /// A compiler option, and the folder of the file that says it.
  private func option(
    _ name: String, of path: String, depth: Int
  ) -> (value: JSONValue, folder: String)? {
    guard depth > 0, let file = configurations[path] else { return nil }
    let folder = Path.folder(of: path)
    if let value = file["compilerOptions"]?[name] { return (value, folder) }
    guard let extended = file["extends"] else { return nil }
    let bases = extended.elements?.compactMap(\.text) ?? extended.text.map { [$0] } ?? []
    for base in bases.reversed() where base.hasPrefix(".") {
      let target = Path.join(folder, base)
      for candidate in [target, target + ".json", Path.below(target, "tsconfig.json")] {
        if let found = option(name, of: candidate, depth: depth - 1) { return found }
      }
    }
    return nil
  }
}
