import Statistics

/// What is known of a learned model's worth: where it comes from, how good it is on leads that it had not seen, and
/// where a line can be drawn.
public struct ModelCard: Sendable, Hashable, Codable {
  /// The leads that it was learned from.
  public var data: DataSummary
  /// The learners that were tried, and the one that was taken.
  public var trials: [Trial] = []
  /// How leads were parted to try them, in words.
  public var validation = ""
  /// How good it is.
  public var evaluation: Evaluation?
  /// The features, the most telling first.
  public var importance: [FeatureImportance] = []
  /// Attributes that look as if they were filled after the outcome.
  public var leaks: [Leak] = []
  /// How good it would look with them, if they were left out; or without them, if they were kept.
  public var otherwise: Otherwise?
  /// Attributes that could not be used, with the reason.
  public var skipped: [Skipped] = []
  /// How the close rate moved, if leads have instants.
  public var drift: Drift?
  /// The attributes with which the model goes one way only, because somebody asked for it; nil for none.
  public var directions: [String: Direction]?
  /// The name of the calibration.
  public var calibration = "none"
  /// The coefficients of a logistic regression without penalty, or with one on sizes.
  public var regression: RegressionTable?
  /// How it stands to another model on the same leads.
  public var rival: Rival?

  /// How many won and lost leads are lacking for figures that mean something; nil if there are enough.
  public var lacking: (won: Int, lost: Int)? {
    let won = max(0, Training.floor - data.won)
    let lost = max(0, Training.floor - (data.known - data.won))
    return won + lost == 0 ? nil : (won, lost)
  }

  /// A card of some data.
  public init(data: DataSummary) { self.data = data }

  /// The leads of a model.
  public struct DataSummary: Sendable, Hashable, Codable {
    /// Observations with a known outcome; those won; those whose outcome is not known.
    public var known: Int, won: Int, unknown: Int
    /// What the outcome is, in words.
    public var outcome: String
    /// The first and last instant of the leads, as days, if they have one.
    public var from: String?, to: String?
    /// How many features the model has.
    public var features: Int

    /// A summary.
    public init(known: Int, won: Int, unknown: Int, outcome: String, features: Int) {
      self.known = known
      self.won = won
      self.unknown = unknown
      self.outcome = outcome
      self.features = features
    }

    /// The share that was won.
    public var baseRate: Double { Double(won) / Double(max(1, known)) }
  }

  /// A learner that was tried.
  public struct Trial: Sendable, Hashable, Codable {
    /// Which.
    public var learner: Learner
    /// Its settings in words.
    public var settings: String
    /// How good it was on rows that it had not seen.
    public var rocAUC: Double, logLoss: Double
    /// The standard error of its log loss less that of the best.
    public var error: Double
    /// Whether it was taken.
    public var isChosen: Bool
  }

  /// A model of the same leads with or without the attributes that look like leaks.
  public struct Otherwise: Sendable, Hashable, Codable {
    /// Whether it has them.
    public var hasLeaks: Bool
    /// How good it looks.
    public var rocAUC: Double, logLoss: Double
  }

  /// An attribute that was not used.
  public struct Skipped: Sendable, Hashable, Codable {
    /// Its name.
    public var attribute: String
    /// Why.
    public var reason: String

    /// An attribute and the reason.
    public init(attribute: String, reason: String) {
      self.attribute = attribute
      self.reason = reason
    }
  }

  /// How the close rate of recent leads differs from that of older ones.
  public struct Drift: Sendable, Hashable, Codable {
    /// The close rate of the older three quarters, and of the newest quarter.
    public var past: Double, recent: Double
    /// How probable so large a difference is by chance.
    public var p: Double
    /// Whether it is more than chance and large enough to matter: a fifth of the odds.
    public var matters: Bool
  }
}

/// A feature and what it gives.
public struct FeatureImportance: Sendable, Hashable, Codable {
  /// What one of its bins gives.
  public struct Row: Sendable, Hashable, Codable {
    /// The bin in words.
    public var label: String
    /// How many leads are in it, and how many of them were won.
    public var count: Int, won: Int
    /// What it gives, in points of which ten double the odds; for trees the mean.
    public var points: Double
  }

  /// The feature, or the two of a pair.
  public var name: String
  /// The mean size of what it gives, in points.
  public var importance: Double
  /// Its bins; empty for pairs.
  public var rows: [Row]
}
