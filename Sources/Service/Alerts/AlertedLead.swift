import Store

/// What a message says about a lead besides its scores: who it is, and what it did.
public struct AlertedLead: Sendable, Hashable {
  /// An e-mail address, or nil.
  public var email: String?
  /// A name, or nil.
  public var name: String?
  /// A company, or nil.
  public var company: String?
  /// What caused the crossing, in the ledger's own words: the name of an event, or of an attribute; nil for a cause that has none.
  public var reason: String?

  /// Who it is, as far as known.
  public init(email: String? = nil, name: String? = nil, company: String? = nil, reason: String? = nil) {
    self.email = email
    self.name = name
    self.company = company
    self.reason = reason
  }

  /// What a ledger knows of a lead that crossed, the leads that were merged into it included.
  ///
  /// - Complexity: linear in the lead's facts; asked only for crossings that somebody wants to hear of.
  public init(of crossing: Crossing, in ledger: some LedgerReading) throws {
    let leads = try Self.family(of: crossing.lead, in: ledger)
    var newest: [String: AttributeChange] = [:]
    for lead in leads {
      for identity in try ledger.identities(of: lead) where identity.kind == .email && email == nil {
        email = identity.value
      }
      for change in try ledger.changes(of: lead) {
        let old = newest[change.attribute]
        if old.map({ ($0.at, $0.number) < (change.at, change.number) }) ?? true { newest[change.attribute] = change }
      }
    }
    func first(_ names: [String]) -> String? {
      names.lazy.compactMap { newest[$0]?.value }.first { !$0.allSatisfy(\.isWhitespace) }
    }
    let parts = [first(Self.firstNames), first(Self.lastNames)].compactMap(\.self)
    name = first(Self.fullNames) ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
    company = first(Self.companies)
    switch crossing.cause.kind {
    case .event, .label:
      for lead in leads where reason == nil {
        guard let event = try ledger.events(of: lead).last(where: { $0.number == crossing.cause.reference }) else {
          continue
        }
        reason = try ledger.kind(event.kind)?.name
      }
    case .change: reason = newest.values.first { $0.number == crossing.cause.reference }?.attribute
    case .day, .publish, .merge, .import, .repair: break
    }
  }

  private static let fullNames = ["name", "full_name", "fullName"]
  private static let firstNames = ["first_name", "firstName", "firstname"]
  private static let lastNames = ["last_name", "lastName", "lastname"]
  private static let companies = ["company", "company.name", "company_name", "account.name"]

  /// A lead and those that were merged into it, directly or through others.
  private static func family(of lead: LeadNumber, in ledger: some LedgerReading) throws -> [LeadNumber] {
    var family = [lead]
    var next = 0
    while next < family.count {
      family += try ledger.merged(into: family[next]).filter { !family.contains($0) }
      next += 1
    }
    return family
  }
}
