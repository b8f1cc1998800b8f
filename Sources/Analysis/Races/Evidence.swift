import Basis
import IR
import RuleBook

extension Evidence {
  /// What a call with this outcome gives.
  init(_ outcome: Outcome) {
    func truth(_ ways: Outcome.Ways) -> Bool? {
      let ways = ways.subtracting(.raises)
      return ways == .truthy ? true : ways == .falsy ? false : nil
    }
    let flag = Self.flag(absent: truth(outcome.absent), present: truth(outcome.present))
    if outcome.isRaw {
      self = .answer
    } else {
      self = outcome.absent == outcome.present && !outcome.members.isEmpty ? .parcel : flag
    }
  }

  /// What an element of the value says.
  var part: Evidence { self == .answer || self == .property ? self : .detail }
}

extension RaceView {
  /// Whether a constant counts as true; nil where only its text would say.
  func truth(of literal: Literal) -> Bool? {
    switch literal {
    case .null, .undefined: false
    case .boolean(let value): value
    case .number(let symbol): text(symbol) != "0"
    case .string(let symbol): !text(symbol).isEmpty
    }
  }
}

extension Literal {
  var isNothing: Bool { self == .null || self == .undefined }
}
