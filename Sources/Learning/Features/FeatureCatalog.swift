import Leads
import Scoring

/// The sources that a population offers to a model.
public struct FeatureCatalog: Sendable {
  /// The sources, attributes first.
  public let sources: [FeatureSource]
  /// Attributes that are left out, with the reason in words.
  public let skipped: [(attribute: String, reason: String)]

  /// Texts of more levels than this, some of which must be pooled, have a close rate too.
  static let manyLevels = 60
  /// The most kinds of events that are counted by themselves.
  static let maxSelectors = 24

  /// What a population offers.
  ///
  /// - Parameters:
  ///   - attributes: attributes that must not be used: ids, outcomes, what is known only afterwards.
  ///   - events: names of events, folded, that must not be used.
  public init(_ population: Population, without attributes: Set<String> = [], events excluded: Set<String> = []) {
    var sources: [FeatureSource] = []
    var skipped: [(String, String)] = []
    var blank: [String] = []
    for (attribute, column) in zip(population.leads.attributes, population.leads.columns)
    where !attributes.contains(attribute.name) {
      switch Self.offer(attribute.name, column) {
      case .sources(let offered, let hasBlanks):
        sources += offered
        if hasBlanks { blank.append(attribute.name) }
      case .nothing(let reason): skipped.append((attribute.name, reason))
      }
    }
    if blank.count >= 3 { sources.append(.blanks(attributes: blank.sorted())) }
    sources += Self.eventSources(population, excluded)
    self.sources = sources
    self.skipped = skipped
  }

  private enum Offer {
    case sources([FeatureSource], hasBlanks: Bool)
    case nothing(reason: String)
  }

  private static func offer(_ name: String, _ column: Column) -> Offer {
    switch column {
    case .number(let numbers):
      let known = numbers.filter(\.isFinite)
      guard let first = known.first else { return .nothing(reason: "no value at all") }
      if known.count == numbers.count, known.allSatisfy({ $0 == first }) {
        return .nothing(reason: "the same value everywhere")
      }
      return .sources([.number(attribute: name)], hasBlanks: known.count < numbers.count)
    case .flag(let flags):
      guard Set(flags).count > 1 else { return .nothing(reason: "the same value everywhere") }
      return .sources([.flag(attribute: name)], hasBlanks: flags.contains(0))
    case .instant(let seconds):
      guard seconds.contains(where: { $0 != Column.missingInstant }) else { return .nothing(reason: "no value at all") }
      // How old a lead is says how long it had to be won, not how good it is.
      if name == "created_at" {
        return .sources([.hour(attribute: name), .weekday(attribute: name)], hasBlanks: false)
      }
      return .sources([.age(attribute: name)], hasBlanks: false)
    case .text(let text): return offer(name, text)
    }
  }

  private static func offer(_ name: String, _ text: TextColumn) -> Offer {
    var counts = [Int](repeating: 0, count: text.pool.count)
    for code in text.codes { counts[Int(code)] += 1 }
    var levels: Set<String> = []
    var known = 0
    for code in counts.indices where counts[code] > 0 && !text.isMissing[code] {
      known += counts[code]
      levels.insert(text.pool.text(UInt32(code)).folded)
    }
    if known == 0 { return .nothing(reason: "no value at all") }
    if levels.count == 1, known == text.codes.count { return .nothing(reason: "the same value everywhere") }
    if levels.count > 50, levels.count * 2 > known { return .nothing(reason: "nearly every value is another") }
    var sources: [FeatureSource] = [.text(attribute: name)]
    if levels.count > manyLevels { sources.append(.closeRate(attribute: name)) }
    return .sources(sources, hasBlanks: known < text.codes.count)
  }

  private static func eventSources(_ population: Population, _ excluded: Set<String>) -> [FeatureSource] {
    let kinds = population.kinds
    if kinds.count == 0 { return [] }
    var perKind = [Int](repeating: 0, count: kinds.count)
    for shard in population.events.shards { for event in shard.events { perKind[Int(event.kind)] += 1 } }
    var uses: [EventSelector: Int] = [:]
    var values: [String: Set<String>] = [:]
    for kind in perKind.indices where perKind[kind] > 0 {
      let name = kinds.name(kind).folded
      if name.isEmpty || excluded.contains(name) { continue }
      uses[EventSelector(name: name), default: 0] += perKind[kind]
      for (property, column) in kinds.properties {
        guard case .text(let text) = column.value(kind), !text.folded.isEmpty else { continue }
        let selector = EventSelector(name: name, property: property.name, value: text.folded)
        uses[selector, default: 0] += perKind[kind]
        values["\(name)\t\(property.name)", default: []].insert(text.folded)
      }
    }
    // A property with one value says no more than the event does; one with very many says little by each.
    let telling = uses.filter { selector, count in
      guard let property = selector.property else { return true }
      return (2...200).contains(values["\(selector.name!)\t\(property)"]!.count) && count >= 30
    }
    let selectors = telling.sorted { a, b in
      let (x, y) = (a.key, b.key)
      if (x.property == nil) != (y.property == nil) { return x.property == nil }
      return a.value == b.value ? x.description < y.description : a.value > b.value
    }.prefix(maxSelectors).map(\.key)
    var sources: [FeatureSource] = selectors.flatMap { selector -> [FeatureSource] in
      let measures: [EventMeasure] =
        selector.property == nil
        ? [.count(days: 7), .count(days: 30), .count(days: 90), .count(days: nil), .activeDays(days: 30), .recency]
        : [.count(days: 7), .count(days: 30), .count(days: nil), .recency]
      return measures.map { .events(selector: selector, measure: $0) }
    }
    if excluded.isEmpty {
      sources += [.count(days: 7), .count(days: 30), .activeDays(days: 30), .activeDays(days: nil), .recency, .trend]
        .map { .events(selector: EventSelector(), measure: $0) }
      sources += [.firstEvent, .lastEvent]
    }
    return sources
  }
}
