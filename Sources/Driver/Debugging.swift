import Basis
import Findings
import IR
import Lowering
import Syntax

// What `stopleak debug` shows: the inside of each stage, for those who work on it.

/// The syntax tree of a file, one node a line.
package func debugSyntax(of path: String) throws(FileError) -> String {
  let (source, grammar) = try debugSource(path)
  var parser = SyntaxParser(grammar)
  let tree: SyntaxTree
  do throws(ParseRefusal) { tree = try parser.parse(source.bytes) } catch {
    return "not parsed: \(error)\n"
  }
  var text = ""
  var ends: [Int] = []
  for (index, node) in tree.root.subtree.enumerated() {
    while let end = ends.last, end <= index { ends.removeLast() }
    let indent = String(repeating: "  ", count: min(ends.count, 100))
    let mark = node.isMissing ? " (missing)" : ""
    let range = "\(node.range.start)..<\(node.range.end)"
    text += "\(indent)\(grammar.name(of: node.kind)) \(range)\(mark)\n"
    ends.append(index + node.subtreeCount)
  }
  return text
}

/// What lowering makes of a file.
package func debugIR(of path: String) throws(FileError) -> String {
  let (source, grammar) = try debugSource(path)
  return onLargeStack {
    do throws(ParseRefusal) {
      let module = try lower(
        file: ID(0), bytes: source.bytes, grammar: grammar, symbols: SymbolTable())
      return IRPrinter.print(module)
    } catch {
      return "not parsed: \(error)\n"
    }
  }
}

/// Parses all sources below paths, lowers them if asked to, and tells how many and how fast.
package func debugParse(
  _ paths: [FilePath], threads: Int, lowers: Bool
) throws(FileError) -> String {
  let here = try FileSystem.workingDirectory()
  var discovery = FileDiscovery(workingDirectory: here)
  discovery.threads = threads
  let reader = FileReader(limit: 1 << 20, workingDirectory: here, leavesOutMadeFiles: true)
  let files = discovery.discover(paths).files.filter { $0.role.isSource }
  var timing = Timing()
  let sources = timing.measure("reading") {
    parallelMap(files, threads: threads) { file -> (SourceFile, Grammar)? in
      guard case .text(let source) = reader.contents(of: file),
        case .source(let grammar) = file.role
      else { return nil }
      return (source, grammar)
    }.compactMap { $0 }
  }
  let counts = timing.measure(lowers ? "parsing and lowering" : "parsing") {
    parallelMap(sources, threads: threads, stackSize: largeStack) { source, grammar in
      parseCounts(source, grammar, lowers: lowers)
    }
  }
  let bytes = sources.reduce(0) { $0 + $1.0.bytes.count }
  let nodes = counts.reduce(0) { $0 + $1.nodes }
  let refused = counts.count { $0.isRefused }
  let unsound = counts.count { !$0.isSound }
  let unknown = counts.reduce(0) { $0 + $1.unknown }
  return """
    \(sources.count) files, \(bytes) bytes, \(nodes) nodes, \(unknown) unknown to lowering
    \(unsound) with errors, \(refused) refused
    \(timing.text)
    """
}

/// Lowering recurses as the source nests; debug builds need the most.
let largeStack = 64 << 20

private struct ParseCounts: Sendable {
  var nodes = 0
  var unknown = 0
  var isSound = true
  var isRefused = false
}

private func parseCounts(
  _ source: SourceFile, _ grammar: Grammar, lowers: Bool
) -> ParseCounts {
  var counts = ParseCounts()
  do throws(ParseRefusal) {
    var parser = SyntaxParser(grammar)
    let tree = try parser.parse(source.bytes)
    counts.nodes = tree.count
    counts.isSound = !tree.root.hasError
    guard lowers else { return counts }
    let module = lower(
      tree, of: ID(0), bytes: source.bytes, grammar: grammar, symbols: SymbolTable())
    counts.unknown = module.health.unknown.values.reduce(0, +)
  } catch {
    counts.isRefused = true
  }
  return counts
}

private func debugSource(_ path: String) throws(FileError) -> (SourceFile, Grammar) {
  let file = FilePath(path)
  guard case .source(let grammar) = FileRole(name: file.name) else {
    throw FileError(file, .unknownLanguage)
  }
  return (SourceFile(path: path, bytes: try FileSystem.read(file, limit: 64 << 20)), grammar)
}

private func onLargeStack(_ body: @escaping @Sendable () -> String) -> String {
  parallelMap([0], threads: 1, stackSize: largeStack) { _ in body() }[0]
}
