/// How many of the leads whose outcome is known became customers.
public struct CloseRate: Sendable, Hashable {
  /// Leads that became customers.
  public var won: Int
  /// Leads whose outcome is known.
  public var known: Int

  /// So many of so many.
  public init(won: Int = 0, known: Int = 0) {
    self.won = won
    self.known = known
  }

  /// The share, from 0 to 1; nil if no outcome is known.
  public var share: Double? { known == 0 ? nil : Double(won) / Double(known) }

  /// Wilson's interval of 95 % for the share; nil if no outcome is known.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
  public var interval: ClosedRange<Double>? {
    guard let share else { return nil }
    let z = 1.959963984540054
    let n = Double(known)
    let centre = share + z * z / (2 * n)
    let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return max(0, (centre - reach) / scale)...min(1, (centre + reach) / scale)
  }

  /// Adds a lead: 0 for an outcome that is not known, 1 for lost, 2 for won, as columns of flags have it.
  mutating func add(_ outcome: UInt8) {
    known += outcome == 0 ? 0 : 1
    won += outcome == 2 ? 1 : 0
  }

  static func + (a: CloseRate, b: CloseRate) -> CloseRate { CloseRate(won: a.won + b.won, known: a.known + b.known) }
}
