import RuleBook

/// The JSON schema by which editors check and complete rule files, from the decoder's own tables.
func ruleSchema() -> GeneratedFile {
  let definitions = allShapes.map { shape in
    "    \(quoted(shape.name)): \(definition(of: shape))"
  }
  return GeneratedFile(
    path: "Rules/schema.json",
    text: """
      {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Written by `swift run Generate` from the decoder's tables; do not edit.",
        "title": "A rule file of Stopleak",
        "if": {"required": ["id"]},
        "then": {"$ref": "#/definitions/rule"},
        "else": {"$ref": "#/definitions/model"},
        "definitions": {
      \(definitions.joined(separator: ",\n"))
        }
      }

      """)
}

private func definition(of shape: ShapeDescription) -> String {
  let properties = shape.keys.map { key in
    let form = key.name == shape.multiplier ? .either([key.form, .list(key.form)]) : key.form
    return
      "        \(quoted(key.name)): {\"description\": \(quoted(key.note)), \(schema(of: form))}"
  }
  let required = shape.keys.filter(\.isRequired).map { quoted($0.name) }
  return """
    {
          "description": \(quoted(shape.note)),
          "type": "object",
          "additionalProperties": false,
          "required": [\(required.joined(separator: ", "))],
          "properties": {
    \(properties.joined(separator: ",\n"))
          }
        }
    """
}

/// The members of a schema object that say what the form says.
private func schema(of form: ValueForm) -> String {
  switch form {
  case .text: return "\"type\": [\"string\", \"number\"]"
  case .flag: return "\"type\": \"boolean\""
  case .number: return "\"type\": \"integer\", \"minimum\": 0"
  case .word(let words):
    // YAML's own words may be among them: `is: true` is a word to the decoder.
    let values = words.flatMap {
      ["true", "false"].contains($0) ? [quoted($0), $0] : [quoted($0)]
    }
    return "\"enum\": [\(values.joined(separator: ", "))]"
  case .list(let item): return "\"type\": \"array\", \"items\": {\(schema(of: item))}"
  case .pairs: return "\"type\": \"object\""
  case .shape(let name): return "\"$ref\": \"#/definitions/\(name)\""
  case .either(let forms):
    return "\"anyOf\": [\(forms.map { "{\(schema(of: $0))}" }.joined(separator: ", "))]"
  }
}

private func quoted(_ text: String) -> String {
  let escaped = text.map { character in
    switch character {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    default: String(character)
    }
  }
  return "\"" + escaped.joined() + "\""
}
