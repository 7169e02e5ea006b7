import Leads
import Scoring

/// How leads from different places do: a table for each attribute.
struct Segments: Sendable {
  let sentence: String
  let goodTitle: String
  let rankingName: String
  let tables: [Table]

  struct Table: Sendable {
    let title: String
    let finding: String?
    let rows: [Row]
  }

  struct Row: Sendable {
    let name: String
    /// `rest` for rows that are not one value.
    let kind: String
    let count: String
    let share: String
    let median: String
    let bar: Bar
  }

  /// What is counted of a value.
  struct Part: Equatable {
    var name: String
    var isRest = false
    var count = 0
    var good = 0
    var values: [Int64] = []

    var share: Double { count == 0 ? 0 : Double(good) / Double(count) }

    /// Whether there are enough leads to say something.
    var isTelling: Bool { count >= Segments.leastLeads }

    mutating func add(_ other: Part) {
      count += other.count
      good += other.good
      values += other.values
    }
  }

  /// How many values a table shows.
  private static let shownValues = 10
  /// Fewer leads than this prove nothing.
  static let leastLeads = 30

  /// Nil if the leads have none of the attributes.
  init?(_ leads: ScoredLeads, attributes: [String]) {
    let good = leads.rows.indices.map { leads.isGood($0) }
    let goodCount = good.count { $0 }
    var split: [(title: String, parts: [Part])] = []
    var derived: Set<String> = []
    for attribute in attributes {
      // Where a country or size was understood, the ways to write it are not split once more.
      if derived.contains(attribute) { continue }
      let origin = DerivedAttribute(named: attribute)
      guard let column = leads.population.leads.column(attribute),
        let parts = SegmentParts.parts(of: column, leads, good: good), parts.count(where: { !$0.isRest }) > 1
      else { continue }
      let shown = Self.shortened(parts)
      // Two names of one column say the same twice.
      if split.contains(where: { $0.parts == shown }) { continue }
      if let origin { derived.insert(origin.source) }
      split.append((origin.map { Self.title(of: $0) } ?? attribute.asWords, shown))
    }
    if split.isEmpty { return nil }
    let overall = Double(goodCount) / Double(max(1, leads.rows.count))
    // All tables have one scale. Groups that prove nothing do not stretch it.
    let widest = split.flatMap(\.parts).filter(\.isTelling).map(\.share).reduce(overall, max)
    tables = split.map { title, parts in
      Table(
        title: title, finding: Self.finding(parts, goodCount: goodCount, leads),
        rows: parts.map { Self.row($0, overall: overall, widest: widest) })
    }
    goodTitle = leads.ladder.goodCount == 0 ? "In the best quarter" : leads.goodName.capitalisedFirst
    rankingName = leads.rankingName.shortened(to: 30)
    sentence =
      "For each group of leads, how many of them are in \(leads.goodName). The thin line marks the share of all leads, \(Figures.percent(goodCount, of: leads.rows.count)). Grey bars are groups of fewer than \(Self.leastLeads) leads, which prove little, and what is left over."
  }

  private static func title(of attribute: DerivedAttribute) -> String {
    switch attribute.function {
    case .employees: "Employees, at least"
    default: attribute.function.rawValue.asWords
    }
  }

  /// The largest parts; the rest as one.
  private static func shortened(_ parts: [Part]) -> [Part] {
    let named = parts.filter { !$0.isRest }
    if named.count <= shownValues + 1 { return parts }
    var other = Part(name: "\(Figures.count(named.count - shownValues)) others", isRest: true)
    for part in named.dropFirst(shownValues) { other.add(part) }
    return named.prefix(shownValues) + [other] + parts.filter(\.isRest)
  }

  private static func row(_ part: Part, overall: Double, widest: Double) -> Row {
    let sorted = part.values.sorted()
    let scale = max(widest, .leastNonzeroMagnitude)
    return Row(
      name: part.name, kind: part.isRest ? "rest" : "value", count: Figures.count(part.count),
      share: Figures.percent(part.good, of: part.count),
      median: sorted.isEmpty ? "–" : Figures.count(sorted[(sorted.count - 1) / 2]),
      bar: Bar(
        min(part.share, scale), of: scale, shade: part.isRest || !part.isTelling ? "sx" : "s1",
        line: overall / scale * 100))
  }

  /// The value that does best, if it surely does better than all leads together: by the interval of its share.
  private static func finding(_ parts: [Part], goodCount: Int, _ leads: ScoredLeads) -> String? {
    let all = leads.rows.count
    let overall = Double(goodCount) / Double(max(1, all))
    let candidates = parts.filter { !$0.isRest && $0.isTelling && $0.count < all }
    guard goodCount > 0, let best = candidates.max(by: { $0.share < $1.share }),
      let sure = CloseRate(won: best.good, known: best.count).interval, sure.lowerBound > overall
    else { return nil }
    return
      "“\(best.name)” does best: \(Figures.percent(best.good, of: best.count)) of its \(Figures.leads(best.count)) are in \(leads.goodName), against \(Figures.percent(goodCount, of: all)) of all."
  }
}
