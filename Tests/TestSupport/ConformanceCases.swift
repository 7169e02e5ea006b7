import FoundationEssentials

/// One row of a file in `Conformance/`: a case that tests and benchmarks read alike.
///
///     for row in try ConformanceCase.all(in: "values/numbers.csv") {
///       #expect(Double(cell: row["text"]) == Double(row["expected"]), "\(row)")
///     }
package struct ConformanceCase: Sendable, CustomStringConvertible {
  /// The file below `Conformance/`.
  let file: String
  /// The line on which the row starts; the header is line 1.
  let line: Int
  private let fields: [String: String]

  /// The field of a column; empty if the row or the file does not have it.
  package subscript(column: String) -> String { fields[column] ?? "" }

  /// Where to look when the case fails.
  package var description: String { "\(file):\(line) \(fields.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })" }

  /// The rows of a file below `Conformance/`, in its order, without the header.
  package static func all(in file: String) throws -> [ConformanceCase] {
    var path = #filePath.split(separator: "/").dropLast(3).map(String.init)
    path += ["Conformance", file]
    let text = try String(contentsOfFile: "/" + path.joined(separator: "/"), encoding: .utf8)
    let records = records(of: Array(text.utf8))
    let header = records.first?.fields ?? []
    return records.dropFirst().map { record in
      let fields = Dictionary(zip(header, record.fields), uniquingKeysWith: { first, _ in first })
      return ConformanceCase(file: file, line: record.line, fields: fields)
    }
  }

  /// RFC 4180 with any line end; empty lines are left out.
  private static func records(of bytes: [UInt8]) -> [(line: Int, fields: [String])] {
    var records: [(line: Int, fields: [String])] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var firstLine = 1
    var isQuoted = false
    var index = 0
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
    }
    func endRecord() {
      endField()
      if fields != [""] { records.append((firstLine, fields)) }
      fields = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = isQuoted && byte == UInt8(ascii: "\"") && index + 1 < bytes.count && bytes[index + 1] == byte
      switch byte {
      case UInt8(ascii: "\"") where isDoubled:
        field.append(byte)
        index += 1
      case UInt8(ascii: "\""):
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        endField()
      case UInt8(ascii: "\r") where !isQuoted:
        break
      case UInt8(ascii: "\n") where !isQuoted:
        endRecord()
        firstLine = line + 1
      default:
        field.append(byte)
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
    if !field.isEmpty || !fields.isEmpty { endRecord() }
    return records
  }
}
