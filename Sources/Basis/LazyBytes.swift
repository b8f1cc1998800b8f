#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Bytes that are made when they are first asked for.
///
/// It is safe to share: whoever asks waits until they are made.
@safe
final class LazyBytes: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let make: @Sendable () -> [UInt8]
  private var made: [UInt8]?

  init(_ make: @escaping @Sendable () -> [UInt8]) {
    self.make = make
    unsafe mutex = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  var value: [UInt8] {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    if let made { return made }
    let bytes = make()
    made = bytes
    return bytes
  }
}
