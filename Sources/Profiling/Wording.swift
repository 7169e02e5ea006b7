import Leads

/// Numbers and values as sentences write them.
enum Wording {
  /// `9,240`.
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `23 %`, `4.5 %`, `<0.1 %`; `100 %` only of all, and `0 %` only of none.
  static func percent(_ part: Int, of whole: Int) -> String {
    if whole <= 0 || part <= 0 { return "0 %" }
    if part >= whole { return "100 %" }
    let tenths = Int((Double(part) / Double(whole) * 1000).rounded())
    if tenths == 0 { return "<0.1 %" }
    if tenths >= 995 { return tenths == 1000 ? ">99.9 %" : "\(tenths / 10).\(tenths % 10) %" }
    if tenths >= 100 { return "\((tenths + 5) / 10) %" }
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// `A`, `A and B`, `A, B and C`; beyond `limit` the rest is counted: `A, B and 3 more`.
  static func list(_ items: [String], limit: Int = 6) -> String {
    if items.count > limit {
      return items.prefix(limit - 1).joined(separator: ", ") + " and \(count(items.count - limit + 1)) more"
    }
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A value between back-ticks; a space at its ends is shown as `␣`, and a long one is cut.
  static func quoted(_ text: String, limit: Int = 60) -> String {
    var shown = String(text.prefix(limit))
    if shown.count < text.count { shown += "…" }
    let inner = shown.drop { $0 == " " }
    let start = String(repeating: "␣", count: shown.count - inner.count)
    let trailing = inner.reversed().prefix { $0 == " " }.count
    return "`" + start + String(inner.dropLast(trailing)) + String(repeating: "␣", count: trailing) + "`"
  }

  /// A number in as few digits as say it.
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return count(Int(value)) }
    let size = abs(value)
    if size >= 1e15 || size < 1e-4 { return String(value) }
    let places = size >= 100 ? 1.0 : size >= 1 ? 100.0 : 10_000.0
    let rounded = (value * places).rounded() / places
    if rounded == rounded.rounded() { return count(Int(rounded)) }
    let whole = Int(rounded.rounded(.towardZero))
    let text = String(rounded)
    guard let dot = text.firstIndex(of: ".") else { return text }
    return (whole == 0 ? String(text[..<dot]) : count(whole)) + text[dot...]
  }

  /// The day of an instant, and its time unless it is midnight.
  static func moment(_ seconds: Int64, offset: Int64) -> String {
    let text = Instant(secondsSince1970: seconds + offset).description
    guard let t = text.firstIndex(of: "T") else { return text }
    let time = text[text.index(after: t)...].dropLast(4)
    return time == "00:00" ? String(text[..<t]) : "\(text[..<t]) \(time)"
  }

  /// A text of a column, repaired and cut for showing. Constant time for texts of any length.
  static func shown(_ text: Span<UInt8>, limit: Int = 60) -> String {
    var bytes: [UInt8] = []
    for index in 0..<min(text.count, limit * 4) { bytes.append(text[index]) }
    let whole = String(decoding: bytes, as: UTF8.self)
    return text.count > bytes.count || whole.count > limit ? String(whole.prefix(limit - 1)) + "…" : whole
  }
}

/// What the rows of a file are called.
struct RowNoun: Sendable {
  var singular: String
  var plural: String

  /// `1 lead`, `9,240 leads`.
  func count(_ number: Int) -> String { "\(Wording.count(number)) \(number == 1 ? singular : plural)" }

  /// `2,148 of 9,240 leads (23 %)`; `all 9,240 leads`.
  func share(_ part: Int, of whole: Int) -> String {
    if part == whole { return whole == 1 ? "the only \(singular)" : "all \(count(whole))" }
    return "\(Wording.count(part)) of \(count(whole)) (\(Wording.percent(part, of: whole)))"
  }
}
