import Store

/// Transactions drawn from a seed, to be run on two stores: both have to say the same all the time.
public struct RandomOperations: Sendable {
  private struct Undone: Error {}

  /// Where the drawing stands: SplitMix64 (Steele, Lea, Flood 2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

    mutating func one<T>(of choices: [T]) -> T { choices[Int(number(0...Int64(choices.count - 1)))] }
  }

  /// The seed.
  public let seed: UInt64
  /// How many transactions.
  public let count: Int

  /// Transactions of a seed.
  public init(seed: UInt64, count: Int) {
    self.seed = seed
    self.count = count
  }

  /// Runs the transactions on both stores, which are empty, and compares everything that can be read after each.
  ///
  /// - Throws: `StoreFailure` with the seed and the first difference.
  public func compare(_ one: any Store, _ other: any Store) async throws {
    for step in 0..<count {
      let (first, second) = (await run(step, on: one), await run(step, on: other))
      try expect(second, is: first, "seed \(seed), transaction \(step)")
      let expected = try await one.read { try LedgerDump.lines(of: $0) }
      let actual = try await other.read { try LedgerDump.lines(of: $0) }
      guard expected != actual else { continue }
      let place = zip(expected, actual).enumerated().first { $0.element.0 != $0.element.1 }
      throw StoreFailure(
        description: "seed \(seed), transaction \(step): "
          + (place.map { "line \($0.offset): \($0.element.1), expected \($0.element.0)" }
            ?? "\(actual.count) lines, expected \(expected.count)"))
    }
  }

  /// Runs one transaction and says how it ended.
  private func run(_ step: Int, on store: any Store) async -> String {
    let start = Generator(state: seed &* 1_000_003 &+ UInt64(step))
    do {
      return try await store.write { ledger in
        var generator = start
        var log: [String] = []
        for _ in 0..<generator.number(1...6) { log.append(try Self.operation(on: ledger, &generator)) }
        if generator.number(1...4) == 1 { throw Undone() }
        return log.joined(separator: "\n")
      }
    } catch is Undone {
      return "undone"
    } catch let problem as StoreProblem {
      return "refused as \(problem.kind)"
    } catch {
      return "\(error)"
    }
  }

  /// Does one of each thing that can be done.
  static func everything(on ledger: any LedgerWriting) throws {
    var generator = Generator(state: 7)
    for operation in operations { _ = try operation(ledger, &generator) }
  }

  private static func operation(on ledger: any LedgerWriting, _ generator: inout Generator) throws -> String {
    try generator.one(of: operations)(ledger, &generator)
  }

  private typealias Operation = @Sendable (any LedgerWriting, inout Generator) throws -> String

  /// The things that can be done, each with a little chance to break a precondition.
  private static let operations: [Operation] = [
    { ledger, generator in
      let lead = try ledger.head().lead + 1
      try ledger.insert(leads: [LeadRecord(LeadNumber(lead), createdAt: generator.number(0...99))])
      return try close(ledger, leads: 1, numbers: 0, &generator)
    },
    { ledger, generator in
      let (lead, other) = (try lead(ledger, &generator), try lead(ledger, &generator))
      guard lead != other else { return "no merge" }
      try ledger.setMerged(lead, into: generator.number(0...2) == 0 ? nil : other)
      return "merge"
    },
    { ledger, generator in
      let identity = Identity(generator.one(of: Identity.Kind.allCases), "id \(generator.number(0...40))")
      let owner = try ledger.leads(of: [identity])[identity]
      guard owner == nil || generator.number(0...9) == 0 else { return "\(String(describing: owner))" }
      try ledger.insert(identities: [(identity, lead(ledger, &generator), generator.number(1...3))])
      return "identity"
    },
    { ledger, generator in
      let head = try ledger.head()
      let events = try (1...generator.number(1...5)).map { offset in
        let name = EventKind("kind \(generator.number(0...9))", properties: generator.one(of: ["", "{}"]))
        return EventRecord(
          lead: try lead(ledger, &generator), at: generator.number(0...9), number: head.number + offset,
          kind: try ledger.numberAdding(name), label: generator.one(of: EventLabel.allCases),
          source: generator.number(1...3))
      }
      try ledger.insert(events: events.shuffled(using: &generator))
      return try close(ledger, leads: 0, numbers: Int64(events.count), &generator)
    },
    { ledger, generator in
      let events = try ledger.events(of: lead(ledger, &generator))
      guard !events.isEmpty else { return "no event" }
      try ledger.setLabel(of: generator.one(of: events), generator.one(of: EventLabel.allCases))
      return "\(events)"
    },
    { ledger, generator in
      let head = try ledger.head()
      try ledger.insert(
        changes: (1...3).map { offset in
          AttributeChange(
            lead: try lead(ledger, &generator), attribute: "attribute \(generator.number(0...5))",
            at: generator.number(0...9),
            number: head.number + offset, value: generator.one(of: [nil, "", "x", "y\0z"]),
            source: generator.number(1...3))
        })
      return try close(ledger, leads: 0, numbers: 3, &generator)
    },
    { ledger, generator in
      let head = try ledger.head()
      let outcome = OutcomeRecord(
        lead: try lead(ledger, &generator), at: generator.number(0...9), number: head.number + 1,
        outcome: generator.one(of: ["won", "lost"]), value: generator.one(of: [nil, 0.1, 1e300]),
        source: generator.number(1...3))
      try ledger.insert(outcomes: [outcome])
      return try close(ledger, leads: 0, numbers: 1, &generator)
    },
    { ledger, generator in
      let ids = Set((0..<3).map { _ in generator.number(-3...80) }).sorted()
      let known = try ledger.messages(ids)
      let new = ids.filter { known[$0] == nil || generator.number(0...9) == 0 }
      try ledger.insert(messages: new.map { MessageKey(id: $0, content: $0 * 3, source: generator.number(1...3)) })
      return "\(known.sorted { $0.key < $1.key })"
    },
    { ledger, generator in
      guard generator.number(0...7) == 0 else { return "nothing removed" }
      return "removed from \(try ledger.removeFacts(ofSource: generator.number(1...4)))"
    },
    { ledger, generator in
      try ledger.put(
        scores: (0..<4).map { _ in
          ScoreRecord(
            model: generator.number(1...3), lead: try lead(ledger, &generator), day: generator.number(0...9),
            outcome: "{\(generator.number(0...9))}", score: generator.one(of: [nil, 1, 2, 2, 3]),
            stage: generator.one(of: [nil, "mql"]))
        })
      return "scores"
    },
    { ledger, generator in
      guard generator.number(0...7) == 0 else { return "no scores removed" }
      try ledger.removeScores(model: generator.number(1...3))
      return "scores removed"
    },
    { ledger, generator in
      let commit = try ledger.head().commit
      try ledger.insert(
        history: (0..<3).map { _ in
          ScoreChange(
            commit: commit, model: generator.number(1...3), lead: try lead(ledger, &generator),
            at: generator.number(0...9),
            cause: Cause(generator.one(of: Cause.Kind.allCases), generator.number(0...9)),
            outcome: "{\(generator.number(0...9))}")
        })
      return "history"
    },
    { ledger, generator in
      let record = LifecycleRecord(
        lead: try lead(ledger, &generator), stage: generator.one(of: [nil, "mql", "sql"]),
        since: generator.number(0...9),
        leavingSince: generator.one(of: [nil, 4]))
      try ledger.put(lifecycles: [record])
      return "stage"
    },
    { ledger, generator in
      let head = try ledger.head()
      let crossing = Crossing(
        number: head.number + 1, model: generator.number(1...3), lead: try lead(ledger, &generator),
        at: generator.number(0...9), what: "stage", from: generator.one(of: [nil, "cold"]), to: "mql",
        isUp: generator.one(of: [true, false]), cause: Cause(.repair))
      try ledger.insert(crossings: [crossing])
      return try close(ledger, leads: 0, numbers: 1, &generator)
    },
    { ledger, generator in
      let known = try ledger.subscriptions().count
      let number = known < 2 ? 0 : generator.number(1...Int64(known))
      let subscription = Subscription(
        number: number, name: "s", channel: "email", target: "t\(generator.number(0...9))", hourlyLimit: 3)
      return "subscription \(try ledger.put(subscription: subscription))"
    },
    { ledger, generator in
      let deliveries = try (0..<generator.number(1...3)).map { _ in
        StoreSuite.delivery(
          generator.number(1...20) == 1 ? 9 : generator.number(1...2), try lead(ledger, &generator).value,
          notBefore: generator.number(0...20), state: generator.one(of: [.waiting, .waiting, .digest]))
      }
      try ledger.insert(deliveries: deliveries)
      return "deliveries"
    },
    { ledger, generator in
      guard var delivery = try ledger.dueDeliveries(at: generator.number(0...20), limit: 3).last else {
        return "none due"
      }
      delivery.state = generator.one(of: Delivery.State.allCases)
      delivery.attempts += 1
      delivery.triedAt = generator.number(0...20)
      delivery.notBefore += generator.number(0...5)
      try ledger.update(delivery: delivery)
      return "\(delivery)"
    },
    { ledger, generator in
      let status = generator.one(of: ModelVersion.Status.allCases)
      let number = generator.number(0...3)
      let model = ModelVersion(number: number, text: "t", version: "v", status: status, author: "a", createdAt: 1)
      let file = LearnedFileRecord(
        number: number, name: "n", bytes: [1, 2], createdAt: 2, isPublished: status == .champion)
      return "\(try ledger.put(model: model)) \(try ledger.put(learnedFile: file))"
    },
    { ledger, generator in
      let digest = "digest \(generator.number(0...30))"
      let key = AccessKey(
        name: "n", scope: generator.one(of: Scope.allCases), digest: digest, prefix: "p", createdAt: 1)
      let job = Job(number: generator.number(0...2), kind: "import", subject: digest, state: "done", createdAt: 3)
      return "\(try ledger.put(key: key)) \(try ledger.put(job: job))"
    },
    { ledger, generator in
      try ledger.insert(audit: AuditEntry(at: generator.number(0...9), actor: "a", action: "b", detail: "c"))
      try ledger.set(setting: generator.one(of: ["a", "b", "c"]), generator.one(of: [nil, "", "1"]))
      return "audit"
    },
  ]

  /// A lead that is there, or lead 1.
  private static func lead(_ ledger: any LedgerWriting, _ generator: inout Generator) throws -> LeadNumber {
    LeadNumber(generator.number(1...max(1, try ledger.head().lead)))
  }

  /// Closes a transaction, or a part of it.
  private static func close(
    _ ledger: any LedgerWriting, leads: Int64, numbers: Int64, _ generator: inout Generator
  ) throws -> String {
    var head = try ledger.head()
    head.commit += 1
    head.at += generator.number(0...3)
    head.number += numbers
    head.lead += leads
    let touched = generator.one(of: [nil, [LeadNumber(3), LeadNumber(1)]])
    try ledger.append(Commit(number: head.commit, at: head.at, leads: touched), head: head)
    return "\(head)"
  }
}
