import ArgumentParser
import Leads

/// The column with the values of deals.
struct DealValueOptions: ParsableArguments {
  @Option(
    name: .customLong("value"),
    help: ArgumentHelp(
      "The column with the values of deals: amounts such as 1200, 1,200.50 or 1.200,50 €, all in one currency.",
      valueName: "column"))
  var column: String?

  /// Throws if there is no such column.
  func check(_ columns: [String]) throws {
    guard let column, !columns.contains(column) else { return }
    throw InputProblem(
      message: "--value \(column): the leads have no such column",
      hint: nearest(to: column, among: columns).map { "did you mean \"\($0)\"?" })
  }
}

/// The values of deals as they stand in a column.
struct DealValues {
  let column: String
  /// For each lead its value; NaN is none.
  private(set) var amounts: [Double] = []
  private var unreadable: (count: Int, first: String) = (0, "")
  private var negative = 0
  private var currencies: Set<String> = []

  /// The values of a column that was read as text, or as numbers for a model that reads it too.
  init(_ column: String, _ leads: LeadTable) {
    self.column = column
    switch leads.column(column) {
    case .number(let numbers): amounts = numbers.map { usable($0) }
    case .text(let text):
      // Once for each distinct text.
      let known = (0..<UInt32(text.pool.count)).map { code in
        text.isMissing[Int(code)] ? nil : text.pool.text(code)
      }
      let numbers = known.map { $0.map { Double(cell: $0) ?? .infinity } ?? .nan }
      currencies = Set(known.compactMap { $0.flatMap { Double(cell: $0) == nil ? nil : Double.currency(ofCell: $0) } })
      amounts = text.codes.map { code in
        if numbers[Int(code)].isInfinite {
          if unreadable.count == 0 { unreadable.first = known[Int(code)] ?? "" }
          unreadable.count += 1
          return .nan
        }
        return usable(numbers[Int(code)])
      }
    default: amounts = Array(repeating: .nan, count: leads.count)
    }
  }

  private mutating func usable(_ amount: Double) -> Double {
    if amount < 0 { negative += 1 }
    return amount < 0 ? .nan : amount
  }

  /// How many leads have no value.
  var missing: Int { amounts.count { $0.isNaN } }

  /// Says on standard error what could not be used.
  func report() {
    if unreadable.count > 0 {
      Terminal.writeError(
        "note: --value \(column): \(unreadable.count.formatted()) × not a number, such as \"\(unreadable.first)\": no value"
      )
    }
    if negative > 0 { Terminal.writeError("note: --value \(column): \(negative.formatted()) × less than 0: no value") }
    if currencies.count > 1 {
      Terminal.writeError(
        "note: --value \(column): amounts are marked \(currencies.sorted().joined(separator: ", ")); nothing is converted, they are added as they are"
      )
    }
  }
}
