#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A value that is made when it is first asked for.
///
/// It is safe to share: whoever asks waits until it is made.
@safe
package final class LazyCell<Value: Sendable>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var made: Value?

  package init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// The value; `make` must give the same whoever asks first.
  package func value(_ make: () -> Value) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    if let made { return made }
    let value = make()
    made = value
    return value
  }
}
