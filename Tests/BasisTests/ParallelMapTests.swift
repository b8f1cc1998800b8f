import Testing

@testable import Basis

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 3, 8, 64])
  func keepsTheOrder(threads: Int) {
    for count in [0, 1, 2, 7, 1_000] {
      let doubled = parallelMap(Array(0..<count), threads: threads) { $0 * 2 }
      #expect(doubled == (0..<count).map { $0 * 2 })
    }
  }

  @Test func threadsHaveTheStackTheyWereGiven() {
    @Sendable func depth(_ left: Int) -> Int { left == 0 ? 0 : 1 + depth(left - 1) }
    let depths = parallelMap([100_000, 100_000], threads: 2, stackSize: 256 << 20) { depth($0) }
    #expect(depths == [100_000, 100_000])
  }
}
