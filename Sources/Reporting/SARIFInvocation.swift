import Basis
import Findings

/// What a notification is about; also the ids of their descriptors.
enum NotificationKind: String, CaseIterable {
  case incomplete, partial, skipped

  var description: String {
    switch self {
    case .incomplete: "Something that should have been analysed was not."
    case .partial: "A part of a file was not understood; the rest was analysed."
    case .skipped: "Files were left out by policy."
    }
  }

  var level: String {
    switch self {
    case .incomplete: "error"
    case .partial: "warning"
    case .skipped: "note"
    }
  }
}

/// The `invocations` of a run: one, with a notification for everything that was left out.
struct SARIFInvocation {
  let report: Report

  /// Writes the member `invocations`.
  func write(_ writer: inout JSONWriter) {
    let coverage = report.coverage
    writer.array("invocations") { writer in
      writer.object { writer in
        writer.member("executionSuccessful", coverage.gaps.isEmpty)
        writer.array("toolExecutionNotifications") { writer in
          for gap in coverage.gaps { write(.incomplete, of: gap, &writer) }
          for file in coverage.partialFiles { writePartial(file, &writer) }
          for skip in coverage.notedSkips { write(.skipped, of: skip, &writer) }
          writeCounts(coverage.skipped, "file", &writer)
          writeCounts(coverage.skippedFolders, "folder", &writer)
        }
      }
    }
  }

  private func write(
    _ kind: NotificationKind, of gap: Coverage.Gap, _ writer: inout JSONWriter
  ) {
    let part = gap.function.isEmpty ? "" : "Function '\(gap.function)': "
    let verb = kind == .skipped ? "Skipped: " : part + "Not analysed: "
    writeNotification(kind, Markdown.sentence(verb + gap.reason), path: gap.path, &writer)
  }

  private func writePartial(_ file: Coverage.PartialFile, _ writer: inout JSONWriter) {
    let text = "Syntax on line \(file.line) was not understood and was analysed around."
    writeNotification(.partial, text, path: file.path, &writer)
  }

  private func writeCounts(
    _ counts: [Coverage.SkipReason: Int], _ noun: String, _ writer: inout JSONWriter
  ) {
    for reason in Coverage.SkipReason.allCases {
      guard let count = counts[reason], count > 0 else { continue }
      let text = "Skipped \(count) \(noun)\(count == 1 ? "" : "s"): \(reason.rawValue)."
      writeNotification(.skipped, text, path: nil, &writer)
    }
  }

  private func writeNotification(
    _ kind: NotificationKind, _ text: String, path: String?, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.object("descriptor") { writer in
        writer.member("id", kind.rawValue)
        writer.member("index", NotificationKind.allCases.firstIndex(of: kind) ?? 0)
      }
      writer.member("level", kind.level)
      writer.message("message", text)
      guard let path, !path.isEmpty else { return }
      writer.array("locations") { writer in
        writer.object { writer in
          writer.object("physicalLocation") { writer in
            writer.artifactLocation(FileURI(path: path, base: report.base))
          }
        }
      }
    }
  }
}
