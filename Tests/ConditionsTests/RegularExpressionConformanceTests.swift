import Foundation
import Testing

@testable import Conditions

/// The cases of `Conformance/conditions/regular-expressions.csv`, whose answers are those of Python's `re`.
@Suite struct RegularExpressionConformanceTests {
  @Test(arguments: [RegularExpression.Limits.standard, .simulating])
  func patternsMeanWhatTheyMeanInPython(limits: RegularExpression.Limits) throws {
    let rows = try rows(of: "regular-expressions.csv")
    #expect(rows.first == ["pattern", "text", "expected"])
    #expect(rows.count > 400)
    var compiled: [String: RegularExpression] = [:]
    for row in rows.dropFirst() {
      try #require(row.count == 3)
      let expression = try compiled[row[0]] ?? RegularExpression(row[0], limits: limits)
      compiled[row[0]] = expression
      if expression.isFound(in: row[1]) != (row[2] == "true") {
        Issue.record("\(row[0].debugDescription) in \(row[1].debugDescription): expected \(row[2])")
      }
    }
  }

  private func rows(of file: String) throws -> [[String]] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Conformance/conditions/\(file)").standardizedFileURL
    return fields(of: [UInt8](try Data(contentsOf: url)))
  }

  /// The rows of a file as RFC 4180 describes it, with line feeds between rows.
  private func fields(of bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = [[]]
    var field: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        // A doubled quote inside quotes leaves and enters them again, and stands for itself.
        if !isQuoted, index > 1, bytes[index - 2] == byte { field.append(byte) }
        isQuoted.toggle()
      } else if isQuoted || byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n") {
        field.append(byte)
      } else {
        rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
        field.removeAll()
        if byte == UInt8(ascii: "\n"), index < bytes.count { rows.append([]) }
      }
    }
    return rows
  }
}
