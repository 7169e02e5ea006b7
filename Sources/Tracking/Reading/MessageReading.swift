/// Makes messages of the fields that were found.
struct MessageReader {
  let limits: TrackingLimits
  let readsRecordIDs: Bool
  /// When the request was received, in seconds since 1970.
  let received: Int64
  /// What the batch around the messages says for all of them.
  var sentAt: Int64?
  var context: Range<Int>?
  private var propertyReader = PropertyReader()

  init(limits: TrackingLimits, readsRecordIDs: Bool, received: Int64) {
    self.limits = limits
    self.readsRecordIDs = readsRecordIDs
    self.received = received
  }

  /// A message; throws what is wrong with it, without an index.
  ///
  /// - Parameter call: what the message says, where the address of the request says it; else its own `type` does.
  mutating func message(
    _ bytes: Span<UInt8>, _ fields: MessageFields, call: TrackedCall?
  ) throws(TrackingProblem) -> TrackedMessage {
    let reader = FieldReader(fields: fields, limits: limits)
    let call = try Self.call(call, bytes, reader)
    let context = MessageContext(bytes, own: try reader.object(.context, bytes), batch: context)
    let act = try act(bytes, call, reader, context)
    var message = TrackedMessage(
      messageID: try reader.id(.messageId, bytes), userID: try reader.id(.userId, bytes),
      anonymousID: try reader.id(.anonymousId, bytes),
      recordID: readsRecordIDs ? try reader.id(.recordId, bytes) : nil, act: act,
      traits: try traits(bytes, call, reader, context), userAgent: context.userAgent, address: context.address)
    try Self.checkIDs(of: message, call)
    let (original, usual) = (try reader.instant(.originalTimestamp, bytes), try reader.instant(.timestamp, bytes))
    let timestamp = original ?? usual
    let ownSentAt = try reader.instant(.sentAt, bytes)
    message.at = SendersClock.moment(of: timestamp, sentAt: ownSentAt ?? sentAt, received: received)
    if let at = message.at, at < 0 { throw FieldReader.problem(.timestamp, "lies before 1970") }
    message.content = message.digest(timestamp: timestamp)
    return message
  }

  private static func call(
    _ given: TrackedCall?, _ bytes: Span<UInt8>, _ reader: FieldReader
  ) throws(TrackingProblem) -> TrackedCall {
    if let given { return given }
    guard let type = try reader.text(.type, upTo: 256, bytes) else {
      throw FieldReader.problem(.type, "is missing; it is identify, track, page, screen, group or alias")
    }
    guard let call = TrackedCall(rawValue: type) else {
      throw FieldReader.problem(
        .type, "\"\(type.prefix(40))\" is none of identify, track, page, screen, group and alias")
    }
    return call
  }

  private mutating func act(
    _ bytes: Span<UInt8>, _ call: TrackedCall, _ reader: FieldReader, _ context: MessageContext
  ) throws(TrackingProblem) -> TrackedMessage.Act {
    switch call {
    case .identify: return .identify
    case .track:
      guard let name = try reader.text(.event, upTo: limits.eventBytes, bytes),
        !name.utf8.allSatisfy({ $0 <= 0x20 })
      else { throw FieldReader.problem(.event, "is missing: what was done") }
      return .track(name: name, properties: try properties(bytes, reader, context, named: []))
    case .page:
      return .track(name: "page_view", properties: try properties(bytes, reader, context, named: [.name, .category]))
    case .screen:
      return .track(name: "screen_view", properties: try properties(bytes, reader, context, named: [.name, .category]))
    case .group:
      guard let account = try reader.id(.groupId, bytes) else {
        throw FieldReader.problem(.groupId, "is missing: the account's id")
      }
      return .group(account: account)
    case .alias:
      guard let previous = try reader.id(.previousId, bytes) else {
        throw FieldReader.problem(.previousId, "is missing: the id that the person had before")
      }
      return .alias(previous: previous)
    }
  }

  private mutating func properties(
    _ bytes: Span<UInt8>, _ reader: FieldReader, _ context: MessageContext, named members: [MessageField]
  ) throws(TrackingProblem) -> String {
    var further: [(name: [UInt8], value: Range<Int>)] = []
    for member in members where try reader.text(member, upTo: limits.eventBytes, bytes) != nil {
      further.append((MessageField.names[member.rawValue], reader.fields[member]))
    }
    if context.page != nil || context.campaign != nil { further += context.properties(bytes) }
    return propertyReader.properties(bytes, own: try reader.object(.properties, bytes), further: further)
  }

  /// The traits of the person; with `group`, those of the account. Events may tell traits in their context.
  private func traits(
    _ bytes: Span<UInt8>, _ call: TrackedCall, _ reader: FieldReader, _ context: MessageContext
  ) throws(TrackingProblem) -> [TrackedMessage.Trait] {
    let object: Range<Int>?
    switch call {
    case .identify:
      let own = try reader.object(.traits, bytes)
      object = own ?? context.traits
    case .group: object = try reader.object(.traits, bytes)
    case .track, .page, .screen: object = context.traits
    case .alias: object = nil
    }
    guard let object else { return [] }
    var traits = TraitReader(limits)
    try traits.read(bytes, object)
    return traits.traits
  }

  private static func checkIDs(of message: TrackedMessage, _ call: TrackedCall) throws(TrackingProblem) {
    if message.userID != nil || message.anonymousID != nil || message.recordID != nil || message.email != nil { return }
    throw TrackingProblem(
      index: nil,
      message: call == .alias
        ? "userId: is missing: the id that the person has now" : "userId: is missing, and so is anonymousId: of whom?")
  }
}

extension TrackedMessage {
  /// The digest of what the message says: of its ids but its own, what was done and is known, and the time that the
  /// sender gave. Not the time of sending, nor what depends on it: a repetition is sent later.
  func digest(timestamp: Int64?) -> UInt64 {
    var digest = Digest()
    digest.combine(userID)
    digest.combine(anonymousID)
    digest.combine(recordID)
    switch act {
    case .identify: digest.combine(1)
    case .track(let name, let properties):
      digest.combine(2)
      digest.combine(name)
      digest.combine(properties)
    case .group(let account):
      digest.combine(3)
      digest.combine(account)
    case .alias(let previous):
      digest.combine(4)
      digest.combine(previous)
    }
    for trait in traits {
      digest.combine(trait.name)
      digest.combine(trait.value)
    }
    digest.combine(UInt64(bitPattern: timestamp ?? .min))
    return digest.value
  }
}
