#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How many threads can run at the same time.
package func availableThreads() -> Int {
  max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
