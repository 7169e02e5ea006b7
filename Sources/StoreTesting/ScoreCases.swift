import Store

extension StoreSuite {
  static func score(_ lead: Int64, _ score: Int64?, model: Int64 = 1, stage: String? = nil, day: Int64 = 1)
    -> ScoreRecord
  {
    ScoreRecord(
      model: model, lead: LeadNumber(lead), day: day, outcome: #"{"total":\#(score ?? -1)}"#, score: score, stage: stage
    )
  }

  static func change(_ lead: Int64, _ commit: Int64, model: Int64 = 1) -> ScoreChange {
    ScoreChange(
      commit: commit, model: model, lead: LeadNumber(lead), at: commit * 10, cause: Cause(.event, commit),
      outcome: #"{"commit":\#(commit)}"#)
  }

  static let scoreCases: [StoreCase] = [
    StoreCase("Scores are replaced, by model and lead") { store in
      let scores = [score(2, 5), score(1, nil), score(2, 7, model: 2, stage: "mql")]
      try await store.write { try $0.put(scores: scores) }
      try expect(
        try await store.read { ledger in try ledger.all { try ledger.forEachScore(model: 1, $0) } },
        is: [scores[1], scores[0]])
      try expect(try await store.read { try $0.score(of: LeadNumber(2), model: 2) }, is: scores[2])
      try expect(try await store.read { try $0.score(of: LeadNumber(2), model: 3) }, is: nil)
      for new in [score(2, 5, stage: "cold", day: 2), score(2, 6, day: 3), score(2, nil, day: 4), score(2, 8, day: 5)] {
        try await store.write { try $0.put(scores: [new]) }
        try expect(try await store.read { try $0.score(of: LeadNumber(2), model: 1) }, is: new)
      }
      try expect(try await store.read { try $0.score(of: LeadNumber(2), model: 2) }, is: scores[2])
    },
    StoreCase("The ranking goes from the highest score down, equal ones by number, page by page") { store in
      let values: [Int64?] = [5, 9, 5, nil, Int64.min, 9, 5, Int64.max, 0]
      try await store.write { ledger in
        try ledger.put(scores: values.enumerated().map { score(Int64($0.offset + 1), $0.element) })
        try ledger.put(scores: [score(50, 1000, model: 2)])
      }
      let expected: [Int64] = [8, 2, 6, 1, 3, 7, 9, 5]
      for size in 1...9 {
        var leads: [Int64] = []
        var after: (score: Int64, lead: LeadNumber)?
        while true {
          let last = after
          let page = try await store.read { try $0.ranking(model: 1, stage: nil, after: last, limit: size) }
          leads += page.map(\.lead.value)
          guard let end = page.last, let score = end.score, page.count == size else { break }
          after = (score, end.lead)
        }
        try expect(leads, is: expected, "pages of \(size)")
      }
      try expect(try await store.read { try $0.ranking(model: 1, stage: nil, after: nil, limit: 0) }, is: [])
    },
    StoreCase("A ranking follows scores that change") { store in
      try await store.write { try $0.put(scores: [score(1, 1), score(2, 2), score(3, 3)]) }
      try await store.write { try $0.put(scores: [score(1, 4), score(3, nil), score(2, 2, day: 9)]) }
      let page = try await store.read { try $0.ranking(model: 1, stage: nil, after: nil, limit: 9) }
      try expect(page, is: [score(1, 4), score(2, 2, day: 9)])
    },
    StoreCase("The ranking of a stage is of the stage of the lifecycle") { store in
      try await store.write { ledger in
        try ledger.put(scores: (1...8).map { score($0, $0 % 3, stage: "what the model says") })
        try ledger.put(
          lifecycles: (1...8).map { LifecycleRecord(lead: LeadNumber($0), stage: $0 % 2 == 0 ? "mql" : nil, since: 0) })
      }
      let leads = try await store.read { try $0.ranking(model: 1, stage: "mql", after: nil, limit: 9) }.map(
        \.lead.value)
      try expect(leads, is: [2, 8, 4, 6])
      let rest = try await store.read { try $0.ranking(model: 1, stage: "mql", after: (2, LeadNumber(2)), limit: 2) }
      try expect(rest.map(\.lead.value), is: [8, 4])
      try expect(try await store.read { try $0.ranking(model: 1, stage: "sql", after: nil, limit: 9) }, is: [])
    },
    StoreCase("History is the newest first, by lead and model, and outlives the scores") { store in
      try await store.write { ledger in
        try ledger.insert(history: [change(1, 1), change(2, 1)])
        try ledger.put(scores: [score(1, 5), score(2, 5), score(1, 5, model: 2)])
        try ledger.insert(history: [change(1, 2), change(1, 3), change(1, 3, model: 2)])
      }
      try expect(
        try await store.read { try $0.history(of: LeadNumber(1), model: 1, limit: 9) },
        is: [change(1, 3), change(1, 2), change(1, 1)])
      try expect(
        try await store.read { try $0.history(of: LeadNumber(1), model: 1, limit: 2) },
        is: [change(1, 3), change(1, 2)])
      try expect(
        try await store.read { try $0.history(of: LeadNumber(1), model: 2, limit: 9) }, is: [change(1, 3, model: 2)])
      try await store.write { try $0.removeScores(model: 1) }
      try expect(try await store.read { ledger in try ledger.all { try ledger.forEachScore(model: 1, $0) } }, is: [])
      try expect(try await store.read { try $0.ranking(model: 1, stage: nil, after: nil, limit: 9) }, is: [])
      try expect(try await store.read { try $0.score(of: LeadNumber(1), model: 1) }, is: nil)
      try expect(try await store.read { try $0.score(of: LeadNumber(1), model: 2) }, is: score(1, 5, model: 2))
      try await store.write { ledger in
        try ledger.put(scores: [score(1, nil)])
        try ledger.insert(history: [change(1, 4)])
      }
      try expect(try await store.read { try $0.score(of: LeadNumber(1), model: 1) }, is: score(1, nil))
      try expect(
        try await store.read { try $0.history(of: LeadNumber(1), model: 1, limit: 9) }.map(\.commit), is: [4, 3, 2, 1])
      try expect(try await store.read { try $0.history(of: LeadNumber(3), model: 1, limit: 9) }, is: [])
    },
    StoreCase("A history without scores is no score") { store in
      try await store.write { try $0.insert(history: [change(1, 1)]) }
      try expect(try await store.read { try $0.score(of: LeadNumber(1), model: 1) }, is: nil)
      try expect(try await store.read { try $0.ranking(model: 1, stage: nil, after: nil, limit: 9) }, is: [])
      try await store.write { try $0.put(scores: [score(1, nil)]) }
      try expect(try await store.read { try $0.score(of: LeadNumber(1), model: 1) }, is: score(1, nil))
      try expect(try await store.read { try $0.history(of: LeadNumber(1), model: 1, limit: 9) }, is: [change(1, 1)])
    },
    StoreCase("Stages are replaced, by lead") { store in
      let old = LifecycleRecord(lead: LeadNumber(2), stage: "mql", since: 5, leavingSince: 6)
      let other = LifecycleRecord(lead: LeadNumber(1), stage: nil, since: 7)
      try await store.write { try $0.put(lifecycles: [old, other]) }
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachLifecycle) }, is: [other, old])
      let new = LifecycleRecord(lead: LeadNumber(2), stage: "sql", since: 8)
      try await store.write { try $0.put(lifecycles: [new]) }
      try expect(try await store.read { try $0.lifecycle(of: LeadNumber(2)) }, is: new)
      try expect(try await store.read { try $0.lifecycle(of: LeadNumber(3)) }, is: nil)
    },
  ]

  static let crossingCases: [StoreCase] = [
    StoreCase("Crossings are read by lead, the newest first, and from a number on") { store in
      let crossings = [(3, 1), (5, 2), (9, 1), (12, 1)].map { number, lead in
        Crossing(
          number: number, model: 1, lead: LeadNumber(lead), at: number * 2, what: "stage",
          from: number == 3 ? nil : "cold",
          to: number == 9 ? nil : "mql", isUp: number != 9, cause: Cause(.day, 20_000))
      }
      try await store.write { try $0.insert(crossings: Array(crossings[1...])) }
      try await store.write { try $0.insert(crossings: [crossings[0]]) }
      try expect(
        try await store.read { try $0.crossings(of: LeadNumber(1), limit: 2) }, is: [crossings[3], crossings[2]])
      try expect(
        try await store.read { try $0.crossings(of: LeadNumber(1), limit: 9) },
        is: [crossings[3], crossings[2], crossings[0]])
      try expect(try await store.read { try $0.crossings(after: 3, limit: 2) }, is: [crossings[1], crossings[2]])
      try expect(try await store.read { try $0.crossings(after: 12, limit: 2) }, is: [])
      try await expectProblem("a crossing twice") { try await store.write { try $0.insert(crossings: [crossings[2]]) } }
    }
  ]
}
