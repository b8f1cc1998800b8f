package import Basis
package import Findings
package import RuleBook

/// Everything that a run found out, in the order in which it is told.
///
/// A reporter gets the whole report and writes bytes; it decides nothing.
package struct Report: Sendable {
  /// One of the projects of an audit.
  package struct Repository: Sendable, Equatable {
    /// Its folder as shown to users.
    package var path: String
    /// The files of the report that are its own.
    package var files: Range<UInt32>
    /// Why it was not analysed at all; empty if it was.
    package var failure: String

    package init(path: String, files: Range<UInt32>, failure: String = "") {
      self.path = path
      self.files = files
      self.failure = failure
    }
  }

  package var tool: Tool
  /// The absolute path of the folder to which the files' paths are relative.
  package var base: String
  /// The rules in force, sorted by id.
  package var rules: [Rule]
  package var files: Table<SourceFile>
  /// Sorted by repository, path, offset and rule.
  package var findings: [Finding]
  package var coverage: Coverage
  /// The projects of an audit in the order of the user's list; empty for any other run.
  package var repositories: [Repository]

  package init(
    tool: Tool, base: String, rules: [Rule], files: Table<SourceFile> = Table(),
    findings: [Finding] = [], coverage: Coverage = Coverage()
  ) {
    self.tool = tool
    self.base = base
    self.rules = rules.sorted { $0.id < $1.id }
    self.files = files
    self.findings = findings
    self.coverage = coverage
    repositories = []
    sort()
  }

  /// Restores the order of the findings after some were added.
  package mutating func sort() {
    let ranks = fileRanks(Set(findings.map(\.location.file)))
    findings.sort { left, right in
      let (leftFile, rightFile) = (left.location.file, right.location.file)
      if leftFile != rightFile { return ranks[leftFile, default: 0] < ranks[rightFile, default: 0] }
      let (leftRange, rightRange) = (left.location.range, right.location.range)
      return (leftRange.start, left.rule, leftRange.end, left.message)
        < (rightRange.start, right.rule, rightRange.end, right.message)
    }
  }

  /// The place of each of these files in the order by repository and path, compared by bytes.
  private func fileRanks(_ used: Set<ID<SourceFile>>) -> [ID<SourceFile>: Int] {
    let keys = used.map { id in
      let project = repositories.firstIndex { $0.files.contains(id.rawValue) } ?? 0
      return (project: project, path: Array(files[id].path.utf8), id: id)
    }
    let ordered = keys.sorted { left, right in
      if left.project != right.project { return left.project < right.project }
      if left.path == right.path { return left.id < right.id }
      return left.path.lexicographicallyPrecedes(right.path)
    }
    let places = ordered.enumerated().map { ($0.element.id, $0.offset) }
    return Dictionary(places, uniquingKeysWith: min)
  }

  /// The rule of a finding.
  package func rule(_ id: String) -> Rule? {
    rules.first { $0.id == id }
  }

  /// The project that a file belongs to, if the run is an audit.
  package func repository(of file: ID<SourceFile>) -> Repository? {
    repositories.first { $0.files.contains(file.rawValue) }
  }
}

/// The program that wrote a report.
package struct Tool: Sendable, Equatable {
  package var name: String
  /// A semantic version, such as `1.2.3`.
  package var version: String
  /// An absolute address about the program, if it has one.
  package var informationURI: String

  package init(name: String, version: String, informationURI: String = "") {
    self.name = name
    self.version = version
    self.informationURI = informationURI
  }
}

extension Report {
  /// Forgets the files that no finding speaks of, with their bytes.
  package mutating func dropUnusedFiles() {
    var kept = Table<SourceFile>()
    var places: [ID<SourceFile>: ID<SourceFile>] = [:]
    let locations = findings.flatMap { [$0.location] + $0.trace.map(\.location) }
    let used = Set(locations.map(\.file))
    for id in files.ids where used.contains(id) { places[id] = kept.append(files[id]) }
    replaceFiles(with: kept) { places[$0] ?? $0 }
  }

  /// Adds another project's report, which keeps its own order.
  package mutating func append(_ other: Report, as repository: Repository) {
    let first = UInt32(files.count)
    var moved = other
    moved.replaceFiles(with: other.files) { ID(rawValue: $0.rawValue + first) }
    for file in other.files.values { files.append(file) }
    findings += moved.findings
    coverage.add(other.coverage)
    var repository = repository
    repository.files = first..<UInt32(files.count)
    repositories.append(repository)
  }

  private mutating func replaceFiles(
    with table: Table<SourceFile>, _ place: (ID<SourceFile>) -> ID<SourceFile>
  ) {
    files = table
    for index in findings.indices {
      findings[index].location.file = place(findings[index].location.file)
      for step in findings[index].trace.indices {
        let file = findings[index].trace[step].location.file
        findings[index].trace[step].location.file = place(file)
      }
    }
  }
}

extension Baseline {
  /// Accepts all findings of a report.
  package init(_ report: Report) {
    self.init(
      report.findings.map { finding in
        let path = report.files[finding.location.file].path
        return Entry(fingerprint: finding.fingerprint, rule: finding.rule, path: path)
      })
  }
}
