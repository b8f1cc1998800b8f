import Basis
import Driver

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program's end tells whoever started it.
enum ExitStatus: Int32, Error {
  case clean = 0
  /// Findings at or above the threshold.
  case findings = 1
  /// It could not do what was asked.
  case failure = 2
  /// No findings, but something that should have been analysed was not.
  case incomplete = 3

  /// Ends the program.
  func exit() -> Never {
    #if canImport(Darwin)
      Darwin.exit(rawValue)
    #else
      Glibc.exit(rawValue)
    #endif
  }

  /// Writes what was asked for to standard output and ends; a reader that left is no failure.
  static func writing(_ text: String) -> Never {
    var sink = DescriptorSink.standardOutput()
    sink.write(text)
    do throws(FileError) {
      try sink.finish()
      clean.exit()
    } catch  where error.reason == .closed {
      clean.exit()
    } catch {
      Terminal.complain("error: \(error.message)\n")
      failure.exit()
    }
  }

  /// Says why the program cannot do what was asked; throw the result.
  static func failure(_ message: String) -> ExitStatus {
    Terminal.complain("error: \(message)\n")
    return .failure
  }
}
