import Statistics

/// What can be chosen of logistic regressions.
public struct LogisticSettings: Sendable, Hashable {
  /// What is taken off the likelihood for large coefficients.
  public enum Penalty: String, Sendable, Hashable, CaseIterable {
    /// Nothing: the only one whose standard errors are what they seem.
    case none
    /// Their squares.
    case ridge
    /// Their sizes: many are 0.
    case lasso
    /// Half of each.
    case elasticNet = "elastic-net"

    /// The mix of an elastic net; nil for none.
    var mix: Double? {
      switch self {
      case .none: nil
      case .ridge: 0
      case .lasso: 1
      case .elasticNet: 0.5
      }
    }
  }

  /// What columns are made of.
  public enum Columns: String, Sendable, Hashable, CaseIterable {
    /// Each bin of a number, and each level of a text.
    case bins
    /// Numbers as they are, and each level of a text.
    case raw
  }

  /// The penalty.
  public var penalty = Penalty.ridge
  /// The columns.
  public var columns = Columns.bins
  /// How columns are left out; nil to keep all. Only without a penalty.
  public var elimination: Elimination?

  /// The usual settings.
  public init() {}

  /// Leaving out columns that cannot be told from chance or from each other.
  public struct Elimination: Sendable, Hashable {
    /// First down to so many; nil for no limit.
    public var columns: Int?

    /// An elimination.
    public init(to columns: Int?) { self.columns = columns }
  }
}
