import Store

extension StoreSuite {
  static func delivery(_ subscription: Int64, _ lead: Int64, notBefore: Int64 = 0, state: Delivery.State = .waiting)
    -> Delivery
  {
    Delivery(
      subscription: subscription, crossing: lead * 100, lead: LeadNumber(lead), payload: #"{"lead":\#(lead)}"#,
      state: state,
      notBefore: notBefore)
  }

  /// Adds two subscriptions, numbers 1 and 2.
  static func subscribe(_ store: any Store) async throws {
    for name in ["one", "two"] {
      _ = try await store.write { ledger in
        try ledger.put(subscription: Subscription(name: name, channel: "webhook", target: "https://\(name).example"))
      }
    }
  }

  static let deliveryCases: [StoreCase] = [
    StoreCase("Subscriptions are added and replaced") { store in
      var first = Subscription(
        name: "a", channel: "slack", target: "https://a.example", condition: "total > 50", secret: "s", hourlyLimit: 5)
      let second = Subscription(name: "b", channel: "email", target: "b@example.com", isActive: false)
      first.number = try await store.write { [first] in try $0.put(subscription: first) }
      try expect(first.number, is: 1)
      try expect(try await store.write { try $0.put(subscription: second) }, is: 2)
      first.target = "https://c.example"
      try expect(try await store.write { [first] in try $0.put(subscription: first) }, is: 1)
      var kept = second
      kept.number = 2
      try expect(try await store.read { try $0.subscriptions() }, is: [first, kept])
    },
    StoreCase("Deliveries are numbered in their order and belong to a subscription") { store in
      try await subscribe(store)
      try await store.write { try $0.insert(deliveries: [delivery(1, 1), delivery(2, 1)]) }
      try await store.write { try $0.insert(deliveries: [delivery(1, 2)]) }
      try expect(try await store.read { try $0.dueDeliveries(at: 0, limit: 9) }.map(\.number), is: [1, 2, 3])
      var first = delivery(1, 1)
      first.number = 1
      try expect(try await store.read { try $0.delivery(1) }, is: first)
      try expect(try await store.read { try $0.delivery(4) }, is: nil)
      try await expectProblem("a delivery to nobody") {
        try await store.write { try $0.insert(deliveries: [delivery(3, 1)]) }
      }
    },
    StoreCase("Due deliveries: of each lead and subscription the first that is open, when it is its time") { store in
      try await subscribe(store)
      try await store.write { ledger in
        try ledger.insert(deliveries: [
          delivery(1, 1, notBefore: 50), delivery(1, 1), delivery(2, 1), delivery(1, 2, notBefore: 10), delivery(1, 2),
          delivery(2, 2, state: .digest), delivery(2, 2), delivery(2, 3, state: .dead), delivery(2, 3),
        ])
      }
      try expect(try await store.read { try $0.dueDeliveries(at: 9, limit: 9) }.map(\.number), is: [3, 9])
      try expect(try await store.read { try $0.dueDeliveries(at: 10, limit: 9) }.map(\.number), is: [3, 4, 9])
      try expect(try await store.read { try $0.dueDeliveries(at: 50, limit: 2) }.map(\.number), is: [1, 3])
      let besides = try await store.read { ledger in
        try ledger.subscriptions().map { subscription in
          (subscription.number, try ledger.dueDeliveries(at: 50, limit: 9, besides: [subscription.number]))
        }
      }
      let all = try await store.read { try $0.dueDeliveries(at: 50, limit: 9) }
      for (busy, found) in besides { try expect(found, is: all.filter { $0.subscription != busy }) }
      try expect(try await store.read { try $0.dueDeliveries(at: 50, limit: 9, besides: [1, 2, 3]) }, is: [])
      try await store.write { ledger in
        for number in [1, 4, 6] as [Int64] {
          guard var done = try ledger.delivery(number) else { throw StoreFailure(description: "no delivery \(number)") }
          done.state = .delivered
          try ledger.update(delivery: done)
        }
      }
      try expect(try await store.read { try $0.dueDeliveries(at: 9, limit: 9) }.map(\.number), is: [2, 3, 5, 7, 9])
    },
    StoreCase("A delivery is replaced as a whole") { store in
      try await subscribe(store)
      try await store.write { try $0.insert(deliveries: [delivery(1, 1)]) }
      let new = Delivery(
        number: 1, subscription: 2, crossing: 8, lead: LeadNumber(9), payload: "{}", state: .dead, attempts: 7,
        notBefore: 99, triedAt: 98, problem: "410 Gone")
      try await store.write { try $0.update(delivery: new) }
      try expect(try await store.read { try $0.delivery(1) }, is: new)
      try expect(try await store.read { try $0.dueDeliveries(at: 1000, limit: 9) }, is: [])
      try await expectProblem("replacing a delivery that is not there") {
        var other = new
        other.number = 2
        try await store.write { [other] in try $0.update(delivery: other) }
      }
    },
    StoreCase("Deliveries are listed by state, the newest first") { store in
      try await subscribe(store)
      try await store.write { ledger in
        try ledger.insert(deliveries: [
          delivery(1, 1, state: .dead), delivery(2, 2, state: .dead), delivery(1, 3, state: .delivered),
          delivery(1, 4, state: .dead), delivery(1, 5),
        ])
      }
      try expect(
        try await store.read { try $0.deliveries(.dead, subscription: nil, limit: 2) }.map(\.number), is: [4, 2])
      try expect(
        try await store.read { try $0.deliveries(.dead, subscription: 1, limit: 9) }.map(\.number), is: [4, 1])
      try expect(
        try await store.read { try $0.deliveries(.delivered, subscription: nil, limit: 9) }.map(\.number), is: [3])
      try expect(try await store.read { try $0.deliveries(.waiting, subscription: 2, limit: 9) }, is: [])
    },
    StoreCase("Deliveries are counted by when they were tried") { store in
      try await subscribe(store)
      try await store.write { ledger in
        for (subscription, tried) in [(1, 10), (1, 20), (1, nil), (2, 20)] as [(Int64, Int64?)] {
          var delivery = delivery(subscription, 1)
          delivery.triedAt = tried
          try ledger.insert(deliveries: [delivery])
        }
      }
      try expect(try await store.read { try $0.deliveryCount(subscription: 1, since: 10) }, is: 2)
      try expect(try await store.read { try $0.deliveryCount(subscription: 1, since: 11) }, is: 1)
      try expect(try await store.read { try $0.deliveryCount(subscription: 1, since: 21) }, is: 0)
      try expect(try await store.read { try $0.deliveryCount(subscription: 3, since: 0) }, is: 0)
    },
  ]
}
