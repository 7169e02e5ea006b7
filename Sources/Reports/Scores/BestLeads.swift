import Leads
import Scoring

/// The best leads with their scores and the reasons.
struct BestLeads: Sendable {
  let heading: String
  let sentence: String
  let leads: [Lead]

  struct Lead: Sendable {
    let rank: String
    let name: String
    let company: String?
    let id: String
    let stage: Stage?
    let labels: [Label]
    let scores: [Points]
    let reasons: [Reason]
    let hasReasons: Bool
    let rest: String?
  }

  struct Stage: Sendable {
    let name: String
    let shade: String
  }

  struct Label: Sendable {
    let name: String
    let value: String
  }

  struct Points: Sendable {
    let name: String
    let value: String
    /// `main` for the score that leads are ranked by.
    let role: String
  }

  struct Reason: Sendable {
    let phrase: String
    let points: String
    let bar: Bar
  }

  /// How many reasons a lead shows.
  private static let reasonCount = 5

  /// Nil for no leads.
  init?(_ leads: ScoredLeads, count: Int) {
    let scores = leads.scores
    let model = scores.model
    let scored = leads.rows.filter { scores.exclusion(of: $0) == nil }
    let best = Ranking(scores: scores).top(max(0, count), of: scored)
    if best.isEmpty { return nil }
    let explainer = Explainer(model, leads.population, asOf: scores.asOf)
    let explanations = best.map { explainer.explanation(of: $0) }
    let explained = explanations.map { $0.strongestContributions(model) }
    let shown = explained.flatMap { $0.prefix(Self.reasonCount) }.map { Double($0.worth) }
    let (lowest, highest) = (min(0, shown.min() ?? 0), max(0, shown.max() ?? 0))
    let names = LeadNames(leads: leads.population.leads)

    heading = best.count == 1 ? "The best lead" : "The \(Figures.count(best.count)) best leads"
    sentence =
      "By \(leads.rankingName.shortened(to: 40)), with the rules that gave or took the most points. Points are shown before the limits of groups and scores, which is why they can add up to more than the score."
    self.leads = zip(best, explained).enumerated().map { index, item in
      let (lead, contributions) = item
      let rest = contributions.dropFirst(Self.reasonCount)
      let id = leads.population.leads.id(of: lead).shortened(to: 60)
      let (name, company) = Self.who(lead, leads.population.leads, names)
      return Lead(
        rank: "\(index + 1)", name: name ?? id, company: company, id: name == nil ? "" : id,
        stage: Self.stage(of: lead, leads), labels: Self.labels(of: lead, scores),
        scores: Self.points(of: lead, leads),
        reasons: contributions.prefix(Self.reasonCount).map {
          Reason(
            phrase: $0.phrase.shortened(to: 110), points: Figures.withMinus($0.points),
            bar: Bar(Double($0.worth), lowest: lowest, highest: highest))
        }, hasReasons: !contributions.isEmpty,
        rest: Self.rest(contributions, rest, explanations[index]))
    }
  }

  /// The person, and the company on a line of its own.
  private static func who(_ lead: Int, _ table: LeadTable, _ names: LeadNames) -> (name: String?, company: String?) {
    let all = names.name(of: lead).cleaned
    guard case .text(let given) = table.value("company", of: lead) else {
      return (all.isEmpty ? nil : all.shortened(to: 60), nil)
    }
    let text = given.cleaned
    let company = text.shortened(to: 60)
    let person = all.hasSuffix(", " + text) ? String(all.dropLast(text.count + 2)) : all
    return person == text || person.isEmpty ? (company, nil) : (person.shortened(to: 60), company)
  }

  private static func stage(of lead: Int, _ leads: ScoredLeads) -> Stage? {
    guard let name = leads.scores.stageName(of: lead), let position = leads.scores.stage(of: lead) else { return nil }
    return Stage(name: name.shortened(to: 40), shade: leads.ladder.shade(position))
  }

  private static func labels(of lead: Int, _ scores: Scores) -> [Label] {
    [
      scores.matrix(of: lead).map { Label(name: "matrix", value: $0.shortened(to: 20)) },
      scores.grade(of: lead).map { Label(name: "grade", value: Figures.withMinus($0)) },
    ].compactMap { $0 }
  }

  private static func points(of lead: Int, _ leads: ScoredLeads) -> [Points] {
    let shown = leads.model.scores.indices.filter { leads.model.scores[$0].tag == nil }
    return shown.sorted { a, _ in a == leads.ranking }.map { score in
      Points(
        name: leads.model.scores[score].name.shortened(to: 30),
        value: leads.scores.score(score, of: lead).map { Figures.count($0) } ?? "–",
        role: score == leads.ranking ? "main" : "part")
    }
  }

  /// What is behind the shown reasons, and what learned scores come from: their points are of another kind.
  private static func rest(
    _ all: [Contribution], _ rest: ArraySlice<Contribution>, _ explanation: Explanation
  ) -> String? {
    let learned = explanation.scores.compactMap { $0.learnedPhrase(3) }.map { Figures.withMinus($0).shortened(to: 200) }
    let own = all.isEmpty && learned.isEmpty ? "No rule gives or takes anything." : words(for: rest)
    let sentences = [own].compactMap { $0 } + learned
    return sentences.isEmpty ? nil : sentences.joined(separator: "; ")
  }

  private static func words(for rest: ArraySlice<Contribution>) -> String? {
    if rest.isEmpty { return nil }
    let sum = rest.reduce(Int64(0)) { $0.addingReportingOverflow($1.worth).partialValue }
    let points = Figures.withMinus(Scoring.Points.text(billionths: sum, signed: true))
    return "and \(Figures.count(rest.count, of: "smaller reason")), \(points.isEmpty ? "0" : points) together"
  }
}
