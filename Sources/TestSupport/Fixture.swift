package import Basis
import Foundation
package import RuleBook

/// Code written for a test, with what is expected of it in its comments: one file, or a folder.
///
///     const client = await pool.connect();  // expect: SL103 "rollback" step: acquired
///     await client.query('BEGIN');          // step: mayRaise
///
/// `Expectation` has the words.
package struct Fixture: Sendable, CustomStringConvertible {
  /// The name of the folder that it lies in: the id of the rule under test.
  package var rule: String
  package var name: String
  package var files: [SourceFile]

  package init(rule: String, name: String, files: [SourceFile]) {
    self.rule = rule
    self.name = name
    self.files = files
  }

  /// An example of a rule or a model, as users see it.
  package init(_ example: Example, rule: String) {
    let endings = ["javascript": "js", "typescript": "ts", "python": "py"]
    let path = "example." + (endings[example.language] ?? example.language)
    self.init(
      rule: rule, name: example.title,
      files: [SourceFile(path: path, bytes: Array(example.code.utf8))])
  }

  /// Its SQL and Prisma files, which describe a database.
  package var schemas: [SourceFile] { files.filter(Self.isSchema) }

  /// The files that are code.
  package var code: [SourceFile] { files.filter { !Self.isSchema($0) } }

  static func isSchema(_ file: SourceFile) -> Bool {
    file.path.hasSuffix(".sql") || file.path.hasSuffix(".prisma")
  }

  package var description: String { "\(rule)/\(name)" }

  /// The fixtures below `folder`, which has one folder a rule.
  ///
  /// - Parameter prefixes: only rules whose id starts with one of these.
  package static func all(in folder: String, rules prefixes: [String] = [""]) throws -> [Fixture] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: folder).sorted()
      .filter { rule in prefixes.contains { rule.hasPrefix($0) } }
      .flatMap { rule in
        try manager.contentsOfDirectory(atPath: "\(folder)/\(rule)").sorted().map { name in
          Fixture(rule: rule, name: name, files: try files(at: "\(folder)/\(rule)/\(name)", name))
        }
      }
  }

  private static func files(at path: String, _ name: String) throws -> [SourceFile] {
    guard try isFolder(path) else {
      return [SourceFile(path: name, bytes: try bytes(of: path))]
    }
    let below = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return try below.sorted().filter { try !isFolder("\(path)/\($0)") }.map { relative in
      SourceFile(path: relative, bytes: try bytes(of: "\(path)/\(relative)"))
    }
  }

  private static func isFolder(_ path: String) throws -> Bool {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return attributes[.type] as? FileAttributeType == .typeDirectory
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }
}
