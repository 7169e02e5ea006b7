/// What a message's context says that is of use: the program and the address it came from, the page, the campaign,
/// and the person's traits.
struct MessageContext {
  var userAgent: String?
  var address: String?
  /// The places of objects.
  var page: Range<Int>?
  var campaign: Range<Int>?
  var traits: Range<Int>?

  private static let memberNames = ["userAgent", "ip", "page", "campaign", "traits"].map { Array($0.utf8) }

  /// Reads a context. Of a batch's context what the message's own does not say is taken.
  init(_ bytes: Span<UInt8>, own: Range<Int>?, batch: Range<Int>?) {
    if let batch { read(bytes, batch) }
    if let own { read(bytes, own) }
  }

  private mutating func read(_ bytes: Span<UInt8>, _ object: Range<Int>) {
    var members = JSONMembers(object)
    while let (name, value) = members.next(bytes) {
      let isObject = bytes[value.lowerBound] == UInt8(ascii: "{")
      if bytes.equals(Self.memberNames[0], at: name) {
        userAgent = Self.text(bytes, value) ?? userAgent
      } else if bytes.equals(Self.memberNames[1], at: name) {
        address = Self.text(bytes, value) ?? address
      } else if isObject, bytes.equals(Self.memberNames[2], at: name) {
        page = value
      } else if isObject, bytes.equals(Self.memberNames[3], at: name) {
        campaign = value
      } else if isObject, bytes.equals(Self.memberNames[4], at: name) {
        traits = value
      }
    }
  }

  /// A text of at most 512 bytes; more is no user agent and no address.
  private static func text(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
    guard bytes[value.lowerBound] == UInt8(ascii: "\""), (3...514).contains(value.count) else { return nil }
    return JSONText.unescaped(bytes, value.lowerBound + 1..<value.upperBound - 1)
  }

  /// Members of the context that events get as properties: the name in the context, and as a property.
  private static let pageProperties = ["url", "path", "referrer", "title"].map { (Array($0.utf8), Array($0.utf8)) }
  private static let campaignProperties = [
    ("name", "utm_campaign"), ("source", "utm_source"), ("medium", "utm_medium"), ("term", "utm_term"),
    ("content", "utm_content"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The properties that the context gives: names, and the places of texts that are not empty.
  func properties(_ bytes: Span<UInt8>) -> [(name: [UInt8], value: Range<Int>)] {
    var found: [(name: [UInt8], value: Range<Int>)] = []
    for (object, wanted) in [(page, Self.pageProperties), (campaign, Self.campaignProperties)] {
      guard let object else { continue }
      var members = JSONMembers(object)
      while let (name, value) = members.next(bytes) {
        guard bytes[value.lowerBound] == UInt8(ascii: "\""), value.count > 2 else { continue }
        for (member, property) in wanted where bytes.equals(member, at: name) { found.append((property, value)) }
      }
    }
    return found
  }
}
