/// Reads requests of the tracking API, as Segment defined it and its libraries send it.
///
///     let reader = TrackingReader()
///     let batch = reader.batch(body.span, received: 1_751_373_296)
///     batch.messages        // what was understood
///     batch.problems        // what was not: the position and the reason
///
/// It is strict about JSON and about types, and lenient about what it does not know: other members are ignored. A
/// message that is wrong is named and left out; the others are read. Only where the JSON itself breaks off, nothing
/// behind it is read, because a quote that is missing turns texts into members.
///
/// Properties are kept as they were sent, but for spaces between them. Complexity: O(bytes); a few nanoseconds for each.
public struct TrackingReader: Sendable {
  /// How much a message may hold.
  public var limits: TrackingLimits
  /// Whether messages may name their lead by the id of a record (`recordId`), as files do. A key that stands in a web
  /// page should not be able to.
  public var readsRecordIDs: Bool

  /// A reader.
  public init(limits: TrackingLimits = TrackingLimits(), readsRecordIDs: Bool = false) {
    self.limits = limits
    self.readsRecordIDs = readsRecordIDs
  }

  /// Reads the body of one call, such as `/v1/track`.
  ///
  /// - Parameters:
  ///   - call: what the message says; nil if its own `type` says it.
  ///   - received: when it was received, in seconds since 1970.
  public func message(_ body: Span<UInt8>, call: TrackedCall?, received: Int64) -> TrackedBatch {
    message(body, 0..<body.count, call: call, index: 0, received: received)
  }

  /// Reads one line of a file of messages (JSON Lines); its `type` says what it is.
  ///
  /// - Parameter index: the position that problems name.
  public func line(_ body: Span<UInt8>, _ range: Range<Int>, index: Int, received: Int64) -> TrackedBatch {
    message(body, range, call: nil, index: index, received: received)
  }

  private func message(
    _ body: Span<UInt8>, _ range: Range<Int>, call: TrackedCall?, index: Int, received: Int64
  ) -> TrackedBatch {
    var reading = BatchReading(self, received: received)
    var cursor = reading.cursor(range)
    do {
      let found = try reading.fields(body, &cursor)
      try Self.expectEnd(body, &cursor)
      reading.take(body, found, call: call, index: index)
      if case .success(let fields) = found {
        reading.result.writeKey = try? FieldReader(fields: fields, limits: limits).id(.writeKey, body)
      }
    } catch {
      reading.result.problems.append(Self.problem(error, from: range.lowerBound, index: index))
    }
    return reading.result
  }

  /// Reads the body of `/v1/batch`: `{"batch": [...], "sentAt": ..., "context": {...}}`.
  ///
  /// - Parameter received: when it was received, in seconds since 1970.
  public func batch(_ body: Span<UInt8>, received: Int64) -> TrackedBatch {
    var reading = BatchReading(self, received: received)
    reading.read(body)
    return reading.result
  }

  static func expectEnd(_ body: Span<UInt8>, _ cursor: inout JSONCursor) throws(JSONFault) {
    cursor.skipSpace(body)
    if cursor.position < cursor.end { throw cursor.fault("nothing is expected behind the object", body) }
  }

  static func problem(_ fault: JSONFault, from start: Int, index: Int?) -> TrackingProblem {
    TrackingProblem(index: index, message: "\(fault.message), at byte \(fault.position - start)")
  }
}
