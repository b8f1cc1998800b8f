package import Basis

/// A JSON schema of draft 4, as far as the schema of SARIF needs it.
///
/// A keyword that is not known here is a mistake at once, so that nothing goes unchecked.
package struct JSONSchema {
  private let root: JSONValue

  /// Keywords that ask nothing of a value.
  private static let annotations: Set<String> = [
    "$schema", "id", "title", "description", "default", "definitions",
  ]
  private static let constraints: Set<String> = [
    "$ref", "type", "enum", "pattern", "format", "minimum", "maximum", "items", "minItems",
    "uniqueItems", "properties", "required", "additionalProperties", "anyOf", "oneOf",
  ]

  package init(_ root: JSONValue) { self.root = root }

  /// What is wrong with `value`, each with the path to it; empty if it is valid.
  package func problems(in value: JSONValue) -> [String] {
    check(value, root, at: "$")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    guard let keywords = schema.members else { return ["\(path): the schema is not an object"] }
    return keywords.flatMap { keyword -> [String] in
      if Self.annotations.contains(keyword.name) { return [] }
      guard Self.constraints.contains(keyword.name) else {
        return ["\(path): the schema's keyword \(keyword.name) is not supported"]
      }
      return check(value, keyword.name, keyword.value, schema: schema, at: path)
    }
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, schema: JSONValue,
    at path: String
  ) -> [String] {
    switch keyword {
    case "$ref": checkReference(value, argument, at: path)
    case "type": value.isOfType(argument) ? [] : ["\(path): is not of type \(argument)"]
    case "enum":
      argument.elements?.contains(value) == true ? [] : ["\(path): is none of the allowed values"]
    case "pattern", "format": checkText(value, keyword, argument.text ?? "", at: path)
    case "minimum", "maximum": checkBound(value, keyword, argument, at: path)
    case "items", "minItems", "uniqueItems": checkArray(value, keyword, argument, at: path)
    case "properties": checkProperties(value, argument, at: path)
    case "required": checkRequired(value, argument, at: path)
    case "additionalProperties": checkAdditional(value, argument, schema: schema, at: path)
    default: checkAlternatives(value, keyword, argument, at: path)
    }
  }

  private func checkReference(
    _ value: JSONValue, _ reference: JSONValue, at path: String
  ) -> [String] {
    let parts = (reference.text ?? "").split(separator: "/")
    guard parts.first == "#" else { return ["\(path): the schema refers to \(reference)"] }
    var target: JSONValue? = root
    for part in parts.dropFirst() { target = target?[String(part)] }
    guard let target else { return ["\(path): the schema refers to \(reference)"] }
    return check(value, target, at: path)
  }

  private func checkText(
    _ value: JSONValue, _ keyword: String, _ argument: String, at path: String
  ) -> [String] {
    guard let text = value.text else { return [] }
    let isValid =
      switch (keyword, argument) {
      case ("pattern", _): matches(text, argument)
      case ("format", "uri"): isReference(text) && matches(text, "^[A-Za-z][A-Za-z0-9+.-]*:")
      case ("format", "uri-reference"): isReference(text)
      case ("format", "date-time"): matches(text, "^[0-9-]{10}T[0-9:.]{8,}(Z|[+-][0-9:]{5})$")
      default: false
      }
    return isValid ? [] : ["\(path): \"\(text)\" breaks the \(keyword) \(argument)"]
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    do {
      return try Regex(pattern).firstMatch(in: text) != nil
    } catch {
      // A pattern that is none matches nothing, so the value that it is for is told.
      return false
    }
  }

  /// Whether only characters stand in the text that RFC 3986 allows, and `%` only before digits.
  private func isReference(_ text: String) -> Bool {
    matches(text, "^([A-Za-z0-9._~:/?#@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})*$")
  }

  private func checkBound(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, at path: String
  ) -> [String] {
    guard let number = value.double, let bound = argument.double else { return [] }
    let isValid = keyword == "minimum" ? number >= bound : number <= bound
    return isValid ? [] : ["\(path): \(number) breaks the \(keyword) \(bound)"]
  }

  private func checkArray(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, at path: String
  ) -> [String] {
    guard let elements = value.elements else { return [] }
    switch keyword {
    case "items":
      return elements.enumerated().flatMap { check($1, argument, at: "\(path)[\($0)]") }
    case "minItems":
      return elements.count >= argument.integer ?? 0 ? [] : ["\(path): has too few elements"]
    default:
      let isRepeated = elements.indices.contains { elements[..<$0].contains(elements[$0]) }
      return argument == .boolean(true) && isRepeated ? ["\(path): has equal elements"] : []
    }
  }

  private func checkProperties(
    _ value: JSONValue, _ properties: JSONValue, at path: String
  ) -> [String] {
    (value.members ?? []).flatMap { member -> [String] in
      guard let schema = properties[member.name] else { return [] }
      return check(member.value, schema, at: "\(path).\(member.name)")
    }
  }

  private func checkRequired(
    _ value: JSONValue, _ names: JSONValue, at path: String
  ) -> [String] {
    guard value.members != nil else { return [] }
    let missing = (names.elements ?? []).compactMap(\.text).filter { value[$0] == nil }
    return missing.map { "\(path): lacks \($0)" }
  }

  private func checkAdditional(
    _ value: JSONValue, _ argument: JSONValue, schema: JSONValue, at path: String
  ) -> [String] {
    let others = (value.members ?? []).filter { schema["properties"]?[$0.name] == nil }
    if let isAllowed = argument.boolean {
      return isAllowed ? [] : others.map { "\(path): must not have \($0.name)" }
    }
    return others.flatMap { check($0.value, argument, at: "\(path).\($0.name)") }
  }

  private func checkAlternatives(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, at path: String
  ) -> [String] {
    let fitting = (argument.elements ?? []).count { check(value, $0, at: path).isEmpty }
    let isValid = keyword == "oneOf" ? fitting == 1 : fitting > 0
    return isValid ? [] : ["\(path): \(fitting) alternatives of \(keyword) fit"]
  }
}

extension JSONValue {
  fileprivate var double: Double? {
    if case .number(let digits) = self { Double(digits) } else { nil }
  }

  fileprivate func isOfType(_ type: JSONValue) -> Bool {
    if let types = type.elements { return types.contains { isOfType($0) } }
    return switch (self, type.text) {
    case (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"): true
    case (.array, "array"), (.object, "object"): true
    case (.number(let digits), "integer"): Int(digits) != nil
    default: false
    }
  }
}
