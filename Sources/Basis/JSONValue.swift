/// A JSON text as it was read; the members of an object keep their order.
package enum JSONValue: Sendable, Equatable {
  /// A name and a value of an object.
  package struct Member: Sendable, Equatable {
    package var name: String
    package var value: JSONValue
  }

  case null
  case boolean(Bool)
  /// A number as it was written: what it means is the reader's choice.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// The member of an object with this name; nil for all else.
  package subscript(name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }

  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  package var integer: Int? {
    if case .number(let digits) = self { Int(digits) } else { nil }
  }
}

/// Why a text is not JSON, and where.
package struct JSONError: Error, Equatable {
  package var offset: Int
  /// Counted from 1.
  package var line: Int
  package var message: String

  package var description: String { "line \(line): \(message)" }
}
