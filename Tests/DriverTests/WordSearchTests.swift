import Basis
import Testing

@testable import Driver

@Suite struct WordSearchTests {
  private func found(_ words: [String], in text: String) -> [String] {
    let search = WordSearch(words: words)
    let bytes = Array(text.utf8)
    let matches = search.matches(in: bytes.span)
    #expect(search.contains(in: bytes.span) == !matches.isEmpty)
    return matches.members.map { words[$0] }
  }

  @Test func findsWholeWords() {
    let words = ["pg", "connect", "@prisma/client", "node:fs", "got", "_db", "stopleak:", "a1"]
    #expect(found(words, in: "import 'pg'") == ["pg"])
    #expect(found(words, in: "pool.connect(") == ["connect"])
    #expect(found(words, in: "reconnect connects connect_ $connect éconnect connect1") == [])
    #expect(found(words, in: "from '@prisma/client';") == ["@prisma/client"])
    #expect(found(words, in: "x@prisma/client") == ["@prisma/client"])
    #expect(found(words, in: "node:fs node:fs2 got,_db") == ["node:fs", "got", "_db"])
    #expect(found(words, in: "x_db pg2 forgot gotten 2pg a11") == [])
    #expect(found(words, in: "# stopleak: ignore") == ["stopleak:"])
    #expect(found(words, in: "'\\nconnect\\tpg'") == ["pg", "connect"].sorted { _, _ in false })
    #expect(found(words, in: "") == [])
    #expect(found([], in: "pg") == [])
  }

  @Test func findsWordsAtEveryPlace() {
    for length in [0, 1, 5, 60, 61, 62, 63, 64, 65, 66, 67, 68, 127, 128, 129] {
      for tail in [0, 1, 3, 70] {
        let before = String(repeating: " ", count: length)
        let after = String(repeating: ".", count: tail)
        #expect(found(["connect", "pg", "abc"], in: before + "connect" + after) == ["connect"])
        #expect(found(["connect", "pg", "abc"], in: before + "pg" + after) == ["pg"])
        #expect(found(["connect", "pg", "abc"], in: before + "\\nabc" + after) == ["abc"])
      }
    }
  }

  @Test(arguments: [
    ("import redis", true), ("from redis import Redis", true), ("import os, redis", true),
    ("  from redis.asyncio import Redis", true), ("import os\nredis = 1", false),
    ("# redis", false), ("from a import (\n  redis", true), ("redis", false),
    ("from a import (b)\nf(\n  redis", false), ("from a import (\n  b,  # c\n  redis,", true),
  ])
  func findsImportedModules(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord("redis", .importLine)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }

  @Test(arguments: [
    ("require('fs')", true), ("from \"node:fs\"", true), ("import(`fs/promises`)", true),
    ("fs.open()", false), ("'my-fs'", false), ("fs", false), ("'fs", false),
  ])
  func findsQuotedModules(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord("fs", .quoted)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }

  /// Random texts over few letters, so that words overlap and nearly match.
  @Test func agreesWithASimpleSearch() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("aab_1. \\n".utf8) + [0xC3, 0xA9]
    for _ in 0..<300 {
      let words = (0..<6).map { _ in
        String(
          decoding: (0..<Int.random(in: 1..<7)).map { _ in UInt8(ascii: "a") + .random(in: 0..<2) }
            + [0x61], as: UTF8.self)
      }
      let text = (0..<Int.random(in: 0..<400)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let search = WordSearch(words: words)
      let expected = words.indices.filter { stands(words[$0], in: text) }
      #expect(search.matches(in: text.span).members == expected)
    }
  }

  private func stands(_ word: String, in text: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    return text.indices.contains { start in
      guard text[start...].starts(with: word) else { return false }
      let end = start + word.count
      let isEscaped = start > 1 && text[start - 2] == UInt8(ascii: "\\")
      let before = start > 0 && isWordByte(text[start - 1]) && !isEscaped
      let after = end < text.count && isWordByte(text[end])
      return !before && !after
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || "_$0123456789".utf8.contains(byte)
      || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }

  @Test(arguments: [
    ("session.get(User)", true), ("session?.get()", true), ("await session ()", true),
    ("rows = self.session\nrows.get()", true), ("sessions[session[0]]", true),
    ("def f(session: Session):", false), ("f(session, 1)", false), ("f(session)", false),
    ("sessions.get()", false), ("x = session", true),
  ])
  func findsReceivers(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord("session", .receiver)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }

  @Test(arguments: [
    ("User.query.get(1)", true), ("models.User.query", true), ("request.query", false),
    ("_User.query", false), (".query", false), ("User.query_all", false),
  ])
  func findsMembersOfClasses(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord(".query", .ofClass)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }

  @Test(arguments: [
    ("r = await session.get(url)", true), ("async with self._session.get(url) as r:", true),
    ("r = await wait_for(\n    session.get(url), 5)", true), ("return self.session.get(url)", true),
    ("return await session.get(url)", true), ("r = await session.post(data.get(key))", true),
    ("host = data.get(key)", false), ("return {1: data.get(key)}", false),
    ("return int(data.get(key))", false), ("awaited = data.get(key)", false),
  ])
  func findsWhatIsAwaited(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord(".get", .awaited)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }

  @Test(arguments: [
    ("hub = Hub(host)", true), ("Hub.open(host)", true), ("class Own(Hub):", true),
    ("partial(Hub, host)", true), ("from .hub import Hub, open_hub", false),
    ("from .hub import (\n    Hub,\n)", false), ("def f(hub: Hub, x):", false),
    ("def f() -> Hub:", false), ("class A(Entity[Hub]):", false), ("hub: None | Hub,", false),
  ])
  func findsClassesAsValues(text: String, isThere: Bool) {
    let search = WordSearch([SearchWord("Hub", .asValue)])
    let bytes = Array(text.utf8)
    #expect(search.contains(in: bytes.span) == isThere)
  }
}
