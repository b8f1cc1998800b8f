package import Basis

// What makes a finding of today the finding of yesterday.
//
// A baseline, a code-scanning service and a comparison of two runs all ask the same question: is
// this one known? Lines cannot answer it, because an edit above moves them; the text of the line
// cannot either, because a rename of a variable changes it. A finding is the same as long as the
// same rule speaks of the same call in the same function of the same file:
//
//     SL103 · src/inventory.js · reserveInventory · pool.connect · 0
//     rule    path               function           anchor         ordinal
//
// The anchor is the callee as it is written at the primary location. The ordinal tells apart what
// is equal in the other four: the first is 0, in the order of the file. When the first of two
// equal findings is fixed, the second takes its number: one fewer is reported, never a new one.
// When a third is added above, the last is reported as new: the number of new ones is right, and
// which of three equal calls is called new does not matter.
//
// Refused: the hash of the surrounding lines, which changes with edits nearby (code scanning uses
// one, so the SARIF report adds it beside this one); the path without its folders, which confuses
// the many `index.ts` of a project. A file that moves is a new file.
//
// The value is a 64-bit hash that is equal on every machine. Its recipe is version 1; a change of
// the recipe raises `Fingerprint.version`, and with it the version of the baseline files.

/// The identity of a finding across edits: sixteen hexadecimal digits.
package struct Fingerprint: Hashable, Comparable, Sendable {
  /// The recipe's version, as in the name of the SARIF property `stopleak/v1`.
  package static let version = 1

  /// Stands in a finding until `assignFingerprints` has run.
  package static let unassigned = Fingerprint(value: 0)

  package let value: UInt64

  private init(value: UInt64) { self.value = value }

  /// Reads what `text` writes; nil for anything but sixteen lower-case hexadecimal digits.
  package init?(_ text: String) {
    let isPlain = text.utf8.allSatisfy {
      $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
        || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")
    }
    guard text.utf8.count == 16, isPlain, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  package init(rule: String, path: String, function: String, anchor: String, ordinal: Int) {
    var hash = StableHash()
    hash.combine(rule)
    hash.combine(path)
    hash.combine(function)
    hash.combine(anchor)
    hash.combine(ordinal)
    value = hash.value
  }

  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  package static func < (left: Fingerprint, right: Fingerprint) -> Bool {
    left.value < right.value
  }
}

/// Gives each finding its fingerprint; `findings` must be in the order of the report.
///
/// `path` gives a file's path as the fingerprint sees it: relative to its repository.
package func assignFingerprints(
  to findings: inout [Finding], path: (ID<SourceFile>) -> String
) {
  var seen: [Identity: Int] = [:]
  for index in findings.indices {
    let finding = findings[index]
    let identity = Identity(
      rule: finding.rule, file: finding.location.file, function: finding.function,
      anchor: finding.anchor)
    let ordinal = seen[identity, default: 0]
    seen[identity] = ordinal + 1
    findings[index].fingerprint = Fingerprint(
      rule: finding.rule, path: path(finding.location.file), function: finding.function,
      anchor: finding.anchor, ordinal: ordinal)
  }
}

/// What equal findings share, ordinal aside.
private struct Identity: Hashable {
  var rule: String
  var file: ID<SourceFile>
  var function: String
  var anchor: String
}
