import Basis
import IR
import Linking
import RuleBook

// What of a question's columns tells one row from another.
//
//     where(User.email == email, User.deleted == False)     `deleted` tells no users apart
//     where: {OR: [{email}, {team}]}                         by either of them alone

extension ColumnReader {
  /// The columns that a call compares with nothing but yes, no or null.
  func flags(of call: Call) -> [String] {
    var result: [String] = []
    visit(call) { effect in
      switch effect {
      case .call(let inner):
        for argument in inner.arguments {
          if let label = argument.label, isFlag(argument.value) {
            result.append(plainColumn(view.text(label)))
          }
        }
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          if let key = entry.key, isFlag(entry.value) { result.append(view.text(key)) }
        }
      case .compute(.equal, let operands, _), .compute(.notEqual, let operands, _):
        guard operands.contains(where: isFlag) else { return }
        for operand in operands { result += member(operand) }
      default: return
      }
    }
    return result
  }

  /// The columns that a call compares with a text or number: `filter(state='active')`.
  func constants(of call: Call) -> [String: String] {
    var result: [String: String] = [:]
    func note(_ name: String, _ place: ID<Place>) {
      if let text = constant(place) { result[plainColumn(name)] = text }
    }
    visit(call) { effect in
      switch effect {
      case .call(let inner):
        guard inner.calleeName(view.facts).map(view.text) != "exclude" else { return }
        for argument in inner.arguments {
          if let label = argument.label { note(view.text(label), argument.value) }
        }
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          if let key = entry.key.map(view.text), !words.conditionOptions.contains(key) {
            note(key, entry.value)
          }
        }
      case .compute(.equal, let operands, _):
        guard operands.count == 2 else { return }
        for (column, value) in [(operands[0], operands[1]), (operands[1], operands[0])] {
          for name in member(column) { note(name, value) }
        }
      default: return
      }
    }
    return result
  }

  /// The columns that have no value in the rows that a call asks for: `{token: null}`,
  /// `filter(token__isnull=True)`, `isNull(grants.token)`.
  func absent(in call: Call) -> [String] {
    var result: [String] = []
    visit(call) { effect in
      switch effect {
      case .call(let inner):
        for argument in inner.arguments {
          guard let label = argument.label.map(view.text) else { continue }
          let asksForNone = words.absenceWords.contains {
            $0.hasPrefix("__") && label.hasSuffix($0)
          }
          if asksForNone ? isYes(argument.value) : isNothing(argument.value) {
            result.append(plainColumn(label))
          }
        }
        guard let name = inner.calleeName(view.facts).map(view.text),
          words.absenceWords.contains(name)
        else { return }
        if let first = inner.arguments.first?.value, !isNothing(first) {
          result += literalText(first).map { [$0] } ?? member(first)
        } else if let receiver = inner.receiver {
          result += member(receiver)
        }
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          if let key = entry.key, isNothing(entry.value) || isAbsence(entry.value) {
            result.append(view.text(key))
          }
        }
      case .compute(.equal, let operands, _):
        guard operands.count == 2, operands.contains(where: isNothing) else { return }
        for operand in operands { result += member(operand) }
      default: return
      }
    }
    return result.filter { !words.conditionOptions.contains($0) }
  }

  /// `{[Op.is]: null}`
  private func isAbsence(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .aggregate(let aggregate, _) = view.facts.effect(maker),
        aggregate.entries.count == 1, let entry = aggregate.entries.first,
        isNothing(entry.value)
      else { return false }
      if let key = entry.key { return words.equalityKeys.contains(view.text(key)) }
      return entry.computedKey.map { key in
        view.facts.makers(of: key).contains { maker in
          guard case .load(let field, let object, _) = view.facts.effect(maker) else {
            return false
          }
          let owner = view.facts.name(of: object).map(view.text) ?? ""
          return words.absenceWords.contains("\(owner).\(view.text(field))")
        }
      } ?? false
    }
  }

  private func literalText(_ place: ID<Place>) -> String? {
    guard case .string(let text) = view.facts.literal(of: place) else { return nil }
    return view.text(text)
  }

  private func isNothing(_ place: ID<Place>) -> Bool {
    view.facts.literal(of: place)?.isNothing ?? false
  }

  private func isYes(_ place: ID<Place>) -> Bool {
    if case .boolean(true) = view.facts.literal(of: place) { true } else { false }
  }

  private func constant(_ place: ID<Place>) -> String? {
    switch view.facts.literal(of: place) {
    case .string(let text), .number(let text): view.text(text)
    case .boolean, .null, .undefined, nil: nil
    }
  }

  /// The member of its item that a function puts first into a pair: `(row) => [row.id, row]`.
  func paired(by reference: PlaceReference) -> [String] {
    view.facts.makers(of: reference.place).flatMap { maker -> [String] in
      guard case .closure(let inner, _) = view.facts.effect(maker) else { return [] }
      let facts = context.facts.facts(of: context.program.id(of: inner, besides: view.id))
      guard let item = facts.function.parameters.first?.place else { return [] }
      return facts.function.operations.values.flatMap { operation -> [String] in
        guard case .aggregate(let pair, _) = operation.effect, pair.kind != .object,
          pair.entries.count == 2, let first = pair.entries.first?.value,
          facts.origins(of: pair.entries[1].value) == [item]
        else { return [] }
        return facts.makers(of: first).compactMap { maker in
          guard case .load(let field, let object, _) = facts.effect(maker),
            facts.origins(of: object) == [item]
          else { return nil }
          return view.text(field)
        }
      }
    }
  }

  /// The members of its item that a function compares with something: `({url}) => url === wanted`.
  func sought(by reference: PlaceReference) -> [String] {
    view.facts.makers(of: reference.place).flatMap { maker -> [String] in
      guard case .closure(let inner, _) = view.facts.effect(maker) else { return [] }
      let facts = context.facts.facts(of: context.program.id(of: inner, besides: view.id))
      guard let item = facts.function.parameters.first?.place else { return [] }
      return facts.function.operations.ids.flatMap { operation -> [String] in
        guard case .compute(.equal, let operands, _) = facts.effect(operation) else { return [] }
        return operands.flatMap { facts.makers(of: $0) }.compactMap { maker in
          guard case .load(let field, let object, _) = facts.effect(maker),
            facts.origins(of: object) == [item]
          else { return nil }
          return view.text(field)
        }
      }
    }
  }

  /// The columns that a call's name speaks of: `email` of `findOneByEmail` and `get_by_email`.
  func named(by call: Call) -> [String] {
    let words = call.calleeName(view.facts).map(view.text)?.identifierWords ?? []
    guard let by = words.lastIndex(of: "by") else { return [] }
    return words[(by + 1)...].split(separator: "and").map { $0.joined(separator: "_") }
  }

  /// The columns of each alternative of a call that asks by one or another, and what stands for it.
  func alternatives(of call: Call) -> [(columns: [String], place: ID<Place>)] {
    var result: [(columns: [String], place: ID<Place>)] = []
    visit(call) { effect in
      switch effect {
      case .call(let inner):
        guard let name = inner.calleeName(view.facts).map(view.text),
          words.eitherCalls.contains(name)
        else { return }
        result += inner.arguments.map { (attributes(in: [$0.value]), $0.value) }
      case .aggregate(let aggregate, _):
        for entry in aggregate.entries {
          guard let key = entry.key.map(view.text),
            words.eitherOptions.contains(key)
          else { continue }
          result += listed(entry.value)
        }
      default: return
      }
    }
    return result.contains(where: \.columns.isEmpty) ? [] : result
  }

  private func listed(_ place: ID<Place>) -> [(columns: [String], place: ID<Place>)] {
    view.facts.makers(of: place).flatMap { maker -> [(columns: [String], place: ID<Place>)] in
      guard case .aggregate(let list, _) = view.facts.effect(maker), list.kind != .object else {
        return []
      }
      return list.entries.map {
        (keys(of: PlaceReference(function: view.id, place: $0.value)), $0.value)
      }
    }
  }

  /// Whether all that is asked for is how many rows there are, whatever the answer calls that:
  /// `select({ taken: count() })`.
  func asksForNumber(_ call: Call) -> Bool {
    guard !words.rowCounts.isEmpty else { return false }
    var isNumber = false
    visit(call) { effect in
      guard case .call(let step) = effect, step.calleeName(view.facts).map(view.text) == "select",
        step.arguments.count == 1
      else { return }
      isNumber = view.facts.makers(of: step.arguments[0].value).contains { maker in
        guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return false }
        return !aggregate.entries.isEmpty && aggregate.entries.allSatisfy { isCount($0.value) }
      }
    }
    return isNumber
  }

  /// `count()`, `` sql`count(*)` ``
  private func isCount(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .call(let call) = view.facts.effect(maker) else { return false }
      if call.calleeName(view.facts).map({ words.rowCounts.contains(view.text($0)) }) ?? false {
        return true
      }
      let text = view.sqlText(PlaceReference(function: view.id, place: place))?.lowercased()
      return text.map { $0.drop(while: \.isWhitespace).hasPrefix("count(") } ?? false
    }
  }

  /// Whether a call asks for what is there since some moment: `Line.written_at >= an_hour_ago`.
  func asksForMoment(_ call: Call) -> Bool {
    var found = false
    visit(call) { effect in
      switch effect {
      case .call(let inner):
        found = found || inner.arguments.contains { $0.label.map(isSinceMoment) ?? false }
      case .aggregate(let aggregate, _):
        // `{createdAt: {gte: monthAgo}}`
        found =
          found
          || aggregate.entries.contains { $0.key.map(isMoment) ?? false && isObject($0.value) }
      case .compute(.compare, let operands, _):
        found = found || operands.flatMap { member($0) }.contains(where: isMoment)
      default: return
      }
    }
    return found
  }

  private func isMoment(_ name: Symbol) -> Bool { isMoment(view.text(name)) }

  /// `sent_at__gte=since`; `day=today` asks for that day alone.
  private func isSinceMoment(_ label: Symbol) -> Bool {
    let name = view.text(label)
    return ["__gt", "__gte"].contains(where: name.hasSuffix) && isMoment(name)
  }

  private func isObject(_ place: ID<Place>) -> Bool {
    view.facts.makers(of: place).contains { maker in
      guard case .aggregate(let aggregate, _) = view.facts.effect(maker) else { return false }
      return aggregate.kind == .object
    }
  }

  /// Names of columns that hold a moment: `created_at`, `startedAt__gte`, `timestamp`.
  private func isMoment(_ name: String) -> Bool {
    let words = plainColumn(name).identifierWords
    return ["at", "date", "time", "timestamp"].contains(words.last ?? "")
  }

  private func isFlag(_ place: ID<Place>) -> Bool {
    switch view.facts.literal(of: place) {
    case .boolean, .null, .undefined: true
    case .string, .number, nil: false
    }
  }

  /// The calls that fill a list of conditions; what a session is given is none of the question.
  private func filling(_ place: ID<Place>) -> [ID<Operation>] {
    let isList = view.facts.makers(of: place).contains { maker in
      if case .aggregate = view.facts.effect(maker) { true } else { false }
    }
    return isList ? view.growth(of: place) : []
  }

  /// Looks at the call and at what made the values that it reads, through lists that were filled.
  func visit(_ call: Call, _ look: (Effect) -> Void) {
    look(.call(call))
    var seen = BitSet()
    var pending = call.reads
    while let place = pending.popLast() {
      guard seen.insert(place.index), seen.count < 96 else { continue }
      for maker in view.facts.makers(of: place) + filling(place) {
        let effect = view.facts.effect(maker)
        look(effect)
        switch effect {
        case .call, .aggregate, .compute: pending += effect.reads
        default: continue
        }
      }
    }
  }
}
