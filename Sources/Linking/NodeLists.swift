/// For each node some numbers, all in one array as linked lists, newest first.
struct NodeLists {
  private struct Link {
    var number: Int32
    var next: Int32
  }

  private var heads: [Int32] = []
  private var links: [Link] = []
  private static let end: Int32 = -1
  private let looksBack: Int

  /// - Parameter looksBack: how many of the newest entries are looked at for a number that is added:
  ///   what is noted twice costs a second look, and a search of all would cost more.
  init(looksBack: Int) { self.looksBack = looksBack }

  mutating func addNodes(_ count: Int) {
    heads.append(contentsOf: repeatElement(Self.end, count: count))
  }

  /// Returns whether the number was not seen among the newest.
  @discardableResult
  mutating func add(_ number: Int32, to node: Int) -> Bool {
    var link = heads[node]
    for _ in 0..<looksBack {
      if link == Self.end { break }
      if links[Int(link)].number == number { return false }
      link = links[Int(link)].next
    }
    links.append(Link(number: number, next: heads[node]))
    heads[node] = Int32(links.count - 1)
    return true
  }

  func isEmpty(of node: Int) -> Bool { heads[node] == Self.end }

  /// The newest entry of a node's list.
  func first(of node: Int) -> Int32? { entry(heads[node]) }

  subscript(entry: Int32) -> Int32 { links[Int(entry)].number }

  func next(after entry: Int32) -> Int32? { self.entry(links[Int(entry)].next) }

  private func entry(_ link: Int32) -> Int32? { link == Self.end ? nil : link }
}
