/// Something that takes bytes in order: a buffer, a file, a pipe.
package protocol ByteSink {
  mutating func write(_ bytes: some Sequence<UInt8>)
}

extension ByteSink {
  package mutating func write(_ text: String) { write(text.utf8) }
}

/// A sink that keeps everything in memory.
package struct ByteBuffer: ByteSink, Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ bytes: some Sequence<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
