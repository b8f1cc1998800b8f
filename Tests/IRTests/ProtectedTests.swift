import Basis
import IR
import Testing

/// Builds the body of a module whose statements are calls of globals named by a letter.
private func build(_ body: FunctionBuilder.Body) -> Module {
  var builder = FunctionBuilder(file: ID(0), symbols: SymbolTable(), range: .none)
  body(&builder)
  return builder.finish()
}

private func run(_ name: String) -> FunctionBuilder.Body {
  { builder in
    let place = builder.resolve(builder.intern(name), at: .none)
    builder.call(.value(place), at: .none)
  }
}

/// The names called along every acyclic way from entry to an exit, with the exit.
private func ways(_ module: Module) -> Set<String> {
  let function = module.functions[Module.body]
  var result: Set<String> = []
  func walk(_ block: ID<Block>, _ story: String, _ seen: Set<Int>) {
    if block == function.normalExit { result.insert(story + ".") }
    if block == function.exceptionalExit { result.insert(story + "!") }
    guard block != function.normalExit, block != function.exceptionalExit else { return }
    guard !seen.contains(block.index) else { return }
    var story = story
    let seen = seen.union([block.index])
    for id in function.operations(of: block) {
      guard case .call(let call) = function.operations[id].effect else { continue }
      walk(function.blocks[block].unwind, story, seen)
      guard case .value(let place) = call.callee, let name = function.places[place].name else {
        continue
      }
      story += module.symbols[name]
    }
    switch function.blocks[block].terminator {
    case .jump(let next): walk(next, story, seen)
    case .branch(_, let then, let otherwise):
      walk(then, story, seen)
      walk(otherwise, story, seen)
    case .choose(let choices): for next in choices { walk(next, story, seen) }
    case .return: walk(function.normalExit, story, seen)
    case .raise: walk(function.blocks[block].unwind, story, seen)
    case .unreachable: break
    }
  }
  walk(function.entry, "", [])
  return result
}

@Suite struct ProtectedTests {
  @Test func cleanupRunsOnEveryWayOut() {
    let module = build { builder in
      builder.protected(
        { body in
          run("a")(&body)
          run("b")(&body)
        }, finally: run("z"), at: .none)
      run("c")(&builder)
    }
    #expect(IRVerifier.faults(in: module).isEmpty)
    // Falling through; a or b raising with the cleanup run; the cleanup itself raising; c raising.
    #expect(ways(module) == ["abzc.", "abz!", "ab!", "z!", "az!", "a!", "!"])
  }

  @Test func returnRunsTheCleanupAndNothingAfter() {
    let module = build { builder in
      builder.protected(
        { body in
          run("a")(&body)
          body.leave(.return(nil), at: .none)
        }, finally: run("z"), at: .none)
      run("c")(&builder)
    }
    #expect(IRVerifier.faults(in: module).isEmpty)
    #expect(ways(module) == ["az.", "z!", "!", "a!"])
  }

  @Test func handlerRunsTheCleanupAndIsNotCaughtByItself() {
    let module = build { builder in
      builder.protected(
        run("a"), handlers: [Handler(catchesEverything: true, body: run("h"))], finally: run("z"),
        at: .none)
    }
    #expect(ways(module) == ["az.", "a!", "hz.", "h!", "z!", "!"])
  }

  @Test func breakLeavesThroughTheCleanupOnce() {
    let module = build { builder in
      let body: FunctionBuilder.Body = { builder in
        builder.protected(
          { body in
            body.conditional(
              .test { _ in .unknown(at: .none) }, then: { $0.leave(.breakOut(nil), at: .none) },
              otherwise: { $0.leave(.breakOut(nil), at: .none) }, at: .none)
          }, finally: run("z"), at: .none)
      }
      builder.loop(while: .always(true), body: body, at: .none)
      run("c")(&builder)
    }
    #expect(IRVerifier.faults(in: module).isEmpty)
    #expect(ways(module) == ["zc.", "!", "z!"])
    let calls = module.functions[Module.body].operations.values.filter {
      if case .call = $0.effect { true } else { false }
    }
    #expect(calls.count == 2, "one copy of the cleanup serves both breaks")
  }
}
