// Written by `swift run Generate` from the compiled grammars; do not edit.

package import Syntax

/// The kinds of node in a tree of the Python family.
package enum PythonNode {
  package static let aliasedImport = NodeKind(rawValue: 1)
  package static let argumentList = NodeKind(rawValue: 2)
  package static let asPattern = NodeKind(rawValue: 3)
  package static let asPatternTarget = NodeKind(rawValue: 4)
  package static let assertStatement = NodeKind(rawValue: 5)
  package static let assignment = NodeKind(rawValue: 6)
  package static let attribute = NodeKind(rawValue: 7)
  package static let augmentedAssignment = NodeKind(rawValue: 8)
  package static let await = NodeKind(rawValue: 9)
  package static let binaryOperator = NodeKind(rawValue: 10)
  package static let block = NodeKind(rawValue: 11)
  package static let booleanOperator = NodeKind(rawValue: 12)
  package static let breakStatement = NodeKind(rawValue: 13)
  package static let call = NodeKind(rawValue: 14)
  package static let caseClause = NodeKind(rawValue: 15)
  package static let casePattern = NodeKind(rawValue: 16)
  package static let chevron = NodeKind(rawValue: 17)
  package static let classDefinition = NodeKind(rawValue: 18)
  package static let classPattern = NodeKind(rawValue: 19)
  package static let comment = NodeKind(rawValue: 20)
  package static let comparisonOperator = NodeKind(rawValue: 21)
  package static let complexPattern = NodeKind(rawValue: 22)
  package static let concatenatedString = NodeKind(rawValue: 23)
  package static let conditionalExpression = NodeKind(rawValue: 24)
  package static let constrainedType = NodeKind(rawValue: 25)
  package static let continueStatement = NodeKind(rawValue: 26)
  package static let decoratedDefinition = NodeKind(rawValue: 27)
  package static let decorator = NodeKind(rawValue: 28)
  package static let defaultParameter = NodeKind(rawValue: 29)
  package static let deleteStatement = NodeKind(rawValue: 30)
  package static let dictPattern = NodeKind(rawValue: 31)
  package static let dictionary = NodeKind(rawValue: 32)
  package static let dictionaryComprehension = NodeKind(rawValue: 33)
  package static let dictionarySplat = NodeKind(rawValue: 34)
  package static let dictionarySplatPattern = NodeKind(rawValue: 35)
  package static let dottedName = NodeKind(rawValue: 36)
  package static let elifClause = NodeKind(rawValue: 37)
  package static let ellipsis = NodeKind(rawValue: 38)
  package static let elseClause = NodeKind(rawValue: 39)
  package static let escapeInterpolation = NodeKind(rawValue: 40)
  package static let escapeSequence = NodeKind(rawValue: 41)
  package static let exceptClause = NodeKind(rawValue: 42)
  package static let exceptGroupClause = NodeKind(rawValue: 43)
  package static let execStatement = NodeKind(rawValue: 44)
  package static let expressionList = NodeKind(rawValue: 45)
  package static let expressionStatement = NodeKind(rawValue: 46)
  package static let `false` = NodeKind(rawValue: 47)
  package static let finallyClause = NodeKind(rawValue: 48)
  package static let float = NodeKind(rawValue: 49)
  package static let forInClause = NodeKind(rawValue: 50)
  package static let forStatement = NodeKind(rawValue: 51)
  package static let formatExpression = NodeKind(rawValue: 52)
  package static let formatSpecifier = NodeKind(rawValue: 53)
  package static let functionDefinition = NodeKind(rawValue: 54)
  package static let futureImportStatement = NodeKind(rawValue: 55)
  package static let generatorExpression = NodeKind(rawValue: 56)
  package static let genericType = NodeKind(rawValue: 57)
  package static let globalStatement = NodeKind(rawValue: 58)
  package static let identifier = NodeKind(rawValue: 59)
  package static let ifClause = NodeKind(rawValue: 60)
  package static let ifStatement = NodeKind(rawValue: 61)
  package static let importFromStatement = NodeKind(rawValue: 62)
  package static let importPrefix = NodeKind(rawValue: 63)
  package static let importStatement = NodeKind(rawValue: 64)
  package static let integer = NodeKind(rawValue: 65)
  package static let interpolation = NodeKind(rawValue: 66)
  package static let keywordArgument = NodeKind(rawValue: 67)
  package static let keywordPattern = NodeKind(rawValue: 68)
  package static let keywordSeparator = NodeKind(rawValue: 69)
  package static let lambda = NodeKind(rawValue: 70)
  package static let lambdaParameters = NodeKind(rawValue: 71)
  package static let lineContinuation = NodeKind(rawValue: 72)
  package static let list = NodeKind(rawValue: 73)
  package static let listComprehension = NodeKind(rawValue: 74)
  package static let listPattern = NodeKind(rawValue: 75)
  package static let listSplat = NodeKind(rawValue: 76)
  package static let listSplatPattern = NodeKind(rawValue: 77)
  package static let matchStatement = NodeKind(rawValue: 78)
  package static let memberType = NodeKind(rawValue: 79)
  package static let module = NodeKind(rawValue: 80)
  package static let namedExpression = NodeKind(rawValue: 81)
  package static let none = NodeKind(rawValue: 82)
  package static let nonlocalStatement = NodeKind(rawValue: 83)
  package static let notOperator = NodeKind(rawValue: 84)
  package static let pair = NodeKind(rawValue: 85)
  package static let parameters = NodeKind(rawValue: 86)
  package static let parenthesizedExpression = NodeKind(rawValue: 87)
  package static let parenthesizedListSplat = NodeKind(rawValue: 88)
  package static let passStatement = NodeKind(rawValue: 89)
  package static let patternList = NodeKind(rawValue: 90)
  package static let positionalSeparator = NodeKind(rawValue: 91)
  package static let printStatement = NodeKind(rawValue: 92)
  package static let raiseStatement = NodeKind(rawValue: 93)
  package static let relativeImport = NodeKind(rawValue: 94)
  package static let returnStatement = NodeKind(rawValue: 95)
  package static let set = NodeKind(rawValue: 96)
  package static let setComprehension = NodeKind(rawValue: 97)
  package static let slice = NodeKind(rawValue: 98)
  package static let splatPattern = NodeKind(rawValue: 99)
  package static let splatType = NodeKind(rawValue: 100)
  package static let string = NodeKind(rawValue: 101)
  package static let stringContent = NodeKind(rawValue: 102)
  package static let stringEnd = NodeKind(rawValue: 103)
  package static let stringStart = NodeKind(rawValue: 104)
  package static let `subscript` = NodeKind(rawValue: 105)
  package static let `true` = NodeKind(rawValue: 106)
  package static let tryStatement = NodeKind(rawValue: 107)
  package static let tuple = NodeKind(rawValue: 108)
  package static let tuplePattern = NodeKind(rawValue: 109)
  package static let type = NodeKind(rawValue: 110)
  package static let typeAliasStatement = NodeKind(rawValue: 111)
  package static let typeConversion = NodeKind(rawValue: 112)
  package static let typeParameter = NodeKind(rawValue: 113)
  package static let typedDefaultParameter = NodeKind(rawValue: 114)
  package static let typedParameter = NodeKind(rawValue: 115)
  package static let unaryOperator = NodeKind(rawValue: 116)
  package static let unionPattern = NodeKind(rawValue: 117)
  package static let unionType = NodeKind(rawValue: 118)
  package static let whileStatement = NodeKind(rawValue: 119)
  package static let wildcardImport = NodeKind(rawValue: 120)
  package static let withClause = NodeKind(rawValue: 121)
  package static let withItem = NodeKind(rawValue: 122)
  package static let withStatement = NodeKind(rawValue: 123)
  package static let yield = NodeKind(rawValue: 124)
  package static let bangEquals = NodeKind(rawValue: 125)  // !=
  package static let percent = NodeKind(rawValue: 126)  // %
  package static let percentEquals = NodeKind(rawValue: 127)  // %=
  package static let ampersand = NodeKind(rawValue: 128)  // &
  package static let ampersandEquals = NodeKind(rawValue: 129)  // &=
  package static let openParenthesis = NodeKind(rawValue: 130)  // (
  package static let closeParenthesis = NodeKind(rawValue: 131)  // )
  package static let star = NodeKind(rawValue: 132)  // *
  package static let starStar = NodeKind(rawValue: 133)  // **
  package static let starStarEquals = NodeKind(rawValue: 134)  // **=
  package static let starEquals = NodeKind(rawValue: 135)  // *=
  package static let plus = NodeKind(rawValue: 136)  // +
  package static let plusEquals = NodeKind(rawValue: 137)  // +=
  package static let comma = NodeKind(rawValue: 138)  // ,
  package static let minus = NodeKind(rawValue: 139)  // -
  package static let minusEquals = NodeKind(rawValue: 140)  // -=
  package static let arrow = NodeKind(rawValue: 141)  // ->
  package static let dot = NodeKind(rawValue: 142)  // .
  package static let slash = NodeKind(rawValue: 143)  // /
  package static let slashSlash = NodeKind(rawValue: 144)  // //
  package static let slashSlashEquals = NodeKind(rawValue: 145)  // //=
  package static let slashEquals = NodeKind(rawValue: 146)  // /=
  package static let colon = NodeKind(rawValue: 147)  // :
  package static let walrus = NodeKind(rawValue: 148)  // :=
  package static let semicolon = NodeKind(rawValue: 149)  // ;
  package static let less = NodeKind(rawValue: 150)  // <
  package static let lessLess = NodeKind(rawValue: 151)  // <<
  package static let lessLessEquals = NodeKind(rawValue: 152)  // <<=
  package static let lessEquals = NodeKind(rawValue: 153)  // <=
  package static let lessGreater = NodeKind(rawValue: 154)  // <>
  package static let equals = NodeKind(rawValue: 155)  // =
  package static let equalsEquals = NodeKind(rawValue: 156)  // ==
  package static let greater = NodeKind(rawValue: 157)  // >
  package static let greaterEquals = NodeKind(rawValue: 158)  // >=
  package static let greaterGreater = NodeKind(rawValue: 159)  // >>
  package static let greaterGreaterEquals = NodeKind(rawValue: 160)  // >>=
  package static let at = NodeKind(rawValue: 161)  // @
  package static let atEquals = NodeKind(rawValue: 162)  // @=
  package static let openBracket = NodeKind(rawValue: 163)  // [
  package static let backslash = NodeKind(rawValue: 164)  // \
  package static let closeBracket = NodeKind(rawValue: 165)  // ]
  package static let caret = NodeKind(rawValue: 166)  // ^
  package static let caretEquals = NodeKind(rawValue: 167)  // ^=
  package static let underscore = NodeKind(rawValue: 168)  // _
  package static let futureKeyword = NodeKind(rawValue: 169)  // __future__
  package static let andKeyword = NodeKind(rawValue: 170)  // and
  package static let asKeyword = NodeKind(rawValue: 171)  // as
  package static let assertKeyword = NodeKind(rawValue: 172)  // assert
  package static let asyncKeyword = NodeKind(rawValue: 173)  // async
  package static let awaitKeyword = NodeKind(rawValue: 174)  // await
  package static let breakKeyword = NodeKind(rawValue: 175)  // break
  package static let caseKeyword = NodeKind(rawValue: 176)  // case
  package static let classKeyword = NodeKind(rawValue: 177)  // class
  package static let continueKeyword = NodeKind(rawValue: 178)  // continue
  package static let defKeyword = NodeKind(rawValue: 179)  // def
  package static let delKeyword = NodeKind(rawValue: 180)  // del
  package static let elifKeyword = NodeKind(rawValue: 181)  // elif
  package static let elseKeyword = NodeKind(rawValue: 182)  // else
  package static let exceptKeyword = NodeKind(rawValue: 183)  // except
  package static let exceptStar = NodeKind(rawValue: 184)  // except*
  package static let execKeyword = NodeKind(rawValue: 185)  // exec
  package static let finallyKeyword = NodeKind(rawValue: 186)  // finally
  package static let forKeyword = NodeKind(rawValue: 187)  // for
  package static let fromKeyword = NodeKind(rawValue: 188)  // from
  package static let globalKeyword = NodeKind(rawValue: 189)  // global
  package static let ifKeyword = NodeKind(rawValue: 190)  // if
  package static let importKeyword = NodeKind(rawValue: 191)  // import
  package static let inKeyword = NodeKind(rawValue: 192)  // in
  package static let isKeyword = NodeKind(rawValue: 193)  // is
  package static let isNotKeyword = NodeKind(rawValue: 194)  // is not
  package static let lambdaKeyword = NodeKind(rawValue: 195)  // lambda
  package static let matchKeyword = NodeKind(rawValue: 196)  // match
  package static let nonlocalKeyword = NodeKind(rawValue: 197)  // nonlocal
  package static let notKeyword = NodeKind(rawValue: 198)  // not
  package static let notInKeyword = NodeKind(rawValue: 199)  // not in
  package static let orKeyword = NodeKind(rawValue: 200)  // or
  package static let passKeyword = NodeKind(rawValue: 201)  // pass
  package static let printKeyword = NodeKind(rawValue: 202)  // print
  package static let raiseKeyword = NodeKind(rawValue: 203)  // raise
  package static let returnKeyword = NodeKind(rawValue: 204)  // return
  package static let tryKeyword = NodeKind(rawValue: 205)  // try
  package static let typeKeyword = NodeKind(rawValue: 206)  // type
  package static let whileKeyword = NodeKind(rawValue: 207)  // while
  package static let withKeyword = NodeKind(rawValue: 208)  // with
  package static let yieldKeyword = NodeKind(rawValue: 209)  // yield
  package static let openBrace = NodeKind(rawValue: 210)  // {
  package static let bar = NodeKind(rawValue: 211)  // |
  package static let barEquals = NodeKind(rawValue: 212)  // |=
  package static let closeBrace = NodeKind(rawValue: 213)  // }
  package static let tilde = NodeKind(rawValue: 214)  // ~
}

/// The parts that a node can play in its parent.
package enum PythonField {
  package static let alias = FieldID(rawValue: 1)
  package static let alternative = FieldID(rawValue: 2)
  package static let argument = FieldID(rawValue: 3)
  package static let arguments = FieldID(rawValue: 4)
  package static let attribute = FieldID(rawValue: 5)
  package static let body = FieldID(rawValue: 6)
  package static let cause = FieldID(rawValue: 7)
  package static let code = FieldID(rawValue: 8)
  package static let condition = FieldID(rawValue: 9)
  package static let consequence = FieldID(rawValue: 10)
  package static let definition = FieldID(rawValue: 11)
  package static let expression = FieldID(rawValue: 12)
  package static let formatSpecifier = FieldID(rawValue: 13)
  package static let function = FieldID(rawValue: 14)
  package static let `guard` = FieldID(rawValue: 15)
  package static let key = FieldID(rawValue: 16)
  package static let left = FieldID(rawValue: 17)
  package static let moduleName = FieldID(rawValue: 18)
  package static let name = FieldID(rawValue: 19)
  package static let object = FieldID(rawValue: 20)
  package static let `operator` = FieldID(rawValue: 21)
  package static let operators = FieldID(rawValue: 22)
  package static let parameters = FieldID(rawValue: 23)
  package static let returnType = FieldID(rawValue: 24)
  package static let right = FieldID(rawValue: 25)
  package static let subject = FieldID(rawValue: 26)
  package static let `subscript` = FieldID(rawValue: 27)
  package static let superclasses = FieldID(rawValue: 28)
  package static let type = FieldID(rawValue: 29)
  package static let typeConversion = FieldID(rawValue: 30)
  package static let typeParameters = FieldID(rawValue: 31)
  package static let value = FieldID(rawValue: 32)
}
