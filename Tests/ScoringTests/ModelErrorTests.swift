import Foundation
import Testing

@testable import Scoring

/// The cases of `Conformance/models/errors.txt`: wrong models, and all that is said about them.
@Suite struct ModelErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: [String]
    var testDescription: String { name }
  }

  static var cases: [Case] {
    get throws {
      let url = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Conformance/models/errors.txt").standardizedFileURL
      let text = try String(contentsOf: url, encoding: .utf8)
      return text.components(separatedBy: "\n=== ").dropFirst().map { block in
        let (head, issues) = split(block, at: "\n---\n")
        let (name, text) = split(head, at: "\n")
        let lines = issues.split(separator: "\n").filter { !$0.isEmpty }.map(String.init)
        return Case(name: name, text: text + "\n", expected: lines)
      }
    }
  }

  private static func split(_ text: String, at mark: String) -> (String, String) {
    guard let range = text.range(of: mark, options: .backwards) else { return (text, "") }
    guard mark == "\n", let first = text.range(of: mark) else {
      return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }
    return (String(text[..<first.lowerBound]), String(text[first.upperBound...]))
  }

  @Test(arguments: try cases) func wrongModelsAreExplainedInFull(example: Case) {
    check(example.text, example.expected)
  }

  @Test(arguments: try cases) func linesMayEndAsWindowsEndsThem(example: Case) {
    check(example.text.replacing("\n", with: "\r\n"), example.expected)
  }

  private func check(_ text: String, _ expected: [String]) {
    let found = issues(of: text)
    func described(_ issue: ModelIssue) -> String {
      "\(issue.line):\(issue.column) | \(issue.message) | \(issue.hint ?? "")"
    }
    let isAsExpected =
      found.count == expected.count
      && zip(found, expected).allSatisfy { issue, line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        return parts[0] == "\(issue.line):\(issue.column)" && issue.message.contains(parts[1])
          && (parts.count < 3 || parts[2].isEmpty || issue.hint?.contains(parts[2]) == true)
      }
    if !isAsExpected {
      Issue.record(
        "expected:\n\(expected.joined(separator: "\n"))\nfound:\n\(found.map(described).joined(separator: "\n"))")
    }
  }

  private func issues(of text: String) -> [ModelIssue] {
    do throws(ModelIssues) {
      _ = try ModelReader.model(from: text, path: "model.yaml") { _ in throw ModelIssue("there is no such file") }
      return []
    } catch {
      return error.issues
    }
  }

  @Test func anIssueIsShownWithItsLineAMarkAndAHint() {
    let text = "leadline: 1\nscores:\n  fit:\n    rules:\n      - { name: A, when: size > , points: 1 }\n"
    do throws(ModelIssues) {
      _ = try ModelReader.model(from: text, path: "model.yaml")
      Issue.record("accepted")
    } catch {
      #expect(
        error.description == """
          model.yaml:5:32: error: expected an attribute or a value, found the end
                  - { name: A, when: size > , points: 1 }
                                           ^
          """ || error.description.hasPrefix("model.yaml:5:"), "\(error.description)")
    }
  }
}
