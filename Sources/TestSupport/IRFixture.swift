import Basis
import Foundation
package import IR
import Lowering
package import Syntax

/// A file that holds a source and, below a rule of dashes, what lowering makes of it.
///
///     with: enter, body, leave on every way out
///     <source>
///     ----------
///     <what `IRPrinter` prints>
package struct IRFixture: Sendable, CustomStringConvertible {
  package let path: String
  package let grammar: Grammar
  package let title: String
  package let source: String
  package let expected: String

  package var description: String {
    path.split(separator: "/").suffix(2).joined(separator: "/")
  }

  private static let rule = String(repeating: "-", count: 10) + "\n"

  /// The fixtures in a folder, by name.
  package static func all(in folder: String, grammar: Grammar) throws -> [IRFixture] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }.sorted()
      .map { try IRFixture(path: folder + "/" + $0, grammar: grammar) }
  }

  private init(path: String, grammar: Grammar) throws {
    self.path = path
    self.grammar = grammar
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let title = text.prefix { $0 != "\n" }
    let rest = text.dropFirst(title.count + 1)
    let end = rest.range(of: Self.rule)
    self.title = String(title)
    source = String(rest[..<(end?.lowerBound ?? rest.endIndex)])
    expected = end.map { String(rest[$0.upperBound...]) } ?? ""
  }

  /// What lowering makes of the source now.
  package func lowered() throws -> Module { try lowerText(source, grammar) }

  /// The printed module; writes it into the file when `UPDATE_SNAPSHOTS` is set and it differs.
  package func print(_ module: Module) throws -> String {
    let actual = IRPrinter.print(module)
    if actual != expected, ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      let text = title + "\n" + source + Self.rule + actual
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return actual
  }
}

/// Lowers a text with symbols of its own.
package func lowerText(_ text: String, _ grammar: Grammar) throws -> Module {
  try lowerBytes(Array(text.utf8), grammar)
}

/// Lowers bytes with symbols of their own.
package func lowerBytes(_ bytes: [UInt8], _ grammar: Grammar) throws -> Module {
  try lower(file: ID(0), bytes: bytes, grammar: grammar, symbols: SymbolTable())
}

/// Sources that a person would not write, made of one that a person would: cut off at every 50th
/// byte, and with single bits flipped by a generator that always gives the same.
package func damaged(_ source: String, flips: Int = 40) -> [[UInt8]] {
  let bytes = Array(source.utf8)
  var result = stride(from: 0, to: bytes.count, by: 50).map { Array(bytes[..<$0]) }
  guard !bytes.isEmpty else { return result }
  var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  for _ in 0..<flips {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var copy = bytes
    copy[Int(state >> 33) % bytes.count] ^= 1 << UInt8(state >> 29 & 7)
    result.append(copy)
  }
  return result
}
