/// Two features seen together, on few bins each.
struct PairGrid: Sendable {
  /// The positions of the features.
  let first: Int, second: Int
  /// For each code of a feature its coarse bin.
  let firstBins: [UInt8], secondBins: [UInt8]
  /// The number of coarse bins of the second.
  let width: Int
  /// The number of cells.
  let count: Int

  init(_ first: Int, _ second: Int, _ coarse: [CoarseBins]) {
    self.first = first
    self.second = second
    firstBins = coarse[first].bins
    secondBins = coarse[second].bins
    width = coarse[second].count
    count = coarse[first].count * width
  }

  /// For each row its cell.
  func cells(of codes: CodeTable) -> [UInt8] {
    let (firstCodes, secondCodes) = (codes.columns[first], codes.columns[second])
    let a = firstCodes.span
    let b = secondCodes.span
    let x = firstBins.span
    let y = secondBins.span
    var cells: [UInt8] = []
    cells.reserveCapacity(codes.rows)
    for row in a.indices {
      cells.append(UInt8(truncatingIfNeeded: Int(x[Int(a[row])]) &* width &+ Int(y[Int(b[row])])))
    }
    return cells
  }

  /// The amounts of cells as amounts for each pair of codes.
  func spread(_ amounts: [Float]) -> [Float] {
    firstBins.flatMap { x in secondBins.map { y in amounts[Int(x) * width + Int(y)] } }
  }
}

/// The bins of a feature, merged to few: neighbours of an order, or the most frequent levels and the rest.
struct CoarseBins: Sendable {
  /// For each code its coarse bin; missing values keep theirs.
  let bins: [UInt8]
  /// The number of coarse bins.
  let count: Int

  /// - Parameters:
  ///   - rowCounts: for each code the number of rows.
  ///   - limit: the most coarse bins, 3 or more.
  init(_ rowCounts: [Int], isOrdered: Bool, limit: Int) {
    var bins = [UInt8](repeating: 0, count: rowCounts.count)
    if isOrdered {
      let known = rowCounts.dropFirst().reduce(0, +)
      var seen = 0
      var next = 0
      var isOpen = false
      for code in bins.indices.dropFirst() {
        if !isOpen { next += 1; isOpen = true }
        bins[code] = UInt8(next)
        seen += rowCounts[code]
        // Closed where the share of the bins so far is reached.
        if seen * (limit - 1) >= known * next, next < limit - 1 { isOpen = false }
      }
    } else {
      let frequent = rowCounts.indices.dropFirst().sorted { (rowCounts[$1], $0) < (rowCounts[$0], $1) }
      for (place, code) in frequent.enumerated() { bins[code] = UInt8(min(place + 1, limit - 1)) }
    }
    self.bins = bins
    count = Int(bins.max() ?? 0) + 1
  }
}
