import Basis
import IR

/// The names that mean something to the language itself.
enum PythonWord: Int, CaseIterable {
  case enter, exit, asyncEnter, asyncExit, initialize, star, lambda, comparison
  case `super`, property, cachedProperty, setter, deleter, staticMethod, classMethod
  case exception, baseException, generatorExit, assertionError, isInstance, isSubclass
  case contextlib, suppress, print, exec
  case optional, union, annotated, final, classVar, readOnly, required, notRequired
  case awaitable, coroutine, asyncIterator, asyncIterable, asyncGenerator
  case iterator, generator, contextManager, asyncContextManager, abstractContextManager
  case abstractAsyncContextManager, literal

  var text: String {
    switch self {
    case .enter: "__enter__"
    case .exit: "__exit__"
    case .asyncEnter: "__aenter__"
    case .asyncExit: "__aexit__"
    case .initialize: "__init__"
    case .star: "*"
    case .comparison: "<comparison>"
    case .lambda: "<lambda>"
    case .super: "super"
    case .property: "property"
    case .cachedProperty: "cached_property"
    case .setter: "setter"
    case .deleter: "deleter"
    case .staticMethod: "staticmethod"
    case .classMethod: "classmethod"
    case .exception: "Exception"
    case .baseException: "BaseException"
    case .generatorExit: "GeneratorExit"
    case .assertionError: "AssertionError"
    case .isInstance: "isinstance"
    case .isSubclass: "issubclass"
    case .contextlib: "contextlib"
    case .suppress: "suppress"
    case .print: "print"
    case .exec: "exec"
    case .optional: "Optional"
    case .union: "Union"
    case .annotated: "Annotated"
    case .final: "Final"
    case .classVar: "ClassVar"
    case .readOnly: "ReadOnly"
    case .required: "Required"
    case .notRequired: "NotRequired"
    case .awaitable: "Awaitable"
    case .coroutine: "Coroutine"
    case .asyncIterator: "AsyncIterator"
    case .asyncIterable: "AsyncIterable"
    case .asyncGenerator: "AsyncGenerator"
    case .iterator: "Iterator"
    case .generator: "Generator"
    case .contextManager: "ContextManager"
    case .asyncContextManager: "AsyncContextManager"
    case .abstractContextManager: "AbstractContextManager"
    case .abstractAsyncContextManager: "AbstractAsyncContextManager"
    case .literal: "Literal"
    }
  }

  /// Which arguments of a generic type tell what is held; nil for types that are themselves.
  var heldArguments: Range<Int>? {
    switch self {
    case .union: 0..<Int.max
    case .optional, .annotated, .final, .classVar, .readOnly, .required, .notRequired, .awaitable,
      .asyncIterator, .asyncIterable, .asyncGenerator, .iterator, .generator, .contextManager,
      .asyncContextManager, .abstractContextManager, .abstractAsyncContextManager:
      0..<1
    case .coroutine: 2..<3
    default: nil
    }
  }
}

/// The symbols of the words, in one file's table.
struct PythonWords {
  private let symbols: [Symbol]
  private let words: [Symbol: PythonWord]

  /// Interns every word, so that names met later compare as numbers.
  init(_ builder: inout FunctionBuilder) {
    var symbols: [Symbol] = []
    var words: [Symbol: PythonWord] = [:]
    for word in PythonWord.allCases {
      let symbol = builder.intern(word.text)
      symbols.append(symbol)
      words[symbol] = word
    }
    self.symbols = symbols
    self.words = words
  }

  subscript(word: PythonWord) -> Symbol { symbols[word.rawValue] }

  /// The word that a symbol spells, if it is one.
  subscript(symbol: Symbol) -> PythonWord? { words[symbol] }
}
