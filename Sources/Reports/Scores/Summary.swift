import Leads
import Scoring

/// What a director reads first: a sentence and a few figures.
struct Summary: Sendable {
  let lede: String
  let keys: [KeyFigure]

  init(_ leads: ScoredLeads) {
    lede = Self.lede(leads)
    var keys = [Self.scored(leads)]
    let counts = leads.stepCounts
    if let best = leads.ladder.steps.first {
      let share = Figures.percent(counts[0], of: leads.rows.count)
      keys.append(
        KeyFigure(
          name: "In “\(best.name)”", number: Figures.count(counts[0]),
          sentence: "\(share) of the leads are in the best \(leads.ladder.noun) of the model."))
    }
    if leads.ladder.goodCount > 1 {
      let good = counts.prefix(leads.ladder.goodCount).reduce(0, +)
      keys.append(
        KeyFigure(
          name: leads.goodName.capitalisedFirst, number: Figures.count(good),
          sentence: Self.oneIn(good, of: leads.rows.count)))
    }
    if let median = leads.quantile(0.5) {
      var sentence = "Half of the leads have \(Figures.count(median)) or less"
      if leads.scoredCount >= 10 {
        sentence += "; the best tenth have \(Figures.count(leads.sorted[leads.scoredCount * 9 / 10])) or more"
      }
      keys.append(
        KeyFigure(
          name: "Median of \(leads.rankingName.shortened(to: 40))", number: Figures.count(median),
          sentence: sentence + "."))
    }
    if let active = Self.active(leads) { keys.append(active) }
    self.keys = keys
  }

  private static func lede(_ leads: ScoredLeads) -> String {
    let all = leads.rows.count
    if leads.scoredCount == 0 {
      return all == 0 ? "There are no leads to show." : "None of the \(Figures.leads(all)) has a score."
    }
    let counts = leads.stepCounts
    guard let best = leads.ladder.steps.first else {
      let top = Figures.count(leads.sorted[leads.sorted.count - 1])
      return
        "\(Figures.leads(leads.scoredCount)) have a score of \(leads.rankingName.shortened(to: 40)); the highest is \(top)."
    }
    let verb = counts[0] == 1 ? "is" : "are"
    let first =
      "\(Figures.count(counts[0])) of \(Figures.leads(all)) \(verb) in the best \(leads.ladder.noun), “\(best.name)”."
    if leads.ladder.goodCount < 2 { return first }
    let next = counts.dropFirst().prefix(leads.ladder.goodCount - 1).reduce(0, +)
    return first + " \(Figures.count(next)) more \(next == 1 ? "has" : "have") come as far as \(leads.goodName)."
  }

  private static func scored(_ leads: ScoredLeads) -> KeyFigure {
    let excluded = leads.excludedCount
    let without = leads.rows.count - leads.scoredCount - excluded
    var parts: [String] = []
    if excluded > 0 {
      parts.append("\(Figures.count(excluded)) more \(excluded == 1 ? "is" : "are") excluded by the model")
    }
    if without > 0 { parts.append("for \(Figures.count(without)) the model has no such score") }
    let sentence =
      parts.isEmpty
      ? "Every lead has a score." : parts.joined(separator: "; ").capitalisedFirst + "."
    return KeyFigure(name: "Leads scored", number: Figures.count(leads.scoredCount), sentence: sentence)
  }

  /// `One lead in 8 is worth a closer look.`
  private static func oneIn(_ part: Int, of whole: Int) -> String {
    if part == 0 { return "No lead has come so far." }
    let ratio = Double(whole) / Double(part)
    let share = Figures.percent(part, of: whole)
    return ratio >= 1.95 && ratio < 1000
      ? "\(share), about one lead in \(Figures.decimal(ratio, places: 0))." : "\(share) of the leads."
  }

  /// How many leads did something in the last thirty days; nil without events. What the model's idle rules ignore, such as
  /// e-mails that were sent, is not the leads' doing.
  private static func active(_ leads: ScoredLeads) -> KeyFigure? {
    let log = leads.population.events
    guard log.count > 0 else { return nil }
    let asOf = leads.scores.asOf
    let start = asOf.startOfDay(age: 29)
    let ignored = leads.model.ignoredEvents
    let kinds = leads.population.kinds
    let isDoing = (0..<kinds.count).map { !ignored.contains(kinds.name($0).folded) }
    let now = asOf.instant.secondsSince1970
    let active = leads.rows.count { row in
      let newest = log.events(of: row).last { Int64($0.secondsSince1970) <= now && isDoing[Int($0.kind)] }
      return newest.map { Int64($0.secondsSince1970) >= start } ?? false
    }
    let except = ignored.isEmpty ? "" : " What the model ignores, such as \(ignored.min() ?? ""), does not count."
    return KeyFigure(
      name: "Active in 30 days", number: Figures.count(active),
      sentence:
        "\(Figures.percent(active, of: leads.rows.count)) of the leads have an event in the last 30 days.\(except)")
  }
}

extension String {
  /// With a capital letter, behind a quotation mark too.
  var capitalisedFirst: String {
    hasPrefix("“") ? self : prefix(1).uppercased() + dropFirst()
  }
}

extension ScoringModel {
  /// The events that idle rules ignore, folded.
  fileprivate var ignoredEvents: Set<String> {
    var names: Set<String> = []
    for rule in allRules {
      if case .idle(let idle) = rule.body { names.formUnion(idle.ignoring) }
    }
    return names
  }
}

extension String {
  /// As names of events are compared.
  fileprivate var folded: String { String(decoding: foldedUTF8, as: UTF8.self) }
}
