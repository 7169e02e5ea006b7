import Store

/// What a transaction throws to be undone.
private struct Stop: Error {}

extension StoreSuite {
  static let transactionCases: [StoreCase] = [
    StoreCase("Commits are numbered without gaps, and read from a number on") { store in
      let leads = [5, 3, 900_000, 4].map { LeadNumber($0) }
      for (number, touched) in [(1, leads), (2, nil), (3, [])] as [(Int64, [LeadNumber]?)] {
        try await store.write { ledger in
          var head = try ledger.head()
          head.commit = number
          head.at = number * 10
          head.number += 2
          try ledger.append(Commit(number: number, at: number * 10, leads: touched), head: head)
        }
      }
      let commits = try await store.read { try $0.commits(after: 0, limit: 9) }
      try expect(commits.map(\.number), is: [1, 2, 3])
      try expect(commits.map(\.leads), is: [leads, nil, []])
      try expect(try await store.read { try $0.commits(after: 1, limit: 1) }, is: [commits[1]])
      let head = try await store.read { try $0.head() }
      try expect([head.commit, head.at, head.number, head.lead], is: [3, 30, 6, 0])
    },
    StoreCase("A commit out of turn, or a head that goes back, is refused") { store in
      try await store.change { ledger, head in
        head.at = 100
        head.number = 10
        head.lead = 5
      }
      let refused: [(Int64, Int64, Int64, Int64)] = [
        (1, 100, 10, 5), (3, 100, 10, 5), (2, 99, 10, 5), (2, 100, 9, 5), (2, 100, 10, 4),
      ]
      for (commit, at, number, lead) in refused {
        try await expectProblem("commit \(commit) at \(at) with number \(number) and lead \(lead)") {
          try await store.write { ledger in
            var head = LedgerHead()
            (head.commit, head.at, head.number, head.lead) = (commit, at, number, lead)
            try ledger.append(Commit(number: commit, at: at, leads: nil), head: head)
          }
        }
      }
      try expect(try await store.read { try $0.commits(after: 0, limit: 9) }.count, is: 1)
    },
    StoreCase("Nothing of a transaction that throws stays") { store in
      try await store.addLeads(2)
      try await subscribe(store)
      let known = try await store.write { try $0.numberAdding(EventKind("known")) }
      let before = try await store.read { try LedgerDump.lines(of: $0) }
      do {
        try await store.write { ledger in
          try RandomOperations.everything(on: ledger)
          throw Stop()
        }
        throw StoreFailure(description: "the error of the work was swallowed")
      } catch is Stop {}
      try expect(try await store.read { try LedgerDump.lines(of: $0) }, is: before)
      // What the transaction had added is added anew under the number it would have had.
      try expect(try await store.write { try $0.numberAdding(EventKind("new")) }, is: known + 1)
      try expect(try await store.read { try $0.kind(known + 1) }, is: EventKind("new"))
      try await store.write { try RandomOperations.everything(on: $0) }
    },
    StoreCase("A transaction sees what it wrote") { store in
      try await store.addLeads(1)
      let seen = try await store.write { ledger in
        try ledger.insert(events: [
          EventRecord(lead: LeadNumber(1), at: 1, number: 1, kind: try ledger.numberAdding(EventKind("x")))
        ])
        try ledger.insert(changes: [
          AttributeChange(lead: LeadNumber(1), attribute: "new", at: 1, number: 2, value: "v")
        ])
        return try (ledger.events(of: LeadNumber(1)).count, ledger.changes(of: LeadNumber(1)).first?.attribute)
      }
      try expect(seen.0, is: 1)
      try expect(seen.1, is: "new")
    },
    StoreCase("Reads within reads of the same kind do not disturb each other") { store in
      try await store.write { ledger in
        try ledger.insert(events: (1...20).map { EventRecord(lead: LeadNumber($0 % 4), at: $0, number: $0, kind: 1) })
      }
      let counts = try await store.read { ledger in
        var counts: [Int] = []
        try ledger.forEachEvent { _ in
          var inner = 0
          try ledger.forEachEvent { _ in inner += 1 }
          counts.append(inner)
        }
        return counts
      }
      try expect(counts, is: Array(repeating: 20, count: 20))
      // A scan that is broken off can be begun again.
      try await store.read { ledger in
        for _ in 1...3 { do { try ledger.forEachEvent { _ in throw Stop() } } catch is Stop {} }
        try expect(try ledger.all(ledger.forEachEvent).count, is: 20)
      }
    },
    StoreCase("Transactions of many tasks take place one after the other") { store in
      let tasks = 8
      let rounds = 25
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<tasks {
          group.addTask {
            for round in 0..<rounds {
              try await store.change { ledger, head in
                head.number += 1
                try ledger.insert(events: [
                  EventRecord(lead: LeadNumber(Int64(task + 1)), at: Int64(round), number: head.number, kind: 1)
                ])
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let numbers = try await store.read { ledger in try ledger.all(ledger.forEachEvent) }.map(\.number)
      try expect(numbers.sorted(), is: (1...Int64(tasks * rounds)).map { $0 })
      try expect(try await store.read { try $0.head().commit }, is: Int64(tasks * rounds))
    },
    StoreCase("A read sees one state while others write") { store in
      try await store.change { ledger, head in try ledger.set(setting: "commit", "1") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for _ in 0..<60 {
            try await store.change { ledger, head in
              try ledger.set(setting: "commit", "\(head.commit + 1)")
              head.number += 1
              try ledger.insert(events: [EventRecord(lead: LeadNumber(1), at: 0, number: head.number, kind: 1)])
            }
          }
        }
        for _ in 0..<2 {
          group.addTask {
            for _ in 0..<60 {
              try await store.read { ledger in
                let commit = try ledger.head().commit
                let events = try ledger.events(of: LeadNumber(1)).count
                try expect(try ledger.setting("commit"), is: "\(commit)")
                try expect(Int64(events), is: commit - 1)
              }
            }
          }
        }
        try await group.waitForAll()
      }
    },
    StoreCase("A cancelled task's transaction is there as a whole or not at all") { store in
      for number in 1...20 as ClosedRange<Int64> {
        let task = Task {
          try await store.change { ledger, head in
            head.number += 2
            try ledger.insert(events: [
              EventRecord(lead: LeadNumber(number), at: 0, number: head.number - 1, kind: 1),
              EventRecord(lead: LeadNumber(number), at: 0, number: head.number, kind: 1),
            ])
          }
        }
        task.cancel()
        let succeeded = (try? await task.value) != nil
        let count = try await store.read { try $0.events(of: LeadNumber(number)) }.count
        try expect(count, is: succeeded ? 2 : 0)
      }
    },
  ]
}
