@testable import Leads

/// What a function makes of a text, in short: the text, a number, `true`, or nothing.
func derived(_ function: DerivedFunction, _ text: String, _ vocabulary: Vocabulary = Vocabulary()) -> String {
  switch Deriver(vocabulary).value(function, of: text.utf8Span.span) {
  case .missing: ""
  case .text(let text): text
  case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
  case .flag(let flag): "\(flag)"
  case .instant: "instant"
  }
}
