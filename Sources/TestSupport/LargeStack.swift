import Dispatch
import Foundation

/// Runs `body` on a thread with the stack that lowering asks of whoever drives it.
package func onLargeStack<Result: Sendable>(
  _ body: @escaping @Sendable () throws -> Result
) throws -> Result {
  let outcome = Outcome<Result>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    outcome.value = Swift.Result { try body() }
    done.signal()
  }
  thread.stackSize = 64 << 20
  thread.start()
  done.wait()
  guard let value = outcome.value else { preconditionFailure("the thread has signalled") }
  return try value.get()
}

/// Where a thread leaves what it has done; the semaphore orders the accesses.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
  var value: Result<Value, any Error>?
}
