import Store

extension StoreSuite {
  static let valueCases: [StoreCase] = [
    StoreCase("Texts are kept byte for byte") { store in
      try await store.addLeads(1)
      let texts = [
        "", "\0", "a\0b", "👩‍🚀 é", "e\u{301}", "\u{FEFF}x", "'; DROP TABLE events; --", " trailing ",
        String(repeating: "é👩", count: 180_000),
      ]
      try await store.write { ledger in
        for (index, text) in texts.enumerated() {
          let number = Int64(index + 1)
          try ledger.insert(changes: [
            AttributeChange(
              lead: LeadNumber(1), attribute: "a\(index)\(text.prefix(9))", at: 1, number: number, value: text)
          ])
          try ledger.insert(identities: [(Identity(.userID, text), LeadNumber(1), 0)])
          try expect(try ledger.numberAdding(EventKind(text, properties: text)), is: number)
        }
      }
      let changes = try await store.read { try $0.changes(of: LeadNumber(1)) }
      try expect(changes.map { Array(($0.value ?? "none").utf8) }, is: texts.map { Array($0.utf8) })
      try expect(
        changes.map { Array($0.attribute.utf8) },
        is: texts.enumerated().map { Array("a\($0.offset)\($0.element.prefix(9))".utf8) })
      for (index, text) in texts.enumerated() {
        try expect(try await store.read { try $0.leads(of: [Identity(.userID, text)]) }.count, is: 1)
        let kind = try await store.read { try $0.kind(Int64(index + 1)) }
        try expect(kind.map { Array($0.properties.utf8) }, is: Array(text.utf8))
        try expect(try await store.read { try $0.number(of: EventKind(text, properties: text)) }, is: Int64(index + 1))
      }
    },
    StoreCase("Texts that only look the same are different") { store in
      try await store.addLeads(2)
      let one = Identity(.email, "caf\u{E9}@example.com")
      let two = Identity(.email, "cafe\u{301}@example.com")
      try await store.write { ledger in
        try ledger.insert(identities: [(one, LeadNumber(1), 0), (two, LeadNumber(2), 0)])
        try expect(try ledger.numberAdding(EventKind(one.value)), is: 1)
        try expect(try ledger.numberAdding(EventKind(two.value)), is: 2)
        try ledger.set(setting: one.value, "1")
      }
      try expect(try await store.read { try $0.leads(of: [one]).values.first }, is: LeadNumber(1))
      try expect(try await store.read { try $0.leads(of: [two]).values.first }, is: LeadNumber(2))
      try expect(try await store.write { try $0.numberAdding(EventKind(two.value)) }, is: 2)
      try expect(try await store.read { try $0.setting(two.value) }, is: nil)
    },
    StoreCase("Numbers may be as large and as small as 64 bits hold") { store in
      let ends: [Int64] = [Int64.min, -1, 0, 1, Int64.max]
      let events = ends.map {
        EventRecord(lead: LeadNumber($0), at: $0, number: $0, kind: $0, label: .repeated, source: $0)
      }
      try await store.write { ledger in
        try ledger.insert(events: events.reversed())
        try ledger.insert(messages: ends.map { MessageKey(id: $0, content: $0, source: $0) })
        try ledger.put(scores: ends.map { score($0, $0, day: $0) })
        try ledger.insert(
          history: ends.map {
            ScoreChange(commit: $0, model: $0, lead: LeadNumber($0), at: $0, cause: Cause(.day, $0), outcome: "")
          })
      }
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachEvent) }, is: events)
      try expect(try await store.read { try $0.messages(ends) }, is: Dictionary(uniqueKeysWithValues: zip(ends, ends)))
      try expect(
        try await store.read { ledger in try ledger.all { try ledger.forEachScore(model: 1, $0) } }.map(\.day), is: ends
      )
      try expect(
        try await store.read { try $0.history(of: LeadNumber(Int64.min), model: Int64.min, limit: 9) }.map(\.at),
        is: [Int64.min])
      try expect(
        try await store.read {
          try $0.ranking(model: 1, stage: nil, after: (Int64.max, LeadNumber(Int64.max)), limit: 9)
        }.map(\.day),
        is: [1, 0, -1, Int64.min])
    },
    StoreCase("Doubles are kept bit for bit") { store in
      let values: [Double?] = [nil, 0.1, 0, -7, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, 1 / 3]
      try await store.write { ledger in
        try ledger.insert(
          outcomes: values.enumerated().map {
            OutcomeRecord(lead: LeadNumber(1), at: 0, number: Int64($0.offset), outcome: "won", value: $0.element)
          })
      }
      let kept = try await store.read { try $0.outcomes(of: LeadNumber(1)) }.map { $0.value?.bitPattern }
      try expect(kept, is: values.map { $0?.bitPattern })
    },
    StoreCase("Nothing is a thing that can be written") { store in
      try await store.write { ledger in
        try ledger.insert(leads: [])
        try ledger.insert(identities: [])
        try ledger.insert(events: [])
        try ledger.insert(changes: [])
        try ledger.insert(outcomes: [])
        try ledger.insert(messages: [])
        try ledger.put(scores: [])
        try ledger.insert(history: [])
        try ledger.put(lifecycles: [])
        try ledger.insert(crossings: [])
        try ledger.insert(deliveries: [])
        try ledger.removeScores(model: 1)
        try expect(try ledger.removeFacts(ofSource: 1), is: [])
      }
      try expect(try await store.read { try $0.head() }, is: LedgerHead())
    },
    StoreCase("A learned model of some megabytes comes back whole") { store in
      let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
      let number = try await store.write {
        try $0.put(learnedFile: LearnedFileRecord(name: "m", bytes: bytes, createdAt: 0, isPublished: false))
      }
      try expect(try await store.read { try $0.learnedFile(number)?.bytes == bytes }, is: true)
    },
  ]
}
