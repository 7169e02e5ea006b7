import Leads

/// Numbers as a page writes them.
enum Figures {
  /// `9,240`.
  static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `9,240` for a score or another whole number.
  static func count(_ number: Int64) -> String { count(Int(number)) }

  /// `+12`, `−3`, `0`.
  static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + count(number) }

  /// A number with its sign and one decimal: `+2.5`.
  static func signed(_ value: Double) -> String {
    let text = decimal(value, places: 1)
    return value > 0 && text != "0.0" ? "+" + text : text
  }

  /// `1 lead`, `9,240 leads`.
  static func leads(_ number: Int) -> String { count(number, of: "lead") }

  /// `1 rule`, `3 rules`.
  static func count(_ number: Int, of noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(count(number)) \(noun)s"
  }

  /// A share with one decimal, `13.0 %`; what is there but rounds to nothing is `<0.1 %`, and what is not quite all is
  /// not called all.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let (high, low) = part.multipliedFullWidth(by: 1000)
    let (quotient, rest) = whole.dividingFullWidth((high, low))
    let rounded = quotient + (rest >= whole - rest ? 1 : 0)
    if part > 0, rounded == 0 { return "<0.1\u{A0}%" }
    if part < whole, rounded == 1000 { return ">99.9\u{A0}%" }
    return "\(rounded / 10).\(rounded % 10)\u{A0}%"
  }

  /// A share with one decimal, by the same rules.
  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    let shown = decimal(share * 100, places: 1)
    if share > 0, shown == "0.0" { return "<0.1\u{A0}%" }
    if share < 1, shown == "100.0" { return ">99.9\u{A0}%" }
    return shown + "\u{A0}%"
  }

  /// From one share to another: `22.5 to 29.7 %`.
  static func percent(from low: Double, to high: Double) -> String {
    let first = percent(low)
    return "\(first.hasSuffix("\u{A0}%") ? String(first.dropLast(2)) : first) to \(percent(high))"
  }

  /// So many of a hundred, for sentences: `88 of 100`.
  static func ofHundred(_ share: Double) -> String {
    share.isFinite ? "\(Int((min(max(share, 0), 1) * 100).rounded())) of 100" : "–"
  }

  /// A number with so many decimals, 0 to 4, for people: `1,234.5`.
  static func decimal(_ value: Double, places: Int) -> String {
    let places = min(max(places, 0), 4)
    let scale = [1.0, 10, 100, 1000, 10_000][places]
    guard value.isFinite, abs(value) < 1e15, abs(value) * scale < 9e18 else {
      return value.isFinite ? "\(value)" : "–"
    }
    let scaled = Int((abs(value) * scale).rounded())
    let fraction = String(scaled % Int(scale))
    let decimals =
      places == 0 ? "" : "." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
    return (value < 0 && scaled != 0 ? "−" : "") + count(scaled / Int(scale)) + decimals
  }

  /// A number with as many decimals as it has, at most three.
  static func number(_ value: Double) -> String {
    for places in 0..<3 {
      let scaled = value * [1.0, 10, 100][places]
      if abs(scaled) < 1e15, abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled)) {
        return decimal(value, places: places)
      }
    }
    return decimal(value, places: 3)
  }

  /// A length in per cent for a drawing: `43.21`; never an exponent, never a sign.
  static func length(_ part: Double) -> String {
    guard part.isFinite else { return "0" }
    let hundredths = Int((min(max(part, 0), 100) * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return "\(hundredths / 100)" }
    return "\(hundredths / 100)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// A day: `2026-07-01`, in the workspace's days.
  static func day(_ asOf: AsOf) -> String {
    day(Instant(secondsSince1970: asOf.startOfDay(age: 0) + asOf.utcOffset))
  }

  /// The day of an instant in UTC.
  static func day(_ instant: Instant) -> String {
    String(instant.description.prefix { $0 != "T" })
  }

  /// A number with a proper minus sign.
  static func withMinus(_ text: String) -> String { text.hasPrefix("-") ? "−" + text.dropFirst() : text }
}
