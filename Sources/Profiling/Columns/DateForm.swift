import Leads

/// How a moment is written.
enum DateForm: Int, CaseIterable {
  case iso, compact, yearFirst, slashes, hyphens, dots, monthNames, unix

  /// The form of a text that has been read as a moment.
  init(_ text: Span<UInt8>) {
    var digits = 0
    while digits < text.count, 0x30...0x39 ~= text[digits] { digits += 1 }
    let mark = digits < text.count ? text[digits] : 0
    switch (digits, mark) {
    case (10, 0), (13, 0), (16, 0): self = .unix
    case (8..., _): self = .compact
    case (4, UInt8(ascii: "-")): self = .iso
    case (4, UInt8(ascii: "/")): self = .yearFirst
    case (1...2, UInt8(ascii: "/")): self = .slashes
    case (1...2, UInt8(ascii: ".")): self = .dots
    case (1...2, UInt8(ascii: "-")):
      let next = digits + 1 < text.count ? text[digits + 1] : 0
      self = 0x30...0x39 ~= next ? .hyphens : .monthNames
    default: self = .monthNames
    }
  }

  /// Whether day and month could be mistaken for each other.
  var isAmbiguous: Bool { self == .slashes || self == .hyphens }
}

/// Which of the first two numbers of a date is the day.
enum DayOrder {
  case dayFirst, monthFirst, either

  /// The order in a date of an ambiguous form; nil if both numbers are the same, so that it does not matter.
  init?(_ text: Span<UInt8>) {
    var numbers: [Int] = []
    var index = 0
    while index < text.count, numbers.count < 2 {
      var number = 0
      while index < text.count, 0x30...0x39 ~= text[index], number < 1000 {
        number = number * 10 + Int(text[index] - 0x30)
        index += 1
      }
      numbers.append(number)
      index += 1
    }
    guard numbers.count == 2, numbers[0] != numbers[1] else { return nil }
    self = numbers[0] > 12 ? .dayFirst : numbers[1] > 12 ? .monthFirst : .either
  }
}
