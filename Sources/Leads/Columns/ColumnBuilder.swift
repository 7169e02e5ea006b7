/// Takes the texts of one column, row by row, and turns them into values of its type.
struct ColumnBuilder: Sendable {
  let attribute: Attribute
  /// The column's name in the file, for messages.
  let columnName: String
  private let settings: ReadingSettings
  private var codes: [UInt32] = []
  private var pool = TextPool()
  private var numbers: [Double] = []
  private var flags: [UInt8] = []
  private var instants: [Int64] = []

  init(_ attribute: Attribute, columnName: String, settings: ReadingSettings) {
    self.attribute = attribute
    self.columnName = columnName
    self.settings = settings
  }

  /// Appends the value that the text stands for. A text that is not of the type counts as missing, with a reason.
  @inline(__always)
  mutating func append(_ text: Span<UInt8>) -> RejectReason? {
    switch attribute.type {
    case .text:
      codes.append(pool.code(of: text))
      return nil
    case .any:
      flags.append(text.isEmpty || settings.placeholders.contains(text) ? 0 : 2)
      return nil
    case .number:
      let number = text.isEmpty ? .nan : Double(cell: text) ?? .nan
      numbers.append(number)
      return number.isNaN && !text.isEmpty ? reason(text) : nil
    case .flag:
      let flag = text.isEmpty ? nil : Bool(cell: text)
      flags.append(flag.map { $0 ? 2 : 1 } ?? 0)
      return flag == nil && !text.isEmpty ? reason(text) : nil
    case .instant:
      let instant = text.isEmpty ? nil : Instant(text, dayFirst: settings.dayFirst, offset: settings.utcOffset)
      instants.append(instant?.secondsSince1970 ?? Column.missingInstant)
      return instant == nil && !text.isEmpty ? reason(text) : nil
    }
  }

  @inline(never)
  private func reason(_ text: Span<UInt8>) -> RejectReason? {
    if settings.placeholders.contains(text) { return nil }
    var sample: [UInt8] = []
    for i in 0..<min(text.count, 80) { sample.append(text[i]) }
    return .badValue(column: columnName, expected: attribute.type, text: String(decoding: sample, as: UTF8.self))
  }

  /// The column of these rows, each of one of the builders, in this order. All builders have the same attribute.
  static func column(of builders: [ColumnBuilder], rows: [RowRun], settings: ReadingSettings) -> Column {
    func gathered<T>(_ values: (ColumnBuilder) -> [T]) -> [T] {
      var result: [T] = []
      result.reserveCapacity(rows.reduce(0) { $0 + $1.rows.count })
      for run in rows { result.append(contentsOf: values(builders[run.builder])[run.rows]) }
      return result
    }
    switch builders[0].attribute.type {
    case .number: return .number(gathered(\.numbers))
    case .flag, .any: return .flag(gathered(\.flags))
    case .instant: return .instant(gathered(\.instants))
    case .text:
      let (pool, renumbered) = TextPool.merged(builders.map(\.pool))
      var codes: [UInt32] = []
      codes.reserveCapacity(rows.reduce(0) { $0 + $1.rows.count })
      for run in rows {
        let source = builders[run.builder].codes[run.rows]
        if let new = renumbered[run.builder] {
          for code in source { codes.append(new[Int(code)]) }
        } else {
          codes.append(contentsOf: source)
        }
      }
      return .text(TextColumn(codes: codes, pool: pool, placeholders: settings.placeholders))
    }
  }
}

/// Consecutive rows of one builder.
struct RowRun: Sendable {
  var builder: Int
  var rows: Range<Int>
}

extension TextPool {
  /// One pool with the texts of all, and for each pool its codes' new codes; nil where they stay as they are.
  static func merged(_ pools: [TextPool]) -> (pool: TextPool, renumbered: [[UInt32]?]) {
    // Start from the largest, whose codes stay.
    guard let largest = pools.indices.max(by: { pools[$0].count < pools[$1].count }) else { return (TextPool(), []) }
    var pool = pools[largest]
    let renumbered = pools.indices.map { index -> [UInt32]? in
      if index == largest { return nil }
      let other = pools[index]
      let bytes = other.bytes.span
      return (0..<UInt32(other.count)).map { pool.code(of: bytes.extracting(other.range(of: $0))) }
    }
    return (pool, renumbered)
  }
}

/// How the texts of a file are read.
public struct ReadingSettings: Sendable, Hashable {
  /// Texts that stand for nothing known.
  public var placeholders: Placeholders
  /// Whether 03/04/2025 is the third of April.
  public var dayFirst: Bool
  /// Seconds east of UTC in which instants without an offset are read.
  public var utcOffset: Int64
  /// The most threads to use.
  public var threads: Int
  /// Words that derived attributes know besides their own.
  public var vocabulary: Vocabulary

  /// Settings; by default the usual placeholders, month first, UTC, one thread, no words added.
  public init(
    placeholders: Placeholders = .usual, dayFirst: Bool = false, utcOffset: Int64 = 0, threads: Int = 1,
    vocabulary: Vocabulary = Vocabulary()
  ) {
    self.vocabulary = vocabulary
    self.placeholders = placeholders
    self.dayFirst = dayFirst
    self.utcOffset = utcOffset
    self.threads = threads
  }
}
