import Foundation
import Testing
import Tracking

/// Requests and what they say, written by hand in `Conformance/tracking`.
@Suite struct ConformanceTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var call: String
    var body: String
    var writeKey: String?
    var messages: [Message]
    var problems: [Problem]?
    var testDescription: String { name }
  }

  struct Message: Decodable, Sendable {
    var messageID: String?, userID: String?, anonymousID: String?
    var act: String?, name: String?, properties: String?, account: String?, previous: String?
    var traits: [[String?]]?
    var at: Int64?
    var userAgent: String?, address: String?
  }

  struct Problem: Decodable, Sendable {
    var index: Int?
    var message: String
  }

  /// 2025-07-01T12:35:00Z.
  static let received: Int64 = 1_751_373_300

  static func cases(_ file: String) -> [Case] {
    let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let data = FileManager.default.contents(atPath: "\(path)/Conformance/tracking/\(file)"),
      let cases = try? JSONDecoder().decode([Case].self, from: data)
    else { return [] }
    return cases
  }

  @Test func theFilesAreThere() {
    #expect(Self.cases("calls.json").count >= 15)
    #expect(Self.cases("problems.json").count >= 15)
  }

  @Test(arguments: cases("calls.json") + cases("problems.json"))
  func requestsSayWhatTheyShould(row: Case) {
    let body = Array(row.body.utf8)
    let reader = TrackingReader()
    let batch: TrackedBatch
    if let call = TrackedCall(rawValue: row.call) {
      batch = reader.message(body.span, call: call, received: Self.received)
    } else {
      batch = reader.batch(body.span, received: Self.received)
    }
    #expect(batch.writeKey == row.writeKey)
    #expect(batch.problems == (row.problems ?? []).map { TrackingProblem(index: $0.index, message: $0.message) })
    #expect(batch.positions.count == batch.messages.count)
    var found = batch.messages
    for index in found.indices { found[index].content = 0 }
    #expect(found == row.messages.map(Self.message))
  }

  private static func message(_ row: Message) -> TrackedMessage {
    let act: TrackedMessage.Act =
      switch row.act {
      case "identify": .identify
      case "group": .group(account: row.account ?? "")
      case "alias": .alias(previous: row.previous ?? "")
      default: .track(name: row.name ?? "", properties: row.properties ?? "")
      }
    return TrackedMessage(
      messageID: row.messageID, userID: row.userID, anonymousID: row.anonymousID, act: act,
      traits: (row.traits ?? []).map { TrackedMessage.Trait($0[0] ?? "", $0[1]) }, at: row.at,
      userAgent: row.userAgent, address: row.address)
  }
}
