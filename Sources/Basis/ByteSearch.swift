extension ArraySlice<UInt8> {
  /// Whether `part` stands somewhere in the bytes.
  package func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    var start = startIndex
    while let found = self[start..<(endIndex - part.count + 1)].firstIndex(of: first) {
      if self[found..<(found + part.count)].elementsEqual(part) { return true }
      start = found + 1
    }
    return false
  }
}
