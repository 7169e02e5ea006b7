import BoostedTrees
import Leads
import Statistics

/// A model learned from leads that were won and lost: how likely a lead is to be won, and why.
///
/// A value; `Training` makes one, `LearnedModelFile` keeps it, `LearnedScorer` scores leads by it.
public struct LearnedModel: Sendable, Hashable, Codable {
  /// What the margin is made of.
  public enum Body: Sendable, Hashable, Codable {
    /// A sum of tables.
    case tables(AdditiveModel)
    /// A sum of trees.
    case trees(TreeEnsemble)
  }

  /// How it was learned.
  public var learner: Learner
  /// What it knows of a lead.
  public var features: FeatureSet
  /// How features become a margin.
  public var body: Body
  /// How a margin becomes a probability.
  public var calibration: Calibration
  /// How a margin becomes a likelihood from 0 to 100.
  public var ladder: LikelihoodLadder
  /// The attributes that it reads, with their types.
  public var attributes: [ReadAttribute]
  /// The properties of events that it reads, with their types.
  public var properties: [ReadAttribute]
  /// What is known of its worth.
  public var card: ModelCard
  /// How long deals took and what they brought; nil in files of version 1.
  public var history: DealHistory?

  /// An attribute and the type that it is read as.
  public struct ReadAttribute: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// The name of its type.
    public var type: String

    /// An attribute.
    public init(_ attribute: Attribute) {
      name = attribute.name
      type = attribute.type.rawValue
    }

    /// The attribute; nil if there is no such type.
    public var attribute: Attribute? { AttributeType(rawValue: type).map { Attribute(name, $0) } }
  }

  /// So many points double the odds of a lead to be won; reasons and rules are told in them.
  public static let pointsToDoubleOdds = 10.0
  /// Points of a margin of 1.
  public static let pointsPerLogOdds = pointsToDoubleOdds / 0.6931471805599453

  /// The margins of rows, in millionths of log-odds.
  func margins(of codes: CodeTable) -> [Int64] {
    switch body {
    case .tables(let model): model.margins(of: codes)
    case .trees(let trees): trees.margins(of: codes.columns, rows: codes.rows).map { Self.millionths($0) }
    }
  }

  /// Billionths as millionths, rounded half up.
  private static func millionths(_ billionths: Int64) -> Int64 {
    let (quotient, remainder) = (billionths + 500).quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The probability of a margin in millionths.
  public func probability(of margin: Int64) -> Double { calibration.probability(of: Double(margin) / 1e6) }
}
