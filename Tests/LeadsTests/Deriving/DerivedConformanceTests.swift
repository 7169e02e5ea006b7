import TestSupport
import Testing

@testable import Leads

/// Holds the derived values to cases that were labelled by somebody who did not know the code.
@Suite struct DerivedConformanceTests {
  private let deriver = Deriver()

  /// How many of a file's cases a function must get right.
  struct Promise: Sendable, CustomTestStringConvertible {
    var file: String
    var column: String
    var function: DerivedFunction
    var expected: String
    var share: Double

    var testDescription: String { "\(file): \(expected)" }
  }

  static let promises = [
    Promise(file: "titles", column: "title", function: .seniority, expected: "seniority", share: 0.95),
    Promise(file: "titles", column: "title", function: .department, expected: "department", share: 0.95),
    Promise(file: "emails", column: "email", function: .emailKind, expected: "kind", share: 0.99),
    Promise(file: "countries", column: "text", function: .country, expected: "country", share: 0.99),
    Promise(file: "employees", column: "text", function: .employees, expected: "employees", share: 0.98),
    Promise(file: "names", column: "text", function: .keyboardWalk, expected: "keyboard_walk", share: 0.98),
    Promise(file: "names", column: "text", function: .uncapitalised, expected: "uncapitalised", share: 0.98),
    Promise(file: "names", column: "text", function: .repeated, expected: "repeated", share: 0.98),
  ]

  @Test(arguments: promises)
  func keepsThePromise(_ promise: Promise) throws {
    let cases = try ConformanceCase.all(in: "derived/\(promise.file).csv")
    try #require(cases.count >= 50)
    var failures: [String] = []
    for row in cases {
      let given = written(deriver.value(promise.function, of: row[promise.column].utf8Span.span))
      let expected = row[promise.expected]
      if given != expected, Double(given) == nil || Double(given) != Double(expected) {
        failures.append("\(row[promise.column]): \(expected.isEmpty ? "missing" : expected), got \(given)")
      }
    }
    let share = 1 - Double(failures.count) / Double(cases.count)
    print("\(promise.testDescription): \(cases.count - failures.count) of \(cases.count) as labelled")
    for failure in failures { print("  \(failure)") }
    #expect(share >= promise.share, "\(promise.testDescription): \(failures.joined(separator: "\n"))")
  }

  private func written(_ value: Value) -> String {
    switch value {
    case .missing: ""
    case .text(let text): text
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .instant: "instant"
    }
  }
}
