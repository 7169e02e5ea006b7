import TestSupport
import Leads

@testable import Scoring

/// Random leads and events, with the moment as of which they are scored; the same in any order of leads and events.
struct RandomPopulation {
  static let texts = ["a", "B ", "c", "vp of sales", "VP", "", "A"]
  static let events = ["page_view", "email_open", "demo_request", "bounce"]

  let asOf: AsOf
  let count: Int
  private var columns: [(name: String, values: [Value])] = []
  private let kinds: EventKinds
  private var events: [(lead: Int, event: Event)] = []

  init(seed: UInt64, leads: ClosedRange<Int>, events: ClosedRange<Int>, asOf fixed: AsOf? = nil) {
    var chance = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
    func one<T>(of all: [T]) -> T { all[number(0...all.count - 1)] }
    let offset = one(of: [0, 3_600, -28_800, 50_400, -43_200, 19_800])
    let noon = 1_751_371_200
    let second = one(of: [
      noon, noon + 43_199, noon - 43_200, noon - 43_201, 0, 86_399, -1, 4_294_967_295, 32_503_680_000,
    ])
    let asOf =
      fixed ?? AsOf(Instant(secondsSince1970: Int64(number(0...3) > 0 ? noon : second)), utcOffset: Int64(offset))
    let count = number(leads)
    self.asOf = asOf
    self.count = count
    let today = Int(asOf.startOfDay(age: 0))

    func instant() -> Value {
      let day = one(of: [-1, 0, 1, 6, 7, 29, 30, 31, 400])
      return .instant(Instant(secondsSince1970: Int64(today - day * 86_400 + one(of: [0, 1, 43_200, 86_399]))))
    }
    func values(_ value: () -> Value) -> [Value] { (0..<count).map { _ in number(0...4) == 0 ? .missing : value() } }
    columns = [
      ("t1", values { .text(one(of: Self.texts)) }),
      ("t2", values { .text(one(of: ["Ann\(number(0...99))@x.com", "vp a\(number(0...9))", "b@Y.com ", "x"])) }),
      ("n1", values { .number(one(of: [0, 1, 4.5, 5, 5.5, 50.5, -3, 1e9, Double(number(-5...5))])) }),
      ("n2", values { .number(Double(number(-2...60))) }),
      ("f1", values { .flag(number(0...1) == 0) }), ("i1", values(instant)), ("created_at", values(instant)),
    ]
    columns.removeAll { _ in number(0...15) == 0 }

    var names: [Value] = []
    var properties: [[Value]] = [[], [], []]
    for _ in 0..<number(1...14) {
      names.append(.text(one(of: Self.events + ["Page_View", " BOUNCE", "unheard_of"])))
      properties[0].append(number(0...3) == 0 ? .missing : .text(one(of: ["/pricing", "/", "/Pricing/x", "/blog"])))
      properties[1].append(number(0...3) == 0 ? .missing : .number(one(of: [3, 9.99, 10, 1_000])))
      properties[2].append(number(0...3) == 0 ? .missing : .flag(number(0...1) == 0))
    }
    guard case .text(let nameColumn) = Column(names, as: .text) else { fatalError("names are text") }
    let kinds = EventKinds(
      names: nameColumn,
      properties: [
        (Attribute("url", .text), Column(properties[0], as: .text)),
        (Attribute("amount", .number), Column(properties[1], as: .number)),
        (Attribute("paid", .flag), Column(properties[2], as: .flag)),
      ])

    self.kinds = kinds
    for lead in 0..<count where number(0...3) > 0 {
      for _ in 0..<number(events) {
        let day = one(of: [
          -1, 0, 0, 0, 1, 2, 6, 7, 8, 13, 14, 29, 30, 31, 89, 90, 91, 399, 400, 9_000, number(0...120),
        ])
        let time = today - day * 86_400 + one(of: [0, 1, 43_200, 86_399, 43_200])
        let second = min(max(number(0...99) == 0 ? one(of: [0, 4_294_967_295]) : time, 0), 4_294_967_295)
        self.events.append((lead, Event(secondsSince1970: Int64(second), kind: UInt32(number(0...kinds.count - 1)))))
      }
    }
  }

  /// The population with its leads in this order, and the events in any.
  ///
  /// - Parameter order: for each row the lead that stands there.
  func population(order: [Int]? = nil, eventsBy generator: inout SeededGenerator) -> Population {
    let order = order ?? Array(0..<count)
    var rowOfLead = Array(repeating: 0, count: count)
    var ids = TextPool()
    for (row, lead) in order.enumerated() {
      rowOfLead[lead] = row
      _ = ids.code(of: Array("lead \(lead)".utf8).span)
    }
    var table = LeadTable(ids: ids)
    for (name, values) in columns {
      let type: AttributeType =
        name.hasPrefix("t") ? .text : name.hasPrefix("n") ? .number : name == "f1" ? .flag : .instant
      table.add(name, Column(order.map { values[$0] }, as: type))
    }
    let shuffled = events.shuffled(using: &generator).map { (lead: rowOfLead[$0.lead], event: $0.event) }
    return Population(leads: table, events: EventLog(leadCount: count, events: shuffled), kinds: kinds)
  }
}

extension Column {
  /// A column of values of this type; others are missing.
  init(_ values: [Value], as type: AttributeType) {
    switch type {
    case .number: self = .number(values.map { if case .number(let number) = $0 { number } else { .nan } })
    case .flag: self = .flag(values.map { if case .flag(let flag) = $0 { flag ? 2 : 1 } else { 0 } })
    case .any: self = .flag(values.map { $0 == .missing ? 0 : 2 })
    case .instant:
      self = .instant(
        values.map { if case .instant(let instant) = $0 { instant.secondsSince1970 } else { Column.missingInstant } })
    case .text:
      var pool = TextPool()
      let codes = values.map { value in
        let bytes: [UInt8] = if case .text(let text) = value { Array(text.utf8) } else { [] }
        return pool.code(of: bytes.span)
      }
      self = .text(TextColumn(codes: codes, pool: pool, placeholders: .onlyEmpty))
    }
  }
}
