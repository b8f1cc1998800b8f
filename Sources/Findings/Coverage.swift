/// What was analysed and what was not, and why; every reporter shows it.
package struct Coverage: Sendable, Equatable {
  /// Why a file was not analysed by policy: counted, never a fault.
  package enum SkipReason: String, Sendable, CaseIterable, Hashable {
    case ignored, vendored, minified, generated, tooLarge = "too large", binary
    case notRegular = "not a regular file", undecodable
    case tooManyTokens = "too many tokens for this parser"
    case vanished = "vanished meanwhile"
    case unsupported = "in no supported language"
  }

  /// Something that should have been analysed and was not: the run is incomplete.
  package struct Gap: Sendable, Hashable {
    package var path: String
    /// The enclosing function when only that was given up.
    package var function: String
    package var reason: String

    package init(path: String, function: String = "", reason: String) {
      self.path = path
      self.function = function
      self.reason = reason
    }
  }

  /// A file with syntax that the grammar did not understand.
  package struct PartialFile: Sendable, Hashable {
    package var path: String
    /// Where that begins, counted from 1.
    package var line: Int

    package init(path: String, line: Int) {
      self.path = path
      self.line = line
    }
  }

  package var filesChecked = 0
  package var bytesChecked = 0
  package var filesParsed = 0
  /// Other files of the project that were parsed, because the ones asked about lead to them.
  package var filesParsedAround = 0
  package var skipped: [SkipReason: Int] = [:]
  /// Folders left out as a whole; what is in them was not counted.
  package var skippedFolders: [SkipReason: Int] = [:]
  /// The skipped files that deserve a notification: path and reason, sorted by path.
  package var notedSkips: [Gap] = []
  package var gaps: [Gap] = []
  /// Files with syntax that the grammar did not understand, which were analysed around it.
  package var partialFiles: [PartialFile] = []
  package var syntaxNodes = 0
  /// Nodes that lowering did not know; each became an opaque operation.
  package var unknownNodes = 0
  package var functionsAnalysed = 0
  package var suppressed = 0
  package var baselined = 0
  /// Entries of the baseline for files of this run that have nothing left to accept.
  package var staleBaselineEntries = 0

  package init() {}
}

extension Coverage {
  /// Adds what another part of the same run covered.
  package mutating func add(_ other: Coverage) {
    filesChecked += other.filesChecked
    bytesChecked += other.bytesChecked
    filesParsed += other.filesParsed
    filesParsedAround += other.filesParsedAround
    skipped.merge(other.skipped, uniquingKeysWith: +)
    skippedFolders.merge(other.skippedFolders, uniquingKeysWith: +)
    notedSkips += other.notedSkips
    gaps += other.gaps
    partialFiles += other.partialFiles
    syntaxNodes += other.syntaxNodes
    unknownNodes += other.unknownNodes
    functionsAnalysed += other.functionsAnalysed
    suppressed += other.suppressed
    baselined += other.baselined
    staleBaselineEntries += other.staleBaselineEntries
  }
}
