/// Who a lead is, in a few words for people.
public struct LeadNames: Sendable {
  private let leads: LeadTable

  /// The attributes that tell who a lead is.
  public static let attributes = ["name", "first_name", "last_name", "company", "email"]

  /// Names of these leads.
  public init(leads: LeadTable) { self.leads = leads }

  /// `Ada Northwind, Brightwater`; the e-mail address if there is no name; empty if there is nothing.
  public func name(of lead: Int) -> String {
    func text(_ attribute: String) -> String? {
      guard case .text(let text) = leads.value(attribute, of: lead) else { return nil }
      let bytes = Array(text.utf8)
      return String(decoding: bytes[bytes.span.trimmedRange], as: UTF8.self)
    }
    let full = text("name") ?? [text("first_name"), text("last_name")].compactMap { $0 }.joined(separator: " ")
    let person = full.isEmpty ? text("email") : full
    return [person, text("company")].compactMap { $0 }.joined(separator: ", ")
  }
}
