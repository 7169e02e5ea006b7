import Leads
import Scoring
import Testing

@testable import Learning

/// Attributes that were set after the outcome, where dates say so.
@Suite struct LateEditTests {
  private static let start: Int64 = 1_700_000_000
  private static let day: Int64 = 86_400

  /// 200 leads, each closed after ten days. `tags` is set after that of 4 in 5, `plan` before; `grade` is changed by events
  /// two days later for the won; `region_updated_at` is late for one lead in eight only.
  private static func leads() -> (Population, TrainingLeads) {
    var ids = TextPool()
    var columns: [String: [Int64]] = [:]
    var observations = Observations()
    var outcomes: [Bool] = []
    var events: [(lead: Int, event: Event)] = []
    for lead in 0..<200 {
      _ = ids.code(of: Array("L\(lead)".utf8).span)
      let isWon = lead % 2 == 0
      outcomes.append(isWon)
      let created = start + Int64(lead) * day
      let closed = created + 10 * day
      observations.append(lead: lead, at: Instant(secondsSince1970: closed - 1))
      columns["created_at", default: []].append(created)
      columns["tags_updated_at", default: []].append(lead % 5 == 0 ? created : closed + day)
      columns["Plan Last Modified", default: []].append(created + day)
      columns["region_updated_at", default: []].append(lead % 8 == 0 ? closed + day : created)
      columns["last_login_at", default: []].append(isWon ? closed + 3 * day : created + day)
      events.append((lead, Event(secondsSince1970: isWon ? closed + 2 * day : created, kind: 0)))
    }
    var table = LeadTable(ids: ids)
    for (name, values) in [
      ("tags", ["a", "b", "c"]), ("Plan", ["x", "y"]), ("region", ["n", "s"]), ("Lead Grade", ["1", "2"]),
    ] {
      table.add(name, InventedLeads.column((0..<200).map { .text(values[($0 * 7 + $0 / 3) % values.count]) }))
    }
    for (name, values) in columns.sorted(by: { $0.key < $1.key }) { table.add(name, .instant(values)) }
    let kinds = EventKinds(
      names: TextColumn(codes: [0], pool: pool("Attribute Changed"), placeholders: .onlyEmpty),
      properties: [
        (
          Attribute("attribute", .text),
          .text(TextColumn(codes: [0], pool: pool("lead_grade"), placeholders: .onlyEmpty))
        )
      ])
    let population = Population(leads: table, events: EventLog(leadCount: 200, events: events), kinds: kinds)
    return (population, TrainingLeads(observations, outcomes: outcomes, outcome: "column won"))
  }

  private static func pool(_ text: String) -> TextPool {
    var pool = TextPool()
    _ = pool.code(of: Array(text.utf8).span)
    return pool
  }

  @Test func whatWasSetAfterTheOutcomeIsFoundWithItsStamp() {
    let (population, leads) = Self.leads()
    let names = population.leads.attributes.map(\.name)
    let evidence = LateEdits(population, leads, attributes: names).evidence
    #expect(Set(evidence.keys) == ["tags", "tags_updated_at", "last_login_at", "Lead Grade"])
    // The last lead has the latest moment, which could be that of learning: 199 leads, of whom 40 had tags set early.
    #expect(
      evidence["tags"] == [
        "80 % of the 199 leads whose date is known had it set after the outcome, as tags_updated_at says"
      ])
    #expect(evidence["tags_updated_at"] == ["80 % of the 199 leads whose date is known have it from after the outcome"])
    #expect(
      evidence["Lead Grade"] == [
        "50 % of the 199 leads whose date is known had it changed after the outcome, as events say"
      ])
    let found = Training.leaks(population, leads, without: [], events: []).filter { evidence[$0.attribute] != nil }
    #expect(found.count == 4 && found.allSatisfy { evidence[$0.attribute]!.allSatisfy($0.evidence.contains) })
  }

  @Test func withoutDatesOfOutcomesNothingIsSaid() {
    let (population, leads) = Self.leads()
    let asOf = AsOf(Instant(secondsSince1970: Self.start))
    let all = TrainingLeads(Observations(0..<200, asOf: asOf), outcomes: leads.outcomes, outcome: "column won")
    #expect(LateEdits(population, all, attributes: population.leads.attributes.map(\.name)).evidence.isEmpty)
  }

  @Test(
    arguments: [
      ("tags_updated_at", "tags"), ("Lead_Quality_last_updated_at", "lead quality"), ("Date modified: Plan", "plan"),
      ("leadGradeChangedOn", "lead grade"), ("updated_at", ""), ("modified", ""), ("last_login_at", ""), ("tags", ""),
    ])
  func stampsNameWhatTheyAreAbout(name: String, stem: String) { #expect(LateEdits.stem(of: name) == stem) }
}
