#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the operating system did not do, and with which file.
package struct FileError: Error, Equatable {
  /// Why it was not done, as far as the program acts on it.
  package enum Reason: Equatable, Sendable {
    case notFound
    case notPermitted
    case isFolder
    /// A pipe, a device, a socket: something that need not have an end.
    case notRegular
    /// A link where none is followed.
    case isLink
    /// The size, where it is known, and the limit; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// The reader of a pipe is gone.
    case closed
    case noRuleFiles
    case unknownLanguage
    case other(Int32)
  }

  package var path: String
  package var reason: Reason

  package init(_ path: FilePath, _ reason: Reason) {
    self.path = path.text
    self.reason = reason
  }

  /// What the last call of the C library complained about.
  init(_ path: FilePath, code: Int32) {
    self.path = path.text
    reason =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EACCES, EPERM: .notPermitted
      case EISDIR: .isFolder
      case ENXIO, ENODEV: .notRegular
      case ELOOP: .isLink
      case EPIPE: .closed
      default: .other(code)
      }
  }

  /// The reason in a few words, without the path.
  package var explanation: String {
    switch reason {
    case .notFound: "no such file or folder"
    case .notPermitted: "permission denied"
    case .isFolder: "is a folder"
    case .notRegular: "is not a regular file"
    case .isLink: "is a link, or has too many on its way"
    case .tooLarge(let size, let limit):
      "is too large: \(max(size, limit + 1)) bytes, and the limit is \(limit)"
    case .noRuleFiles: "holds no .yaml file"
    case .unknownLanguage: "is in no language that can be read"
    case .closed: "the reader closed the pipe"
    case .other(let code): unsafe String(cString: strerror(code)).lowercased()
    }
  }

  package var message: String { "\(path): \(explanation)" }
}
