package import Basis
import Yams

// From YAML to a tree. `compose` is the only function of Yams used: it gives places, and it does
// not guess types. It shares what aliases stand for, so a small file can stand for a tree of any
// size ("a billion laughs"); hence the budget, counted where nodes are visited, not where they
// are written.

/// Reads one rule file's YAML.
package func readYAML(_ file: SourceFile) throws(RuleFileError) -> RuleTree {
  do {
    return try composed(file)
  } catch {
    var placed = error
    placed.path = file.path
    throw placed
  }
}

/// How many nodes a rule file may hold, aliases counted each time they are used.
private let nodeBudget = 100_000
private let byteLimit = 4_000_000

private func composed(_ file: SourceFile) throws(RuleFileError) -> RuleTree {
  let start = LinePosition(line: 1, column: 1)
  guard file.bytes.count <= byteLimit else {
    throw RuleFileError("a rule file may have 4 MB at most", at: start)
  }
  let hasMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
  let bytes = hasMark ? Array(file.bytes.dropFirst(3)) : file.bytes
  let text = String(decoding: bytes, as: UTF8.self)
  guard text.utf8.elementsEqual(bytes) else {
    throw RuleFileError("not valid UTF-8", at: start)
  }
  let root: Node?
  do {
    root = try compose(yaml: text)
  } catch {
    throw ruleFileError(from: error)
  }
  guard let root else { throw RuleFileError("the file is empty", at: start) }
  var tree = RuleTree()
  var budget = nodeBudget
  try add(root, to: &tree, budget: &budget)
  return tree
}

private func add(
  _ node: Node, to tree: inout RuleTree, budget: inout Int
) throws(RuleFileError) {
  let position = place(of: node)
  budget -= 1
  guard budget >= 0 else {
    throw RuleFileError("more than \(nodeBudget) values, aliases counted", at: position)
  }
  switch node {
  case .scalar(let scalar):
    tree.add(text: scalar.string, at: position)
  case .sequence(let sequence):
    tree.add(listOf: sequence.count, at: position)
    for item in sequence { try add(item, to: &tree, budget: &budget) }
  case .mapping(let mapping):
    tree.add(mappingOf: mapping.count, at: position)
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw RuleFileError("a key must be a word", at: place(of: key))
      }
      tree.add(key: scalar.string, at: place(of: key))
      try add(value, to: &tree, budget: &budget)
    }
  case .alias:
    throw RuleFileError("an alias stands for nothing", at: position)
  }
}

private func place(of node: Node) -> LinePosition {
  node.mark.map(linePosition) ?? LinePosition(line: 1, column: 1)
}

private func linePosition(_ mark: Mark) -> LinePosition {
  LinePosition(line: max(1, mark.line), column: max(1, mark.column))
}

private func ruleFileError(from error: any Error) -> RuleFileError {
  let start = LinePosition(line: 1, column: 1)
  guard let error = error as? YamlError else { return RuleFileError("not YAML", at: start) }
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    return RuleFileError("not YAML: \(problem)", at: linePosition(mark))
  case .duplicatedKeysInMapping(let keys, let context):
    let names = keys.map { "`\($0)`" }.joined(separator: ", ")
    return RuleFileError("\(names) is given twice", at: linePosition(context.mark))
  case .reader(let problem, _, _, _):
    return RuleFileError("not YAML: \(problem)", at: start)
  default:
    return RuleFileError("not YAML", at: start)
  }
}
