/// A page taken apart by a reader that forgives nothing: every tag closed, every attribute quoted, no stray `<` or `&`.
struct Markup {
  /// A start tag.
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// What is wrong with a page.
  struct Problem: Error, CustomStringConvertible {
    var description: String
  }

  /// The start tags in their order.
  private(set) var elements: [Element] = []
  /// Tags, with the names of their attributes, in their order: `<td class`, `</td`. What text cannot change.
  private(set) var skeleton: [String] = []
  /// The text outside tags and style, with entities resolved.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "br", "col"]
  private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "#39": "'"]

  init(_ page: String) throws {
    var rest = Array(page.unicodeScalars)[...]
    func fail(_ message: String) -> Problem {
      Problem(description: "\(message): \(String(String.UnicodeScalarView(rest.prefix(80))))")
    }
    func take(while condition: (Unicode.Scalar) -> Bool) -> String {
      let taken = rest.prefix(while: condition)
      rest = rest.dropFirst(taken.count)
      return String(String.UnicodeScalarView(taken))
    }
    func takePrefix(_ prefix: String) -> Bool {
      guard rest.starts(with: prefix.unicodeScalars) else { return false }
      rest = rest.dropFirst(prefix.unicodeScalars.count)
      return true
    }
    func resolved(_ raw: String) throws -> String {
      // By scalars: a mark behind the `;` would make another character of it.
      var parts = raw.unicodeScalars.split(separator: "&", omittingEmptySubsequences: false)
      var result = String(parts.removeFirst())
      for part in parts {
        guard let end = part.firstIndex(of: ";"), let meant = Self.entities[String(part[..<end])] else {
          throw fail("a bare & in \(raw)")
        }
        result += meant + String(part[part.index(after: end)...])
      }
      return result
    }
    let isName: (Unicode.Scalar) -> Bool = {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    guard takePrefix("<!doctype html>") else { throw fail("no doctype") }
    var open: [String] = []
    while !rest.isEmpty {
      if rest.first != "<" {
        text += try resolved(take { $0 != "<" })
        continue
      }
      if takePrefix("</") {
        let name = take(while: isName)
        guard takePrefix(">"), open.popLast() == name else { throw fail("</\(name)> closes nothing") }
        skeleton.append("</\(name)")
        continue
      }
      rest = rest.dropFirst()
      var element = Element(name: take(while: isName), attributes: [])
      if element.name.isEmpty { throw fail("a stray <") }
      var isClosed = false
      while true {
        _ = take { $0 == " " }
        if takePrefix("/>") {
          isClosed = true
          break
        }
        if takePrefix(">") { break }
        let name = take(while: isName)
        guard !name.isEmpty, takePrefix("=\"") || rest.first == ">" || rest.first == " " else {
          throw fail("a bad attribute of \(element.name)")
        }
        let value = try resolved(take { $0 != "\"" })
        guard takePrefix("\""), !value.contains("<") || value.allSatisfy({ !$0.isNewline }) else {
          throw fail("the attribute \(name) is not quoted")
        }
        element.attributes.append((name, value))
      }
      elements.append(element)
      skeleton.append("<\(element.name) \(element.attributes.map(\.name).joined(separator: " "))")
      if element.name == "style" {
        _ = take { $0 != "<" }
        guard takePrefix("</style>") else { throw fail("a < in the style") }
        skeleton.append("</style")
      } else if !isClosed, !Self.void.contains(element.name) {
        open.append(element.name)
      }
    }
    if !open.isEmpty { throw Problem(description: "never closed: \(open)") }
  }

  /// The elements of this name.
  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}
