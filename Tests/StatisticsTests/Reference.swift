import Statistics
import TestSupport
import Testing

/// 300 leads, and what statsmodels and scikit-learn say of them: `Conformance/statistics/make_reference.py`.
struct Reference {
  let rows: [ConformanceCase]
  let figures: [String: Double]
  let won: [Bool]

  init() throws {
    rows = try ConformanceCase.all(in: "statistics/rows.csv")
    figures = Dictionary(
      uniqueKeysWithValues: try ConformanceCase.all(in: "statistics/figures.csv").map { row in
        (row["figure"], Double(row["value"])!)
      })
    won = rows.map { $0["won"] == "1" }
  }

  func numbers(_ column: String) -> [Double] { rows.map { Double($0[column])! } }

  /// x1, x2, x3 unless it is left out, and the levels b, c and d against a.
  func matrix(withX3: Bool = true) -> DesignMatrix {
    let codes = rows.map { row in UInt8(["a", "b", "c", "d"].firstIndex(of: row["level"])!) }
    let numbers = (withX3 ? ["x1", "x2", "x3"] : ["x1", "x2"]).map { DesignMatrix.Term.numbers(self.numbers($0)) }
    return DesignMatrix(numbers + [.levels(codes, count: 4, reference: 0)], rows: rows.count)
  }

  /// The names of that matrix's columns after the intercept.
  static func names(withX3: Bool = true) -> [String] {
    withX3 ? ["x1", "x2", "x3", "b", "c", "d"] : ["x1", "x2", "b", "c", "d"]
  }

  /// Expects a value within this share of a figure, or this close to it if it is 0.
  func expect(
    _ value: Double?, _ figure: String, relative: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, "\(figure)", sourceLocation: sourceLocation)
    let expected = try #require(figures[figure], "\(figure)", sourceLocation: sourceLocation)
    #expect(
      abs(value - expected) <= relative * (expected == 0 ? 1 : abs(expected)),
      "\(figure): \(value), expected \(expected)", sourceLocation: sourceLocation)
  }
}
