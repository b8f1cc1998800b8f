package import Basis

/// The findings that a project has accepted for now: `check --baseline` leaves them out.
///
/// The file is JSON, one finding a line, sorted, so that its changes read well in a review:
///
///     {
///       "stopleak-baseline": 1,
///       "findings": [
///         {"fingerprint": "0c3e…", "rule": "SL103", "path": "src/inventory.js"},
///
/// Only the fingerprint decides; rule and path are for the reader, and for telling which entries
/// have nothing left to accept.
package struct Baseline: Sendable, Equatable {
  /// One accepted finding.
  package struct Entry: Sendable, Hashable {
    package var fingerprint: Fingerprint
    package var rule: String
    /// As the fingerprint sees it: relative to the project's root.
    package var path: String

    package init(fingerprint: Fingerprint, rule: String, path: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
    }
  }

  private static let versionName = "stopleak-baseline"

  /// Sorted by path, rule and fingerprint.
  package let entries: [Entry]
  private let fingerprints: Set<Fingerprint>

  package init(_ entries: some Sequence<Entry>) {
    self.entries = Set(entries).sorted { left, right in
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      return (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
    }
    fingerprints = Set(self.entries.map(\.fingerprint))
  }

  /// Whether a finding is accepted.
  package func contains(_ fingerprint: Fingerprint) -> Bool { fingerprints.contains(fingerprint) }

  /// Reads a baseline file; whatever is not exactly such a file is refused.
  package static func read(_ bytes: [UInt8]) throws(BaselineError) -> Baseline {
    let file: JSONValue
    do { file = try JSONReader.read(bytes) } catch { throw .notJSON(error) }
    guard let version = file[versionName] else { throw .notABaseline }
    guard let number = version.integer else { throw .unreadableVersion }
    guard number == Fingerprint.version else { throw .otherVersion(number) }
    guard let members = file.members, members.count == 2, let list = file["findings"]?.elements
    else { throw .unexpectedMembers }
    var entries: [Entry] = []
    var seen: Set<Fingerprint> = []
    for (index, value) in list.enumerated() {
      guard let entry = Entry(value) else { throw .damagedEntry(index + 1) }
      guard seen.insert(entry.fingerprint).inserted else { throw .doubledEntry(entry) }
      entries.append(entry)
    }
    return Baseline(entries)
  }

  /// Writes the file that `read` reads.
  package func write(to sink: inout some ByteSink) {
    sink.write("{\n  \"\(Self.versionName)\": \(Fingerprint.version),\n  \"findings\": [")
    var separator = "\n"
    for entry in entries {
      var writer = JSONWriter(.compact)
      writer.object { writer in
        writer.member("fingerprint", entry.fingerprint.text)
        writer.member("rule", entry.rule)
        writer.member("path", entry.path)
      }
      sink.write(separator + "    ")
      sink.write(writer.bytes)
      separator = ",\n"
    }
    sink.write(entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }
}

extension Baseline.Entry {
  fileprivate init?(_ value: JSONValue) {
    guard let members = value.members, members.count == 3,
      let fingerprint = value["fingerprint"]?.text.flatMap(Fingerprint.init),
      let rule = value["rule"]?.text, !rule.isEmpty, let path = value["path"]?.text, !path.isEmpty
    else { return nil }
    self.init(fingerprint: fingerprint, rule: rule, path: path)
  }
}

/// Why a file is not taken as a baseline.
package enum BaselineError: Error, Equatable {
  case notJSON(JSONError)
  case notABaseline
  case unreadableVersion
  case otherVersion(Int)
  case unexpectedMembers
  /// The entry's place in the list, counted from 1.
  case damagedEntry(Int)
  case doubledEntry(Baseline.Entry)

  package var message: String {
    switch self {
    case .notJSON(let error):
      "is not valid JSON (\(error.description)); restore it or write it anew"
    case .notABaseline:
      "is not a baseline file: it has no \"stopleak-baseline\""
    case .unreadableVersion:
      "has a \"stopleak-baseline\" that is not a whole number"
    case .otherVersion(let version):
      "has version \(version), but this program reads version \(Fingerprint.version); write it anew"
    case .unexpectedMembers:
      "must have exactly the members \"stopleak-baseline\" and \"findings\" (a list)"
    case .damagedEntry(let number):
      "has a damaged entry, number \(number): expected exactly \"fingerprint\" (sixteen hexadecimal "
        + "digits), \"rule\" and \"path\""
    case .doubledEntry(let entry):
      "lists the fingerprint \(entry.fingerprint.text) twice (\(entry.rule) in \(entry.path))"
    }
  }
}
