import Basis
import Findings
import Linking
import Testing

@testable import Driver

@Suite struct ModuleMapTests {
  private func map(_ files: [String: String]) -> ModuleMap {
    ModuleMap(
      files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
    )
  }

  private func target(
    _ map: ModuleMap, _ specifier: String, from importer: String, among paths: [String]
  )
    -> String?
  {
    let resolution = ImportResolution(paths: paths, aliases: map.aliases, packages: map.packages)
    return resolution.resolve(specifier, from: importer).map { paths[$0] }
  }

  @Test func followsPathsOfConfigurations() {
    let map = map([
      "tsconfig.base.json": """
      { // shared
        "compilerOptions": { "baseUrl": ".", "paths": { "@db/*": ["libs/db/src/*"], }, } }
      """,
      "apps/shop/tsconfig.json": #"{"extends": "../../tsconfig.base.json"}"#,
      "apps/admin/tsconfig.json": #"{"compilerOptions": {"baseUrl": "src"}}"#,
    ])
    let paths = ["libs/db/src/pool.ts", "apps/shop/main.ts", "apps/admin/src/util/log.ts"]
    #expect(target(map, "@db/pool", from: "apps/shop/main.ts", among: paths) == paths[0])
    #expect(target(map, "util/log", from: "apps/admin/src/a.ts", among: paths) == paths[2])
    #expect(target(map, "util/log", from: "other/a.ts", among: paths) == nil)
  }

  @Test func followsPackagesAndTheirImports() {
    let map = map([
      "packages/db/package.json": #"{"name": "@shop/db", "main": "dist/index.js"}"#,
      "app/package.json": ##"{"name": "app", "imports": {"#db": {"node": "./src/db.js"}}}"##,
    ])
    let paths = ["packages/db/src/index.ts", "app/src/db.js", "packages/db/pool.ts"]
    #expect(target(map, "@shop/db", from: "app/a.ts", among: paths) == paths[0])
    #expect(target(map, "@shop/db/pool", from: "app/a.ts", among: paths) == paths[2])
    #expect(target(map, "#db", from: "app/src/a.js", among: paths) == paths[1])
    #expect(target(map, "#db", from: "packages/db/a.js", among: paths) == nil)
  }

  @Test func tellsWhatItCannotRead() {
    let map = map([
      "tsconfig.json": #"{"extends": "./tsconfig.json"}"#, "package.json": "{\"name\": ",
    ])
    #expect(map.gaps.map(\.path) == ["package.json"])
    #expect(map.aliases.isEmpty && map.packages.isEmpty)
  }
}
