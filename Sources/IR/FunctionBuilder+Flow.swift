package import Basis

// Decisions, loops, switches: everything structured but exceptions.

extension FunctionBuilder {
  /// A fresh block with the unwind target of the regions in force.
  mutating func newBlock() -> ID<Block> {
    let unwind = unwindTarget
    return contexts[depth].function.blocks.append(Block(unwind: unwind))
  }

  /// Makes `block` the one that operations go to.
  mutating func start(_ block: ID<Block>) {
    let next = UInt32(contexts[depth].function.operations.count)
    contexts[depth].function.blocks[block].operations = next..<next
    contexts[depth].block = block
  }

  /// Ends the current block; what follows is unreachable until a block is started.
  mutating func terminate(_ terminator: Terminator, at range: ByteRange) {
    let block = contexts[depth].block
    let end = UInt32(contexts[depth].function.operations.count)
    let begin = contexts[depth].function.blocks[block].operations.lowerBound
    contexts[depth].function.blocks[block].operations = begin..<end
    contexts[depth].function.blocks[block].terminator = terminator
    contexts[depth].function.blocks[block].exitRange = range
    start(newBlock())
  }

  /// Ends the current block with a jump and goes on in `block`.
  mutating func fallThrough(to block: ID<Block>, at range: ByteRange) {
    terminate(.jump(block), at: range)
    start(block)
  }

  package mutating func conditional(
    _ decision: Decision, then: Body, otherwise: Body = { _ in }, at range: ByteRange
  ) {
    let thenBlock = newBlock()
    let otherwiseBlock = newBlock()
    let end = newBlock()
    decide(decision, then: thenBlock, otherwise: otherwiseBlock)
    start(thenBlock)
    then(&self)
    terminate(.jump(end), at: range)
    start(otherwiseBlock)
    otherwise(&self)
    fallThrough(to: end, at: range)
  }

  /// Lowers a decision into branches to two blocks.
  mutating func decide(_ decision: Decision, then: ID<Block>, otherwise: ID<Block>) {
    switch decision {
    case .test(let evaluate):
      let condition = evaluate(&self)
      terminate(.branch(on: condition, then: then, otherwise: otherwise), at: condition.range)
    case .not(let inner):
      decide(inner, then: otherwise, otherwise: then)
    case .and(let left, let right):
      let second = newBlock()
      decide(left, then: second, otherwise: otherwise)
      start(second)
      decide(right, then: then, otherwise: otherwise)
    case .or(let left, let right):
      let second = newBlock()
      decide(left, then: then, otherwise: second)
      start(second)
      decide(right, then: then, otherwise: otherwise)
    case .after(let body, let inner):
      body(&self)
      decide(inner, then: then, otherwise: otherwise)
    case .always(let outcome):
      terminate(.jump(outcome ? then : otherwise), at: .none)
    }
  }

  /// A loop that tests before each round; `update` runs after each round and on `continue`,
  /// `otherwise` when the test fails (Python's `else`), not on `break`.
  package mutating func loop(
    label: Symbol? = nil, while decision: Decision, body: Body, update: Body = { _ in },
    otherwise: Body = { _ in }, at range: ByteRange
  ) {
    let head = newBlock()
    let bodyBlock = newBlock()
    let updateBlock = newBlock()
    let otherwiseBlock = newBlock()
    let end = newBlock()
    fallThrough(to: head, at: range)
    decide(decision, then: bodyBlock, otherwise: otherwiseBlock)
    start(bodyBlock)
    inRegion(.loop(label: label, onBreak: end, onContinue: updateBlock), body)
    fallThrough(to: updateBlock, at: range)
    update(&self)
    terminate(.jump(head), at: range)
    start(otherwiseBlock)
    otherwise(&self)
    fallThrough(to: end, at: range)
  }

  /// A loop that tests after each round: `do { } while (x)`.
  package mutating func loop(
    label: Symbol? = nil, body: Body, thenWhile decision: Decision, at range: ByteRange
  ) {
    let bodyBlock = newBlock()
    let test = newBlock()
    let end = newBlock()
    fallThrough(to: bodyBlock, at: range)
    inRegion(.loop(label: label, onBreak: end, onContinue: test), body)
    fallThrough(to: test, at: range)
    decide(decision, then: bodyBlock, otherwise: end)
    start(end)
  }

  /// A statement that `break label` can leave: a labelled block; without a label, a switch.
  package mutating func breakable(label: Symbol?, at range: ByteRange, _ body: Body) {
    let end = newBlock()
    inRegion(.breakable(label: label, onBreak: end), body)
    fallThrough(to: end, at: range)
  }

  /// One arm of a switch or match: when it is taken, and what it does.
  package struct Arm {
    /// Nil is the default arm.
    package var test: Decision?
    package var body: Body

    package init(test: Decision?, body: @escaping Body) {
      self.test = test
      self.body = body
    }
  }

  /// Tests arms in order and runs the first that holds; the default runs when none does, wherever
  /// it stands. With `fallsThrough`, an arm that ends goes on into the next.
  package mutating func choose(_ arms: [Arm], fallsThrough: Bool, at range: ByteRange) {
    let end = newBlock()
    let bodies = arms.map { _ in newBlock() }
    for (arm, block) in zip(arms, bodies) {
      guard let test = arm.test else { continue }
      let next = newBlock()
      decide(test, then: block, otherwise: next)
      start(next)
    }
    let fallback = arms.firstIndex { $0.test == nil }.map { bodies[$0] } ?? end
    terminate(.jump(fallback), at: range)
    for (index, arm) in arms.enumerated() {
      start(bodies[index])
      arm.body(&self)
      let next = fallsThrough && index + 1 < arms.count ? bodies[index + 1] : end
      terminate(.jump(next), at: range)
    }
    start(end)
  }

  /// One of several bodies runs, and nothing is known about which.
  package mutating func either(_ bodies: [Body], at range: ByteRange) {
    let end = newBlock()
    let blocks = bodies.map { _ in newBlock() }
    terminate(.choose(blocks), at: range)
    for (body, block) in zip(bodies, blocks) {
      start(block)
      body(&self)
      terminate(.jump(end), at: range)
    }
    start(end)
  }

  /// Runs `body` with one more region in force.
  mutating func inRegion(_ region: Region, _ body: Body) {
    contexts[depth].regions.append(region)
    // The current block was begun under the old regions: go on in one with the right unwind.
    fallThrough(to: newBlock(), at: .none)
    body(&self)
    contexts[depth].regions.removeLast()
    fallThrough(to: newBlock(), at: .none)
  }
}
