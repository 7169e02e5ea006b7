import Leads
import Scoring

/// Attributes whose values were set after the moment up to which a lead may be known: the outcome, where its date is known.
///
/// Files say so in two ways: a column of instants, such as `tags_updated_at` beside `tags`; or events that tell of a change
/// and name the attribute in a property.
struct LateEdits {
  /// For each attribute what speaks against it, in sentences.
  private(set) var evidence: [String: [String]] = [:]

  private let population: Population
  private let leads: TrainingLeads
  /// The observations whose moment is that of an outcome, not just that of learning.
  private let closed: [Int]

  /// Fewer leads prove nothing.
  private static let leastLeads = 20
  /// So many of the leads that have a value have it too late.
  private static let share = 0.5

  /// - Parameter attributes: those that can be learned from.
  init(_ population: Population, _ leads: TrainingLeads, attributes: [String]) {
    self.population = population
    self.leads = leads
    let moments = leads.observations.moments
    let latest = moments.max()
    closed = moments.indices.filter { moments[$0] != latest }
    if closed.count < Self.leastLeads { return }
    let stems = Dictionary(grouping: attributes) { LeakNames.words(of: $0).joined(separator: " ") }
    for name in attributes where name != "created_at" {
      guard case .instant(let seconds) = population.leads.column(name) else { continue }
      let found = late { observation in
        let second = seconds[leads.observations.leads[observation]]
        return second == Column.missingInstant ? nil : second
      }
      guard let found else { continue }
      evidence[name, default: []].append("\(found) have it from after the outcome")
      let stem = Self.stem(of: name)
      for stamped in stem.isEmpty ? [] : stems[stem, default: []] where stamped != name {
        evidence[stamped, default: []].append("\(found) had it set after the outcome, as \(name) says")
      }
    }
    addChanges(stems)
  }

  /// Words of a column's name that say when another column was set.
  private static let editWords: Set<String> = [
    "updated", "update", "modified", "changed", "change", "edited", "set", "entered", "filled", "touched",
  ]
  private static let timeWords: Set<String> = ["at", "on", "date", "time", "timestamp", "last", "when", "ts", "utc"]

  /// The words of the attribute that a column of instants is about: `lead quality` of `Lead_Quality_last_updated_at`; empty
  /// if it is about none.
  static func stem(of name: String) -> String {
    let words = LeakNames.words(of: name)
    guard words.contains(where: editWords.contains) else { return "" }
    let isStamp = { (word: String) in editWords.contains(word) || timeWords.contains(word) }
    return words.drop(while: isStamp).reversed().drop(while: isStamp).reversed().joined(separator: " ")
  }

  /// Events such as `attribute_changed` with `attribute` tags.
  private mutating func addChanges(_ stems: [String: [String]]) {
    let kinds = population.kinds
    var attributeOfKind: [Int: String] = [:]
    for kind in 0..<kinds.count where LeakNames.words(of: kinds.name(kind)).contains(where: Self.editWords.contains) {
      for property in kinds.properties {
        guard case .text(let text) = property.column.value(kind) else { continue }
        let named = stems[LeakNames.words(of: text).joined(separator: " "), default: []]
        if let attribute = named.first { attributeOfKind[kind] = attribute }
      }
    }
    for attribute in Set(attributeOfKind.values).sorted() {
      let found = late { observation in
        population.events.events(of: leads.observations.leads[observation])
          .last { attributeOfKind[Int($0.kind)] == attribute }.map { Int64($0.secondsSince1970) }
      }
      if let found {
        evidence[attribute, default: []].append("\(found) had it changed after the outcome, as events say")
      }
    }
  }

  /// The share of leads, of all or of those won or lost, with an instant after their moment; nil if these are few.
  private func late(_ instant: (Int) -> Int64?) -> String? {
    var tallies: [(name: String, late: Int, known: Int)] = [
      (name: "leads", late: 0, known: 0), ("won leads", 0, 0), ("lost leads", 0, 0),
    ]
    for observation in closed {
      guard let second = instant(observation) else { continue }
      let isLate = second > leads.observations.moments[observation].secondsSince1970
      for tally in [0, leads.outcomes[observation] ? 1 : 2] {
        tallies[tally].known += 1
        tallies[tally].late += isLate ? 1 : 0
      }
    }
    let found = tallies.first { $0.known >= Self.leastLeads && Double($0.late) >= Self.share * Double($0.known) }
    return found.map {
      "\(CutOffAdvisor.percent(Double($0.late) / Double($0.known))) of the \($0.known) \($0.name) whose date is known"
    }
  }
}
