import Leads

/// Conditions made ready to be evaluated over the columns of a table, block by block.
///
/// What depends on one column alone has become a table of its classes. What joins several columns is a small tree over
/// such tables. Only the comparison of two attributes with each other is left to be done row by row.
public struct ConditionProgram: Sendable {
  /// A condition after compilation.
  public indirect enum Node: Sendable {
    /// Always or never.
    case constant(Bool)
    /// By the class of one column: the column's position, and 1 or 0 for each class.
    case table(column: Int, truths: [UInt8])
    /// The opposite.
    case not(Node)
    /// All of several.
    case all([Node])
    /// At least one of several.
    case any([Node])
    /// Row by row, from the values.
    case rows(Condition)
  }

  /// The attributes that it reads, in the order of their positions.
  public let columns: [String]
  /// The classes of each.
  public let classes: [Classes]
  /// The conditions, in the order given.
  public let nodes: [Node]
  /// The moment to which ages count.
  public let asOf: AsOf

  /// Compiles conditions for columns whose classes are given; an attribute without classes is missing everywhere.
  public init(
    _ conditions: [Condition], asOf: AsOf, threads: Int = 1, classes classesOf: (String) -> Classes?
  ) {
    self.asOf = asOf
    var columns: [String] = []
    var classes: [Classes] = []
    var positions: [String: Int] = [:]
    for name in conditions.reduce(into: Set<String>(), { $0.formUnion($1.attributes) }).sorted() {
      positions[name] = columns.count
      columns.append(name)
      classes.append(classesOf(name) ?? .values([.missing]))
    }
    self.columns = columns
    self.classes = classes
    var tables = Tables(positions: positions, classes: classes)
    for condition in conditions { tables.collect(condition) }
    tables.fill(asOf: asOf, threads: threads)
    nodes = conditions.map { tables.node($0, asOf) }
  }

  /// The truth tables of all parts that depend on one column, worked out column by column.
  private struct Tables {
    let positions: [String: Int]
    let classes: [Classes]
    private var wanted: [[Condition]]
    private var tables: [[Condition: [UInt8]]]

    init(positions: [String: Int], classes: [Classes]) {
      self.positions = positions
      self.classes = classes
      wanted = classes.map { _ in [] }
      tables = classes.map { _ in [:] }
    }

    /// The column on which alone a condition depends, if its classes tell enough.
    private func column(of condition: Condition) -> Int? {
      let attributes = condition.attributes
      guard attributes.count == 1, let column = attributes.first.flatMap({ positions[$0] }),
        !condition.hasPairs || classes[column].isExact
      else { return nil }
      return column
    }

    mutating func collect(_ condition: Condition) {
      if let column = column(of: condition) {
        wanted[column].append(condition)
        return
      }
      switch condition {
      case .not(let inner): collect(inner)
      case .all(let parts), .any(let parts): for part in parts { collect(part) }
      case .constant, .test, .pair: break
      }
    }

    mutating func fill(asOf: AsOf, threads: Int) {
      for column in classes.indices {
        let distinct = Array(Set(wanted[column]))
        let truths = Condition.truthTables(of: distinct, classes[column], asOf: asOf, threads: threads)
        tables[column] = Dictionary(uniqueKeysWithValues: zip(distinct, truths))
      }
    }

    func node(_ condition: Condition, _ asOf: AsOf) -> Node {
      if case .constant(let truth) = condition { return .constant(truth) }
      if condition.attributes.isEmpty { return .constant(condition.holds(asOf: asOf) { _ in .missing }) }
      if let column = column(of: condition), let truths = tables[column][condition] {
        return .table(column: column, truths: truths)
      }
      switch condition {
      case .not(let inner): return .not(node(inner, asOf))
      case .all(let parts): return .all(parts.map { node($0, asOf) })
      case .any(let parts): return .any(parts.map { node($0, asOf) })
      case .constant, .test, .pair: return .rows(condition)
      }
    }
  }

  /// Whether a node holds for each row of a block.
  ///
  /// - Parameters:
  ///   - rows: how many rows the block has.
  ///   - classes: for each column the classes of these rows.
  ///   - value: a row's value of a column, by name; asked only where attributes are compared with each other.
  /// - Returns: 1 or 0 for each row.
  public func truths(
    of node: Node, rows: Int, classes: [[UInt32]], value: (Int, String) -> Value
  ) -> [UInt8] {
    switch node {
    case .constant(let truth): return [UInt8](repeating: truth ? 1 : 0, count: rows)
    case .table(let column, let table):
      var truths = [UInt8](repeating: 0, count: rows)
      let ofColumn = classes[column]
      let codes = ofColumn.span
      let table = table.span
      for i in 0..<rows { truths[i] = table[Int(codes[i])] }
      return truths
    case .not(let inner):
      var truths = truths(of: inner, rows: rows, classes: classes, value: value)
      for i in 0..<rows { truths[i] ^= 1 }
      return truths
    case .all(let parts):
      var truths = [UInt8](repeating: 1, count: rows)
      for part in parts {
        let others = self.truths(of: part, rows: rows, classes: classes, value: value)
        for i in 0..<rows { truths[i] &= others[i] }
      }
      return truths
    case .any(let parts):
      var truths = [UInt8](repeating: 0, count: rows)
      for part in parts {
        let others = self.truths(of: part, rows: rows, classes: classes, value: value)
        for i in 0..<rows { truths[i] |= others[i] }
      }
      return truths
    case .rows(let condition):
      return (0..<rows).map { row in condition.holds(asOf: asOf) { value(row, $0) } ? 1 : 0 }
    }
  }
}

extension Classes {
  /// Whether a class is a single value, so that even a comparison of an attribute with itself can be tabulated.
  var isExact: Bool {
    switch self {
    case .values, .codes: true
    case .breakpoints: false
    }
  }
}
