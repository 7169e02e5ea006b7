import Conditions
import Leads
import Synchronization

/// Scores one lead at a time and says why.
///
/// This is also the reference for the engine: it is written to be obviously right, straight from the definition of the
/// language, and a property test holds the engine to it. It shares with the engine only the conditions' evaluation of
/// single values and the rules' weights; a learned model is asked about the one lead alone. A class, because it is large
/// and shared.
public final class Explainer: Sendable {
  /// The model.
  public let model: ScoringModel
  /// The leads and their events.
  public let population: Population
  /// The moment.
  public let asOf: AsOf
  /// The distinct names of events, folded, by their codes.
  private let names: [String]
  /// Whether rules' conditions hold of kinds of events, as far as somebody asked.
  private let remembered = Mutex<[AskedKind: Bool]>([:])

  /// A rule with a condition, by the positions of score and rule, and a kind of event.
  private struct AskedKind: Hashable {
    var score: Int
    var rule: Int
    var kind: Int
  }

  /// An explainer of scores by this model as of this moment.
  public init(_ model: ScoringModel, _ population: Population, asOf: AsOf) {
    self.model = model
    self.population = population
    self.asOf = asOf
    let pool = population.kinds.names.pool
    names = (0..<UInt32(pool.count)).map { String(decoding: pool.text($0).foldedUTF8, as: UTF8.self) }
  }

  private func name(ofKind kind: Int) -> String { names[Int(population.kinds.names.codes[kind])] }

  /// Whether a rule is about events of a kind.
  private func isAbout(_ score: Int, _ position: Int, _ rule: EventRule, kind: Int) -> Bool {
    guard rule.names.contains(name(ofKind: kind)) else { return false }
    guard let condition = rule.condition else { return true }
    let asked = AskedKind(score: score, rule: position, kind: kind)
    if let known = remembered.withLock({ $0[asked] }) { return known }
    let holds = condition.holds(asOf: asOf) { population.kinds.value($0, of: kind) }
    remembered.withLock { $0[asked] = holds }
    return holds
  }

  /// Why a lead has its scores. O(rules × (tests + events of the lead)).
  public func explanation(of lead: Int) -> Explanation {
    explanation(of: lead, events: liveEvents(of: lead)) { population.leads.value($0, of: lead) }
  }

  /// The lead's events up to the moment, the newest first.
  func liveEvents(of lead: Int) -> [Event] {
    population.events.events(of: lead).filter { Int64($0.secondsSince1970) <= asOf.instant.secondsSince1970 }.reversed()
  }

  /// The same for a lead who did and is what the arguments say.
  ///
  /// - Parameter learnedReasons: whether learned models give their reasons too.
  func explanation(
    of lead: Int, events: [Event], learnedReasons: Bool = true, _ value: (String) -> Value
  ) -> Explanation {
    let exclusion = model.exclusions.first { $0.condition.holds(asOf: asOf, value) }
    var scores: [ScoreExplanation?] = Array(repeating: nil, count: model.scores.count)
    for index in model.order {
      let score = model.scores[index]
      var explained: ScoreExplanation
      if exclusion != nil {
        explained = ScoreExplanation(name: score.name, absence: "the lead is excluded")
      } else if let condition = score.condition, !condition.holds(asOf: asOf, value) {
        explained = ScoreExplanation(name: score.name, absence: "it is for leads with \(condition)")
      } else if let learned = score.learned {
        explained = learnedExplained(score, learned, events, reasons: learnedReasons, value)
      } else if score.parts.isEmpty {
        explained = rulesExplained(index, events, value)
      } else {
        explained = partsExplained(
          score, score.parts.map { (name: model.scores[$0.score].name, reported: scores[$0.score]!.reported) })
      }
      if let reported = explained.reported, let bands = model.bands(of: index), let band = bands.band(of: reported) {
        explained.band = bands.bands[band].name
      }
      scores[index] = explained
    }
    var explanation = Explanation(lead: lead, exclusion: exclusion?.name, scores: scores.map { $0! })
    if exclusion == nil { explanation.grade = model.grade.map { gradeExplained($0, value) } }
    if !model.matrix.isEmpty {
      let bands = model.matrix.compactMap { explanation.scores[$0].band }
      explanation.matrix = bands.count == model.matrix.count ? bands.joined() : nil
    }
    explanation.stage = stage(explanation)
    return explanation
  }

  // MARK: Scores

  private func rulesExplained(_ index: Int, _ events: [Event], _ value: (String) -> Value) -> ScoreExplanation {
    let score = model.scores[index]
    var explained = ScoreExplanation(name: score.name)
    var groupSums = Array(repeating: Int64(0), count: score.groups.count)
    for (position, rule) in score.rules.enumerated() {
      let contribution = contribution(of: rule, at: position, inScore: index, events, value)
      if let group = rule.group { groupSums[group] += contribution.worth } else { explained.sum += contribution.worth }
      if contribution.worth != 0 || contribution.unlimited != 0 { explained.contributions.append(contribution) }
    }
    for (group, sum) in zip(score.groups, groupSums) {
      let limited = group.limits.clamp(sum)
      explained.sum += limited
      if limited != sum {
        explained.groupCuts.append(ScoreExplanation.Cut(group: group.name, sum: sum, limited: limited))
      }
    }
    let total = score.range.clamp(explained.sum)
    explained.rangeCut = explained.sum - total
    explained.reported = Points.reported(total)
    return explained
  }

  private func partsExplained(_ score: Score, _ values: [(name: String, reported: Int64?)]) -> ScoreExplanation {
    var explained = ScoreExplanation(name: score.name)
    explained.parts = zip(score.parts, values).map { part, value in
      ScoreExplanation.Part(name: value.name, reported: value.reported, weight: part.weight)
    }
    let known = explained.parts.filter { $0.reported != nil }
    if known.isEmpty {
      explained.absence = "the lead has none of its parts"
      return explained
    }
    explained.sum = known.reduce(0) { $0 + $1.reported! * $1.weight.billionths }
    let total = score.range.clamp(explained.sum)
    explained.rangeCut = explained.sum - total
    explained.reported = Points.reported(total)
    return explained
  }

  private func learnedExplained(
    _ score: Score, _ learned: LearnedSource, _ events: [Event], reasons: Bool, _ value: (String) -> Value
  ) -> ScoreExplanation {
    let alone = Population(of: learned, events: events, kinds: population.kinds, value)
    let scorer = learned.model.scorer(of: alone, asOf: asOf)
    var explained = ScoreExplanation(name: score.name)
    if reasons {
      explained.likelihood = scorer.explanations(of: [0])[0]
      explained.reported = explained.likelihood?.likelihood
    } else {
      explained.reported = Int64(scorer.likelihoods(threads: 1).values[0])
    }
    explained.sum = (explained.reported ?? 0) * Points.billionthsPerPoint
    return explained
  }

  // MARK: Rules

  private func contribution(
    of rule: Rule, at position: Int, inScore index: Int, _ events: [Event], _ value: (String) -> Value
  ) -> Contribution {
    let score = model.scores[index]
    var contribution = Contribution(
      rule: rule.name, line: rule.line, group: rule.group.map { score.groups[$0].name }, worth: 0, unlimited: 0)
    switch rule.body {
    case .attributes(let branches):
      if let branch = branches.first(where: { $0.condition.holds(asOf: asOf, value) }) {
        contribution.unlimited = branch.points.billionths
        contribution.condition = branch.condition
        contribution.entry = branch.label.map { label in
          branch.condition.attributes.first.flatMap { Self.words(for: value(Self.asGiven($0))) } ?? label
        }
      }
    case .events(let eventRule):
      let occurrences = events.filter { event in
        isAbout(index, position, eventRule, kind: Int(event.kind))
          && (eventRule.windowDays.map { age(of: event) < $0 } ?? true)
      }
      let counted = counted(occurrences, eventRule.count)
      contribution.occurrences = counted.map { occurrence(of: eventRule, $0) }
      if case .atLeast(let needed) = eventRule.count {
        if counted.count >= needed { contribution.unlimited = eventRule.points.billionths }
      } else {
        let weight = contribution.occurrences.reduce(0) { $0 + $1.weight }
        contribution.unlimited = eventRule.worth(weight: weight)
      }
    case .idle(let idle):
      contribution.idleDays = idleDays(idle, events, value)
      contribution.unlimited = idle.worth(idleDays: contribution.idleDays)
    }
    contribution.worth = rule.limits.clamp(contribution.unlimited)
    return contribution
  }

  /// The attribute whose value tells people most: of a number that was worked out the text behind it, `51-200` and not 51.
  private static func asGiven(_ attribute: String) -> String {
    guard let derived = DerivedAttribute(named: attribute), derived.function.type == .number else { return attribute }
    return derived.source
  }

  /// A text or number as it stands in a sentence; nil for what a table's own entry says better.
  private static func words(for value: Value) -> String? {
    switch value {
    case .text(let text):
      let bytes = Array(text.utf8)
      return String(decoding: bytes[bytes.span.trimmedRange], as: UTF8.self)
    case .number(let number): return number.plainDescription
    case .missing, .flag, .instant: return nil
    }
  }

  /// Those of the occurrences, the newest first, that count.
  private func counted(_ occurrences: [Event], _ count: EventRule.Count) -> [Event] {
    switch count {
    case .each, .atLeast: return occurrences
    case .once: return Array(occurrences.prefix(1))
    case .latest(let number): return Array(occurrences.prefix(number))
    case .eachPerDay, .eachPerWeek:
      let days = count == .eachPerDay ? 1 : 7
      var seen: Set<Int> = []
      return occurrences.filter { seen.insert(age(of: $0) / days).inserted }
    }
  }

  private func occurrence(of rule: EventRule, _ event: Event) -> Occurrence {
    let kind = Int(event.kind)
    var decay = rule.decay
    if case .atLeast = rule.count { decay = .none }
    let weight = decay.weight(ageInDays: age(of: event))
    // So many together earn the points; one of them alone is worth nothing.
    let points = if case .atLeast = rule.count { Int64(0) } else { rule.points.thousandths }
    return Occurrence(
      event: population.kinds.name(kind), at: instant(of: event), ageInDays: age(of: event), weight: weight,
      worth: weight * points,
      properties: population.kinds.properties.compactMap { property in
        let value = property.column.value(kind)
        return value == .missing ? nil : "\(property.attribute.name) \(value.plainDescription)"
      })
  }

  private func instant(of event: Event) -> Instant { Instant(secondsSince1970: Int64(event.secondsSince1970)) }

  private func age(of event: Event) -> Int { Int(asOf.ageInDays(of: instant(of: event))) }

  /// Days since the newest event that is not ignored, or since the lead was created; nil if neither is known.
  private func idleDays(_ idle: IdleRule, _ events: [Event], _ value: (String) -> Value) -> Int64? {
    if let newest = events.first(where: { !idle.ignoring.contains(name(ofKind: Int($0.kind))) }) {
      return Int64(age(of: newest))
    }
    if case .instant(let created) = value("created_at") { return asOf.ageInDays(of: created) }
    return nil
  }

  // MARK: Grade and stage

  private func gradeExplained(_ profile: GradeProfile, _ value: (String) -> Value) -> GradeExplanation {
    let moves = profile.criteria.map { criterion in
      let holds = criterion.condition.holds(asOf: asOf, value)
      let isKnown = criterion.neededAttributes.allSatisfy { value($0) != .missing }
      return GradeExplanation.Move(
        criterion: criterion.name, holds: holds, thirds: holds ? criterion.match : isKnown ? criterion.miss : nil)
    }
    let moved = moves.reduce(0) { $0 + ($1.thirds ?? 0) }
    return GradeExplanation(
      letter: GradeProfile.scale[profile.position(movedBy: moved)], start: GradeProfile.scale[profile.start],
      moves: moves)
  }

  private func stage(_ explanation: Explanation) -> String? {
    if explanation.exclusion != nil { return ScoringModel.disqualified }
    return model.stages.first { stage in
      stage.condition?.holds(asOf: asOf) { explanation.outcome($0) } ?? true
    }?.name
  }
}

extension Explanation {
  /// What a name in a condition on stages stands for.
  public func outcome(_ name: String) -> Value {
    if name == "matrix" { return matrix.map { .text($0) } ?? .missing }
    if name == "grade" { return grade.map { .text($0.letter) } ?? .missing }
    if name == "stage" { return stage.map { .text($0) } ?? .missing }
    if let score = scores.first(where: { $0.name == name }) {
      return score.reported.map { .number(Double($0)) } ?? .missing
    }
    if let score = scores.first(where: { "\($0.name)_band" == name }) {
      return score.band.map { .text($0) } ?? .missing
    }
    return .missing
  }
}

extension Value {
  /// The value as a person would write it.
  public var plainDescription: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .number(let number): number.plainDescription
    case .flag(let flag): flag ? "yes" : "no"
    case .instant(let instant): instant.description
    }
  }
}
