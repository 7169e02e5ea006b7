import Testing
import Tracking

/// Boundaries, just inside and just outside.
@Suite struct LimitTests {
  private func read(_ body: String, _ limits: TrackingLimits = TrackingLimits()) -> TrackedBatch {
    let bytes = Array(body.utf8)
    return TrackingReader(limits: limits).batch(bytes.span, received: 1_751_373_300)
  }

  private func track(_ event: String, _ properties: String = "{}", user: String = "u") -> String {
    #"{"batch":[{"type":"track","userId":"\#(user)","event":"\#(event)","properties":\#(properties)},"#
      + #"{"type":"track","userId":"u","event":"next"}]}"#
  }

  /// The first message's problem; the second message has to be there in any case.
  private func problem(_ body: String, _ limits: TrackingLimits = TrackingLimits()) -> String? {
    let batch = read(body, limits)
    #expect(batch.messages.last?.act == .track(name: "next", properties: ""))
    #expect(batch.problems.allSatisfy { $0.index == 0 })
    #expect(batch.messages.count + batch.problems.count == 2)
    return batch.problems.first?.message
  }

  private func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  @Test func namesOfEvents() {
    #expect(problem(track(text(256))) == nil)
    #expect(problem(track(text(257))) == "event: 257 bytes long; at most 256")
    #expect(problem(track(" ")) == "event: is missing: what was done")
  }

  @Test func aNameOfAMegabyte() {
    var limits = TrackingLimits()
    limits.messageBytes = 4 << 20
    #expect(problem(track(text(1 << 20)), limits) == "event: 1048576 bytes long; at most 256")
    #expect(problem(track("e", user: text(1 << 20)), limits) == "userId: 1048576 bytes long; at most 512")
  }

  @Test func ids() {
    #expect(problem(track("e", user: text(512))) == nil)
    #expect(problem(track("e", user: text(513))) == "userId: 513 bytes long; at most 512")
  }

  @Test func messages() {
    let bare = #"{"type":"track","userId":"u","event":"e","properties":{"p":""}}"#.utf8.count
    let limit = TrackingLimits().messageBytes
    #expect(problem(track("e", #"{"p":"\#(text(limit - bare))"}"#)) == nil)
    #expect(
      problem(track("e", #"{"p":"\#(text(limit - bare + 1))"}"#))
        == "the message is \(limit + 1) bytes long; at most \(limit)")
  }

  /// The message is one level, its properties are the second.
  @Test func depth() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    let limits = TrackingLimits()
    #expect(problem(track("e", #"{"p":\#(nested(limits.depth - 2))}"#)) == nil)
    #expect(
      problem(track("e", #"{"p":\#(nested(limits.depth - 1))}"#))?.hasPrefix("values nest deeper than 64") == true)
    #expect(problem(track("e", #"{"p":\#(nested(10_000))}"#))?.hasPrefix("values nest deeper than 64") == true)
  }

  @Test func members() {
    func object(_ count: Int) -> String {
      "{" + (0..<count).map { #""p\#($0)":1"# }.joined(separator: ",") + "}"
    }
    #expect(problem(track("e", object(512))) == nil)
    #expect(problem(track("e", object(513)))?.hasPrefix("an object has more than 512 members") == true)
  }

  @Test func traits() {
    func identify(_ traits: String) -> String {
      #"{"batch":[{"type":"identify","userId":"u","traits":\#(traits)},{"type":"track","userId":"u","event":"next"}]}"#
    }
    func object(_ count: Int) -> String {
      #"{"n":{"# + (0..<count).map { #""p\#($0)":1"# }.joined(separator: ",") + "}}"
    }
    #expect(problem(identify(object(256))) == nil)
    #expect(problem(identify(object(257))) == "traits: more than 256 traits")
    #expect(problem(identify(#"{"\#(text(128))":1}"#)) == nil)
    #expect(problem(identify(#"{"\#(text(129))":1}"#)) == "traits: a name is 129 bytes long; at most 128")
    #expect(problem(identify(#"{"a":"\#(text(8192))"}"#)) == nil)
    #expect(problem(identify(#"{"a":"\#(text(8193))"}"#)) == "traits: \"a\" is 8193 bytes long; at most 8192")
    #expect(problem(identify(#"{"":1}"#)) == "traits: a trait has no name")
  }

  @Test func textThatIsNotUTF8() {
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80, 0x80, 0x80]] {
      var body = Array(#"{"batch":[{"type":"track","userId":"u","event":"e"#.utf8)
      body += bad
      body += Array(#""},{"type":"track","userId":"u","event":"é€😀"}]}"#.utf8)
      let batch = TrackingReader().batch(body.span, received: 1_751_373_300)
      #expect(batch.messages.map(\.act) == [.track(name: "é€😀", properties: "")], "\(bad)")
      #expect(batch.problems == [TrackingProblem(index: 0, message: "the text is not UTF-8")], "\(bad)")
    }
  }

  @Test func batches() {
    var limits = TrackingLimits()
    limits.messages = 2
    let good = #"{"type":"track","userId":"u","event":"e"}"#
    #expect(read(#"{"batch":[\#(good),\#(good)]}"#, limits).problems.isEmpty)
    let batch = read(#"{"batch":[\#(good),\#(good),\#(good)]}"#, limits)
    #expect(batch.messages.count == 2)
    #expect(
      batch.problems.map(\.message) == [
        "there are more than 2 messages, at byte 94; what stands from message 2 on was not read"
      ])
  }

  @Test func recordIDsAreReadWhereTheyMayBe() {
    let line = Array(#"{"type":"track","recordId":"r1","event":"e"}"#.utf8)
    let batch = TrackingReader(readsRecordIDs: true).line(line.span, 0..<line.count, index: 7, received: 0)
    #expect(batch.messages.map(\.recordID) == ["r1"])
    #expect(batch.positions == [7])
  }
}
