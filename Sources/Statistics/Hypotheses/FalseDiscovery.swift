/// Many tests at once: how many of those that are called findings are chance.
public enum FalseDiscovery {
  /// For each p value the least rate of false discoveries at which it is a finding.
  ///
  /// Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995.
  public static func adjusted(_ p: [Double]) -> [Double] {
    let order = p.indices.sorted { p[$0] > p[$1] }
    var q = p
    var least = 1.0
    for (place, index) in order.enumerated() {
      least = min(least, p[index] * Double(p.count) / Double(p.count - place))
      q[index] = least
    }
    return q
  }
}
