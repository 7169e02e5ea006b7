import Conditions
import Leads

extension Condition {
  /// Whether it holds for each row of a table, by a `ConditionProgram` over the table's columns.
  func truths(of columns: [String: Column], rows: Int, asOf: AsOf, threads: Int = 1) -> [Bool] {
    let program = ConditionProgram([self], asOf: asOf, threads: threads) { name in
      columns[name].map { Classes(of: $0, name: name, conditions: [self], asOf: asOf) }
    }
    let classes = program.columns.indices.map { index in
      var found = [UInt32](repeating: 0, count: rows)
      if let column = columns[program.columns[index]] {
        ClassFinder(column, program.classes[index]).find(0..<rows, into: &found)
      }
      return found
    }
    return program.truths(of: program.nodes[0], rows: rows, classes: classes) { row, name in
      columns[name]?.value(row) ?? .missing
    }.map { $0 == 1 }
  }
}
