import Conditions
import Leads

/// Why a lead has its scores: everything that was added, and everything that a limit cut.
///
/// The explanation is the computation. For each score of rules
/// `total = Σ contributions − Σ cuts`, in billionths, and the reported score is that total, rounded. A learned score is the
/// likelihood that the learned model gives, with its own reasons.
public struct Explanation: Sendable, Hashable {
  /// The lead's row.
  public var lead: Int
  /// Why it is not scored at all, or nil.
  public var exclusion: String?
  /// The scores, in the order of the model.
  public var scores: [ScoreExplanation]
  /// The grade and what moved it, if the model has a profile and the lead is not excluded.
  public var grade: GradeExplanation?
  /// The matrix label, or nil.
  public var matrix: String?
  /// The stage's name, or nil.
  public var stage: String?
}

/// Why a lead has one score.
public struct ScoreExplanation: Sendable, Hashable {
  /// The score's name.
  public var name: String
  /// The score as reported; nil if the lead has none.
  public var reported: Int64?
  /// Why the lead has none, or nil.
  public var absence: String?
  /// The name of the band, or nil.
  public var band: String?
  /// The rules that gave or took something, in the order of the model.
  public var contributions: [Contribution] = []
  /// The groups in which something was cut.
  public var groupCuts: [Cut] = []
  /// The sum of all groups after their limits, in billionths.
  public var sum: Int64 = 0
  /// What the score's range cut: positive for points lost, negative for points gained; in billionths.
  public var rangeCut: Int64 = 0
  /// For a derived score its parts.
  public var parts: [Part] = []
  /// For a learned score what the learned model says.
  public var likelihood: LikelihoodExplanation?

  /// What the limits of a group cut.
  public struct Cut: Sendable, Hashable {
    /// The group's name.
    public var group: String
    /// The sum of its rules, in billionths.
    public var sum: Int64
    /// The sum within its limits, in billionths.
    public var limited: Int64
  }

  /// A part of a derived score.
  public struct Part: Sendable, Hashable {
    /// The score's name.
    public var name: String
    /// What it was, or nil if the lead had none.
    public var reported: Int64?
    /// By what it was multiplied.
    public var weight: Points
  }
}

/// What one rule gave.
public struct Contribution: Sendable, Hashable {
  /// The rule's name.
  public var rule: String
  /// The line of the model file on which it stands; 0 for none.
  public var line: Int
  /// The name of its group, or nil.
  public var group: String?
  /// What it gave, in billionths, after its own limits.
  public var worth: Int64
  /// What it would have given without them, in billionths.
  public var unlimited: Int64
  /// The condition that held; nil for events.
  public var condition: Condition?
  /// For a rule with a table the lead's value, or the entry that held where that says more; nil for others.
  public var entry: String?
  /// The occurrences that counted, the newest first; empty for what is known of a lead.
  public var occurrences: [Occurrence] = []
  /// For doing nothing: days since the newest event; nil if that is not known.
  public var idleDays: Int64?
}

/// An event that counted.
public struct Occurrence: Sendable, Hashable {
  /// The event's name.
  public var event: String
  /// When it happened.
  public var at: Instant
  /// Its age in whole days.
  public var ageInDays: Int
  /// What is left of it, in millionths.
  public var weight: Int64
  /// What it is worth now, in billionths, before any limit.
  public var worth: Int64
  /// The properties that conditions of the model read, those known.
  public var properties: [String]
}

/// Why a lead has its grade.
public struct GradeExplanation: Sendable, Hashable {
  /// The grade.
  public var letter: String
  /// The letter at which everybody starts.
  public var start: String
  /// The criteria and the thirds of a letter by which each moved it; nil where something needed is missing.
  public var moves: [Move]

  /// What a criterion did.
  public struct Move: Sendable, Hashable {
    /// The criterion's name.
    public var criterion: String
    /// Whether it held.
    public var holds: Bool
    /// Thirds of a letter; nil if it did not hold and could not be missed, because something is not known.
    public var thirds: Int?
  }
}
