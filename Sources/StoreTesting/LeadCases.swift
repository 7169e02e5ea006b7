import Store

extension StoreSuite {
  static let leadCases: [StoreCase] = [
    StoreCase("An empty store has a head of zeros and nothing else") { store in
      try expect(try await store.read { try $0.head() }, is: LedgerHead())
      try expect(try await store.read { ledger in try ledger.all(ledger.forEachLead) }, is: [])
      try expect(try await store.read { try $0.commits(after: 0, limit: 10) }, is: [])
      try expect(try await store.read { try $0.lead(LeadNumber(1)) }, is: nil)
      try expect(try await store.read { try $0.setting("any") }, is: nil)
    },
    StoreCase("Leads are read back by number and in the order of numbers") { store in
      let leads = [7, 2, 5].map { LeadRecord(LeadNumber($0), createdAt: $0 * 10) }
      try await store.write { try $0.insert(leads: leads) }
      try expect(try await store.read { try $0.lead(LeadNumber(5)) }, is: leads[2])
      try expect(
        try await store.read { ledger in try ledger.all(ledger.forEachLead) }.map(\.number.value), is: [2, 5, 7])
    },
    StoreCase("A lead's number is given once") { store in
      try await store.addLeads(2)
      try await expectProblem("lead 2 a second time") {
        try await store.write { try $0.insert(leads: [LeadRecord(LeadNumber(2), createdAt: 0)]) }
      }
      try expect(try await store.read { try $0.lead(LeadNumber(2)) }?.createdAt, is: 1002)
    },
    StoreCase("Leads are merged, and a merge is taken back") { store in
      try await store.addLeads(4)
      try await store.write { ledger in
        try ledger.setMerged(LeadNumber(4), into: LeadNumber(1))
        try ledger.setMerged(LeadNumber(2), into: LeadNumber(1))
        try ledger.setMerged(LeadNumber(3), into: LeadNumber(2))
      }
      try expect(try await store.read { try $0.merged(into: LeadNumber(1)) }.map(\.value), is: [2, 4])
      try expect(try await store.read { try $0.lead(LeadNumber(3)) }?.mergedInto, is: LeadNumber(2))
      try await store.write { try $0.setMerged(LeadNumber(2), into: nil) }
      try expect(try await store.read { try $0.merged(into: LeadNumber(1)) }.map(\.value), is: [4])
      try await store.write { try $0.setMerged(LeadNumber(4), into: LeadNumber(3)) }
      try expect(try await store.read { try $0.merged(into: LeadNumber(1)) }, is: [])
      try expect(try await store.read { try $0.merged(into: LeadNumber(3)) }.map(\.value), is: [4])
    },
    StoreCase("A lead is not merged into itself, into nobody, nor is nobody merged") { store in
      try await store.addLeads(2)
      for (lead, other) in [(1, 1), (1, 9), (9, 1)] as [(Int64, Int64)] {
        try await expectProblem("merging \(lead) into \(other)") {
          try await store.write { try $0.setMerged(LeadNumber(lead), into: LeadNumber(other)) }
        }
      }
      try expect(try await store.read { try $0.lead(LeadNumber(1)) }?.mergedInto, is: nil)
    },
    StoreCase("Identities lead to their leads") { store in
      try await store.addLeads(2)
      let address = Identity(.email, "ada@example.com")
      let user = Identity(.userID, "ada@example.com")
      let device = Identity(.anonymousID, "f00")
      try await store.write { ledger in
        try ledger.insert(identities: [
          (user, LeadNumber(1), 1), (address, LeadNumber(2), 1), (device, LeadNumber(1), 1),
        ])
      }
      let found = try await store.read { try $0.leads(of: [address, user, Identity(.email, "other@example.com")]) }
      try expect(found, is: [address: LeadNumber(2), user: LeadNumber(1)])
      try expect(try await store.read { try $0.leads(of: []) }, is: [:])
      try expect(try await store.read { try $0.identities(of: LeadNumber(1)) }, is: [device, user])
      try expect(try await store.read { try $0.identities(of: LeadNumber(3)) }, is: [])
      let users = try await store.read { ledger in
        var users: [String: LeadNumber] = [:]
        try ledger.forEachIdentity(.userID) { users[$0] = $1 }
        return users
      }
      try expect(users, is: ["ada@example.com": LeadNumber(1)])
    },
    StoreCase("An identity belongs to one lead that is there") { store in
      try await store.addLeads(2)
      let device = Identity(.anonymousID, "f00")
      try await store.write { try $0.insert(identities: [(device, LeadNumber(1), 1)]) }
      try await expectProblem("giving an identity away") {
        try await store.write { try $0.insert(identities: [(device, LeadNumber(2), 1)]) }
      }
      try await expectProblem("an identity of nobody") {
        try await store.write { try $0.insert(identities: [(Identity(.userID, "u"), LeadNumber(3), 1)]) }
      }
      try expect(try await store.read { try $0.leads(of: [device]) }, is: [device: LeadNumber(1)])
    },
    StoreCase("A lead's identities are in the order of kinds, then of their bytes") { store in
      try await store.addLeads(1)
      let values = ["b", "a", "Z", "é", "e\u{301}", "", "aa"]
      try await store.write { ledger in
        try ledger.insert(identities: values.map { (Identity(.userID, $0), LeadNumber(1), 0) })
        try ledger.insert(identities: [(Identity(.anonymousID, "z"), LeadNumber(1), 0)])
      }
      let found = try await store.read { try $0.identities(of: LeadNumber(1)) }
      try expect(
        found.map { Array($0.value.utf8) }, is: ["z", "", "Z", "a", "aa", "b", "e\u{301}", "é"].map { Array($0.utf8) })
    },
  ]
}
