/// The name of an event and its properties. Events of one kind share one row of the ledger.
public struct EventKind: Sendable, Hashable {
  /// What happened, as it was sent.
  public var name: String
  /// The properties as a JSON object without spaces, its members as they were sent; empty for none.
  public var properties: String

  /// A kind.
  public init(_ name: String, properties: String = "") {
    self.name = name
    self.properties = properties
  }
}

/// What an act is taken for. Only acts of people count for scores.
public enum EventLabel: Int, Sendable, Hashable, CaseIterable {
  /// A person's act.
  case person = 0
  /// A scanner's or a program's.
  case bot = 1
  /// The same act again, sent twice within moments.
  case repeated = 2
  /// An act that another one says already, such as the opening of a mail whose link was clicked.
  case implied = 3
}

/// An event of a lead, as the ledger has it.
public struct EventRecord: Sendable, Hashable {
  /// Whose it is.
  public var lead: LeadNumber
  /// When it happened, in seconds since 1970.
  public var at: Int64
  /// Its number: unique in the ledger, in the order of arrival.
  public var number: Int64
  /// The number of its kind.
  public var kind: Int64
  /// What it is taken for.
  public var label: EventLabel
  /// The number of the source it came from.
  public var source: Int64

  /// An event.
  public init(
    lead: LeadNumber, at: Int64, number: Int64, kind: Int64, label: EventLabel = .person, source: Int64 = 0
  ) {
    self.lead = lead
    self.at = at
    self.number = number
    self.kind = kind
    self.label = label
    self.source = source
  }
}

/// A change of an attribute: from then on the lead has this value.
public struct AttributeChange: Sendable, Hashable {
  /// Whose attribute.
  public var lead: LeadNumber
  /// The attribute's name.
  public var attribute: String
  /// When it changed, in seconds since 1970.
  public var at: Int64
  /// Its number, from the same count as the numbers of events: of two changes at one moment the higher one holds.
  public var number: Int64
  /// The new value as text; nil if nothing is known any more.
  public var value: String?
  /// The number of the source it came from.
  public var source: Int64

  /// A change.
  public init(
    lead: LeadNumber, attribute: String, at: Int64, number: Int64, value: String?, source: Int64 = 0
  ) {
    self.lead = lead
    self.attribute = attribute
    self.at = at
    self.number = number
    self.value = value
    self.source = source
  }
}

/// What became of a lead.
public struct OutcomeRecord: Sendable, Hashable {
  /// Whose outcome.
  public var lead: LeadNumber
  /// When, in seconds since 1970.
  public var at: Int64
  /// Its number, from the same count as the numbers of events.
  public var number: Int64
  /// won, lost, accepted or rejected.
  public var outcome: String
  /// The value of the deal, if it is known.
  public var value: Double?
  /// The number of the source it came from.
  public var source: Int64

  /// An outcome.
  public init(
    lead: LeadNumber, at: Int64, number: Int64, outcome: String, value: Double? = nil, source: Int64 = 0
  ) {
    self.lead = lead
    self.at = at
    self.number = number
    self.outcome = outcome
    self.value = value
    self.source = source
  }
}

/// A message that was taken in: what makes sending it again harmless.
public struct MessageKey: Sendable, Hashable {
  /// 64 bits of a cryptographic digest of the sender and the message's own id.
  public var id: Int64
  /// 64 bits of a digest of its content: the same id with another content is another message, and a mistake.
  public var content: Int64
  /// The number of the source it came from.
  public var source: Int64

  /// The key of a message.
  public init(id: Int64, content: Int64, source: Int64 = 0) {
    self.id = id
    self.content = content
    self.source = source
  }
}
