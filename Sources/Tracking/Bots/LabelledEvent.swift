/// What an act is taken for, as the ledger's labels have it.
public enum TrackedLabel: Int, Sendable, Hashable, CaseIterable {
  /// A person's act.
  case person = 0
  /// A scanner's or a program's.
  case bot = 1
  /// The same act again, sent twice within moments.
  case repeated = 2
  /// An act that another one says already.
  case implied = 3
}

/// What labelling has to know of an event of a lead.
public struct LabelledEvent: Sendable, Hashable {
  /// What an event has to do with a mail.
  public enum MailAct: Sendable, Hashable {
    /// The mail reached its mailbox, or was sent to it.
    case delivered
    /// It was opened, or its images were fetched.
    case opened
    /// A link in it was followed.
    case clicked
  }

  /// What happened.
  public var name: String
  /// The properties, as `TrackedMessage.Act.track` has them.
  public var properties: String
  /// When it happened, in seconds since 1970.
  public var at: Int64
  /// The message's id, or nil if it is not known any more: an event of the ledger is never the same message as a new one.
  public var messageID: String?
  /// The program that sent it.
  public var userAgent: String?
  /// Whether it came in by a way that only programs take, such as a honeypot link.
  public var isBot: Bool
  /// What it was taken for so far.
  public var label: TrackedLabel
  /// What it has to do with a mail; nil for nothing.
  public let mailAct: MailAct?
  /// The mail's campaign; nil if the event names none.
  public let campaign: String?
  /// The link that was followed; nil if the event names none.
  public let link: String?

  /// An event. O(properties) for mail events, else O(name).
  public init(
    name: String, properties: String, at: Int64, messageID: String? = nil, userAgent: String? = nil,
    isBot: Bool = false, label: TrackedLabel = .person
  ) {
    self.name = name
    self.properties = properties
    self.at = at
    self.messageID = messageID
    self.userAgent = userAgent
    self.isBot = isBot
    self.label = label
    mailAct = Self.mailAct(of: name)
    campaign =
      mailAct == nil
      ? nil : JSONProperties.text(of: ["campaign", "campaign_id", "email_id", "campaign_name"], in: properties)
    link = mailAct == .clicked ? JSONProperties.text(of: ["url", "link", "link_url", "link_id"], in: properties) : nil
  }

  /// Names are compared by their letters: `Email Link Clicked`, as Segment's specification has it, is
  /// `email_link_clicked`.
  private static func mailAct(of name: String) -> MailAct? {
    guard name.utf8.count <= 40 else { return nil }
    var key: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): key.append(byte)
      case 0x80...: return nil
      default: break
      }
    }
    switch String(decoding: key, as: UTF8.self) {
    case "emaildelivered", "emailsent", "maildelivered", "mailsent": return .delivered
    case "emailopened", "emailopen", "mailopened": return .opened
    case "emailclicked", "emailclick", "emaillinkclicked", "mailclicked": return .clicked
    default: return nil
    }
  }
}

/// Looks up properties in the JSON that the reader made.
public enum JSONProperties {
  /// The text or number of the first of these members that the object has; nil if it has none.
  ///
  /// - Parameter json: an object without spaces, as `TrackedMessage.Act.track` has it; anything else holds nothing.
  public static func text(of names: [String], in json: String) -> String? {
    let bytes = json.utf8.span
    guard bytes.count > 2 else { return nil }
    var cursor = JSONCursor(0..<bytes.count, bounds: JSONBounds(depth: 64, members: 1 << 16))
    guard (try? cursor.skipValue(bytes, depth: 0)) != nil, cursor.position == bytes.count,
      bytes[0] == UInt8(ascii: "{")
    else { return nil }
    var best: (rank: Int, text: String)?
    var members = JSONMembers(0..<bytes.count)
    while let (name, value) = members.next(bytes) {
      guard let rank = names.firstIndex(of: JSONText.unescaped(bytes, name)), rank < best?.rank ?? .max else {
        continue
      }
      switch bytes[value.lowerBound] {
      case UInt8(ascii: "\""):
        if value.count > 2 { best = (rank, JSONText.unescaped(bytes, value.lowerBound + 1..<value.upperBound - 1)) }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): best = (rank, bytes.string(value))
      default: break
      }
    }
    return best?.text
  }
}
