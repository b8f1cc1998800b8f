#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// All that reads from the file system goes through here, and through the C library: a file that
// came with somebody else's repository may be a pipe, a device without end, a link out of the
// tree, or may change while it is read.
//
//   * A file is opened without blocking, then asked what it is, and only then read: what a name
//     stood for before the opening proves nothing.
//   * Below a folder no link is followed. A file whose number is not the one that its folder
//     listed (a component of its path was swapped meanwhile) is opened anew, step by step.
//   * A file is read once, up to a limit that holds while reading, whatever its size was said to be.

/// An open file; closed when it goes out of scope.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { _ = close(number) }
}

/// What a name in a folder stands for.
struct FolderEntry: Sendable {
  /// What the folder lists; a link is not followed.
  enum Kind: Sendable { case file, folder, link, other }

  var name: [UInt8]
  var kind: Kind
  var inode: UInt64
}

/// What a path leads to, links followed.
enum PathKind: Sendable { case file, folder, other }

/// Reading of files and folders that may be anything.
enum FileSystem {
  private static let always = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  /// Reads a file that was named by the user: a link is followed.
  static func read(_ path: FilePath, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = try open(path, flags: 0)
    return try contents(of: descriptor, path, status(of: descriptor, path), limit: limit)
  }

  /// Reads a file found in a walk, which its folder listed with this number.
  static func read(
    _ path: FilePath, below root: FilePath, inode: UInt64, limit: Int
  ) throws(FileError) -> [UInt8] {
    do throws(FileError) {
      let descriptor = try open(path, flags: O_NOFOLLOW)
      let status = try status(of: descriptor, path)
      if status.st_ino == inode {
        return try contents(of: descriptor, path, status, limit: limit)
      }
    } catch  where error.reason == .other(ENAMETOOLONG) {
      // A path longer than the system takes at once is walked below.
    }
    let safe = try openStepwise(path, below: root, flags: 0)
    return try contents(of: safe, path, self.status(of: safe, path), limit: limit)
  }

  /// Reads what comes through an open descriptor to its end, such as standard input.
  static func readStream(_ number: Int32, name: String, limit: Int) throws(FileError) -> [UInt8] {
    let path = FilePath(name)
    let copy = dup(number)
    guard copy >= 0 else { throw FileError(path, code: errno) }
    return try readAll(Descriptor(copy), path, expected: 0, limit: limit)
  }

  /// What a path leads to.
  static func kind(of path: FilePath) throws(FileError) -> PathKind {
    var result = stat()
    let code = unsafe withPath(path) { unsafe stat($0, &result) }
    guard code == 0 else { throw FileError(path, code: errno) }
    switch result.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The entries of a folder, sorted by name; a root may be a link, what is below it may not.
  static func entries(
    of folder: FilePath, below root: FilePath
  ) throws(FileError) -> [FolderEntry] {
    let isRoot = folder == root
    let descriptor: Descriptor
    do throws(FileError) {
      descriptor = try open(folder, flags: O_DIRECTORY | (isRoot ? 0 : O_NOFOLLOW))
    } catch  where !isRoot && error.reason == .other(ENAMETOOLONG) {
      descriptor = try openStepwise(folder, below: root, flags: O_DIRECTORY)
    }
    let copy = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileError(folder, code: errno) }
    guard let stream = unsafe fdopendir(copy) else {
      _ = close(copy)
      throw FileError(folder, code: errno)
    }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      if let read = unsafe folderEntry(entry, in: descriptor) { entries.append(read) }
      errno = 0
    }
    guard errno == 0 else { throw FileError(folder, code: errno) }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The absolute path of the working directory.
  static func workingDirectory() throws(FileError) -> FilePath {
    guard let text = unsafe getcwd(nil, 0) else {
      throw FileError(FilePath("."), code: errno)
    }
    defer { unsafe free(text) }
    return FilePath(
      bytes: unsafe Array(UnsafeBufferPointer(start: text, count: strlen(text)))
        .map { UInt8(bitPattern: $0) })
  }

  private static func folderEntry(
    _ entry: UnsafeMutablePointer<dirent>, in folder: borrowing Descriptor
  ) -> FolderEntry? {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
      unsafe tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
        let length = unsafe strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
        return unsafe Array(UnsafeBufferPointer(start: start, count: length))
      }
    }
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return nil }
    let inode = unsafe UInt64(entry.pointee.d_ino)
    let kind: FolderEntry.Kind
    switch Int32(unsafe entry.pointee.d_type) {
    case Int32(DT_REG): kind = .file
    case Int32(DT_DIR): kind = .folder
    case Int32(DT_LNK): kind = .link
    case Int32(DT_UNKNOWN): kind = unlistedKind(of: name, in: folder)
    default: kind = .other
    }
    return FolderEntry(name: name, kind: kind, inode: inode)
  }

  /// The kind of an entry whose file system does not list kinds.
  private static func unlistedKind(
    of name: [UInt8], in folder: borrowing Descriptor
  ) -> FolderEntry.Kind {
    var result = stat()
    let number = folder.number
    let code = unsafe withPath(FilePath(bytes: name)) {
      unsafe fstatat(number, $0, &result, AT_SYMLINK_NOFOLLOW)
    }
    guard code == 0 else { return .other }
    switch result.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}

// Opening and reading.
extension FileSystem {
  private static func open(_ path: FilePath, flags: Int32) throws(FileError) -> Descriptor {
    let number = unsafe withPath(path) { unsafe systemOpen($0, always | flags) }
    guard number >= 0 else { throw FileError(path, code: errno) }
    return Descriptor(number)
  }

  /// Opens component by component from the root, following no link on the way.
  private static func openStepwise(
    _ path: FilePath, below root: FilePath, flags: Int32
  ) throws(FileError) -> Descriptor {
    guard let components = path.components(below: root) else {
      throw FileError(path, .notFound)
    }
    var current = try open(root, flags: O_DIRECTORY)
    for (index, component) in components.enumerated() {
      let isLast = index == components.count - 1
      let own = always | O_NOFOLLOW | (isLast ? flags : O_DIRECTORY)
      let folder = current.number
      let number = unsafe withPath(FilePath(bytes: Array(component))) {
        unsafe openat(folder, $0, own)
      }
      guard number >= 0 else { throw FileError(path, code: errno) }
      current = Descriptor(number)
    }
    return current
  }

  private static func status(
    of descriptor: borrowing Descriptor, _ path: FilePath
  ) throws(FileError) -> stat {
    var result = stat()
    guard unsafe fstat(descriptor.number, &result) == 0 else { throw FileError(path, code: errno) }
    return result
  }

  /// The bytes of an open file, if it is a regular one within the limit.
  private static func contents(
    of descriptor: borrowing Descriptor, _ path: FilePath, _ status: stat, limit: Int
  ) throws(FileError) -> [UInt8] {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path, .isFolder)
    default: throw FileError(path, .notRegular)
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw FileError(path, .tooLarge(size: size, limit: limit)) }
    return try readAll(descriptor, path, expected: size, limit: limit)
  }

  /// Reads to the end; one byte more than expected is asked for, so that one call tells the end.
  private static func readAll(
    _ descriptor: borrowing Descriptor, _ path: FilePath, expected: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      let room = max(expected - bytes.count, bytes.isEmpty ? 0 : 1 << 16) + 1
      let chunk = try readChunk(descriptor, path, room: room, isAtEnd: &isAtEnd)
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else {
        throw FileError(path, .tooLarge(size: bytes.count, limit: limit))
      }
    }
    return bytes
  }

  /// Reads until `room` bytes are there or the end is; waits where a stream has nothing yet.
  private static func readChunk(
    _ descriptor: borrowing Descriptor, _ path: FilePath, room: Int, isAtEnd: inout Bool
  ) throws(FileError) -> [UInt8] {
    let number = descriptor.number
    var failure: Int32 = 0
    var ended = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room, !ended, failure == 0 {
        let start = unsafe buffer.baseAddress.map { unsafe $0 + count }
        let got = unsafe systemRead(number, start, room - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          ended = true
        } else if errno == EAGAIN {
          waitUntilReadable(number)
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
    guard failure == 0 else { throw FileError(path, code: failure) }
    isAtEnd = ended
    return bytes
  }

  private static func waitUntilReadable(_ number: Int32) {
    var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}

/// Hands a path to the C library, with the NUL at its end.
func withPath<Result>(_ path: FilePath, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  let text = path.bytes.map { CChar(bitPattern: $0) } + [0]
  return unsafe text.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("a C string is never empty") }
    return unsafe body(start)
  }
}
