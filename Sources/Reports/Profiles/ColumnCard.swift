import Leads
import Profiling

/// What the page says of one column.
struct ColumnCard: Sendable {
  let name: String
  let type: String
  let attribute: String?
  let share: String
  let bar: Bar
  let distinct: String
  let top: [TopValue]
  let hasTop: Bool
  let spread: SpreadStrip?
  let notes: [Note]
  let hasNotes: Bool

  struct TopValue: Sendable {
    let text: String
    let count: String
    let bar: Bar
  }

  /// A remark with values that it is about.
  struct Note: Sendable {
    let label: String
    let values: [Counted]
  }

  struct Counted: Sendable {
    let text: String
    let count: String
  }

  private static let shownValues = 5

  init(_ column: ColumnProfile, rows: Int, asOf: AsOf) {
    let label = column.name.shortened(to: 80)
    name = label.isEmpty ? "column \(column.position) without a name" : label
    type = Self.words(for: column, rows: rows)
    attribute = column.attribute == column.name ? nil : column.attribute?.shortened(to: 60)
    share = Figures.percent(column.filled, of: rows)
    bar = Bar(column.filled, of: rows, shade: "s2")
    distinct =
      column.filled == 0
      ? "No known value."
      : column.distinct == column.filled && column.filled > 1
        ? "\(Figures.count(column.filled)) values, all different."
        : "\(Figures.count(column.filled, of: "value")), \(Figures.count(column.distinct)) different."
    // Who the people are says nothing about a column, and values that hardly repeat say nothing as a list.
    let isPersonal = [.id, .email, .phone].contains(column.type)
    let isSpread = column.numbers != nil || column.instants != nil
    let most = column.top.first?.count ?? 0
    let isWorthListing = most > 1 && column.type != .empty && !isSpread && !isPersonal
    top =
      isWorthListing
      ? column.top.prefix(Self.shownValues).map {
        TopValue(
          text: Self.shown($0.text), count: Figures.count($0.count), bar: Bar($0.count, of: most, shade: "s3"))
      } : []
    hasTop = !top.isEmpty
    spread =
      column.numbers.map { SpreadStrip($0) { Figures.number($0) } }
      ?? column.instants.map { SpreadStrip($0, utcOffset: asOf.utcOffset) }
    var notes: [Note] = []
    if !column.placeholders.isEmpty {
      notes.append(Note(label: "Stand for nothing known:", values: Self.counted(column.placeholders)))
    }
    if !column.suspicious.isEmpty {
      notes.append(Note(label: "Look as if they did:", values: Self.counted(column.suspicious)))
    }
    if column.outliers > 0 {
      notes.append(Note(label: "\(Figures.count(column.outliers, of: "number")) far outside the rest", values: []))
    }
    self.notes = notes
    hasNotes = !notes.isEmpty
  }

  private static func counted(_ values: [ValueCount]) -> [Counted] {
    values.prefix(shownValues).map { Counted(text: shown($0.text), count: Figures.count($0.count)) }
  }

  /// A value that can be seen: the empty text by a word.
  private static func shown(_ text: String) -> String {
    let shown = text.shortened(to: 60)
    return shown.isEmpty ? (text.isEmpty ? "(empty)" : "(spaces)") : shown
  }

  /// `category`, or `number, 98.2 %` where some values are not.
  private static func words(for column: ColumnProfile, rows: Int) -> String {
    let name =
      switch column.type {
      case .empty: "empty"
      case .constant: "always the same"
      case .id: "id"
      case .email: "e-mail addresses"
      case .phone: "phone numbers"
      case .url: "web addresses"
      case .flag: "yes or no"
      case .number: "numbers"
      case .instant: "dates"
      case .category: "categories"
      case .text: "text"
      case .freeText: "free text"
      }
    if column.fit >= 1 || column.filled == 0 { return name }
    return "\(name), \(Figures.percent(Int((column.fit * Double(column.filled)).rounded()), of: column.filled)) of them"
  }
}
