import Basis

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A sink that writes to an open file or pipe and remembers the first thing that went wrong.
///
/// The standard library's `print` does not look whether a write succeeded; a report that was cut
/// by a full disk must not count as written. After a failure the rest is dropped, and `finish`
/// throws.
package struct DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let path: FilePath
  private var buffer: [UInt8] = []
  private var failure: FileError?

  private static let capacity = 1 << 16

  /// What the user asked for goes here.
  package static func standardOutput() -> DescriptorSink {
    DescriptorSink(STDOUT_FILENO, path: FilePath("standard output"))
  }

  /// Everything else goes here.
  package static func standardError() -> DescriptorSink {
    DescriptorSink(STDERR_FILENO, path: FilePath("standard error"))
  }

  init(_ descriptor: Int32, path: FilePath) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Takes bytes, and writes when many have come together.
  package mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { flush() }
  }

  /// Writes what is left; throws what went wrong, then or earlier.
  package mutating func finish() throws(FileError) {
    flush()
    if let failure { throw failure }
  }

  private mutating func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard failure == nil else { return }
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBufferPointer { bytes in
        let start = unsafe bytes.baseAddress.map { unsafe $0 + written }
        return unsafe systemWrite(descriptor, start, bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        failure = FileError(path, code: errno)
        return
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}

/// Lets a write to a closed pipe fail instead of ending the process without a word.
package func ignoreClosedPipes() {
  _ = signal(SIGPIPE, SIG_IGN)
}
