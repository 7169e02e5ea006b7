import Leads
import Scoring
import Statistics

@testable import Learning

/// Invented leads with everything that makes reading hard: missing values, rare and unseen levels, values at the ends of
/// bins, dates to come, events at the ends of windows and after the moment.
struct InventedLeads {
  static let asOf = AsOf(Instant(secondsSince1970: 1_751_371_200), utcOffset: 7_200)
  static let day: Int64 = 86_400
  static let sources = [
    "Google", "google ", "Organic  Search", "New York", "a|b", "other", "missing", "O'Neil \"x\"", "tab\tin", "Müller",
  ]
  static let plain = ["Direct", "Partner", "Fair"]

  private(set) var population: Population
  private(set) var outcomes: [Bool] = []

  var training: TrainingLeads {
    TrainingLeads(Observations(outcomes.indices, asOf: Self.asOf), outcomes: outcomes, outcome: "column won")
  }

  /// - Parameters:
  ///   - numbers: further values of `visits`, each for some leads.
  ///   - days: further ages of `trial_end`.
  ///   - unseen: whether some texts are such as no other seed has.
  init(
    seed: UInt64, count: Int, numbers: [Double] = [], days: [Int] = [], unseen: Bool = false, hasEvents: Bool = true,
    without: String? = nil
  ) {
    var chance = SplitMix64(seed: seed, stream: "invented", number: 0)
    func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &chance) }
    let today = Self.asOf.startOfDay(age: 0)
    var ids = TextPool()
    var (source, plan) = ([Value](), [Value]())
    var (visits, flat) = ([Double](), [Double]())
    var (member, rare) = ([UInt8](), [UInt8]())
    var trial: [Int64] = []
    var events: [(lead: Int, event: Event)] = []
    let kinds = Self.kinds
    for lead in 0..<count {
      _ = ids.code(of: Array("L\(lead)".utf8).span)
      let isWon = roll(3) == 0
      outcomes.append(isWon)
      let all = Self.sources + (unseen ? ["Never seen \(roll(5))", "<10"] : [])
      source.append(roll(8) == 0 ? .missing : .text(all[isWon && roll(2) == 0 ? 0 : roll(all.count)]))
      plan.append(
        roll(9) == 0
          ? .missing : .text(unseen && roll(6) == 0 ? "Gold" : Self.plain[isWon && roll(2) == 0 ? 1 : roll(3)]))
      let known =
        numbers.isEmpty || roll(3) == 0 ? Double(roll(400)) / 8 - 10 + (isWon ? 9 : 0) : numbers[roll(numbers.count)]
      visits.append(roll(7) == 0 ? .nan : known)
      flat.append(roll(4) == 0 ? .nan : 3)
      member.append(UInt8(roll(3)))
      rare.append(lead % 90 == 0 ? 2 : roll(5) == 0 ? 0 : 1)
      let age = days.isEmpty || roll(3) == 0 ? roll(120) - (isWon ? 20 : 5) : days[roll(days.count)]
      trial.append(
        roll(6) == 0
          ? Column.missingInstant : today - Int64(age) * Self.day + (age > 0 ? [0, 43_200, 86_399][roll(3)] : 0))
      for _ in 0..<(hasEvents ? roll(isWon ? 9 : 5) : 0) {
        let age = [-1, 0, 0, 1, 6, 7, 8, 13, 14, 29, 30, 31, 89, 90, 91, 200, roll(100)][roll(17)]
        let at = today - Int64(age) * Self.day + [0, 1, 43_200, 86_399][roll(4)]
        events.append((lead, Event(secondsSince1970: at, kind: UInt32(roll(kinds.count)))))
      }
    }
    var table = LeadTable(ids: ids)
    table.add("source", Self.column(source))
    table.add("plan", Self.column(plan))
    table.add("visits", .number(visits))
    table.add("flat", .number(flat))
    table.add("member", .flag(member))
    table.add("rare", .flag(rare))
    table.add("trial_end", .instant(trial))
    if let without {
      var rest = LeadTable(ids: ids)
      for attribute in table.attributes where attribute.name != without {
        rest.add(attribute.name, table.column(attribute.name)!)
      }
      table = rest
    }
    population = Population(leads: table, events: EventLog(leadCount: count, events: events), kinds: kinds)
  }

  private static let kinds = EventKinds(
    names: text(["page_view", "page_view", "Page_View", "demo_request", "bounce"].map { .text($0) }),
    properties: [
      (Attribute("url", .text), column([.text("/pricing"), .text("/"), .text("/Pricing "), .missing, .missing]))
    ])

  static func column(_ values: [Value]) -> Column { .text(text(values)) }

  private static func text(_ values: [Value]) -> TextColumn {
    var pool = TextPool()
    let codes = values.map { value -> UInt32 in
      let text = if case .text(let text) = value { text } else { "" }
      return pool.code(of: Array(text.utf8).span)
    }
    return TextColumn(codes: codes, pool: pool, placeholders: .usual)
  }

  /// A model learned from these leads.
  func learned(_ learner: Learner, _ change: (inout Training.Settings) -> Void = { _ in }) throws -> LearnedModel {
    var settings = Training.Settings()
    settings.learner = learner
    settings.keepsLeaks = true
    change(&settings)
    return try Training(settings, population, training).run().model
  }
}
