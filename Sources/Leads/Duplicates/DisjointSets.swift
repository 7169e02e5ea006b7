/// Rows in groups that grow together.
///
/// Union by size with path halving: nearly constant time for each step. Source: R. E. Tarjan and J. van Leeuwen,
/// "Worst-Case Analysis of Set Union Algorithms", 1984.
struct DisjointSets {
  private var parents: [UInt32]
  private var sizes: [UInt32]

  /// So many rows, each a group of its own.
  init(count: Int) {
    parents = Array(0..<UInt32(count))
    sizes = Array(repeating: 1, count: count)
  }

  /// The row that stands for a row's group.
  mutating func root(of row: Int) -> Int {
    var row = row
    while Int(parents[row]) != row {
      parents[row] = parents[Int(parents[row])]
      row = Int(parents[row])
    }
    return row
  }

  /// How many rows a root's group has.
  func size(ofRoot root: Int) -> Int { Int(sizes[root]) }

  /// Joins the groups of two roots, which must differ, and returns the root of both.
  mutating func join(_ a: Int, _ b: Int) -> Int {
    let (small, large) = sizes[a] < sizes[b] ? (a, b) : (b, a)
    parents[small] = UInt32(large)
    sizes[large] += sizes[small]
    return large
  }
}
