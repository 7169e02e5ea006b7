import Leads
import Scoring
import Statistics

/// Close rates of everything that is known of leads, and the points that follow from them.
public struct Suggestion: Sendable {
  /// A bin of a feature.
  public struct Row: Sendable, Hashable {
    /// The bin in words.
    public var label: String
    /// Its leads.
    public var closeRate: CloseRate
    /// Its close rate, drawn to that of all by `priorCount` leads, as a multiple of that of all.
    public var lift: Double
    /// What it earns.
    public var points: Int
  }

  /// A feature.
  public struct Group: Sendable {
    /// The feature, in few bins.
    public var feature: Feature
    /// For each code its leads; nil where there is none.
    public var rows: [Row?]
    /// How far it parts won and lost.
    public var informationValue: Double
    /// How probable so large differences are by chance, with false-discovery control over all features.
    public var q: Double
    /// Which share of what it says alone is left when all others are known.
    public var weight: Double
  }

  /// The close rate of all.
  public var overall: CloseRate
  /// The features that carry a signal, the most telling first.
  public var groups: [Group]
  /// The features that carry none.
  public var silent: [String]
  /// How well the points sort leads that they were not made from.
  public var rocAUC: Double?

  /// How many leads of the average kind each close rate is drawn to.
  public static let priorCount = 20.0
  /// Odds that are twenty times those of all earn so many points; points grow with the logarithm.
  public static let pointsOfTwentyfold = 20.0
  static let pointsPerLogOdds = pointsOfTwentyfold / 2.995732273553991

  /// The points of all groups as tables.
  public var tables: [RuleTable] {
    groups.filter { group in group.rows.contains { $0.map { $0.points != 0 } ?? false } }.map { group in
      RuleTable(
        group.feature, points: group.rows.map { Int64($0?.points ?? 0) * 1000 },
        notes: group.rows.map { $0.map(Self.note) ?? "" }, note: Self.note(group))
    }
  }

  private static func note(_ row: Row) -> String {
    let share = row.closeRate.share.map(CutOffAdvisor.percent) ?? "–"
    let range = row.closeRate.interval.map {
      " (\(CutOffAdvisor.percent($0.lowerBound)) to \(CutOffAdvisor.percent($0.upperBound)))"
    }
    return "\(row.closeRate.won) of \(row.closeRate.known) won: \(share)\(range ?? ""), lift \(decimals(row.lift))"
  }

  private static func note(_ group: Group) -> String {
    let weight = CutOffAdvisor.percent(group.weight)
    return
      "\(group.feature.name): information value \(decimals(group.informationValue)); \(weight) of it is left when all else is known"
  }

  static func decimals(_ value: Double) -> String { Feature.text((value * 100).rounded() / 100) }
}
