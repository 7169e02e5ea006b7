import Leads

/// Makes messages of the rows of a CSV file of events: who, what, when, and properties.
///
/// The columns are found by the names that CRMs and event streams give them (`ColumnNames`): the lead's id, the event's
/// name, its time. All other columns are properties, as text. What the lead's column is called says what kind of id it
/// holds: an address, a user's, a device's, or a record's.
public struct EventRows: Sendable {
  /// Which kind of id names the leads.
  private enum LeadID { case record, user, anonymous, email }

  private let columns: [String]
  private let delimiter: UInt8
  private let lead: Int, name: Int, time: Int
  private let leadID: LeadID
  private let limits: TrackingLimits

  /// Reads the heading.
  ///
  /// - Throws: `TrackingProblem` if a column is missing that is needed.
  public init(heading: [UInt8], limits: TrackingLimits = TrackingLimits()) throws(TrackingProblem) {
    delimiter =
      [UInt8(ascii: ","), UInt8(ascii: ";"), 9].max { a, b in
        heading.count { $0 == a } < heading.count { $0 == b }
      } ?? UInt8(ascii: ",")
    self.limits = limits
    guard heading.span.isUTF8(0..<heading.count), let names = Self.values(of: heading, delimiter) else {
      throw TrackingProblem(index: nil, message: "the heading is not CSV in UTF-8")
    }
    columns = names
    let keys = names.map(ColumnNames.key)
    lead = try Self.column(.eventLead, "the lead of an event", keys)
    name = try Self.column(.eventName, "the name of an event", keys)
    time = try Self.column(.eventTime, "the time of an event", keys)
    switch keys[lead] {
    case "email", "emailaddress": leadID = .email
    case "userid", "distinctid", "customerid": leadID = .user
    case "anonymousid": leadID = .anonymous
    default: leadID = .record
    }
  }

  private static func column(
    _ role: ColumnNames.Role, _ what: String, _ keys: [String]
  ) throws(TrackingProblem) -> Int {
    for usual in ColumnNames.usual(role) {
      if let index = keys.firstIndex(of: ColumnNames.key(usual)) { return index }
    }
    throw TrackingProblem(
      index: nil, message: "no column looks like \(what); call it \"\(ColumnNames.usual(role)[0])\"")
  }

  /// The message of a row.
  ///
  /// - Throws: `TrackingProblem` if it is none.
  public func message(_ row: [UInt8]) throws(TrackingProblem) -> TrackedMessage {
    guard row.span.isUTF8(0..<row.count) else { throw Self.problem("the text is not UTF-8") }
    if row.contains(0) { throw Self.problem("the row holds NUL") }
    guard let values = Self.values(of: row, delimiter) else { throw Self.problem("a quote is not closed") }
    guard values.count == columns.count else {
      throw Self.problem("\(values.count) values; the heading has \(columns.count)")
    }
    let id = values[lead]
    if id.isEmpty { throw Self.problem("\(columns[lead]): is missing") }
    if id.utf8.count > limits.idBytes { throw Self.problem("\(columns[lead]): longer than \(limits.idBytes) bytes") }
    let event = values[name]
    if event.isEmpty { throw Self.problem("\(columns[name]): is missing") }
    if event.utf8.count > limits.eventBytes {
      throw Self.problem("\(columns[name]): longer than \(limits.eventBytes) bytes")
    }
    guard let at = Instant(values[time])?.secondsSince1970, at >= 0 else {
      throw Self.problem("\(columns[time]): \"\(values[time].prefix(40))\" is not a time since 1970")
    }
    var message = TrackedMessage(act: .track(name: event, properties: properties(values)), at: at)
    switch leadID {
    case .record: message.recordID = id
    case .user: message.userID = id
    case .anonymous: message.anonymousID = id
    case .email:
      message.traits = [TrackedMessage.Trait("email", id)]
      guard message.email != nil else { throw Self.problem("\(columns[lead]): is no e-mail address") }
    }
    message.content = message.digest(timestamp: at)
    return message
  }

  private static func problem(_ message: String) -> TrackingProblem { TrackingProblem(index: nil, message: message) }

  /// The other columns as a JSON object; empty values are left out.
  private func properties(_ values: [String]) -> String {
    var json: [UInt8] = [UInt8(ascii: "{")]
    for (index, value) in values.enumerated()
    where index != lead && index != name && index != time && !value.isEmpty && !columns[index].isEmpty {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      JSONText.append(columns[index], to: &json)
      json.append(UInt8(ascii: ":"))
      JSONText.append(value, to: &json)
    }
    if json.count == 1 { return "" }
    json.append(UInt8(ascii: "}"))
    return String(decoding: json, as: UTF8.self)
  }

  /// The values of a row (RFC 4180), trimmed; nil if a quote is not closed.
  private static func values(of row: [UInt8], _ delimiter: UInt8) -> [String]? {
    var values: [String] = []
    var value: [UInt8] = []
    var isQuoted = false
    var index = 0
    while index < row.count {
      let byte = row[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if isQuoted, index < row.count, row[index] == byte {
          value.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == delimiter, !isQuoted {
        values.append(trimmed(value))
        value.removeAll(keepingCapacity: true)
      } else {
        value.append(byte)
      }
    }
    values.append(trimmed(value))
    return isQuoted ? nil : values
  }

  private static func trimmed(_ value: [UInt8]) -> String {
    let start = value.firstIndex { $0 > 0x20 } ?? value.count
    let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: value[start..<end], as: UTF8.self)
  }
}
