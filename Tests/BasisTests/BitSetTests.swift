import Basis
import Testing

@Suite struct BitSetTests {
  @Test func agreesWithTheStandardSet() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var bits = BitSet()
      var set: Set<Int> = []
      for _ in 0..<20 {
        let member = Int.random(in: 0..<200, using: &generator)
        if Bool.random(using: &generator) {
          #expect(bits.insert(member) == set.insert(member).inserted)
        } else {
          #expect(bits.remove(member) == (set.remove(member) != nil))
        }
      }
      #expect(bits.members == set.sorted())
      #expect(bits.count == set.count)
    }
  }
}
