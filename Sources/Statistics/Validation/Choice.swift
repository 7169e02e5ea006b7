/// Choosing among models by how they did on the same rows.
public enum Choice {
  /// The simplest of some models whose loss is not more than one standard error above the least.
  ///
  /// The standard error is that of the difference to the best, lead by lead, as all were tried on the same leads.
  ///
  /// Source: L. Breiman et al., "Classification and Regression Trees", 1984, with paired differences.
  ///
  /// - Parameter losses: for each model, the simplest first, the losses of the same rows. Not empty.
  /// - Returns: the position of the model.
  public static func simplestWithinOneError(_ losses: [[Double]]) -> Int {
    let means = losses.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    let best = means.indices.min { means[$0] < means[$1] }!
    return losses.indices.first { model in
      model == best || means[model] - means[best] <= pairedError(losses[model], losses[best])
    }!
  }

  /// The standard error of the mean difference of two lists of the same rows; 0 for fewer than two rows.
  public static func pairedError(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    if n < 2 { return 0 }
    let mean = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) } / n
    let squares = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1 - mean) * ($1.0 - $1.1 - mean) }
    return (squares / (n - 1) / n).squareRoot()
  }
}
