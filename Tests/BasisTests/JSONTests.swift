import Basis
import Testing

@Suite struct JSONTests {
  @Test func readsWhatTheWriterWrites() throws {
    for layout in [JSONWriter.Layout.compact, .indented] {
      var writer = JSONWriter(layout)
      writer.object { writer in
        writer.member("text", "a \"b\" \\ \u{1} \u{7F} \n é 😀")
        writer.member("number", -12)
        writer.array("list") { writer in
          writer.value(true)
          writer.object { _ in }
          writer.array { _ in }
        }
      }
      let value = try JSONReader.read(writer.bytes)
      #expect(value["text"]?.text == "a \"b\" \\ \u{1} \u{7F} \n é 😀")
      #expect(value["number"]?.integer == -12)
      #expect(value["list"]?.elements == [.boolean(true), .object([]), .array([])])
    }
  }

  @Test func compactTextHasNoBlanks() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("a", ["x", "y"])
      writer.member("b", 1)
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":["x","y"],"b":1}"#)
  }

  @Test(arguments: [
    ("1e5", "1e5"), ("0", "0"), ("-0.5E+3", "-0.5E+3"),
  ])
  func keepsNumbersAsWritten(source: String, number: String) throws {
    #expect(try JSONReader.read(Array(source.utf8)) == .number(number))
  }

  @Test func readsEscapes() throws {
    let source = #""\u0041\n\/\ud83d\ude00""#
    #expect(try JSONReader.read(Array(source.utf8)) == .string("A\n/😀"))
  }

  @Test(arguments: [
    "", "{", "[1,", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "-", "1.", "1e",
    "tru", "\"a", "\"\u{1}\"", #""\x""#, #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, "1 2",
    "// c\n1", "nul", "+1", #""\u+123""#,
  ])
  func refuses(source: String) {
    #expect(throws: JSONError.self) { try JSONReader.read(Array(source.utf8)) }
  }

  @Test func refusesTextThatIsNotUTF8() {
    #expect(throws: JSONError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test func refusesDepthWithoutBound() {
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONError.self) { try JSONReader.read(deep) }
  }

  @Test func namesTheLineOfAMistake() {
    let source = "{\n  \"a\": 1,\n  \"b\" 2\n}"
    let error = #expect(throws: JSONError.self) { try JSONReader.read(Array(source.utf8)) }
    #expect(error?.description == "line 3: expected ':' after a name")
  }

  @Test func acceptsCommentsWhereAsked() throws {
    let source = "{ // one\n \"a\": [1, /* two */ 2,], }"
    let value = try JSONReader.read(Array(source.utf8), dialect: .commented)
    #expect(value["a"]?.elements == [.number("1"), .number("2")])
  }
}
