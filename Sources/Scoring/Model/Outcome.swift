import Leads

/// Something that a model says of a lead, as conditions, files and examples name it.
public enum Outcome: Sendable, Hashable {
  /// A score, by its position: `fit`.
  case score(Int)
  /// The name of a score's band: `fit_band`.
  case band(Bands)
  /// The label made of bands: `matrix`.
  case matrix
  /// The letter: `grade`.
  case grade
  /// Where the lead stands: `stage`. Stages themselves cannot read it.
  case stage

  /// The type of its values.
  public var type: AttributeType {
    if case .score = self { .number } else { .text }
  }
}

extension ScoringModel {
  /// What the model says of a lead, with names, in the order in which people read it. Of two with the same name the
  /// first counts.
  public var outcomes: [(name: String, outcome: Outcome)] {
    var all = scores.enumerated().map { (name: $1.name, outcome: Outcome.score($0)) }
    all += bands.map { ("\(scores[$0.score].name)_band", .band($0)) }
    if !matrix.isEmpty { all.append(("matrix", .matrix)) }
    if grade != nil { all.append(("grade", .grade)) }
    if !stages.isEmpty { all.append(("stage", .stage)) }
    return all
  }

  /// The outcome of this name, or nil.
  public func outcome(named name: String) -> Outcome? { outcomes.first { $0.name == name }?.outcome }

  /// The names of the outcomes with their types.
  public var outcomeTypes: [String: AttributeType] {
    Dictionary(outcomes.map { ($0.name, $0.outcome.type) }) { first, _ in first }
  }
}

extension Scores {
  /// What the model says of a lead; missing where it says nothing.
  public func value(of outcome: Outcome, for lead: Int) -> Value {
    switch outcome {
    case .score(let index): score(index, of: lead).map { .number(Double($0)) } ?? .missing
    case .band(let bands): Value(band(bands, of: lead))
    case .matrix: Value(matrix(of: lead))
    case .grade: Value(grade(of: lead))
    case .stage: Value(stageName(of: lead))
    }
  }
}

extension Value {
  /// A text, or missing.
  fileprivate init(_ text: String?) { self = text.map { .text($0) } ?? .missing }
}
