import Analysis
import Basis
import Findings
import RuleBook
import TestSupport
import Testing

/// A function that is given up for want of time is counted and never passed over in silence.
struct BudgetTests {
  private static let code = """
    from psycopg_pool import ConnectionPool


    def total(pool: ConnectionPool, ids):
        conn = pool.getconn()
        for one in ids:
            if one:
                conn.execute("SELECT 1")
        pool.putconn(conn)
    """

  private func fixture() -> Fixture {
    Fixture(
      rule: "SL103", name: "budget",
      files: [SourceFile(path: "shop/total.py", bytes: Array(Self.code.utf8))])
  }

  @Test
  func anExhaustedBudgetIsAGap() throws {
    let gaps = try FixtureRunner(builtinRuleSet()).gaps(
      in: fixture(), with: [LeakCheck(visits: 2)])
    #expect(gaps.map(\.path) == ["shop/total.py"])
    #expect(gaps.map(\.function) == ["total"])
  }

  @Test
  func theUsualBudgetSuffices() throws {
    let gaps = try FixtureRunner(builtinRuleSet()).gaps(in: fixture(), with: [LeakCheck()])
    #expect(gaps.isEmpty)
  }
}
