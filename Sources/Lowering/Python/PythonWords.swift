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
  case list, listType, dict, dictType, set, setType, frozenSet, deque, dequeType, defaultDict
  case defaultDictType, orderedDict, mapping, mutableMapping, sequence, mutableSequence, iterable
  case collection, callable
  case str, int, float, bool, bytes, any, object

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
    case .list: "list"
    case .listType: "List"
    case .dict: "dict"
    case .dictType: "Dict"
    case .set: "set"
    case .setType: "Set"
    case .frozenSet: "FrozenSet"
    case .deque: "deque"
    case .dequeType: "Deque"
    case .defaultDict: "defaultdict"
    case .defaultDictType: "DefaultDict"
    case .orderedDict: "OrderedDict"
    case .mapping: "Mapping"
    case .mutableMapping: "MutableMapping"
    case .sequence: "Sequence"
    case .mutableSequence: "MutableSequence"
    case .iterable: "Iterable"
    case .collection: "Collection"
    case .callable: "Callable"
    case .str: "str"
    case .int: "int"
    case .float: "float"
    case .bool: "bool"
    case .bytes: "bytes"
    case .any: "Any"
    case .object: "object"
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

  /// The field for which the last argument of a generic type stands: what is in a collection, or what
  /// calling gives.
  var heldField: String? {
    switch self {
    case .list, .listType, .dict, .dictType, .set, .setType, .frozenSet, .deque, .dequeType,
      .defaultDict, .defaultDictType, .orderedDict, .mapping, .mutableMapping, .sequence,
      .mutableSequence, .iterable, .collection:
      Class.Field.elements
    case .callable: Class.Field.result
    default: nil
    }
  }

  /// Whether it names a type of which nobody asks what a value of it does.
  var isPlainType: Bool {
    switch self {
    case .str, .int, .float, .bool, .bytes, .any, .object, .list, .dict, .set: true
    default: false
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
