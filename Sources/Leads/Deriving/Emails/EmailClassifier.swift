/// Tells kinds of e-mail addresses apart. One look at each byte, and a few look-ups; nothing is allocated.
///
/// `Name <address>` and `mailto:address` count as the address that they hold, since exports write both. Addresses in
/// quotes (`"a b"@example.com`) are valid on paper, but nobody has one: they are invalid here.
struct EmailClassifier: Sendable {
  private let domains: WordTable<EmailKind>
  private let brands: WordTable<EmailKind>
  private let mailboxes: WordTable<EmailKind>
  private let endings: WordTable<EmailKind>

  /// What Leadline knows.
  static let standard = EmailClassifier()

  private init() {
    var domains = WordTable<EmailKind>()
    domains.add(DisposableDomains.domains, .disposable)
    domains.add(EducationDomains.domains, .education)
    for words in PersonalDomains.all { domains.add(words, .personal) }
    self.domains = domains
    var brands = WordTable(PersonalDomains.brands, EmailKind.personal)
    brands.add(DisposableDomains.brands, .disposable)
    self.brands = brands
    var mailboxes = WordTable<EmailKind>()
    for words in RoleMailboxes.all { mailboxes.add(words, .role) }
    self.mailboxes = mailboxes
    endings = WordTable("edu ac sch k12 school schools university college", .education)
  }

  /// The kind of an address; nil for an empty text. Words of `own` win.
  func kind(of text: Span<UInt8>, own: EmailWords? = nil) -> EmailKind? {
    let range = Self.addressRange(in: text)
    if range.isEmpty { return text.trimmedRange.isEmpty ? nil : .invalid }
    guard let address = AddressParts(text.extracting(range)) else { return .invalid }
    let kind: EmailKind
    if let own, let chosen = own.kind(of: address) {
      if chosen != .business && chosen != .education { return chosen }
      kind = chosen
    } else {
      kind = domainKind(address)
    }
    guard kind == .business || kind == .education else { return kind }
    if let own, own.isRole(address) { return .role }
    return isRole(address) ? .role : kind
  }

  /// Where the address itself stands: inside the last angle brackets, or after `mailto:`.
  private static func addressRange(in text: Span<UInt8>) -> Range<Int> {
    var range = text.trimmedRange
    if range.count > 2, text[range.upperBound - 1] == UInt8(ascii: ">") {
      var start = range.upperBound - 2
      while start > range.lowerBound, text[start] != UInt8(ascii: "<") { start -= 1 }
      if text[start] == UInt8(ascii: "<") { range = start + 1..<range.upperBound - 1 }
    }
    if range.count > 7, text[range.lowerBound + 6] == UInt8(ascii: ":"), text[range.lowerBound] | 0x20 == 0x6D {
      let scheme: StaticString = "mailto"
      let isScheme = scheme.withUTF8Buffer { buffer in
        for i in buffer.indices where text[range.lowerBound + i] | 0x20 != buffer[i] { return false }
        return true
      }
      if isScheme { range = range.lowerBound + 7..<range.upperBound }
    }
    return range
  }

  // MARK: Domains

  private func domainKind(_ address: borrowing AddressParts) -> EmailKind {
    let text = address.bytes.span
    if let kind = domains[text.extracting(address.domain)] { return kind }
    let first = text.extracting(address.domain.lowerBound..<address.firstDot)
    if let kind = brands[first], kind == .disposable || Self.isCountryEnding(address) { return kind }
    if isEducation(address) { return .education }
    // Below a provider: disposable ones give away subdomains, universities have departments. A line's provider has
    // neither, and who has a host below it is no customer.
    var dot = address.firstDot
    while dot < address.lastDot {
      let parent = text.extracting(dot + 1..<address.domain.upperBound)
      if let kind = domains[parent], kind != .personal { return kind }
      dot += 1
      while dot < address.lastDot, text[dot] != UInt8(ascii: ".") { dot += 1 }
    }
    return Self.isDisposableByName(address) ? .disposable : .business
  }

  /// Whether after the first label comes what countries use: `fr`, `co.uk`, `com.br`.
  private static func isCountryEnding(_ address: borrowing AddressParts) -> Bool {
    let ending = address.domain.upperBound - address.lastDot - 1
    let middle = address.lastDot - address.firstDot - 1
    if middle < 0 {
      // Companies like these endings for their own names.
      let isFashionable = ["io", "ai", "tv", "to"].contains { address.matches($0, at: address.lastDot + 1) }
      return ending == 2 && !isFashionable
    }
    return ending == 2 && (middle == 2 || address.matches("com.", at: address.firstDot + 1))
      && address.firstDot + middle + 1 == address.lastDot
  }

  private func isEducation(_ address: borrowing AddressParts) -> Bool {
    let text = address.bytes.span
    let end = address.domain.upperBound
    let last = text.extracting(address.lastDot + 1..<end)
    if last.count > 2 {
      if endings[last] != nil { return true }
    } else if address.firstDot < address.lastDot {
      // example.ac.uk, and pupils.example.k12.ca.us.
      var dot = address.firstDot
      while dot < address.lastDot {
        var next = dot + 1
        while text[next] != UInt8(ascii: ".") { next += 1 }
        if endings[text.extracting(dot + 1..<next)] != nil { return true }
        dot = next
      }
    }
    var start = address.domain.lowerBound
    while start <= address.lastDot {
      var stop = start
      while text[stop] != UInt8(ascii: ".") { stop += 1 }
      let label = text.extracting(start..<stop)
      if label.count >= 5, Self.isEducationLabel(label) { return true }
      start = stop + 1
    }
    return false
  }

  private static func isEducationLabel(_ label: Span<UInt8>) -> Bool {
    switch label[0] {
    case UInt8(ascii: "u"), UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "h"), UInt8(ascii: "p"),
      UInt8(ascii: "i"), UInt8(ascii: "l"):
      for mark in EducationDomains.beginnings where label.hasPrefix(mark) { return true }
    default: break
    }
    switch label[label.count - 1] {
    case UInt8(ascii: "e"), UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "c"),
      UInt8(ascii: "m"):
      for mark in EducationDomains.ends where label.hasSuffix(mark) { return true }
    default: break
    }
    // What all marks have in common first, so that most labels are looked at twice and not six times.
    guard label.count >= 9, label.contains("universi") || label.contains("sch") || label.hasSuffix("gymnasium") else {
      return false
    }
    return EducationDomains.marks.contains { label.endsWord($0) }
  }

  private static func isDisposableByName(_ address: borrowing AddressParts) -> Bool {
    let domain = address.bytes.span.extracting(address.domain.lowerBound..<address.lastDot)
    guard domain.count >= 7, domain.contains("mail") || domain.contains("throw") || domain.hasPrefix("jetable") else {
      return false
    }
    return DisposableDomains.marks.contains { domain.endsWord($0) }
  }

  // MARK: Mailboxes

  /// Whether the part before the `@` names a task: as a whole, without digits at its end or what follows a `+`, or in
  /// all its parts (`sales-uk`, `info.support`), where two letters may be a country.
  private func isRole(_ address: borrowing AddressParts) -> Bool {
    let text = address.bytes.span
    var end = address.local.upperBound
    if mailboxes.contains(text.extracting(0..<end)) { return true }
    var hasMarks = false
    for i in 0..<end {
      let byte = text[i]
      if byte == UInt8(ascii: "+") {
        end = i
        break
      }
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") { hasMarks = true }
    }
    while end > 1, text[end - 1] &- 0x30 < 10 { end -= 1 }
    guard hasMarks || end < address.local.upperBound else { return false }
    if mailboxes.contains(text.extracting(0..<end)) { return true }
    guard hasMarks else { return false }
    var start = 0
    while start < end {
      var stop = start
      while stop < end, !Self.isMark(text[stop]) { stop += 1 }
      let part = text.extracting(start..<stop)
      let isRegion = start > 0 && part.count == 2
      if !isRegion && !mailboxes.contains(part) { return false }
      start = stop + 1
    }
    return true
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }
}
