import Testing

@testable import Driver

/// The answers are those of `git check-ignore`.
@Suite struct IgnoreFileTests {
  /// Whether a `.gitignore` with these lines ignores a path; a slash at the end marks a folder.
  private func ignores(_ lines: String, _ path: String) -> Bool? {
    let components = path.split(separator: "/").map { Array($0.utf8)[...] }
    return IgnoreFile(Array(lines.utf8)).decision(
      on: components[components.count - 1], at: Array(components.dropLast()),
      isFolder: path.hasSuffix("/"))
  }

  @Test(arguments: [
    ("*.log", "a.log"), ("*.log", "x/y/a.log"), ("/a.js", "a.js"), ("x/a.js", "x/a.js"),
    ("build/", "build/"), ("build/", "x/build/"), ("build", "x/build/"), ("**/a.js", "a.js"),
    ("**/a.js", "x/y/a.js"), ("x/**", "x/a.js"), ("x/**", "x/y/a.js"), ("x/**/a.js", "x/a.js"),
    ("x/**/a.js", "x/y/z/a.js"), ("x/**/y/**/a.js", "x/1/y/2/3/a.js"), ("a?.js", "ab.js"),
    ("[a-c].js", "b.js"), ("[!a-c].js", "d.js"), ("[^a-c].js", "d.js"), ("[]].js", "].js"),
    ("[[:digit:]].js", "7.js"), ("\\!a.js", "!a.js"), ("\\#a.js", "#a.js"), ("a\\*.js", "a*.js"),
    ("a.js   ", "a.js"), ("a\\ ", "a "), ("a.js\r", "a.js"), ("# c\n\na.js", "a.js"),
    ("!a.js\na.js", "a.js"), ("a*b*c", "axxbyyc"), ("*", "x/y"), ("**", "x/y"), ("x/*", "x/y"),
    ("foo**bar", "fooxbar"), ("\u{FEFF}a.js", "a.js"), ("/**/a.js", "x/a.js"), ("x/", "x/"),
    ("**/x/**", "1/x/2"), ("[a-]", "-"), ("[\\]]", "]"),
  ])
  func ignored(lines: String, path: String) {
    #expect(ignores(lines, path) == true)
  }

  @Test(arguments: [
    ("*.log", "a.log.js"), ("/a.js", "x/a.js"), ("x/a.js", "y/x/a.js"), ("build/", "build"),
    ("x/**", "x/"), ("x/*", "x/y/z"), ("x/*.js", "x/y/a.js"), ("a?.js", "a.js"), ("#a.js", "#a.js"),
    ("A.js", "a.js"), ("[a-c].js", "d.js"), ("[a.js", "[a.js"), ("a\\*.js", "ab.js"), ("", "a"),
    ("/", "a"), ("   ", "a"), ("x/y", "x/"), ("foo/**/", "foo/a.js"), ("[[:digit:]].js", "x.js"),
    ("a*b", "ab/c"),
  ])
  func notMentioned(lines: String, path: String) {
    #expect(ignores(lines, path) == nil)
  }

  @Test(arguments: [
    ("*.js\n!a.js", "a.js"), ("*.js\n!/x/a.js", "x/a.js"), ("/*\n!/src/", "src/"),
  ])
  func takenBack(lines: String, path: String) {
    #expect(ignores(lines, path) == false)
  }

  /// A pattern of many stars must not take time without bound on a name that nearly matches.
  @Test func manyStarsAreHarmless() {
    let pattern = String(repeating: "a*", count: 2_000) + "b"
    #expect(ignores(pattern, String(repeating: "a", count: 4_000)) == nil)
    let deep = String(repeating: "**/a/", count: 200) + "b"
    #expect(ignores(deep, String(repeating: "a/", count: 400) + "a") == nil)
  }
}
