import Basis
import Findings
import Reporting
import RuleBook

/// The report that all formats are tried on, with something awkward in each part.
enum FixedReport {
  static let checkout = """
    import { pool } from '../db';

    export async function checkout(order: Order) {
      const client = await pool.connect();
      const receipt = await charge(order);
    \tconst 名前 = "😀"; client.query(insert(order, 名前));
      client.release();
      return receipt;
    }

    """

  static let charge = """
    export function charge(order: Order) {
      if (!order.total) { throw new Error('empty') }
    }
    """

  static let oddName = "app/a b#1%\u{1B}[31m:é.py"

  /// One line far too long to be shown whole, without a line end after it.
  static let minified =
    "x = '" + String(repeating: "abcdefghij ", count: 60) + "'; conn = pool.getconn(); "
    + String(repeating: "y = 1; ", count: 60)

  static let rules = [
    Rule(
      id: "SL103", name: "leak-on-error-path", title: "A resource is not released on an error",
      severity: .error, isOnByDefault: true, precision: "high",
      tags: ["reliability", "CWE-772"],
      why: "A pool hands out a **fixed** number of `connections`.\n\nOne that is lost is lost.\n",
      fix: "Release it in `finally`.\n",
      references: ["The pool https://node-postgres.com/apis/pool"],
      examples: [
        Example(
          title: "released only on success", language: "javascript",
          code:
            "const c = await pool.connect(); // expect: SL103\nawait c.query(q);  // step: mayRaise\n"
        )
      ]),
    Rule(
      id: "SL001", name: "useless-suppression", title: "A suppression is of no use",
      severity: .warning, isOnByDefault: true, precision: "very-high", tags: ["maintainability"],
      why: "It hides nothing.", fix: "", references: [], examples: []),
    Rule(
      id: "SL405", name: "query-per-item", title: "A query for each item", severity: .note,
      isOnByDefault: false, precision: "medium", tags: ["performance"], why: "", fix: "",
      references: [], examples: []),
  ]

  static var report: Report {
    var files = Table<SourceFile>()
    for (path, text) in [
      ("src/lib/charge.ts", charge), ("src/checkout.ts", checkout), (oddName, minified),
    ] {
      files.append(SourceFile(path: path, bytes: Array(text.utf8)))
    }
    var findings = [leak(files), perItem(files), odd(files)]
    assignFingerprints(to: &findings) { files[$0].path }
    return Report(
      tool: Tool(name: "stopleak", version: "0.1.0", informationURI: "https://example.org/tool"),
      base: "/home/me/shop", rules: rules, files: files, findings: findings, coverage: coverage)
  }

  private static var coverage: Coverage {
    var coverage = Coverage()
    coverage.filesChecked = 214
    coverage.skipped = [.minified: 9, .tooLarge: 3]
    coverage.skippedFolders = [.vendored: 1]
    coverage.notedSkips = [Coverage.Gap(path: "src/data.js", reason: "too large: 21 MB")]
    coverage.gaps = [
      Coverage.Gap(path: "src/locked.py", reason: "permission denied"),
      Coverage.Gap(path: "src/huge.ts", function: "parseAll", reason: "too complex"),
    ]
    coverage.partialFiles = [Coverage.PartialFile(path: "src/broken.js", line: 7)]
    coverage.suppressed = 2
    coverage.baselined = 1
    coverage.staleBaselineEntries = 2
    return coverage
  }

  /// A leak whose story passes through another file.
  private static func leak(_ files: Table<SourceFile>) -> Finding {
    let acquire = location("await pool.connect()", in: 1, files)
    return Finding(
      rule: "SL103", severity: .error, confidence: .high, location: acquire,
      message: "pooled client `client` is not released if `charge()` throws",
      help: "release `client` in a `finally` block", resource: "pg.PoolClient",
      function: "checkout", anchor: "pool.connect",
      trace: [
        TraceStep(role: .acquired, location: acquire, message: "acquired here"),
        TraceStep(
          role: .mayRaise, location: location("await charge(order)", in: 1, files),
          message: "`charge()` may throw"),
        TraceStep(
          role: .related, location: location("throw new Error('empty')", in: 0, files),
          message: "reached when the cart is empty"),
        TraceStep(
          role: .related, location: location("throw new Error('empty')", in: 0, files),
          message: "thrown here"),
        TraceStep(
          role: .leaked, location: location("client.release()", in: 1, files),
          message: "the release that is not reached"),
      ], otherPaths: 2)
  }

  /// A finding after characters that are wide, or two units of UTF-16.
  private static func perItem(_ files: Table<SourceFile>) -> Finding {
    Finding(
      rule: "SL405", severity: .note, confidence: .medium,
      location: location("client.query(insert(order, 名前))", in: 1, files),
      message: "a query for each item", function: "checkout", anchor: "client.query")
  }

  /// A finding without function or trace, in a file with an awkward name.
  private static func odd(_ files: Table<SourceFile>) -> Finding {
    Finding(
      rule: "SL103", severity: .error, confidence: .low,
      location: location("pool.getconn()", in: 2, files),
      message: "`conn` is not released if something \u{1B}[31mraises", anchor: "pool.getconn",
      otherPaths: 1)
  }

  private static func location(
    _ text: String, in file: Int, _ files: Table<SourceFile>
  ) -> SourceLocation {
    let bytes = files.values[file].bytes
    let start = bytes.indices.first { bytes[$0...].starts(with: text.utf8) } ?? 0
    let range = ByteRange(start: UInt32(start), end: UInt32(start + text.utf8.count))
    return SourceLocation(file: ID(file), range: range)
  }
}

extension Reporter {
  /// What the reporter writes, as text.
  func text(of report: Report) -> String {
    var buffer = ByteBuffer()
    write(report, to: &buffer)
    return buffer.text
  }
}
