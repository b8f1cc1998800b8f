import Basis
import Foundation
import TestSupport
import Testing

/// `stopleak check` on code with findings, from end to end.
@Suite struct CheckTests {
  private let folder: TemporaryFolder

  /// A leak on the error path, at line 4.
  private static let leak = """
    import { Pool } from 'pg';
    const pool = new Pool({ connectionTimeoutMillis: 5000 });
    export async function reserve(sku) {
      const client = await pool.connect();
      await client.query('UPDATE stock SET reserved = reserved + 1 WHERE sku = $1', [sku]);
      client.release();
    }

    """

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., input: String = "", environment: [String: String] = [:])
    throws -> CommandRun
  {
    try CommandRun(arguments, in: folder, input: input, environment: environment)
  }

  private func findings(_ run: CommandRun) throws -> [JSONValue] {
    try run.output.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
  }

  @Test func reportsALeak() throws {
    try folder.write(["src/stock.js": Self.leak])
    let run = try run("check")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("error[SL103] leak-on-error-path: "))
    #expect(run.output.contains(" --> src/stock.js:4:24: "))
    #expect(run.errors.hasPrefix("1 finding: 1 error\n  1  SL103 leak-on-error-path\n"))
  }

  @Test func jsonLinesAreAsPromised() throws {
    try folder.write(["src/stock.js": Self.leak])
    let finding = try #require(try findings(run("check", "--format", "jsonl")).first)
    #expect(
      finding.members?.map(\.name) == [
        "rule", "name", "severity", "confidence", "path", "line", "column", "endLine", "endColumn",
        "message", "resource", "function", "fingerprint", "trace",
      ])
    #expect(finding["path"]?.text == "src/stock.js")
    #expect(finding["line"]?.integer == 4)
    #expect(finding["function"]?.text == "reserve")
    let step = try #require(finding["trace"]?.elements?.first)
    #expect(step.members?.map(\.name) == ["path", "line", "column", "message"])
  }

  @Test func theSameBytesWithAnyNumberOfThreads() throws {
    for index in 0..<20 { try folder.write(["d\(index % 3)/f\(index).js": Self.leak]) }
    for format in ["text", "jsonl", "sarif"] {
      let one = try run("check", "--format", format, "--threads", "1").output
      #expect(one.utf8.count > 1_000)
      for threads in ["2", "8"] {
        #expect(try run("check", "--format", format, "--threads", threads).output == one)
      }
    }
  }

  @Test func theThresholdDecidesTheStatus() throws {
    try folder.write(["scripts/stock.js": Self.leak])
    #expect(try findings(run("check", "--format", "jsonl")).first?["severity"]?.text == "note")
    #expect(try run("check").status == 0)
    #expect(try run("check", "--fail-on", "note").status == 1)
    #expect(try run("check", "--fail-on", "never").status == 0)
  }

  /// A row that is unique, and what is made of it without a word of that.
  private static let tags = [
    "shop/models.py": """
    from sqlalchemy import Column, Integer, String
    from sqlalchemy.orm import DeclarativeBase

    class Base(DeclarativeBase):
        pass

    class Tag(Base):
        __tablename__ = "tags"
        id = Column(Integer, primary_key=True)
        name = Column(String(40), unique=True)

    """,
    "shop/tags.py": """
    from sqlalchemy import select
    from .models import Tag

    async def tag_of(session, name):
        tag = (await session.scalars(select(Tag).where(Tag.name == name))).first()
        if tag is None:
            tag = Tag(name=name)
            session.add(tag)
        return tag

    """,
  ]

  @Test func aFileCheckedAloneIsPartOfItsProject() throws {
    try folder.write(Self.tags)
    let whole = try run("check", "--format", "jsonl").output
    #expect(try findings(run("check", "--format", "jsonl")).map { $0["rule"]?.text } == ["SL303"])
    #expect(try run("check", "--format", "jsonl", "shop/tags.py").output == whole)
    let input = try #require(Self.tags["shop/tags.py"])
    let piped = try run(
      "check", "--format", "jsonl", "-", "--stdin-filename", "shop/tags.py", input: input)
    #expect(piped.output == whole)
    #expect(try run("check", "shop/models.py").status == 0)
  }

  @Test func rulesCanBeChosen() throws {
    try folder.write(["stock.js": Self.leak])
    #expect(try run("check", "--ignore", "SL1").status == 0)
    #expect(try run("check", "--ignore", "leak-on-error-path,SL102").status == 0)
    #expect(try run("check", "--select", "SL2").status == 0)
    #expect(try run("check", "--select", "SL103").status == 1)
    #expect(try run("check", "--select", "SL", "--ignore", "SL103").status == 0)
  }

  @Test func reportsGoToFilesAsWell() throws {
    try folder.write(["stock.js": Self.leak])
    let run = try run("check", "--output", "sarif=out.sarif", "--output", "text=out.txt")
    #expect(run.status == 1)
    let log = try JSONReader.read(Array(try folder.text(of: "out.sarif").utf8))
    #expect(log["runs"]?.elements?.first?["results"]?.elements?.count == 1)
    let text = try folder.text(of: "out.txt")
    #expect(text.hasPrefix(run.output))
    #expect(text.contains("1 finding: 1 error\n"))
    #expect(!text.contains(" s\n"))
  }

  @Test func readsStandardInput() throws {
    let run = try run(
      "check", "-", "--stdin-filename", "src/stock.ts", "--format", "jsonl", input: Self.leak)
    #expect(run.status == 1)
    #expect(try findings(run).first?["path"]?.text == "src/stock.ts")
    let other = try self.run("check", "-", "--stdin-filename", "notes.md", input: "# Notes")
    #expect(other.status == 0)
  }

  @Test func suppressionsNeedAReason() throws {
    let line = "  const client = await pool.connect();"
    let with = { Self.leak.replacing(line, with: line + " // stopleak: ignore[SL103]" + $0) }
    try folder.write(["stock.js": with(" -- the process ends right after")])
    let suppressed = try run("check")
    #expect(suppressed.status == 0)
    #expect(suppressed.errors.contains("Suppressed in the source: 1 finding\n"))
    try folder.write(["stock.js": with("")])
    let rules = try findings(run("check", "--format", "jsonl")).compactMap { $0["rule"]?.text }
    #expect(rules.sorted() == ["SL001", "SL103"])
  }

  @Test func aUselessSuppressionIsReportedWhereverItStands() throws {
    try folder.write(["a.py": "x = 1  # stopleak: ignore[SL103] -- nothing here\n"])
    let run = try run("check")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("warning[SL001] unused-suppression: "))
    #expect(try self.run("check", "--ignore", "SL001").status == 0)
  }

  @Test func aBaselineAcceptsWhatIsThere() throws {
    try folder.write(["a.js": Self.leak, "b.js": Self.leak])
    let written = try run("baseline")
    #expect(written.status == 0)
    #expect(written.errors.contains("Wrote 2 findings to stopleak-baseline.json\n"))
    let accepted = try run("check", "--baseline", "stopleak-baseline.json")
    #expect(accepted.status == 0)
    #expect(accepted.errors.contains("Accepted by the baseline: 2 findings\n"))

    // Lines above move the old finding; a new one in another function is told.
    let more = "// one more line\n" + Self.leak + Self.leak.replacing("reserve(", with: "again(")
    try folder.write(["a.js": more, "b.js": ""])
    let changed = try run("check", "--baseline", "stopleak-baseline.json", "--format", "jsonl")
    #expect(try findings(changed).compactMap { $0["function"]?.text } == ["again"])
    #expect(changed.errors.contains("The baseline has 1 entry with nothing left to accept"))
  }

  @Test func anAuditGoesOnPastARepositoryThatFails() throws {
    try folder.write([
      "one/src/a.js": Self.leak, "two/b.js": Self.leak, "file": "",
      "list.txt": "# Ours\ntwo\n\n  gone  \none\nfile\n",
    ])
    let run = try run("check", "--repositories-from", "list.txt")
    #expect(run.status == 1)
    let headings = run.output.split(separator: "\n").filter { $0.hasPrefix("==") }
    #expect(headings == ["== two ==", "== one =="])
    #expect(run.errors.contains("Checked 2 files in 2 repositories"))
    #expect(run.errors.contains("  gone: no such file or folder\n"))
    #expect(run.errors.contains("  file: is not a folder\n"))
    try folder.write(["list.txt": "gone\n"])
    #expect(try self.run("check", "--repositories-from", "list.txt").status == 3)
  }

  @Test func fingerprintsOfAnAuditAreThoseOfTheRepository() throws {
    try folder.write(["one/a.js": Self.leak, "list.txt": "one\n"])
    let audit = try run("check", "--repositories-from", "list.txt", "--format", "jsonl")
    let inside = try TemporaryFolder()
    try inside.write(["a.js": Self.leak])
    let alone = try CommandRun(["check", "--format", "jsonl"], in: inside)
    let fingerprint = try #require(try findings(alone).first?["fingerprint"])
    #expect(try findings(audit).first?["fingerprint"] == fingerprint)
    #expect(try findings(audit).first?["path"]?.text == "one/a.js")
  }

  @Test func colourIsAChoice() throws {
    try folder.write(["stock.js": Self.leak])
    let isColored = { (run: CommandRun) in run.output.contains("\u{1B}[") }
    #expect(try !isColored(run("check")))
    #expect(try isColored(run("check", "--color", "always")))
    #expect(try isColored(run("check", environment: ["CLICOLOR_FORCE": "1"])))
    let both = ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]
    #expect(try !isColored(run("check", environment: both)))
    #expect(try !isColored(run("check", "--color", "never", environment: ["CLICOLOR_FORCE": "1"])))
  }

  @Test func filesNamedAloneAreJudgedByWhatTheyImport() throws {
    try folder.write([
      "lib/db.js": """
      const { Pool } = require('pg');
      const pool = new Pool();
      const take = () => pool.connect();
      module.exports = { take };
      """,
      "api.js": """
      const { take } = require('./lib/db');
      exports.count = async () => {
        const client = await take();
        const result = await client.query('SELECT 1');
        client.release();
        return result;
      };
      """,
      "far.js": Self.leak,
    ])
    let alone = try findings(run("check", "api.js", "--format", "jsonl"))
    let together = try findings(run("check", "--format", "jsonl"))
    #expect(alone.map { $0["path"]?.text } == ["api.js"])
    #expect(alone.first?["rule"]?.text == "SL103")
    let message = together.first { $0["path"]?.text == "api.js" }?["message"]
    #expect(alone.first?["message"] == message)
    // A home is no project, and nobody waits for all that lies there.
    let home = ["HOME": folder.path]
    let atHome = try findings(run("check", "api.js", "--format", "jsonl", environment: home))
    #expect(atHome.first?["message"] != message)
    try folder.write([".git/HEAD": ""])
    let kept = try findings(run("check", "api.js", "--format", "jsonl", environment: home))
    #expect(kept.first?["message"] == message)
  }

  @Test func badNeighboursChangeNothing() throws {
    try folder.write(["a.js": Self.leak])
    let alone = try run("check").output
    try folder.write("b.js", [0, 1, 2])
    try folder.write(["c.js": String(repeating: "{a:", count: 100_000), "d.py": "def (:\n"])
    try folder.write(["e.js": String(repeating: "// note\n", count: 70_000)])
    folder.makePipe("f.js")
    let together = try run("check")
    #expect(together.output == alone)
    #expect(together.status == 1)
  }
}
