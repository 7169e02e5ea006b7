import Leads

/// What a change of a model does to a population: who moves, where to, and because of which rule.
///
///     let comparison = ModelComparison(from: before, to: after, population)
///     comparison.stages[0].entered   // how many leads the change brings into the first stage
///
/// Both scores are of the same population as of the same moment.
public struct ModelComparison: Sendable {
  /// A stage of either model.
  public struct StageFlow: Sendable, Hashable {
    /// Its name; nil for leads in no stage.
    public var name: String?
    /// The leads in it by the old model.
    public var before = 0
    /// The leads in it by the new model.
    public var after = 0
    /// The leads that come into it.
    public var entered = 0
    /// The leads that leave it.
    public var left = 0
    /// The close rates of the same four sets.
    public var beforeRate = CloseRate(), afterRate = CloseRate(), enteredRate = CloseRate(), leftRate = CloseRate()
  }

  /// Leads that go from one stage to another.
  public struct Move: Sendable, Hashable {
    /// The positions of the stages in `stages`.
    public var from: Int, to: Int
    /// How many leads.
    public var count: Int
    /// How many of them became customers.
    public var rate: CloseRate
  }

  /// What one changed rule does.
  public struct RuleEffect: Sendable, Hashable {
    /// The rule.
    public var change: RuleChange
    /// For how many leads it gives something else than before, by itself.
    public var leads = 0
    /// What it gives to all of them together more than before, in points.
    public var points = 0.0
    /// For how many of the leads that go to a better stage it gives the most of the difference.
    public var movedUp = 0
    /// The same for leads that go to a worse stage.
    public var movedDown = 0
  }

  /// A range of the ranking score.
  public struct Bin: Sendable, Hashable {
    /// The lowest score of it.
    public var low: Int64
    /// The highest score of it.
    public var high: Int64
    /// The leads in it by the old and by the new model.
    public var before = 0, after = 0
  }

  /// Leads that came in during seven days.
  public struct Week: Sendable, Hashable {
    /// How many weeks ago; 0 for the seven days up to the moment.
    public var age: Int
    /// All leads created in it.
    public var created = 0
    /// Those above the line by the old and by the new model.
    public var before = 0, after = 0
  }

  /// Who counts as above the line.
  public struct Line: Sendable, Hashable {
    /// The last stage above the line.
    public var stage: String
    /// The leads above it.
    public var before = 0, after = 0
    /// Their close rates, and those of the leads that cross it.
    public var beforeRate = CloseRate(), afterRate = CloseRate(), enteredRate = CloseRate(), leftRate = CloseRate()
    /// The leads that cross it upwards and downwards.
    public var entered = 0, left = 0
    /// By week of creation, the latest first; empty if it is not known when leads were created.
    public var weeks: [Week] = []

    /// Leads a week above the line by the old and the new model: the mean over the weeks; nil without weeks.
    public var perWeek: (before: Double, after: Double)? {
      if weeks.isEmpty { return nil }
      let count = Double(weeks.count)
      return (Double(weeks.reduce(0) { $0 + $1.before }) / count, Double(weeks.reduce(0) { $0 + $1.after }) / count)
    }
  }

  /// A lead whose stage or score changes.
  public struct Mover: Sendable, Hashable {
    /// The lead's row.
    public var lead: Int
    /// The ranking score by the old and by the new model; nil for none.
    public var before: Int64?, after: Int64?
    /// The positions of the stages in `stages`.
    public var from: Int, to: Int
    /// The position in `rules` of the rule that gives the most of the difference; nil if none does.
    public var cause: Int?
  }

  /// How many weeks back leads are counted by their creation.
  public static let weekCount = 8

  /// The scores before.
  public let old: Scores
  /// The scores after.
  public let new: Scores
  /// The stages, the best first: those of the new model, each that only the old one has behind the one that it stood
  /// behind there, then none and disqualified if anybody is there.
  public internal(set) var stages: [StageFlow] = []
  /// Moves between stages, the largest first.
  public internal(set) var moves: [Move] = []
  /// The rules that differ, with what they do.
  public internal(set) var rules: [RuleEffect] = []
  /// Moves to a better and to a worse stage that no rule brings about: limits, bands, stages or exclusions changed.
  public internal(set) var unexplained = (up: 0, down: 0)
  /// How the ranking scores are spread; empty if either model has none.
  public internal(set) var bins: [Bin] = []
  /// The line that sales works down to; nil without stages.
  public internal(set) var line: Line?
  /// Leads whose ranking score rises, falls and stays. Having none counts as 0 here.
  public internal(set) var rising = 0, falling = 0, staying = 0
  /// The leads that move furthest, those that change their stage first.
  public internal(set) var movers: [Mover] = []

  /// The rules that differ, those first that move most leads, then those that reach most.
  public var rulesByEffect: [RuleEffect] {
    rules.enumerated().sorted { a, b in
      let (x, y) = (a.element.movedUp + a.element.movedDown, b.element.movedUp + b.element.movedDown)
      return (y, b.element.leads, a.offset) < (x, a.element.leads, b.offset)
    }.map(\.element)
  }

  /// What differs besides rules, in words; the reason of `unexplained` moves.
  public var differences: [String] { old.model.differences(to: new.model) }

  /// Leads that change their stage.
  public var movedCount: Int { moves.reduce(0) { $0 + $1.count } }
}
