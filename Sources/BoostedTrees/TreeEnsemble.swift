/// Boosted trees over codes of features, as flat arrays: no C library is needed to use them.
///
/// A code is a small number, and 0 stands for a missing value. A tree asks at each node whether a code is below a bound;
/// missing values go the way that was best in training.
public struct TreeEnsemble: Sendable, Hashable, Codable {
  /// A node of a tree.
  public struct Node: Sendable, Hashable {
    /// The feature that is asked for; of no meaning in a leaf.
    public var feature: UInt16
    /// Taken from a code before it is compared, wrapping round: 1 sends a missing value, 0, to the right.
    public var shift: UInt8
    /// Codes less `shift` that are below go left.
    public var bound: UInt8
    /// The position of the left child; the right one is next to it. 0 for a leaf.
    public var left: UInt32
    /// What a leaf adds to the margin, in billionths of log-odds.
    public var value: Int64
    /// How much curvature of the training rows came by: how many there were, by their weight in the loss.
    public var cover: Float
  }

  /// All nodes, tree by tree; children stand behind their parents.
  public let nodes: [Node]
  /// Where each tree starts.
  public let roots: [UInt32]
  /// The margin before any tree, in billionths of log-odds.
  public let base: Int64
  /// The number of features.
  public let featureCount: Int

  /// One in fixed point.
  public static let unit = 1e9

  /// Trees of these nodes, or nil if a child, a feature or a root is not where it can be.
  public init?(nodes: [Node], roots: [UInt32], base: Int64, featureCount: Int) {
    let starts = roots + [UInt32(nodes.count)]
    guard roots.first ?? 0 == 0, roots.isEmpty == nodes.isEmpty, base.magnitude < Self.largest else { return nil }
    for (start, end) in zip(starts, starts.dropFirst()) {
      guard start < end, Int(end) <= nodes.count else { return nil }
      for index in start..<end {
        let node = nodes[Int(index)]
        // Children behind their parent: no walk can go round.
        let isLeaf = node.left == 0
        guard isLeaf || (node.left > index && node.left < end - 1 && Int(node.feature) < featureCount) else {
          return nil
        }
        guard node.cover.isFinite, node.cover >= 0, node.value.magnitude < Self.largest, node.shift < 2 else {
          return nil
        }
      }
    }
    self.nodes = nodes
    self.roots = roots
    self.base = base
    self.featureCount = featureCount
  }

  /// Leaves are smaller, so that no sum of them overflows.
  static let largest: UInt64 = 1 << 40

  /// The margins of rows in billionths of log-odds. O(rows × trees × depth).
  ///
  /// - Parameter columns: for each feature the codes of the rows.
  public func margins(of columns: [[UInt8]], rows: Int) -> [Int64] {
    var margins = [Int64](repeating: base, count: rows)
    // Rows in blocks that stay in the cache beside one tree; features side by side for each row.
    let block = 512
    var packed = [UInt8](repeating: 0, count: block * max(1, featureCount))
    for start in stride(from: 0, to: rows, by: block) {
      let count = min(block, rows - start)
      for (feature, column) in columns.enumerated() {
        for row in 0..<count { packed[row * featureCount + feature] = column[start + row] }
      }
      for root in roots { addTree(root, packed, start, count, &margins) }
    }
    return margins
  }

  private func addTree(_ root: UInt32, _ packed: [UInt8], _ start: Int, _ count: Int, _ margins: inout [Int64]) {
    let nodes = nodes.span
    let codes = packed.span
    var sums = margins.mutableSpan
    for row in 0..<count {
      let offset = row * featureCount
      var index = Int(root)
      while true {
        let node = nodes[index]
        if node.left == 0 {
          sums[start + row] &+= node.value
          break
        }
        let code = codes[offset + Int(node.feature)] &- node.shift
        index = Int(node.left) + (code < node.bound ? 0 : 1)
      }
    }
  }

  /// The trees up to a number of them.
  public func prefix(_ count: Int) -> TreeEnsemble {
    guard count < roots.count else { return self }
    let end = Int(roots[count])
    return TreeEnsemble(
      nodes: Array(nodes[..<end]), roots: Array(roots[..<count]), base: base, featureCount: featureCount)!
  }
}

extension TreeEnsemble {
  private enum CodingKeys: String, CodingKey {
    case features, base, roots, feature, shift, bound, left, value, cover
  }

  /// Reads trees; damaged ones are an error.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let feature = try fields.decode([UInt16].self, forKey: .feature)
    let shift = try fields.decode([UInt8].self, forKey: .shift)
    let bound = try fields.decode([UInt8].self, forKey: .bound)
    let left = try fields.decode([UInt32].self, forKey: .left)
    let value = try fields.decode([Int64].self, forKey: .value)
    let cover = try fields.decode([Float].self, forKey: .cover)
    guard [shift.count, bound.count, left.count, value.count, cover.count].allSatisfy({ $0 == feature.count }) else {
      throw DecodingError.dataCorruptedError(forKey: .feature, in: fields, debugDescription: "lists of unequal length")
    }
    let nodes = feature.indices.map {
      Node(
        feature: feature[$0], shift: shift[$0], bound: bound[$0], left: left[$0], value: value[$0], cover: cover[$0])
    }
    guard
      let trees = TreeEnsemble(
        nodes: nodes, roots: try fields.decode([UInt32].self, forKey: .roots),
        base: try fields.decode(Int64.self, forKey: .base),
        featureCount: try fields.decode(Int.self, forKey: .features))
    else {
      throw DecodingError.dataCorruptedError(forKey: .left, in: fields, debugDescription: "nodes that are no trees")
    }
    self = trees
  }

  /// Writes trees, a list for each part of the nodes.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(featureCount, forKey: .features)
    try fields.encode(base, forKey: .base)
    try fields.encode(roots, forKey: .roots)
    try fields.encode(nodes.map(\.feature), forKey: .feature)
    try fields.encode(nodes.map(\.shift), forKey: .shift)
    try fields.encode(nodes.map(\.bound), forKey: .bound)
    try fields.encode(nodes.map(\.left), forKey: .left)
    try fields.encode(nodes.map(\.value), forKey: .value)
    try fields.encode(nodes.map(\.cover), forKey: .cover)
  }
}
