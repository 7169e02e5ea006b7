/// A tenth of the leads, or another share, by score.
public struct GainsRow: Sendable, Hashable, Codable {
  /// The number of the part from the top, from 1.
  public var part: Int
  /// How many leads it has, not always a whole number.
  public var count: Double
  /// How many of them were won; leads of equal score are divided evenly.
  public var won: Double
  /// The share of all that were won in this part and those above.
  public var cumulativeCapture: Double
  /// The close rate of the part as a multiple of that of all.
  public var lift: Double
  /// The share of the part that was won.
  public var closeRate: Double { won / count }
}

extension Ranked {
  /// The leads in equal parts from the highest score down. Precondition: 1 or more parts. O(ties + parts).
  public func gains(parts: Int = 10) -> [GainsRow] {
    precondition(parts > 0)
    var rows: [GainsRow] = []
    var cumulative = 0.0
    for part in 1...parts {
      let size = count / Double(parts)
      let captured = capture(top: Double(part) / Double(parts))
      let won = (captured - cumulative) * self.won
      rows.append(
        GainsRow(part: part, count: size, won: won, cumulativeCapture: captured, lift: won / size / baseRate))
      cumulative = captured
    }
    return rows
  }
}
