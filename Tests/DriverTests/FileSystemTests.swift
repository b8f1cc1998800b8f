import Basis
import Foundation
import TestSupport
import Testing

@testable import Driver

@Suite struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ name: String, limit: Int = 1 << 20) throws -> [UInt8] {
    try FileSystem.read(FilePath(folder[name]), limit: limit)
  }

  private func reason(_ name: String, limit: Int = 1 << 20) -> FileError.Reason? {
    do throws(FileError) {
      _ = try FileSystem.read(FilePath(folder[name]), limit: limit)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func readsAFileWhole() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.write("a.js", bytes)
    #expect(try read("a.js") == bytes)
    try folder.write("empty.js", [])
    #expect(try read("empty.js") == [])
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    folder.makePipe("pipe.js")
    try folder.link("zero.js", to: "/dev/zero")
    try folder.link("loop.js", to: "loop.js")
    try folder.write("folder.js/", [])
    #expect(reason("pipe.js") == .notRegular)
    #expect(reason("zero.js") == .notRegular)
    #expect(reason("loop.js") == .isLink)
    #expect(reason("folder.js") == .isFolder)
    #expect(reason("missing.js") == .notFound)
    #expect(reason("missing/a.js") == .notFound)
  }

  @Test func theLimitHolds() throws {
    try folder.write("a.js", Array(repeating: 0x20, count: 100))
    #expect(reason("a.js", limit: 99) == .tooLarge(size: 100, limit: 99))
    #expect(try read("a.js", limit: 100).count == 100)
  }

  /// Files of `/proc` claim to be empty.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func readsAFileThatClaimsToBeEmpty() throws {
    #expect(try FileSystem.read(FilePath("/proc/self/status"), limit: 1 << 20).count > 0)
  }

  @Test func aFileThatWasSwappedIsOpenedWithoutFollowingLinks() throws {
    try folder.write(["inside/a.js": "inside", "outside/a.js": "outside"])
    try folder.link("link", to: "outside")
    let root = FilePath(folder.path)
    let swapped = root.appending("link/a.js")
    let error = #expect(throws: FileError.self) {
      try FileSystem.read(swapped, below: root, inode: 1, limit: 100)
    }
    #expect(error?.reason == .notFound || error?.reason == .isLink)
    let honest = root.appending("inside/a.js")
    #expect(try FileSystem.read(honest, below: root, inode: 1, limit: 100) == Array("inside".utf8))
  }

  @Test func readsAPathThatIsTooLongForTheSystem() throws {
    let name = String(repeating: "n", count: 200)
    let root = FilePath(folder.path)
    folder.write(rawName: Array("a.js".utf8), below: name, levels: 30, text: "deep")
    let path = (0..<30).reduce(root) { path, _ in path.appending(name) }
    let found = FileDiscovery(workingDirectory: root).discover([root])
    let only = try #require(found.files.first)
    #expect(only.path == path.appending("a.js"))
    let bytes = try FileSystem.read(only.path, below: root, inode: only.inode, limit: 100)
    #expect(bytes == Array("deep".utf8))
  }

  @Test func writesAFileInOneStep() throws {
    try folder.write(["out.sarif": "old"])
    try writeFile(folder["out.sarif"]) { $0.write("new") }
    #expect(try folder.text(of: "out.sarif") == "new")
    #expect(try folder.names() == ["out.sarif"])
  }

  @Test func writesThroughALinkAndIntoADevice() throws {
    try folder.write(["real.txt": "old"])
    try folder.link("link.txt", to: "real.txt")
    try writeFile(folder["link.txt"]) { $0.write("new") }
    #expect(try folder.text(of: "real.txt") == "new")
    try writeFile("/dev/null") { $0.write("gone") }
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func aFileThatCannotBeWrittenLeavesTheOldOne() throws {
    try folder.write("out/", [])
    for (path, reason) in [
      (folder["out"], FileError.Reason.isFolder), (folder["missing/out.txt"], .notFound),
      ("/dev/full", .other(ENOSPC)),
    ] {
      let error = #expect(throws: FileError.self) {
        try writeFile(path) { $0.write("text") }
      }
      #expect(error?.reason == reason)
    }
    #expect(try folder.names() == ["out"])
  }

  @Test func aSinkRemembersWhatWentWrong() {
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    var sink = DescriptorSink(descriptor, path: FilePath("/dev/full"))
    for _ in 0..<5 { sink.write(repeatElement(0x61, count: 40_000)) }
    let error = #expect(throws: FileError.self) { try sink.finish() }
    #expect(error?.reason == .other(ENOSPC))
    #expect(error?.message == "/dev/full: no space left on device")
  }

  @Test func aClosedPipeIsAnErrorAndNotTheEnd() {
    ignoreClosedPipes()
    let pipe = Pipe()
    pipe.fileHandleForReading.closeFile()
    var sink = DescriptorSink(pipe.fileHandleForWriting.fileDescriptor, path: FilePath("pipe"))
    sink.write("text")
    let error = #expect(throws: FileError.self) { try sink.finish() }
    #expect(error?.reason == .closed)
  }

  @Test func paths() {
    let here = FilePath("/home/me")
    let normalized = { FilePath($0).normalized(in: here).text }
    #expect(normalized("a/./b//c") == "/home/me/a/b/c")
    #expect(normalized("../x/") == "/home/x")
    #expect(normalized("/../..") == "/")
    #expect(normalized(".") == "/home/me")
    #expect(FilePath("/a/b").parent == FilePath("/a"))
    #expect(FilePath("/a").parent == FilePath("/"))
    #expect(FilePath("/").parent == nil)
    #expect(FilePath("/").appending("a") == FilePath("/a"))
  }
}
