#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A queue of work that threads do ahead of a caller, who takes the results in the order of asking.
///
/// No more threads run at a time than were asked for, the caller's among them: while it waits for a
/// result all others work, while it works itself one of them rests. So no core idles as long as
/// there is work, and none is fought over.
///
/// It is safe to share: all of its state is behind a lock, and no element is given out twice.
@safe
package final class WorkAhead<Element: Sendable, Result: Sendable>: @unchecked Sendable {
  private let threads: Int
  private let noteDone: (@Sendable (Int) -> Void)?
  private let body: @Sendable (Element) -> Result
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  /// Signalled when there is something to do, or more may do it.
  private let hasWork: UnsafeMutablePointer<pthread_cond_t>
  /// Signalled when something is done.
  private let hasResult: UnsafeMutablePointer<pthread_cond_t>
  private var workers: [pthread_t] = []

  // Behind the lock.
  private var elements: [Element?] = []
  private var results: [Result?] = []
  /// The first element that nobody works on yet, and the first whose result was not taken.
  private var nextElement = 0
  private var nextResult = 0
  private var working = 0
  private var isCallerWaiting = false
  private var isClosed = false

  /// - Parameter noteDone: is told how many more elements are done, by any thread.
  package init(
    threads: Int, stackSize: Int, noteDone: (@Sendable (_ more: Int) -> Void)? = nil,
    _ body: @escaping @Sendable (Element) -> Result
  ) {
    self.threads = max(1, threads)
    self.noteDone = noteDone
    self.body = body
    unsafe mutex = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
    unsafe hasWork = .allocate(capacity: 1)
    unsafe pthread_cond_init(hasWork, nil)
    unsafe hasResult = .allocate(capacity: 1)
    unsafe pthread_cond_init(hasResult, nil)
    workers = (0..<self.threads).compactMap { _ in
      startThread(stackSize: stackSize) { self.work() }
    }
  }

  deinit {
    unsafe pthread_cond_destroy(hasResult)
    unsafe hasResult.deallocate()
    unsafe pthread_cond_destroy(hasWork)
    unsafe hasWork.deallocate()
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Adds work to the end of the queue.
  package func add(_ more: [Element]) {
    locked {
      elements += more
      results += repeatElement(nil, count: more.count)
      unsafe pthread_cond_broadcast(hasWork)
    }
  }

  /// Waits for the next results, of elements that were added.
  package func take(_ count: Int) -> [Result] {
    // The system had no thread left.
    if workers.isEmpty { return takeAlone(count) }
    return locked {
      isCallerWaiting = true
      unsafe pthread_cond_broadcast(hasWork)
      let range = nextResult..<nextResult + count
      while !results[range].allSatisfy({ $0 != nil }) { unsafe pthread_cond_wait(hasResult, mutex) }
      isCallerWaiting = false
      nextResult = range.upperBound
      return range.compactMap { results[$0].take() }
    }
  }

  /// Ends the threads, once they have done what was added.
  package func close() {
    locked {
      isClosed = true
      unsafe pthread_cond_broadcast(hasWork)
    }
    for worker in workers { pthread_join(worker, nil) }
    workers = []
  }

  private func takeAlone(_ count: Int) -> [Result] {
    defer { nextResult += count }
    return elements[nextResult..<nextResult + count].compactMap { $0.map(body) }
  }

  private func work() {
    while let (index, element) = locked({ takeElement() }) {
      let result = body(element)
      locked {
        results[index] = result
        working -= 1
        if isCallerWaiting {
          unsafe pthread_cond_signal(hasResult)
        } else {
          unsafe pthread_cond_signal(hasWork)
        }
      }
      noteDone?(1)
    }
  }

  /// Waits until there is something to do and few enough do something; nil at the end.
  private func takeElement() -> (Int, Element)? {
    while true {
      let limit = isCallerWaiting ? threads : threads - 1
      if nextElement < elements.count, working < limit || isClosed {
        let index = nextElement
        guard let element = elements[index].take() else {
          preconditionFailure("an element was given out twice")
        }
        nextElement += 1
        working += 1
        return (index, element)
      }
      if isClosed { return nil }
      unsafe pthread_cond_wait(hasWork, mutex)
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }
}
