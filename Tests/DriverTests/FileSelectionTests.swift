import Basis
import Findings
import RuleBook
import Testing

@testable import Driver

/// Which files are read, and that a strange name among what they import does no harm.
@Suite struct FileSelectionTests {
  private func parsed(_ files: [String: String]) -> Int {
    let ruleSet = builtinRuleSet()
    let pipeline = AnalysisPipeline(ruleSet: ruleSet, rules: Set(ruleSet.rules.map(\.id)))
    var timing = Timing()
    let sources = files.sorted { $0.key < $1.key }.map {
      SourceFile(path: $0.key, bytes: Array($0.value.utf8))
    }
    return pipeline.check(sources, timing: &timing).coverage.filesParsed
  }

  @Test func readsWhatAStarImportHandsOn() {
    let files = [
      "pkg/__init__.py": "from .agent import thing\n",
      "pkg/agent.py": "thing = 1\n",
      "main.py": "import sqlite3\nfrom pkg import *\nconn = sqlite3.connect('a.db')\n",
      "far.py": "print('nothing')\n",
    ]
    #expect(parsed(files) == 2)
  }

  @Test func followsAPoolThroughABarrel() {
    let files = [
      "db/pool.ts": "import { Pool } from 'pg';\nexport const pool = new Pool();\n",
      "db/index.ts": "export * from './pool';\n",
      "far.ts": "export const far = 1;\n",
      "use.ts": """
      import { pool } from './db';
      export async function use() { const c = await pool.connect(); await c.query('SELECT 1'); }
      """,
    ]
    #expect(parsed(files) == 3)
  }
}
