import Delivering
import Service
import Store
import Testing

@Suite(.timeLimit(.minutes(3))) struct DeliveryWorkerTests {
  @Test func whatIsDueIsDeliveredOnce() async throws {
    let outbox = Outbox()
    let number = try await outbox.subscribe()
    try await outbox.cross([1, 2, 3], number)
    let worker = outbox.worker()
    #expect(try await worker.deliverDue() == 3)
    #expect(try await worker.deliverDue() == 0)
    #expect(Set(outbox.messenger.sent.map(\.id)) == ["crs_1_1", "crs_2_1", "crs_3_1"])
    #expect(try await outbox.states() == [.delivered, .delivered, .delivered])
  }

  // MARK: Trying again

  @Test func attemptsAreBoundedAndSpacedByTheSchedule() async throws {
    let outbox = Outbox { _, _ in .failed("the receiver answered 500") }
    try await outbox.cross([1], try await outbox.subscribe())
    let worker = outbox.worker { $0.retry = RetrySchedule(attempts: 5) }
    for _ in 0..<4000 {
      try await worker.deliverDue()
      outbox.wait(1)
    }
    let times = outbox.messenger.sent.map(\.at)
    #expect(times.count == 5)
    for (attempt, pair) in zip(times, times.dropFirst()).enumerated() {
      #expect(1...RetrySchedule().longest(after: attempt + 1) ~= pair.1 - pair.0)
    }
    #expect(Set(outbox.messenger.sent.map(\.id)) == ["crs_1_1"])
    let dead = try #require(try await outbox.delivery(1))
    #expect(dead.state == .dead && dead.problem == "the receiver answered 500" && dead.attempts == 5)
    let figures = await worker.figures
    #expect(figures.dead == 1 && figures.failed == 4)
  }

  @Test func aReceiverMayAskForMoreTime() async throws {
    let outbox = Outbox { _, earlier in earlier == 0 ? .failed("429", retryAfterSeconds: 600) : .delivered }
    try await outbox.cross([1], try await outbox.subscribe())
    let worker = outbox.worker()
    try await worker.deliverDue()
    outbox.wait(599)
    #expect(try await worker.deliverDue() == 0)
    outbox.wait(1)
    #expect(try await worker.deliverDue() == 1)
    #expect(try await outbox.states() == [.delivered])
  }

  @Test func aDeadLetterIsDeliveredWhenItIsReplayed() async throws {
    let outbox = Outbox { _, earlier in earlier == 0 ? .refused("no") : .delivered }
    try await outbox.cross([1], try await outbox.subscribe())
    let worker = outbox.worker()
    try await worker.deliverDue()
    #expect(try await outbox.states() == [.dead])
    let letters = DeadLetters(outbox.store)
    #expect(try await letters.list().map(\.number) == [1])
    try await letters.replay(1, at: outbox.now)
    try await worker.deliverDue()
    #expect(try await outbox.states() == [.delivered])
    #expect(outbox.messenger.sent.map(\.id) == ["crs_1_1", "crs_1_1"])
    await #expect(throws: DeadLetters.NotDead.self) { try await letters.replay(1, at: outbox.now) }
  }

  @Test func whoeverIsGoneIsNotAskedAgain() async throws {
    let outbox = Outbox { _, _ in .gone }
    let number = try await outbox.subscribe()
    try await outbox.cross([1], number)
    let worker = outbox.worker()
    try await worker.deliverDue()
    try await outbox.cross([2], number)
    try await worker.deliverDue()
    #expect(outbox.messenger.sent.count == 1)
    #expect(try await outbox.states() == [.dead, .dead])
    #expect(try await outbox.store.read { try $0.subscriptions()[0].isActive } == false)
    let second = try await outbox.delivery(2)
    #expect(second?.problem == "the subscription is off")
    #expect(try await DeadLetters(outbox.store).replayAll(subscription: number, at: outbox.now) == 2)
  }

  // MARK: Order, and several processes

  @Test func theCrossingsOfALeadArriveInOrder() async throws {
    let outbox = Outbox { sent, earlier in earlier < 2 && sent.id == "crs_1_1" ? .failed("later") : .delivered }
    let number = try await outbox.subscribe()
    try await outbox.cross([7, 7, 8, 7], number)
    let worker = outbox.worker()
    for _ in 0..<100 {
      try await worker.deliverDue()
      outbox.wait(1)
    }
    let ofSeven = outbox.messenger.sent.map(\.id).filter { $0 != "crs_3_1" }
    #expect(ofSeven.last == "crs_4_1" && ofSeven.suffix(3) == ["crs_1_1", "crs_2_1", "crs_4_1"])
    // The other lead did not have to wait.
    #expect(outbox.messenger.sent.prefix(2).contains { $0.id == "crs_3_1" })
    #expect(try await outbox.states().allSatisfy { $0 == .delivered })
  }

  @Test func twoProcessesShareTheWork() async throws {
    let outbox = Outbox()
    try await outbox.cross(Array(1...200), try await outbox.subscribe())
    let workers = [outbox.worker(seed: 1), outbox.worker(seed: 2)]
    await withTaskGroup(of: Void.self) { group in
      for worker in workers { group.addTask { _ = try? await worker.deliverDue() } }
    }
    #expect(outbox.messenger.sent.count == 200)
    #expect(Set(outbox.messenger.sent.map(\.id)).count == 200)
  }

  @Test func aProcessThatDiesAfterSendingLeavesTheDeliveryToOthersUnderTheSameID() async throws {
    let outbox = Outbox()
    try await outbox.cross([1], try await outbox.subscribe())
    let dying = outbox.worker(DyingMessenger(inner: outbox.messenger))
    let process = Task { try await dying.deliverDue() }
    while outbox.messenger.sent.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    let other = outbox.worker()
    // The lease holds, so nobody else sends it meanwhile.
    outbox.wait(119)
    #expect(try await other.deliverDue() == 0)
    outbox.wait(1)
    #expect(try await other.deliverDue() == 1)
    #expect(outbox.messenger.sent.map(\.id) == ["crs_1_1", "crs_1_1"])
    #expect(try await outbox.states() == [.delivered])
    process.cancel()
  }

  @Test func aClockThatIsSetBackDelaysNothing() async throws {
    let outbox = Outbox { _, earlier in earlier == 0 ? .failed("later") : .delivered }
    let number = try await outbox.subscribe()
    try await outbox.cross([1], number)
    outbox.wait(-86_400)
    let worker = outbox.worker()
    #expect(try await worker.deliverDue() == 1)
    outbox.wait(5)
    #expect(try await worker.deliverDue() == 1)
    #expect(try await outbox.states() == [.delivered])
  }

  @Test func whatWaitsForOneReceiverIsDeliveredAsFastAsItTakesIt() async throws {
    let outbox = Outbox()
    try await outbox.cross(Array(1...300), try await outbox.subscribe())
    let worker = outbox.worker { $0.pollMilliseconds = 3_600_000 }
    let running = Task { await worker.run() }
    // The clock stands still: nothing may be put off to a later second.
    while outbox.messenger.sent.count < 60 { try await Task.sleep(for: .milliseconds(5)) }
    running.cancel()
  }

  @Test func aSlowReceiverDoesNotHoldUpOthers() async throws {
    let outbox = Outbox()
    let slow = try await outbox.subscribe()
    let quick = try await outbox.subscribe()
    try await outbox.cross(Array(1...300), slow)
    try await outbox.cross([1], quick)
    let inner = outbox.messenger
    let worker = outbox.worker(StuckMessenger(stuck: slow, inner: inner))
    let running = Task { await worker.run() }
    worker.committed()
    while !inner.sent.contains(where: { $0.subscription == quick }) { try await Task.sleep(for: .milliseconds(5)) }
    #expect(inner.sent.count { $0.subscription == slow } <= 4)
    running.cancel()
  }

  /// Never comes back from one subscription, until it is cancelled.
  private struct StuckMessenger: Messenger {
    let stuck: Int64
    let inner: ScriptedMessenger

    func send(_ message: OutgoingMessage, to subscription: Subscription, at moment: Int64) async -> Attempt {
      let attempt = await inner.send(message, to: subscription, at: moment)
      if subscription.number == stuck { try? await Task.sleep(for: .seconds(3600)) }
      return attempt
    }
  }

  @Test func aWorkerThatIsStoppedFinishesWhatItBegan() async throws {
    let outbox = Outbox()
    try await outbox.cross(Array(1...50), try await outbox.subscribe())
    let worker = outbox.worker()
    let running = Task { await worker.run() }
    while outbox.messenger.sent.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
    await worker.stop()
    await running.value
    let states = try await outbox.states()
    #expect(states.count { $0 == .delivered } == outbox.messenger.sent.count)
  }
}
