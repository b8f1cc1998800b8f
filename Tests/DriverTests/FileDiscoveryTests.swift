import Findings
import Foundation
import TestSupport
import Testing

@testable import Driver

@Suite struct FileDiscoveryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Files found below `paths`, as users see them.
  private func discover(_ paths: String..., threads: Int = 2, ignores: Bool = true)
    -> DiscoveredFiles
  {
    var discovery = FileDiscovery(workingDirectory: FilePath(folder.path))
    discovery.threads = threads
    discovery.respectsIgnoreFiles = ignores
    return discovery.discover(paths.map { FilePath($0) })
  }

  private func names(_ found: DiscoveredFiles) -> [String] {
    found.files.map { shownPath($0.path, in: FilePath(folder.path)) }
  }

  @Test func findsTheLanguagesAndTheSchemas() throws {
    try folder.write([
      "a.js": "", "b/c.mts": "", "b/d.tsx": "", "e.py": "", "f.pyi": "", "g.md": "", "h": "",
      "prisma/schema.prisma": "", "db/1.sql": "", "package.json": "", "other.json": "",
      ".hidden/i.ts": "",
    ])
    let found = discover(".")
    #expect(
      names(found) == [
        ".hidden/i.ts", "a.js", "b/c.mts", "b/d.tsx", "db/1.sql", "e.py", "f.pyi", "package.json",
        "prisma/schema.prisma",
      ])
    #expect(found.files.filter { $0.role == .schema }.count == 2)
    #expect(found.files.filter { $0.role == .project }.count == 1)
  }

  @Test func theNumberOfThreadsDoesNotShow() throws {
    for index in 0..<60 { try folder.write(["d\(index % 7)/e\(index % 5)/f\(index).js": ""]) }
    let one = names(discover(".", threads: 1))
    #expect(one.count == 60)
    #expect(one == names(discover(".", threads: 8)))
  }

  @Test func eachFileOnceHoweverItIsNamed() throws {
    try folder.write(["x/a.js": "", "x/b.js": ""])
    let found = discover(".", "x", "./x/a.js", "x/../x/a.js", folder["x/b.js"])
    #expect(names(found) == ["x/a.js", "x/b.js"])
  }

  @Test func respectsIgnoreFilesAtEveryLevel() throws {
    try folder.write([
      ".gitignore": "*.gen.js\n/secret/\n", "a.gen.js": "", "a.js": "", "secret/b.js": "",
      "x/secret/c.js": "", "x/.gitignore": "!keep.gen.js\nd.js\n", "x/keep.gen.js": "",
      "x/d.js": "", "x/y/d.js": "", ".stopleakignore": "x/y/\n", "x/e.js": "",
    ])
    let found = discover(".")
    #expect(names(found) == ["a.js", "x/e.js", "x/keep.gen.js", "x/secret/c.js"])
    #expect(found.coverage.skipped[.ignored] == 2)
    #expect(found.coverage.skippedFolders[.ignored] == 2)
    #expect(names(discover(".", ignores: false)).count == 8)
  }

  @Test func looksForIgnoreFilesUpToTheRepository() throws {
    try folder.write([
      "repo/.git/": "", "repo/.git/info/exclude": "local.js\n", "repo/.gitignore": "/src/out/\n",
      "repo/src/a.js": "", "repo/src/local.js": "", "repo/src/out/b.js": "", ".gitignore": "*\n",
    ])
    #expect(names(discover("repo/src")) == ["repo/src/a.js"])
    #expect(names(discover("repo")) == ["repo/src/a.js"])
  }

  @Test func leavesOutFoldersOfOthers() throws {
    try folder.write([
      "a.js": "", "node_modules/p/i.js": "", "packages/x/node_modules/q.js": "", "dist/b.js": "",
      "env/pyvenv.cfg": "", "env/lib/c.py": "", ".git/hooks/d.py": "", "vendor/e.js": "",
    ])
    let found = discover(".")
    #expect(names(found) == ["a.js"])
    #expect(found.coverage.skippedFolders == [.vendored: 4, .generated: 1])
  }

  @Test func anIgnoreFileTakesAFolderBackIn() throws {
    try folder.write([".stopleakignore": "!vendor/\n", "vendor/e.js": "", "dist/b.js": ""])
    #expect(names(discover(".")) == ["vendor/e.js"])
  }

  @Test func whatIsNamedIsFoundWhateverIsSaidAboutIt() throws {
    try folder.write([".gitignore": "*.js\nout/\n", "a.js": "", "dist/b.py": "", "out/c.py": ""])
    #expect(names(discover("a.js", "dist", "out")) == ["a.js", "dist/b.py", "out/c.py"])
    #expect(discover("a.js").files.first?.isExplicit == true)
  }

  @Test func tellsWhatCannotBeChecked() throws {
    try folder.write(["a.js": "", "notes.md": ""])
    folder.makePipe("pipe.js")
    let found = discover("missing.js", "pipe.js", "notes.md", "a.js", "/dev/null")
    #expect(names(found) == ["a.js"])
    #expect(found.failures.map(\.path) == ["missing.js", "pipe.js", "/dev/null"])
    #expect(found.failures.map(\.reason) == [.notFound, .notRegular, .notRegular])
    #expect(found.coverage.skipped == [.unsupported: 1])
  }

  @Test func aWalkFollowsNoLinkAndOpensNoPipe() throws {
    try folder.write(["x/a.js": "", "outside/b.js": ""])
    try folder.link("x/loop", to: "..")
    try folder.link("x/self.js", to: "self.js")
    try folder.link("x/zero.js", to: "/dev/zero")
    try folder.link("x/b.js", to: "../outside/b.js")
    folder.makePipe("x/pipe.py")
    try folder.write(["x/folder.js/c.js": ""])
    let found = discover("x")
    #expect(names(found) == ["x/a.js", "x/folder.js/c.js"])
    #expect(found.coverage.skipped == [.notRegular: 4])
    #expect(found.failures == [])
  }

  @Test func anExplicitLinkIsFollowedOnce() throws {
    try folder.write(["real/a.js": ""])
    try folder.link("link", to: "real")
    try folder.link("b.js", to: "real/a.js")
    #expect(names(discover("link", "b.js")) == ["b.js", "link/a.js"])
  }

  @Test func nestingWithoutEndIsAGap() throws {
    let deep = Array(repeating: "d", count: 600).joined(separator: "/")
    try folder.write([deep + "/": "", "a.js": ""])
    let found = discover(".")
    #expect(names(found) == ["a.js"])
    #expect(found.coverage.gaps.count == 1)
    #expect(found.coverage.gaps.first?.reason.contains("500 folders deep") == true)
  }

  @Test func showsPathsAsSeenFromTheWorkingDirectory() {
    let here = FilePath("/home/me/shop")
    let shown = { shownPath(FilePath($0), in: here) }
    #expect(shown("/home/me/shop/src/a.js") == "src/a.js")
    #expect(shown("/home/me/lib/a.js") == "../lib/a.js")
    #expect(shown("/opt/lib/a.js") == "/opt/lib/a.js")
    #expect(shown("/home/me/shop") == ".")
  }

  @Test func awkwardNamesAreBytes() throws {
    let odd: [UInt8] = Array("od\u{1B}d ".utf8) + [0xFF] + Array(".py".utf8)
    folder.write(rawName: odd, text: "x = 1")
    let path = FilePath(folder.path).appending(odd)
    let found = discover(".")
    let file = try #require(found.files.first)
    #expect(file.path == path)
    #expect(
      try FileSystem.read(file.path, below: file.root, inode: file.inode, limit: 99).count == 5)
  }
}
