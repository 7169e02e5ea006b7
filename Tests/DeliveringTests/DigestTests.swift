import Delivering
import Foundation
import Service
import Store
import Testing

@Suite(.timeLimit(.minutes(3))) struct DigestTests {
  @Test func whatIsMoreThanTheLimitComesTogetherAtTheNextHour() async throws {
    let outbox = Outbox()
    try await outbox.cross(Array(1...10), try await outbox.subscribe(hourlyLimit: 3))
    let worker = outbox.worker()
    outbox.wait(60)
    #expect(try await worker.deliverDue() == 3)
    #expect(try await outbox.states().count { $0 == .digest } == 7)
    #expect(await worker.figures.putOff == 7)
    outbox.wait(3539)
    #expect(try await worker.deliverDue() == 0)
    outbox.wait(1)
    #expect(try await worker.deliverDue() == 1)
    let digest = try #require(outbox.messenger.sent.last)
    #expect(digest.parts == 7 && digest.id == "dig_4_1")
    #expect(try await outbox.states().allSatisfy { $0 == .delivered })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(digest.json.utf8)) as? [String: Any])
    let data = try #require(object["data"] as? [String: Any])
    let messages = try #require(data["messages"] as? [[String: Any]])
    #expect(object["type"] as? String == "leads.digest" && data["count"] as? Int == 7)
    #expect(messages.compactMap { $0["id"] as? String } == (4...10).map { "crs_\($0)_1" })
  }

  @Test func aDigestCountsAsOneMessage() async throws {
    let outbox = Outbox()
    let number = try await outbox.subscribe(hourlyLimit: 2)
    try await outbox.cross(Array(1...10), number)
    let worker = outbox.worker()
    try await worker.deliverDue()
    outbox.wait(3600)
    #expect(try await worker.deliverDue() == 1)
    try await outbox.cross([11, 12], number)
    #expect(try await worker.deliverDue() == 1)
    #expect(outbox.messenger.sent.map(\.parts) == [1, 1, 8, 1])
    #expect(try await outbox.states().last == .digest)
  }

  @Test func aDigestThatFailsKeepsItsIDAndItsContent() async throws {
    let outbox = Outbox { sent, earlier in sent.parts > 1 && earlier < 3 ? .failed("later") : .delivered }
    let number = try await outbox.subscribe(hourlyLimit: 1)
    try await outbox.cross([1, 2, 3], number)
    let worker = outbox.worker()
    try await worker.deliverDue()
    outbox.wait(3600)
    try await worker.deliverDue()
    // More comes in while the digest waits for its next attempt.
    try await outbox.cross([2, 4, 5], number)
    for _ in 0..<200 {
      try await worker.deliverDue()
      outbox.wait(1)
    }
    let digests = outbox.messenger.sent.filter { $0.parts > 1 || $0.id.hasPrefix("dig") }
    #expect(digests.count == 3)
    #expect(Set(digests.map(\.id)) == ["dig_2_1"] && Set(digests.map(\.json)).count == 1)
    outbox.wait(3600)
    try await worker.deliverDue()
    #expect(try await outbox.states().allSatisfy { $0 == .delivered })
  }

  @Test func aLeadInADigestIsNotOvertakenByItself() async throws {
    let outbox = Outbox()
    let number = try await outbox.subscribe(hourlyLimit: 1)
    try await outbox.cross([1, 2], number)
    let worker = outbox.worker()
    try await worker.deliverDue()
    outbox.wait(3599)
    try await outbox.cross([2], number)
    #expect(try await worker.deliverDue() == 0)
    outbox.wait(1)
    try await worker.deliverDue()
    try await worker.deliverDue()
    outbox.wait(7200)
    try await worker.deliverDue()
    #expect(outbox.messenger.sent.map(\.id) == ["crs_1_1", "crs_2_1", "crs_3_1"])
  }

  @Test func aLimitOfNoneSendsDigestsOnly() async throws {
    let outbox = Outbox()
    try await outbox.cross([1, 2], try await outbox.subscribe(hourlyLimit: 0))
    let worker = outbox.worker()
    #expect(try await worker.deliverDue() == 0)
    outbox.wait(3600)
    #expect(try await worker.deliverDue() == 1)
    #expect(outbox.messenger.sent.map(\.parts) == [2])
  }

  @Test func aDigestThatIsGivenUpIsAllDeadLetters() async throws {
    let outbox = Outbox { _, _ in .refused("no") }
    try await outbox.cross([1, 2], try await outbox.subscribe(hourlyLimit: 0))
    let worker = outbox.worker()
    try await worker.deliverDue()
    outbox.wait(3600)
    try await worker.deliverDue()
    #expect(try await outbox.states() == [.dead, .dead])
  }
}
