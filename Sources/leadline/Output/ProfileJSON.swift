import Foundation
import Leads
import Profiling

/// A profile for programs.
struct ProfileJSON: Encodable {
  struct Summary: Encodable {
    struct Recognised: Encodable { var attribute: String, column: String, derived: [String] }
    struct Template: Encodable { var name: String, columns: [String] }
    var rows: Int, columns: Int
    var subject: String
    var idColumn: String?
    var recognised: [Recognised]
    var outcomes: [String]
    var templates: [Template]
  }

  struct Finding: Encodable {
    struct Example: Encodable { var line: Int, text: String }
    var kind: String, severity: String
    var columns: [String]
    var count: Int
    var sentence: String, advice: String
    var examples: [Example]
  }

  struct Column: Encodable {
    struct Count: Encodable { var text: String, count: Int }
    struct Spread<Value: Encodable>: Encodable {
      var min: Value, p5: Value, p25: Value, median: Value, p75: Value, p95: Value, max: Value
    }
    var name: String
    var position: Int
    var attribute: String?
    var type: String
    var fit: Double
    var filled: Int, distinct: Int
    var placeholders: [Count], suspicious: [Count], top: [Count]
    var numbers: Spread<Double>?
    var instants: Spread<String>?
    var outliers: Int
  }

  var file: String
  var summary: Summary
  var findings: [Finding]
  var columns: [Column]

  init(_ profile: Profile, path: String) {
    file = path
    let summary = profile.summary
    self.summary = Summary(
      rows: summary.rowCount, columns: summary.columnCount, subject: summary.subject.rawValue,
      idColumn: summary.idColumn,
      recognised: summary.recognised.map {
        Summary.Recognised(attribute: $0.attribute, column: $0.column, derived: $0.derived)
      },
      outcomes: summary.outcomes,
      templates: summary.templates.map { Summary.Template(name: $0.name, columns: $0.columns) })
    findings = profile.findings.map { finding in
      Finding(
        kind: finding.kind.rawValue, severity: finding.severity.name, columns: finding.columns, count: finding.count,
        sentence: finding.sentence, advice: finding.advice,
        examples: finding.examples.map { Finding.Example(line: $0.line, text: $0.text) })
    }
    columns = profile.columns.map(Column.init)
  }

  /// The JSON, its members in snake case and in a fixed order.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

extension ProfileJSON.Column {
  init(_ column: ColumnProfile) {
    func counts(_ values: [ValueCount]) -> [Count] { values.map { Count(text: $0.text, count: $0.count) } }
    name = column.name
    position = column.position
    attribute = column.attribute
    type = column.type.rawValue
    fit = (column.fit * 10_000).rounded() / 10_000
    filled = column.filled
    distinct = column.distinct
    placeholders = counts(column.placeholders)
    suspicious = counts(column.suspicious)
    top = counts(column.top)
    numbers = column.numbers.map { Spread($0) { $0 } }
    instants = column.instants.map { Spread($0, \.description) }
    outliers = column.outliers
  }
}

extension ProfileJSON.Column.Spread {
  init<Original>(_ spread: Profiling.Spread<Original>, _ value: (Original) -> Value) {
    self.init(
      min: value(spread.least), p5: value(spread.p5), p25: value(spread.p25), median: value(spread.median),
      p75: value(spread.p75), p95: value(spread.p95), max: value(spread.greatest))
  }
}
