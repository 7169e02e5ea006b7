import Leads

/// What a director reads first: a sentence and a few figures.
struct Summary: Sendable {
  let lede: String
  let keys: [Key]

  struct Key: Sendable {
    let name: String
    let number: String
    let sentence: String
    /// Whether the number needs a smaller size on a phone.
    let isLong: Bool

    init(name: String, number: String, sentence: String) {
      self.name = name
      self.number = number
      self.sentence = sentence
      isLong = number.unicodeScalars.count > 8
    }
  }

  init(_ leads: ScoredLeads) {
    lede = Self.lede(leads)
    var keys = [Self.scored(leads)]
    let counts = leads.stepCounts
    if let best = leads.ladder.steps.first {
      let share = Figures.percent(counts[0], of: leads.rows.count)
      keys.append(
        Key(
          name: "In “\(best.name)”", number: Figures.count(counts[0]),
          sentence: "\(share) of the leads are in the best \(leads.ladder.noun) of the model."))
    }
    if leads.ladder.goodCount > 1 {
      let good = counts.prefix(leads.ladder.goodCount).reduce(0, +)
      keys.append(
        Key(
          name: leads.goodName.capitalisedFirst, number: Figures.count(good),
          sentence: Self.oneIn(good, of: leads.rows.count)))
    }
    if let median = leads.quantile(0.5) {
      var sentence = "Half of the leads have \(Figures.count(median)) or less"
      if leads.scoredCount >= 10 {
        sentence += "; the best tenth have \(Figures.count(leads.sorted[leads.scoredCount * 9 / 10])) or more"
      }
      keys.append(
        Key(
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

  private static func scored(_ leads: ScoredLeads) -> Key {
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
    return Key(name: "Leads scored", number: Figures.count(leads.scoredCount), sentence: sentence)
  }

  /// `One lead in 8 is worth a closer look.`
  private static func oneIn(_ part: Int, of whole: Int) -> String {
    if part == 0 { return "No lead has come so far." }
    let ratio = Double(whole) / Double(part)
    let share = Figures.percent(part, of: whole)
    return ratio >= 1.95 && ratio < 1000
      ? "\(share), about one lead in \(Figures.decimal(ratio, places: 0))." : "\(share) of the leads."
  }

  /// How many leads did something in the last thirty days; nil without events.
  private static func active(_ leads: ScoredLeads) -> Key? {
    let log = leads.population.events
    guard log.count > 0 else { return nil }
    let asOf = leads.scores.asOf
    let start = asOf.startOfDay(age: 29)
    let active = leads.rows.count { row in
      let newest = log.events(of: row).last { Int64($0.secondsSince1970) <= asOf.instant.secondsSince1970 }
      return newest.map { Int64($0.secondsSince1970) >= start } ?? false
    }
    return Key(
      name: "Active in 30 days", number: Figures.count(active),
      sentence: "\(Figures.percent(active, of: leads.rows.count)) of the leads have an event in the last 30 days.")
  }
}

extension String {
  /// With a capital letter, behind a quotation mark too.
  var capitalisedFirst: String {
    hasPrefix("“") ? self : prefix(1).uppercased() + dropFirst()
  }
}
