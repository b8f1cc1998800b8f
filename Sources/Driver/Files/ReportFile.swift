#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file that appears under its name only when it is whole.
///
/// What is written goes to a new file in the same folder, which takes the name at the end; on
/// failure the old file stands and nothing is left beside it. A name that leads to a device or a
/// pipe is written to directly: it cannot be replaced, and must not be.
package func writeFile(
  _ path: String, _ body: (inout DescriptorSink) -> Void
) throws(FileError) {
  let target = FilePath(path)
  let kind: PathKind?
  do throws(FileError) {
    kind = try FileSystem.kind(of: target)
  } catch  where error.reason == .notFound {
    kind = nil
  }
  switch kind {
  case .folder: throw FileError(target, .isFolder)
  case .other: try writeInPlace(target, body)
  case .file: try replace(try resolved(target), body)
  case nil: try replace(target, body)
  }
}

private func writeInPlace(
  _ path: FilePath, _ body: (inout DescriptorSink) -> Void
) throws(FileError) {
  let flags = O_WRONLY | O_CLOEXEC | O_NOCTTY
  let number = unsafe withPath(path) { unsafe systemOpen($0, flags) }
  guard number >= 0 else { throw FileError(path, code: errno) }
  let descriptor = Descriptor(number)
  var sink = DescriptorSink(descriptor.number, path: path)
  body(&sink)
  try sink.finish()
}

private func replace(
  _ path: FilePath, _ body: (inout DescriptorSink) -> Void
) throws(FileError) {
  let name = Array(".".utf8) + path.name + Array(".\(getpid()).partial".utf8)
  let partial = path.parent.map { $0.appending(name) } ?? FilePath(bytes: name)
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
  let number = unsafe withPath(partial) { unsafe systemCreate($0, flags, mode: 0o666) }
  guard number >= 0 else { throw FileError(path, code: errno) }
  do throws(FileError) {
    try fill(number, path, body)
    let code = unsafe withPath(partial) { from in
      unsafe withPath(path) { to in unsafe rename(from, to) }
    }
    guard code == 0 else { throw FileError(path, code: errno) }
  } catch {
    _ = unsafe withPath(partial) { unsafe unlink($0) }
    throw error
  }
}

/// Writes into a new file and closes it; only then is it known to be on the disk.
private func fill(
  _ number: Int32, _ path: FilePath, _ body: (inout DescriptorSink) -> Void
) throws(FileError) {
  var sink = DescriptorSink(number, path: path)
  body(&sink)
  var failure: FileError?
  do throws(FileError) {
    try sink.finish()
    if fsync(number) != 0 && errno != EINVAL { throw FileError(path, code: errno) }
  } catch {
    failure = error
  }
  if close(number) != 0, failure == nil { failure = FileError(path, code: errno) }
  if let failure { throw failure }
}

/// Where a link leads, so that the file is replaced and not the link.
private func resolved(_ path: FilePath) throws(FileError) -> FilePath {
  let resolved = unsafe withPath(path) { unsafe realpath($0, nil) }
  guard let text = unsafe resolved else { throw FileError(path, code: errno) }
  defer { unsafe free(text) }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: strlen(text))
  return FilePath(bytes: unsafe bytes.map { UInt8(bitPattern: $0) })
}
