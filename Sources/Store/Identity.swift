/// A lead's number in a store: given once, from 1 up, and never used again.
public struct LeadNumber: Sendable, Hashable, Comparable {
  /// The number.
  public var value: Int64

  /// A number.
  public init(_ value: Int64) { self.value = value }

  /// By the order in which leads became known.
  public static func < (a: LeadNumber, b: LeadNumber) -> Bool { a.value < b.value }
}

/// Something by which a lead is recognised. Every identity belongs to exactly one lead.
public struct Identity: Sendable, Hashable {
  /// What kind of thing it is.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// A browser or device, before anybody said who sits there.
    case anonymousID = 1
    /// A user of the product, as the company's own systems call it.
    case userID = 2
    /// An e-mail address, folded.
    case email = 3
    /// The id of a record in a file that was imported.
    case recordID = 4
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// The thing; addresses are folded by whoever makes an identity, so that equal means equal.
  public var value: String

  /// An identity.
  public init(_ kind: Kind, _ value: String) {
    self.kind = kind
    self.value = value
  }
}

/// A lead as the ledger has it.
public struct LeadRecord: Sendable, Hashable {
  /// Its number.
  public var number: LeadNumber
  /// When it became known, or was created where it came from.
  public var createdAt: Int64
  /// The lead that it is the same person as, or nil. Its own events and attributes stay its own, so that a merge can
  /// be taken back.
  public var mergedInto: LeadNumber?

  /// A lead.
  public init(_ number: LeadNumber, createdAt: Int64, mergedInto: LeadNumber? = nil) {
    self.number = number
    self.createdAt = createdAt
    self.mergedInto = mergedInto
  }
}
