// The shapes of resources and of the ways to come by them and to give them back.

extension ResourceSpec {
  package static let shape = Shape(
    "resource", "Something that is taken and must be given back",
    blank: ResourceSpec(id: "", noun: "", kind: .other, weight: .medium, type: ""),
    keys: keys,
    objection: { resource in
      resource.acquire.isEmpty ? "resource `\(resource.id)` has no way to acquire it" : nil
    })

  private static let keys: [Key<ResourceSpec>] = [
    .text("id", "Its name in this file; `library/id` everywhere else", required: true) {
      $0.id = $1
    },
    .text("noun", "The library's word for it, in messages", required: true) { $0.noun = $1 },
    .choice("kind", "What kind of thing it is", required: true) { $0.kind = $1 },
    .choice("weight", "How scarce it is; losing a high one is an error", required: true) {
      $0.weight = $1
    },
    .text("type", "The canonical type of the handle", required: true) { $0.type = $1 },
    .many("acquire", AcquirePattern.shape, "The ways to come by it", required: true) {
      $0.acquire = $1
    },
    .many("release", ReleasePattern.shape, "The ways to give it back") { $0.release = $1 },
    .many("hand-off", handOff, "Calls that take it over") { $0.handOff = $1 },
    .choice("context", "What leaving a `with` or `using` block does to it") { $0.context = $1 },
    .choice("double-release", "What a second release does") { $0.doubleRelease = $1 },
    .flag("fails-after-release", "Whether its use after release fails or corrupts") {
      $0.failsAfterRelease = $1
    },
    .flag("collected", "Whether a garbage collector closes it sooner or later") {
      $0.isCollected = $1
    },
    .flag("closed-implicitly", "Whether its own end or its parent closes it as well") {
      $0.isClosedImplicitly = $1
    },
    .flag(
      "of-session", "Whether it stays when a pool takes the handle back, until the session ends"
    ) {
      $0.isOfSession = $1
    },
    .flag("closed-with-parent", "Whether nothing but its parent's end closes it as well") {
      $0.isClosedWithParent = $1
      if $1 { $0.isClosedImplicitly = true }
    },
    .flag("outlives-parent", "Whether it goes on when what it was asked of is closed") {
      $0.outlivesParent = $1
    },
    .flag("lazy", "Whether it holds nothing before it is used") { $0.isLazy = $1 },
    .flag("awaited-to-end", "Whether waiting for it gives it back") { $0.isAwaitedToEnd = $1 },
    .flag("opens-late", "Whether its first use takes it, and not the acquire") {
      $0.opensLate = $1
    },
    .texts("read-by", "The members of it that give it back when they are read") {
      $0.readBy = $1
    },
    .texts("opened-by", "The methods of it that take it, where the acquire does not") {
      $0.openedBy = $1
    },
    .text("fix", "How to write it right, in a sentence", required: true) { $0.fix = $1 },
  ]

  static let handOff = Shape(
    "hand-off", "A call that takes the resource over", blank: CallPattern(callee: ""),
    keys: CallPattern.keys(value: "takes"), multiplier: Multiplier("call") { $0.callee = $1 },
    readWord: { (word, pattern) in
      pattern.callee = word
      return true
    },
    objection: CallPattern.objection)
}

extension AcquirePattern {
  package static let shape = Shape(
    "acquire", "A way to come by a resource",
    blank: AcquirePattern(call: CallPattern(callee: "")),
    keys: CallPattern.keys(value: "gives").map { $0.lifted(\.call) } + [
      .one("callback", CallbackShape.shape, "How it arrives through a callback") {
        $0.callback = $1
      },
      .flag("scoped", "Whether the call is meant to stand in a `with` statement") {
        $0.isScoped = $1
      },
      .texts("telling", "Names that tell without an import, such as `pool.getConnection`") {
        $0.telling = $1
      },
      .flag("succeeds-if-true", "Whether the result says if it was taken") {
        $0.succeedsIfTrue = $1
      },
      .texts("companions", "Other elements of the result that lead to the handle") {
        $0.companions = $1
      },
      .flag("failure", "Whether only a call that fails leaves something to give back") {
        $0.isFailure = $1
      },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    readWord: { (word, pattern) in
      pattern.call.callee = word
      return true
    },
    objection: { CallPattern.objection($0.call) })
}

extension ReleasePattern {
  package static let shape = Shape(
    "release", "A way to give a resource back",
    blank: ReleasePattern(call: CallPattern(callee: ""), mustAwait: false),
    keys: CallPattern.keys(value: "takes").map { $0.lifted(\.call) } + [
      .flag("await", "Whether it must be awaited") { $0.mustAwait = $1 },
      .flag("may-fail", "Whether it has not happened where the call fails") { $0.mayFail = $1 },
    ],
    multiplier: Multiplier("call") { $0.call.callee = $1 },
    readWord: { (word, pattern) in
      pattern.call.callee = word
      return true
    },
    objection: { CallPattern.objection($0.call) })
}
