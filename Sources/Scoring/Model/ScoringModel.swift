import Conditions
import Leads

/// What leads are worth, as a marketer wrote it down: scores made of rules, and what follows from the scores.
///
/// A value; reading a model file gives one (`ModelReader`), `ScoringEngine` scores leads by it.
public struct ScoringModel: Sendable {
  /// The model's name.
  public var name: String
  /// Names the model's content: the same content has the same version.
  public var version = ""
  /// Texts that stand for nothing known.
  public var placeholders = Placeholders.usual
  /// Who is not scored at all; the first that holds is the reason.
  public var exclusions: [Exclusion] = []
  /// The scores; a derived score stands behind its parts in `order`, not necessarily here.
  public var scores: [Score]
  /// Bands, at most one set for each score.
  public var bands: [Bands] = []
  /// The scores whose bands make the matrix label; empty for none.
  public var matrix: [Int] = []
  /// The letter grade, if there is one.
  public var grade: GradeProfile?
  /// The stages; the first that holds is the lead's.
  public var stages: [Stage] = []
  /// The attributes of leads that conditions read, with their types; a derived attribute stands beside its source.
  public var attributes: [Attribute] = []
  /// The properties of events that conditions read, with their types.
  public var properties: [Attribute] = []
  /// Attributes and properties that a file may lack: the model says so, or only idle rules would use them.
  public var optionalAttributes: Set<String> = []
  /// Where in the model's text each attribute and property is read first.
  public var places: [String: Place] = [:]
  /// Words that derived attributes know besides their own.
  public var vocabulary = Vocabulary()
  /// Lists of texts by name.
  public var lists: [String: [String]] = [:]
  /// What the model should say of leads that somebody made up; no score depends on them.
  public var examples: [Example] = []

  /// A line and column of a model's text, from 1.
  public struct Place: Sendable, Hashable {
    /// The line; 0 for none.
    public var line: Int
    /// The column; 0 for the line as a whole.
    public var column: Int
  }

  /// A model of these scores.
  public init(name: String, scores: [Score]) {
    self.name = name
    self.scores = scores
  }

  /// The stage of leads that are excluded.
  public static let disqualified = "disqualified"

  /// The positions of the scores in an order in which each stands behind its parts.
  public var order: [Int] {
    var order: [Int] = []
    var isDone = Array(repeating: false, count: scores.count)
    func visit(_ index: Int) {
      if isDone[index] { return }
      isDone[index] = true
      for part in scores[index].parts { visit(part.score) }
      order.append(index)
    }
    for index in scores.indices { visit(index) }
    return order
  }

  /// The bands of a score, or nil.
  public func bands(of score: Int) -> Bands? { bands.first { $0.score == score } }
}

/// Someone who is not scored.
public struct Exclusion: Sendable, Hashable {
  /// The reason in words.
  public var name: String
  /// Of whom it holds.
  public var condition: Condition

  /// An exclusion.
  public init(_ name: String, _ condition: Condition) {
    self.name = name
    self.condition = condition
  }
}

/// A number that says something about a lead.
public struct Score: Sendable, Hashable {
  /// Rules whose points are limited together.
  public struct Group: Sendable, Hashable {
    /// The group's name.
    public var name: String
    /// The least and the most that its rules give together.
    public var limits: Limits

    /// A group.
    public init(_ name: String, _ limits: Limits = Limits()) {
      self.name = name
      self.limits = limits
    }
  }

  /// Another score that is added.
  public struct Part: Sendable, Hashable {
    /// Its position in the model.
    public var score: Int
    /// By what it is multiplied.
    public var weight: Points

    /// A part.
    public init(_ score: Int, weight: Points) {
      self.score = score
      self.weight = weight
    }
  }

  /// The name, unique in the model.
  public var name: String
  /// Whom it is for; nil for everybody. Others have no such score.
  public var condition: Condition?
  /// The least and the most that it can be.
  public var range = Limits()
  /// Groups of rules.
  public var groups: [Group] = []
  /// The rules, if it is made of rules.
  public var rules: [Rule] = []
  /// The scores that it adds, if it is derived from others: their reported values times their weights.
  public var parts: [Part] = []
  /// The learned model whose likelihood it is, if it is learned.
  public var learned: LearnedSource?
  /// Whether it is the part of another score that has a tag.
  public var tag: String?

  /// A score of rules.
  public init(_ name: String, range: Limits = Limits(), groups: [Group] = [], rules: [Rule]) {
    self.name = name
    self.range = range
    self.groups = groups
    self.rules = rules
  }

  /// A score derived from others.
  public init(_ name: String, range: Limits = Limits(), sum parts: [Part]) {
    self.name = name
    self.range = range
    self.parts = parts
  }

  /// A score that is the likelihood of a learned model, from 0 to 100.
  public init(_ name: String, learned: LearnedSource) {
    self.name = name
    self.learned = learned
    range = Limits(minimum: Points(0), maximum: Points(100))
  }

  /// The names of the columns that a learned score has in results besides its own: probability and reasons.
  public var learnedColumns: [String] { ["\(name)_probability", "\(name)_reasons"] }

  /// Whether it is made of rules.
  public var isOfRules: Bool { parts.isEmpty && learned == nil }
}

/// Names for the ranges of a score.
public struct Bands: Sendable, Hashable {
  /// A range's name and the least score of it.
  public struct Band: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The least score; nil for everything below the band before.
    public var minimum: Int64?

    /// A band.
    public init(_ name: String, from minimum: Int64?) {
      self.name = name
      self.minimum = minimum
    }
  }

  /// The score's position in the model.
  public var score: Int
  /// The bands from the highest down.
  public var bands: [Band]

  /// Bands of a score.
  public init(score: Int, _ bands: [Band]) {
    self.score = score
    self.bands = bands
  }

  /// The position of the band that a reported score falls in, or nil if it is below all.
  @inline(__always)
  public func band(of reported: Int64) -> Int? {
    for (index, band) in bands.enumerated() where reported >= band.minimum ?? .min { return index }
    return nil
  }
}

/// Where a lead stands on the way to a sale, by its scores.
///
/// Scores alone give the first stage whose condition holds. Who keeps the stage that a lead had, as the server does, lets
/// it fall only once `leave` has held for `holdDays`.
public struct Stage: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What must hold of the scores; nil for whoever is left.
  public var condition: Condition?
  /// What must hold of the scores of a lead in the stage for it to fall to a lower one; nil if it is enough that
  /// `condition` fails.
  public var leave: Condition?
  /// For how many whole days that must have held before the lead falls.
  public var holdDays: Int

  /// A stage.
  public init(_ name: String, _ condition: Condition? = nil, leave: Condition? = nil, holdDays: Int = 0) {
    self.name = name
    self.condition = condition
    self.leave = leave
    self.holdDays = holdDays
  }
}

/// A letter that says how well a lead fits a profile, moving by thirds of a letter.
public struct GradeProfile: Sendable, Hashable {
  /// Something that moves the grade.
  public struct Criterion: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What is asked.
    public var condition: Condition
    /// Thirds of a letter by which the grade moves if it holds.
    public var match: Int
    /// Thirds of a letter by which the grade moves if it does not, and nothing that it asks for is missing.
    public var miss: Int

    /// A criterion.
    public init(_ name: String, _ condition: Condition, match: Int, miss: Int = 0) {
      self.name = name
      self.condition = condition
      self.match = match
      self.miss = miss
    }

    /// The attributes that must be known for a miss to be a miss.
    var neededAttributes: [String] {
      var names: Set<String> = []
      condition.visitOperands { if $0.reading != .any { names.insert($0.attribute) } }
      return names.sorted()
    }
  }

  /// The letters from the lowest up, in thirds.
  public static let scale = ["F", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"]

  /// The position on the scale at which everybody starts.
  public var start: Int
  /// What moves it.
  public var criteria: [Criterion]

  /// A profile.
  public init(start: Int, _ criteria: [Criterion]) {
    self.start = start
    self.criteria = criteria
  }

  /// The position on the scale after moving by so many thirds.
  public func position(movedBy thirds: Int) -> Int { min(max(start + thirds, 0), Self.scale.count - 1) }
}
