import Basis
import Driver
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program knows of the terminal that it may be talking to.
enum Terminal {
  /// When text has colours.
  enum ColorChoice: String, CaseIterable { case auto, always, never }

  static var isStandardErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// How text for standard output, or standard error, is dressed.
  static func style(_ choice: ColorChoice, forErrors: Bool = false) -> TextStyle {
    let descriptor = forErrors ? STDERR_FILENO : STDOUT_FILENO
    let isTerminal = isatty(descriptor) == 1
    let isColored =
      switch choice {
      case .always: true
      case .never: false
      case .auto: wantsColor ?? (isTerminal && environment("TERM") != "dumb")
      }
    return TextStyle(isColored: isColored, width: isTerminal ? width(of: descriptor) : 120)
  }

  /// Writes to standard error; if even that fails, there is nobody to tell.
  static func complain(_ text: String) {
    var sink = DescriptorSink.standardError()
    sink.write(text)
    do throws(FileError) { try sink.finish() } catch { return }
  }

  /// What the environment asks for, if anything: `NO_COLOR`, then `CLICOLOR_FORCE`.
  private static var wantsColor: Bool? {
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
    return nil
  }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(Int(size.ws_col), 200)
    }
    return environment("COLUMNS").flatMap { Int($0) } ?? 120
  }

  private static func environment(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
