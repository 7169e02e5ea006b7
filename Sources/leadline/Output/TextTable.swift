/// Rows of cells, each column as wide as its widest cell; the first row is the heading.
struct TextTable {
  private let rows: [[String]]
  private let leading: Set<Int>
  private static let widest = 40

  /// - Parameter leading: the columns whose cells stand at the left; the others are numbers.
  init(_ rows: [[String]], leading: Set<Int> = [0]) {
    self.rows = rows
    self.leading = leading
  }

  /// Writes the table; columns that the terminal has no room for are cut at its edge.
  func write() throws {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      min(Self.widest, rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0)
    }
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { column, cell in
        column == count - 1 && leading.contains(column)
          ? cell : cell.fitted(to: widths[column], alignedRight: !leading.contains(column))
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      if Terminal.isInteractive { line = line.clipped(to: Terminal.width) }
      try Terminal.write(index == 0 ? Terminal.styled(line, .dim) : line)
    }
  }
}
