import Basis
import IR
import Testing

@testable import Analysis

/// Random states over few keys, aliases and facts, so that joins meet often.
private struct Generator {
  var random: SeededGenerator

  mutating func state() -> ResourceState {
    var state = ResourceState()
    for _ in 0..<Int.random(in: 0...3, using: &random) { _ = state.insert(disjunct()) }
    return state
  }

  mutating func disjunct() -> Disjunct {
    let typestates: [Typestate] = [.unacquired, .held, .released, .gone]
    var disjunct = Disjunct(
      typestates[Int.random(in: 0..<4, using: &random)], hasRaised: Bool.random(using: &random))
    for _ in 0..<2 { disjunct.aliases.insert(Int.random(in: 0..<4, using: &random)) }
    let facts: [Fact] = [.null, .notNull, .truthy, .falsy, .constant(.boolean(true))]
    for path in 0..<3 where Bool.random(using: &random) {
      disjunct.facts[path] = facts[Int.random(in: 0..<5, using: &random)]
    }
    disjunct.isDoubtful = Bool.random(using: &random)
    return disjunct
  }
}

/// A generator that gives the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64 (Steele, Lea, Flood 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct LatticeTests {
  private func joined(_ left: ResourceState, _ right: ResourceState) -> ResourceState {
    var result = left
    _ = result.join(right)
    return result
  }

  @Test func joinIsAssociativeCommutativeAndIdempotent() {
    var generator = Generator(random: SeededGenerator(seed: 1))
    for _ in 0..<2_000 {
      let (a, b, c) = (generator.state(), generator.state(), generator.state())
      #expect(joined(a, b) == joined(b, a))
      #expect(joined(joined(a, b), c) == joined(a, joined(b, c)))
      #expect(joined(a, a) == a)
    }
  }

  @Test func joinSaysWhetherItChanged() {
    var generator = Generator(random: SeededGenerator(seed: 2))
    for _ in 0..<2_000 {
      let (a, b) = (generator.state(), generator.state())
      var result = a
      let changed = result.join(b)
      #expect(changed == (result != a))
      let changedAgain = result.join(b)
      #expect(!changedAgain, "joining the same again changes nothing")
    }
  }
}
