import Basis
import RuleBook
import Testing

/// What the loader makes of rule files that are as they should be.
struct LoaderTests {
  @Test func readsAModelWhole() throws {
    let set = try loadRules([file(poolModel)])
    let model = try #require(set.models.first)
    #expect(model.library == "node-postgres")
    #expect(model.modules == ["pg", "pg-pool"])
    #expect(model.types.map(\.name) == ["pg.Pool", "pg.PoolClient"])
    #expect(model.types[0].constructors == ["pg.Pool", "pg-pool"])
    #expect(model.types[1].constructors == ["pg.PoolClient"])
    #expect(model.returns == ["pg.Pool#connect": "pg.PoolClient"])
    #expect(
      model.resources.map(\.id) == ["node-postgres/pool-client", "node-postgres/transaction"])
    let client = model.resources[0]
    #expect(client.context == .unsupported)
    #expect(client.doubleRelease == .fails)
    #expect(client.failsAfterRelease)
    #expect(client.acquire[0].telling == ["pool.connect"])
    #expect(
      client.acquire[1].callback == CallbackShape(argument: nil, error: 0, handle: 1, release: 2))
    let begin = model.resources[1].acquire[0].call
    #expect(begin.value?.isReceiver == true)
    #expect(begin.conditions.map(\.test) == [.sql(["begin"])])
    #expect(begin.conditions.map(\.place.position) == [0])
  }

  @Test func aListOfCalleesStandsForAsManyPatterns() throws {
    let set = try loadRules([
      file(
        """
        library: clients
        language: python
        network:
          - requests.get
          - {call: [httpx.get, httpx.post], when: {keyword: timeout, is: absent}}
        """)
    ])
    let network = try #require(set.models.first).network
    #expect(network.map(\.callee) == ["requests.get", "httpx.get", "httpx.post"])
    #expect(network.map(\.conditions.count) == [0, 1, 1])
  }

  @Test func modelsAreInOrderOfLanguageAndLibrary() throws {
    let set = try loadRules([
      file("library: b\nlanguage: python"), file("library: c\nlanguage: javascript"),
      file("library: a\nlanguage: python"),
    ])
    #expect(set.models.map(\.library) == ["c", "a", "b"])
  }

  @Test func aUsersModelsStandBesideTheOthers() throws {
    let set = try loadRules([file(poolModel)]).adding([
      file("library: ours\nlanguage: python\nnever-raises: [ours.log]")
    ])
    #expect(set.models.map(\.library) == ["node-postgres", "ours"])
  }

  @Test func aByteOrderMarkIsNoMistake() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("library: a\nlanguage: python".utf8)
    let set = try loadRules([SourceFile(path: "a.yaml", bytes: bytes)])
    #expect(set.models.map(\.library) == ["a"])
  }

  @Test func theCompactTableKeepsWhatTheFilesSay() throws {
    let model = file(poolModel)
    let table = compactTable(of: [try readYAML(model)])
    #expect(ruleSet(ofCompactTable: table) == (try loadRules([model])))
  }
}

/// A model with something of everything that resources need.
private let poolModel = """
  library: node-postgres
  language: javascript
  modules: [pg, pg-pool]
  types:
    - name: pg.Pool
      constructors: [pg.Pool, pg-pool]
    - pg.PoolClient
  returns:
    pg.Pool#connect: pg.PoolClient
  resources:
    - id: pool-client
      noun: pooled client
      kind: connection
      weight: high
      type: pg.PoolClient
      acquire:
        - call: pg.Pool#connect
          telling: [pool.connect]
        - call: pg.Pool#connect
          callback: {argument: last, error: 0, handle: 1, release: 2}
      release:
        - call: pg.PoolClient#release
      double-release: fails
      fails-after-release: true
      context: unsupported
      fix: Release it in a `finally` block
    - id: transaction
      noun: transaction
      kind: transaction
      weight: high
      type: pg.PoolClient
      acquire:
        - call: pg.PoolClient#query
          when: {argument: 0, sql: [begin]}
          gives: receiver
      release:
        - {call: pg.PoolClient#query, when: {argument: 0, sql: [commit, rollback]}}
      fix: Roll back in the catch
  """

func file(_ text: String, path: String = "model.yaml") -> SourceFile {
  SourceFile(path: path, bytes: Array(text.utf8))
}
