import Mustache

/// Text of a page: whatever a template inserts is escaped here, and nowhere else.
///
/// Made scalar by scalar. A quotation mark followed by a combining accent is one `Character`, and whoever compares
/// characters with `"` lets it through, out of the attribute that it stands in.
struct PageText: MustacheContentType {
  /// The name by which templates ask for it.
  static let name = "LEADLINE"

  func escapeText(_ text: String) -> String { Self.escaped(text) }

  /// The text as HTML, for elements and quoted attributes alike. What cannot be seen, or turns the text around it
  /// round, becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(isHarmless(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// Neither a control character, nor a mark that turns the direction of the text, nor one that no text may have.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F: false
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: false
    case 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: false
    case let value: value & 0xFFFE != 0xFFFE
    }
  }
}

extension String {
  /// The text, cut to so many Unicode scalars with an ellipsis; without white space around it. O(length that is kept).
  func shortened(to length: Int = 80) -> String {
    let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
    guard let end = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      end != scalars.endIndex
    else {
      var kept = scalars
      while let last = kept.last, last.properties.isWhitespace { kept.removeLast() }
      return String(kept)
    }
    return String(scalars[..<scalars.index(before: end)]) + "…"
  }

  /// The name of an attribute or event for people: `lead_source` becomes `Lead source`.
  var asWords: String {
    let words = shortened(to: 60).split { $0 == "_" || $0 == " " }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
