/// A path as a URI reference, as RFC 3986 and code-scanning services want it.
struct FileURI: Equatable {
  let text: String
  /// Whether the text is relative to the report's base.
  let isRelative: Bool

  /// `base` is the absolute folder that `path` is relative to, unless it is absolute itself.
  init(path: String, base: String) {
    let parts = Self.parts(path)
    isRelative = !path.hasPrefix("/") && !parts.isEmpty && parts.first != ".."
    if isRelative {
      text = parts.map(Self.encoded).joined(separator: "/")
    } else {
      let whole = path.hasPrefix("/") ? path : base + "/" + path
      text = "file:///" + Self.parts(whole).map(Self.encoded).joined(separator: "/")
    }
  }

  /// The segments without empty ones and `.`; a `..` takes away the one before it.
  private static func parts(_ path: String) -> [String] {
    var result: [String] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = result.last, last != ".." {
        result.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        result.append(String(part))
      }
    }
    return result
  }

  /// Everything but RFC 3986's unreserved characters is percent-encoded, by bytes.
  private static func encoded(_ segment: String) -> String {
    var result: [UInt8] = []
    for byte in segment.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default:
        result.append(UInt8(ascii: "%"))
        result.append(hexadecimal[Int(byte >> 4)])
        result.append(hexadecimal[Int(byte & 0xF)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
