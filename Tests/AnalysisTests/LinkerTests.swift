import Basis
import IR
import Linking
import Lowering
import Testing

/// A program must not tell in which order its files were read.
struct LinkerTests {
  private static let files = [
    (
      "app.js",
      """
      import { pool, Store } from './db'
      const { load } = require('./load')
      export async function handle() { const client = await pool.connect(); load(client) }
      export function keep() { return new Store(pool) }
      """
    ),
    (
      "db/index.js",
      """
      import { Pool } from 'pg'
      export const pool = new Pool()
      export { Store } from '../store'
      """
    ),
    ("load.js", "exports.load = (client) => client.query('select 1')"),
    (
      "store.js",
      """
      export class Store {
        constructor(pool) { this.pool = pool }
        take() { return this.pool.connect() }
      }
      """
    ),
  ]

  private static var catalog: LibraryCatalog {
    var catalog = LibraryCatalog()
    catalog.modules = ["pg"]
    catalog.constructors = ["pg.Pool": "pg.Pool"]
    catalog.returns = ["pg.Pool#connect": "pg.PoolClient"]
    return catalog
  }

  /// The program of the files, added in steps.
  private func program(adding steps: [[Int]]) throws -> Program {
    var linker = Linker(paths: Self.files.map(\.0), catalog: Self.catalog)
    let grammar = try #require(LanguageRegistry.grammar(forExtension: "js"))
    for step in steps {
      linker.add(
        try step.map { file in
          let bytes = Array(Self.files[file].1.utf8)
          let module = try Lowering.lower(
            file: ID(file), bytes: bytes, grammar: grammar, symbols: SymbolTable())
          return (file, module)
        })
    }
    return linker.program()
  }

  /// What the checks can see of a program, a line each fact.
  private func facts(of program: Program) -> [String] {
    program.functions.ids.flatMap { id -> [String] in
      let name = "\(program.path(of: id)) \(program.qualifiedName(of: id))"
      let function = program[id]
      let types = function.places.ids.map { place in
        "\(name) \(place.index): \(program.typeNames(of: place, in: id)) "
          + "\(program.values(of: place, in: id).compactMap(\.projectClass).map(\.index))"
      }
      let calls = program.calls(in: id).map { operation, targets in
        "\(name) calls \(operation.index): \(targets.names) \(targets.functions.map(\.index))"
      }
      return types + calls + ["\(name) has callers \(program.callers(of: id).count)"]
    }
  }

  @Test(arguments: [
    [[3], [2], [1], [0]], [[0], [1, 2, 3]], [[0, 2], [3], [1]], [[1], [0, 3], [2]],
  ])
  func doesNotTellWhenFilesWereAdded(steps: [[Int]]) throws {
    let whole = facts(of: try program(adding: [[0, 1, 2, 3]]))
    #expect(
      whole.contains { $0.hasPrefix("store.js Store.take calls") && $0.contains("pg.Pool#connect") }
    )
    #expect(facts(of: try program(adding: steps)) == whole)
  }

  @Test func knowsWhatIsSpokenOfAndWasNotRead() throws {
    let program = try program(adding: [[0]])
    #expect(program.unread.imported[1] == ["pool", "Store"])
    #expect(program.unread.imported[2] != nil)
    #expect(try self.program(adding: [[0], [1, 2]]).unread.imported.keys.sorted() == [3])
  }
}
