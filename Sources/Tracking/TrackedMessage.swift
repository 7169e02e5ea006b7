import Leads

/// One message of the tracking API, as it was understood.
///
/// What a page, a product or a mail programme says of one person at one moment: who (by ids), what they did, and what
/// is known of them. It says nothing of leads: who that is, the ledger decides.
public struct TrackedMessage: Sendable, Hashable {
  /// What the message says.
  public enum Act: Sendable, Hashable {
    /// Who somebody is; the traits say what is known.
    case identify
    /// Something was done. Pages are `page_view`, screens `screen_view`.
    case track(name: String, properties: String)
    /// Somebody belongs to an account, by its id.
    case group(account: String)
    /// Two ids are of one person: the message's, and this earlier one.
    case alias(previous: String)
  }

  /// What is known of somebody: an attribute's name and its value as text, nil where it is taken back.
  public struct Trait: Sendable, Hashable {
    /// The attribute's name.
    public var name: String
    /// Its value as text.
    public var value: String?

    /// A trait.
    public init(_ name: String, _ value: String?) {
      self.name = name
      self.value = value
    }
  }

  /// The message's own id, by which a repetition is known; nil if it has none.
  public var messageID: String?
  /// The id of a user.
  public var userID: String?
  /// The id of a browser or device.
  public var anonymousID: String?
  /// The id of a record in a file.
  public var recordID: String?
  /// What it says.
  public var act: Act
  /// What it says of the person, or, with `group`, of the account.
  public var traits: [Trait]
  /// When it happened, in seconds since 1970, with the sender's clock set right as far as it told its time; nil for now.
  public var at: Int64?
  /// The program that sent it, as it calls itself.
  public var userAgent: String?
  /// The address it came from.
  public var address: String?
  /// What the event is taken for, by whoever knows more than its content, such as the endpoint of a honeypot link.
  public var isBot: Bool
  /// A digest of the message's content without its id and the time of sending: the same for a repetition.
  public var content: UInt64

  /// A message.
  public init(
    messageID: String? = nil, userID: String? = nil, anonymousID: String? = nil, recordID: String? = nil, act: Act,
    traits: [Trait] = [], at: Int64? = nil, userAgent: String? = nil, address: String? = nil, isBot: Bool = false,
    content: UInt64 = 0
  ) {
    self.messageID = messageID
    self.userID = userID
    self.anonymousID = anonymousID
    self.recordID = recordID
    self.act = act
    self.traits = traits
    self.at = at
    self.userAgent = userAgent
    self.address = address
    self.isBot = isBot
    self.content = content
  }

  /// The e-mail address that the traits name, trimmed and folded; nil for none.
  public var email: String? {
    guard case .group = act else {
      guard let value = traits.first(where: { $0.name == "email" })?.value else { return nil }
      let folded = String(decoding: value.foldedUTF8, as: UTF8.self)
      return folded.contains("@") && folded.utf8.count <= 320 ? folded : nil
    }
    return nil
  }
}
