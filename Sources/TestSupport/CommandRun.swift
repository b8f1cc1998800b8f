package import Foundation

/// What a run of the built program came to.
package struct CommandRun: Sendable {
  package let status: Int32
  package let output: String
  package let errors: String

  /// How long a run may take before it counts as hanging.
  private static let limit = 60.0

  /// Runs `stopleak` in a folder and waits for its end.
  ///
  /// - Parameters:
  ///   - input: what comes through standard input.
  ///   - output: a file that gets standard output instead of `output`.
  package init(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String] = [:], outputTo file: String? = nil
  ) throws {
    try self.init(
      "stopleak", arguments, at: folder.path, input: input, environment: environment,
      outputTo: file)
  }

  /// Runs one of the built programs in the folder at a path.
  package init(
    _ program: String, _ arguments: [String], at folder: String, input: String = "",
    environment: [String: String] = [:], outputTo file: String? = nil
  ) throws {
    let scratch = try TemporaryFolder()
    try scratch.write(["input": input, "output": "", "errors": ""])
    let process = Process()
    process.executableURL = try Self.program(program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = ["PATH": path].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: scratch["input"])
    process.standardOutput = FileHandle(forWritingAtPath: file ?? scratch["output"])
    process.standardError = FileHandle(forWritingAtPath: scratch["errors"])
    try process.run()
    let deadline = Date(timeIntervalSinceNow: Self.limit)
    while process.isRunning, Date() < deadline { usleep(2_000) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    output = try scratch.text(of: "output")
    errors = try scratch.text(of: "errors")
  }

  /// The program that was built with the tests, which lies beside them.
  package static func program(_ name: String = "stopleak") throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL]
    let tests = bundles + [URL(fileURLWithPath: CommandLine.arguments[0])]
    for place in tests {
      for folder in [place, place.deletingLastPathComponent()] {
        let program = folder.appendingPathComponent(name)
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
