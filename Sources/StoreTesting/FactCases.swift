import Store

extension StoreSuite {
  static let factCases: [StoreCase] = [
    StoreCase("Events are in the order of lead, time and number, whatever the order they came in") { store in
      let events = [(2, 50, 1), (1, 70, 2), (1, 60, 5), (1, 60, 4), (3, -5, 6), (1, 60, 3)].map { lead, at, number in
        EventRecord(lead: LeadNumber(lead), at: at, number: number, kind: 9, label: .bot, source: 3)
      }
      try await store.write { try $0.insert(events: Array(events[..<3])) }
      try await store.write { try $0.insert(events: Array(events[3...])) }
      let all = try await store.read { ledger in try ledger.all(ledger.forEachEvent) }
      try expect(all, is: [events[5], events[3], events[2], events[1], events[0], events[4]])
      try expect(try await store.read { try $0.events(of: LeadNumber(1)) }, is: Array(all[..<4]))
      try expect(try await store.read { try $0.events(of: LeadNumber(9)) }, is: [])
    },
    StoreCase("The events of a time are those from its first to its last second") { store in
      let events = [(1, 9), (2, 10), (3, 15), (4, 20), (5, 21)].map { number, at in
        EventRecord(lead: LeadNumber(1), at: Int64(at), number: Int64(number), kind: 1)
      }
      let other = EventRecord(lead: LeadNumber(2), at: 15, number: 6, kind: 1)
      try await store.write { try $0.insert(events: events + [other]) }
      try expect(
        try await store.read { try $0.events(of: LeadNumber(1), from: 10, through: 20) }, is: Array(events[1...3]))
      try expect(try await store.read { try $0.events(of: LeadNumber(1), from: 22, through: 30) }, is: [])
    },
    StoreCase("An event is labelled anew, and only that one") { store in
      let events = (1...3).map { EventRecord(lead: LeadNumber(1), at: 10, number: $0, kind: 1) }
      try await store.write { ledger in
        try ledger.insert(events: events)
        try ledger.setLabel(of: events[1], .implied)
      }
      try expect(
        try await store.read { try $0.events(of: LeadNumber(1)) }.map(\.label), is: [.person, .implied, .person])
      try await expectProblem("labelling an event that is not there") {
        try await store.write { ledger in
          try ledger.setLabel(of: EventRecord(lead: LeadNumber(1), at: 11, number: 2, kind: 1), .bot)
        }
      }
    },
    StoreCase("The same kind has the same number, another kind another one") { store in
      let kinds = [
        EventKind("page_view"), EventKind("page_view", properties: #"{"url":"/"}"#), EventKind("Page_view"),
        EventKind(""),
        EventKind("", properties: "page_view"), EventKind("a", properties: "bc"), EventKind("ab", properties: "c"),
      ]
      let numbers = try await store.write { ledger in try kinds.map { try ledger.numberAdding($0) } }
      try expect(Set(numbers).count, is: kinds.count)
      try expect(numbers, is: numbers.sorted())
      try expect(try await store.write { ledger in try kinds.map { try ledger.numberAdding($0) } }, is: numbers)
      for (kind, number) in zip(kinds, numbers) {
        try expect(try await store.read { try $0.kind(number) }, is: kind)
        try expect(try await store.read { try $0.number(of: kind) }, is: number)
      }
      try expect(try await store.read { try $0.number(of: EventKind("other")) }, is: nil)
      try expect(try await store.read { try $0.kind(99) }, is: nil)
      let later = try await store.read { ledger in
        var later: [Int64: EventKind] = [:]
        try ledger.forEachKind(after: numbers[4]) { later[$0] = $1 }
        return later
      }
      try expect(later, is: [numbers[5]: kinds[5], numbers[6]: kinds[6]])
    },
    StoreCase("Changes are in the order of lead, attribute, time and number") { store in
      let changes = [
        (2, "title", 5, 1, "VP"), (1, "title", 9, 2, nil), (1, "size", 7, 3, "50"), (1, "title", 8, 5, "CEO"),
        (1, "title", 8, 4, ""),
      ].map { (lead: Int64, attribute: String, at: Int64, number: Int64, value: String?) in
        AttributeChange(
          lead: LeadNumber(lead), attribute: attribute, at: at, number: number, value: value, source: 7)
      }
      try await store.write { try $0.insert(changes: Array(changes[..<2])) }
      try await store.write { try $0.insert(changes: Array(changes[2...])) }
      let all = try await store.read { ledger in try ledger.all(ledger.forEachChange) }
      try expect(all, is: [changes[4], changes[3], changes[1], changes[2], changes[0]])
      try expect(try await store.read { try $0.changes(of: LeadNumber(1)) }, is: Array(all[..<4]))
    },
    StoreCase("Outcomes are in the order of lead, time and number") { store in
      let outcomes = [
        OutcomeRecord(lead: LeadNumber(2), at: 1, number: 1, outcome: "won", value: 1250.5, source: 1),
        OutcomeRecord(lead: LeadNumber(1), at: 9, number: 2, outcome: "accepted"),
        OutcomeRecord(lead: LeadNumber(1), at: 8, number: 3, outcome: "lost", value: -0.1),
      ]
      try await store.write { try $0.insert(outcomes: outcomes) }
      try expect(
        try await store.read { ledger in try ledger.all(ledger.forEachOutcome) },
        is: [outcomes[2], outcomes[1], outcomes[0]])
      try expect(try await store.read { try $0.outcomes(of: LeadNumber(1)) }, is: [outcomes[2], outcomes[1]])
    },
    StoreCase("Messages are known by their ids, once") { store in
      let messages = [MessageKey(id: -4, content: 40), MessageKey(id: 8, content: -80, source: 2)]
      try await store.write { try $0.insert(messages: messages) }
      try expect(try await store.read { try $0.messages([8, 9, -4]) }, is: [-4: 40, 8: -80])
      try expect(try await store.read { try $0.messages([]) }, is: [:])
      try await expectProblem("a message twice") {
        try await store.write {
          try $0.insert(messages: [MessageKey(id: 9, content: 1), MessageKey(id: 8, content: 1)])
        }
      }
      try expect(try await store.read { try $0.messages([8, 9]) }, is: [8: -80])
    },
    StoreCase("The same fact is not added twice") { store in
      let event = EventRecord(lead: LeadNumber(1), at: 1, number: 1, kind: 1)
      let change = AttributeChange(lead: LeadNumber(1), attribute: "a", at: 1, number: 1, value: "x")
      let outcome = OutcomeRecord(lead: LeadNumber(1), at: 1, number: 1, outcome: "won")
      try await store.write { ledger in
        try ledger.insert(events: [event])
        try ledger.insert(changes: [change])
        try ledger.insert(outcomes: [outcome])
      }
      try await expectProblem("an event twice") { try await store.write { try $0.insert(events: [event]) } }
      try await expectProblem("a change twice") { try await store.write { try $0.insert(changes: [change]) } }
      try await expectProblem("an outcome twice") { try await store.write { try $0.insert(outcomes: [outcome]) } }
    },
  ]

  static let removalCases: [StoreCase] = [
    StoreCase("What came from a source is removed, and nothing else") { store in
      try await store.addLeads(6)
      try await store.write { ledger in
        for source in [1, 2] as [Int64] {
          try ledger.insert(
            events: [1, 2].map {
              EventRecord(lead: LeadNumber($0), at: 5, number: 10 * source + $0, kind: 1, source: source)
            })
          try ledger.insert(messages: [MessageKey(id: source, content: 3, source: source)])
        }
        try ledger.insert(changes: [
          AttributeChange(lead: LeadNumber(3), attribute: "a", at: 1, number: 31, value: "x", source: 1),
          AttributeChange(lead: LeadNumber(3), attribute: "a", at: 1, number: 32, value: "y", source: 2),
        ])
        try ledger.insert(outcomes: [OutcomeRecord(lead: LeadNumber(4), at: 1, number: 41, outcome: "won", source: 1)])
        try ledger.insert(identities: [
          (Identity(.email, "a@example.com"), LeadNumber(5), 1), (Identity(.email, "b@example.com"), LeadNumber(6), 2),
        ])
      }
      try expect(try await store.write { try $0.removeFacts(ofSource: 1) }.map(\.value), is: [1, 2, 3, 4, 5])
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachEvent) }.map(\.number), is: [21, 22])
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachChange) }.map(\.number), is: [32])
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachOutcome) }, is: [])
      try expect(try await store.read { try $0.messages([1, 2]) }, is: [2: 3])
      try expect(try await store.read { try $0.identities(of: LeadNumber(5)) }, is: [])
      try expect(try await store.read { try $0.identities(of: LeadNumber(6)) }.count, is: 1)
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachLead) }.count, is: 6)
      try expect(try await store.write { try $0.removeFacts(ofSource: 1) }, is: [])
    },
    StoreCase("An identity that was removed can be given to another lead") { store in
      try await store.addLeads(2)
      let address = Identity(.email, "a@example.com")
      try await store.write { try $0.insert(identities: [(address, LeadNumber(1), 4)]) }
      try await store.write { ledger in
        _ = try ledger.removeFacts(ofSource: 4)
        try ledger.insert(identities: [(address, LeadNumber(2), 5)])
      }
      try expect(try await store.read { try $0.leads(of: [address]) }, is: [address: LeadNumber(2)])
      try expect(try await store.read { try $0.identities(of: LeadNumber(1)) }, is: [])
    },
  ]
}
