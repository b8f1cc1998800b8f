import Testing

@testable import Analysis

/// What races are about is read off SQL text, whatever its dialect.
struct SQLStatementTests {
  private func only(_ text: String) throws -> SQLStatement {
    let all = SQLStatement.all(in: text)
    try #require(all.count == 1)
    return all[0]
  }

  @Test func probe() throws {
    let statement = try only(
      "SELECT id FROM public.\"Bookings\" b WHERE b.room = $1 AND lower(email) = lower($2)")
    #expect(statement.verb == .select)
    #expect(statement.table == "Bookings")
    #expect(statement.equalColumns == ["room", "email"])
    #expect(!statement.isCounting)
  }

  @Test func availability() throws {
    let statement = try only(
      """
      -- is it free?
      SELECT count(*) AS n FROM bookings
      WHERE slot_id = ? AND start_time < ? AND ? < end_time AND status IN ('held', 'paid')
      """)
    #expect(statement.isCounting)
    #expect(statement.equalColumns == ["slot_id", "status"])
    #expect(statement.rangeColumns == ["start_time", "end_time"])
  }

  @Test func exists() throws {
    let statement = try only("SELECT EXISTS(SELECT 1 FROM users WHERE email = %(email)s)")
    #expect(statement.isCounting)
    #expect(statement.table == "users")
    #expect(statement.equalColumns == ["email"])
  }

  @Test func joined() throws {
    let statement = try only(
      "SELECT 1 FROM seats s JOIN events e ON e.id = s.event_id WHERE %s = s.number")
    #expect(statement.table == "seats")
    #expect(statement.tables == ["seats", "events"])
    #expect(statement.equalColumns == ["number"])
  }

  @Test func insert() throws {
    let statement = try only("INSERT INTO `orders` (user_id, `total`) VALUES (?, ?) RETURNING id")
    #expect(statement.verb == .insert)
    #expect(statement.table == "orders")
    #expect(statement.columns == ["user_id", "total"])
    #expect(!statement.hasConflictClause)
  }

  @Test(arguments: [
    "INSERT INTO t (a) VALUES ($1) ON CONFLICT (a) DO NOTHING",
    "INSERT INTO t (a) VALUES (?) ON DUPLICATE KEY UPDATE a = a",
    "INSERT IGNORE INTO t (a) VALUES (?)",
    "insert or ignore into t (a) values (?)",
    "REPLACE INTO t (a) VALUES (?)",
  ])
  func conflictClause(_ text: String) throws {
    let statement = try only(text)
    #expect(statement.verb == .insert)
    #expect(statement.table == "t")
    #expect(statement.hasConflictClause)
  }

  @Test func conditionalInsert() throws {
    let statement = try only(
      "INSERT INTO t (a) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM t WHERE a = $1)")
    #expect(statement.isConditionalInsert)
    #expect(statement.table == "t")
  }

  @Test func commonTableExpression() throws {
    let statement = try only(
      "WITH free AS (SELECT id FROM rooms FOR UPDATE) INSERT INTO bookings (room) SELECT id FROM free"
    )
    #expect(statement.verb == .insert)
    #expect(statement.table == "bookings")
    #expect(statement.tables == ["rooms"])
  }

  @Test func update() throws {
    let statement = try only(
      "UPDATE items SET stock = stock - $1, touched = coalesce($3, now()) WHERE id = $2 AND stock >= $1"
    )
    #expect(statement.verb == .update)
    #expect(statement.table == "items")
    #expect(
      statement.assignments == [
        SQLStatement.Assignment(column: "stock", isRelative: true, parameters: [.position(0)]),
        SQLStatement.Assignment(column: "touched", isRelative: false, parameters: [.position(2)]),
      ])
    #expect(statement.equalColumns == ["id"])
    #expect(statement.rangeColumns == ["stock"])
  }

  @Test(arguments: [
    "SELECT pg_advisory_xact_lock(hashtext($1))", "SELECT GET_LOCK('booking', 10)",
    "LOCK TABLE bookings IN EXCLUSIVE MODE", "BEGIN IMMEDIATE",
  ])
  func locks(_ text: String) throws { #expect(try only(text).takesLock) }

  @Test func rowLocksAndIsolation() throws {
    #expect(try only("SELECT * FROM rooms WHERE id = $1 FOR UPDATE").locksRows)
    #expect(try only("SELECT * FROM rooms WHERE id = $1 FOR NO KEY UPDATE").locksRows)
    #expect(try !only("SELECT pg_advisory_unlock(1)").takesLock)
    #expect(try only("BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE").isSerializable)
    #expect(try only("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE").isSerializable)
    #expect(try !only("BEGIN").isSerializable)
  }

  @Test func holesAreParameters() throws {
    let statement = try only("SELECT * FROM ? WHERE email = ? AND during && tstzrange(?, ?)")
    #expect(statement.table == nil)
    #expect(statement.equalColumns == ["email"])
    #expect(statement.rangeColumns == ["during"])
  }

  @Test func severalStatements() {
    let all = SQLStatement.all(in: "BEGIN; SELECT 1 FROM a; INSERT INTO b VALUES (1);")
    #expect(all.map(\.verb) == [.begin, .select, .insert])
  }
}
