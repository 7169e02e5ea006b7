/// The reading of one request: first where everything stands, then what it says, because the time of sending and the
/// context that hold for all messages may stand behind them.
struct BatchReading {
  /// A message's fields, or what is wrong with its text.
  typealias Found = Result<MessageFields, TrackingProblem>

  var result = TrackedBatch()
  private let limits: TrackingLimits
  private var reader: MessageReader

  init(_ tracking: TrackingReader, received: Int64) {
    limits = tracking.limits
    reader = MessageReader(limits: limits, readsRecordIDs: tracking.readsRecordIDs, received: received)
  }

  func cursor(_ range: Range<Int>) -> JSONCursor {
    JSONCursor(range, bounds: JSONBounds(depth: limits.depth, members: limits.members))
  }

  /// Reads the body of a batch.
  mutating func read(_ body: Span<UInt8>) {
    var found: [Found] = []
    var around = MessageFields()
    var cursor = cursor(0..<body.count)
    var broken: JSONFault?
    do {
      try envelope(body, &cursor, &around, &found)
      try TrackingReader.expectEnd(body, &cursor)
    } catch {
      broken = error
    }
    do {
      try takeAround(body, around, isWhole: broken == nil)
      result.messages.reserveCapacity(found.count)
      result.positions.reserveCapacity(found.count)
      for index in found.indices { take(body, found[index], call: nil, index: index) }
    } catch {
      result.problems.append(error)
    }
    if let broken {
      var problem = TrackingProblem(index: nil, message: "\(broken.message), at byte \(broken.position)")
      if !found.isEmpty { problem.message += "; what stands from message \(found.count) on was not read" }
      result.problems.append(problem)
    }
  }

  /// Goes through the object around the messages.
  private func envelope(
    _ body: Span<UInt8>, _ cursor: inout JSONCursor, _ around: inout MessageFields, _ found: inout [Found]
  ) throws(JSONFault) {
    cursor.skipSpace(body)
    guard cursor.take(UInt8(ascii: "{"), body) else { throw cursor.fault("an object is expected", body) }
    try cursor.members(body) { (cursor: inout JSONCursor, digest, name) throws(JSONFault) in
      let start = cursor.position
      let field = MessageField.named(digest, body, name)
      if field == .batch, cursor.take(UInt8(ascii: "["), body) {
        // The names of this object are set aside, so that each message starts with none.
        var inner = self.cursor(cursor.position..<cursor.end)
        try inner.elements(body) { (cursor: inout JSONCursor) throws(JSONFault) in
          if found.count >= limits.messages {
            throw JSONFault(message: "there are more than \(limits.messages) messages", position: cursor.position)
          }
          found.append(try fields(body, &cursor))
        }
        cursor.position = inner.position
      } else {
        try cursor.skipValue(body, depth: 1)
      }
      if let field { around[field] = start..<cursor.position }
    }
    if let refusal = cursor.refusal { throw refusal }
    if cursor.hasNonASCII, !body.isUTF8(0..<cursor.position) {
      throw JSONFault(message: "the text is not UTF-8", position: 0)
    }
  }

  /// What holds for all messages. Of a request that breaks off, what was read of it.
  private mutating func takeAround(
    _ body: Span<UInt8>, _ around: MessageFields, isWhole: Bool
  ) throws(TrackingProblem) {
    let fields = FieldReader(fields: around, limits: limits)
    result.writeKey = try fields.id(.writeKey, body)
    reader.sentAt = try fields.instant(.sentAt, body)
    reader.context = try fields.object(.context, body)
    guard isWhole else { return }
    let batch = around[.batch]
    if batch.isEmpty { throw FieldReader.problem(.batch, "is missing: an array of messages") }
    if body[batch.lowerBound] != UInt8(ascii: "[") {
      throw FieldReader.problem(.batch, "an array is expected, not \(FieldReader.kind(body, batch))")
    }
  }

  /// Where the fields of the message at the cursor stand. Throws where the JSON breaks off.
  func fields(_ body: Span<UInt8>, _ cursor: inout JSONCursor) throws(JSONFault) -> Found {
    cursor.startValue()
    cursor.skipSpace(body)
    let start = cursor.position
    guard cursor.take(UInt8(ascii: "{"), body) else {
      if start == cursor.end { throw cursor.fault("an object is expected", body) }
      try cursor.skipValue(body, depth: 0)
      return .failure(
        TrackingProblem(index: nil, message: "an object is expected, not \(FieldReader.kind(body, start..<start + 1))"))
    }
    var fields = MessageFields()
    try cursor.members(body) { (cursor: inout JSONCursor, digest, name) throws(JSONFault) in
      let value = cursor.position
      try cursor.skipValue(body, depth: 1)
      if let field = MessageField.named(digest, body, name) { fields[field] = value..<cursor.position }
    }
    let range = start..<cursor.position
    if range.count > limits.messageBytes {
      return .failure(
        TrackingProblem(
          index: nil, message: "the message is \(range.count) bytes long; at most \(limits.messageBytes)"))
    }
    if let refusal = cursor.refusal {
      return .failure(TrackingReader.problem(refusal, from: start, index: nil))
    }
    if cursor.hasNonASCII, !body.isUTF8(range) {
      return .failure(TrackingProblem(index: nil, message: "the text is not UTF-8"))
    }
    return .success(fields)
  }

  /// Makes a message of what was found, or a problem.
  mutating func take(_ body: Span<UInt8>, _ found: Found, call: TrackedCall?, index: Int) {
    do {
      let fields = try found.get()
      result.messages.append(try reader.message(body, fields, call: call))
      result.positions.append(index)
    } catch {
      result.problems.append(TrackingProblem(index: index, message: error.message))
    }
  }
}
