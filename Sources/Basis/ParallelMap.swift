#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Applies a function to all elements on several threads; the results are in the elements' order.
///
/// The threads share nothing but a counter: each takes the next few elements until none is left.
/// They are threads of our own, with a stack of the size asked for, because what the function
/// calls may recurse, and the stacks of the concurrency runtime are small on some systems. Where no
/// more than the usual stack is asked for, the calling thread works as well.
package func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], threads: Int, stackSize: Int = usualStackSize,
  _ body: @escaping @Sendable (Element) -> Result
) -> [Result] {
  let count = min(threads, elements.count)
  let work = ParallelWork(elements, batch: elements.count / (max(1, count) * 16), body)
  let callerWorks = stackSize <= usualStackSize
  let workers = (0..<max(0, callerWorks ? count - 1 : count)).compactMap { _ in
    work.start(stackSize: stackSize)
  }
  if callerWorks || workers.isEmpty { work.run() }
  for worker in workers { pthread_join(worker, nil) }
  return work.takeResults()
}

/// The work of a parallel map that other threads do while the caller does something else.
package struct PendingMap<Element: Sendable, Result: Sendable> {
  private let work: ParallelWork<Element, Result>
  private let workers: [pthread_t]

  package init(
    _ elements: [Element], threads: Int, stackSize: Int,
    _ body: @escaping @Sendable (Element) -> Result
  ) {
    let count = min(max(1, threads), elements.count)
    let work = ParallelWork(elements, batch: elements.count / (max(1, count) * 16), body)
    self.work = work
    workers = (0..<count).compactMap { _ in work.start(stackSize: stackSize) }
  }

  /// Waits for the results, which are in the elements' order.
  package func results() -> [Result] {
    if workers.isEmpty { work.run() }
    for worker in workers { pthread_join(worker, nil) }
    return work.takeResults()
  }
}

/// What the main thread has on most systems.
package let usualStackSize = 8 << 20

/// The shared part of a parallel map: the counter, and a place for each result.
///
/// It is safe to share: the counter is behind a lock, no two threads are given the same element,
/// and the results are read only after the threads were joined.
@safe
private final class ParallelWork<Element: Sendable, Result: Sendable>: @unchecked Sendable {
  private let elements: [Element]
  private let batch: Int
  private let body: @Sendable (Element) -> Result
  private let results: UnsafeMutablePointer<Result?>
  private let counter = LockedCounter()

  init(
    _ elements: [Element], batch: Int, _ body: @escaping @Sendable (Element) -> Result
  ) {
    self.elements = elements
    self.batch = min(max(1, batch), 64)
    self.body = body
    unsafe results = .allocate(capacity: elements.count)
    unsafe results.initialize(repeating: nil, count: elements.count)
  }

  deinit {
    unsafe results.deinitialize(count: elements.count)
    unsafe results.deallocate()
  }

  /// Works until no element is left.
  func run() {
    while true {
      let start = counter.advance(by: batch)
      guard start < elements.count else { return }
      let end = min(elements.count, start + batch)
      for index in start..<end { unsafe results[index] = body(elements[index]) }
    }
  }

  /// The results in order, kept here no longer; call it when no thread runs any more.
  func takeResults() -> [Result] {
    elements.indices.map { index in
      guard let result = unsafe results[index].take() else {
        preconditionFailure("an element was left out")
      }
      return result
    }
  }

  /// Starts a thread that runs; nil if the system has none left, which the other threads make up
  /// for.
  func start(stackSize: Int) -> pthread_t? {
    startThread(stackSize: stackSize) { self.run() }
  }
}

/// Starts a thread; nil if the system has none left.
func startThread(stackSize: Int, _ body: @escaping () -> Void) -> pthread_t? {
  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  defer { unsafe attributes.deallocate() }
  unsafe pthread_attr_init(attributes)
  defer { unsafe pthread_attr_destroy(attributes) }
  unsafe pthread_attr_setstacksize(attributes, stackSize)
  let context = unsafe Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let code = unsafe pthread_create(&thread, attributes, threadMain, context.toOpaque())
  guard code == 0 else {
    unsafe context.release()
    return nil
  }
  return thread
}

/// A closure that a C function can carry.
private final class ThreadBody {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func threadMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#else
  private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context = unsafe context else { return nil }
    unsafe Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif

/// A number that several threads count up.
@safe
package final class LockedCounter: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private var value = 0

  package init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe pthread_mutex_init(mutex, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(mutex)
    unsafe mutex.deallocate()
  }

  /// Adds to the number and returns what it was before.
  package func advance(by step: Int) -> Int {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    defer { value += step }
    return value
  }
}

/// The threads that a run may use, and what each may recurse into.
package struct Workers: Sendable {
  package var threads: Int
  package var stackSize: Int

  package init(threads: Int = 1, stackSize: Int = usualStackSize) {
    self.threads = threads
    self.stackSize = stackSize
  }

  /// Applies a function to all elements; the results are in the elements' order.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    // Threads cost more than a handful of elements.
    if threads == 1 || elements.count < Self.fewest { return elements.map(body) }
    return parallelMap(elements, threads: threads, stackSize: stackSize, body)
  }

  /// Does two things that know nothing of each other, side by side where there are threads.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () -> First, _ second: () -> Second
  ) -> (First, Second) {
    if threads == 1 { return (first(), second()) }
    let pending = PendingMap([first], threads: 1, stackSize: stackSize) { $0() }
    let result = second()
    return (pending.results()[0], result)
  }

  private static let fewest = 8
}
