/// What kind of e-mail address it is, as `email_kind` says.
///
/// The first that fits, from top to bottom: a mailbox for a role counts as such on a business or education domain only,
/// so that `info@gmail.com` is personal.
public enum EmailKind: String, Sendable, Hashable, CaseIterable {
  /// No address that mail could reach: no or several `@`, spaces, a domain without a dot, a reserved ending.
  case invalid
  /// From a provider of addresses that are thrown away.
  case disposable
  /// A mailbox for a task and not for a person: `info@`, `sales@`, `noreply@`.
  case role
  /// From a university, college or school.
  case education
  /// From a provider for everybody: webmail, or the mailboxes that come with a line.
  case personal
  /// Any other: the address of somebody in a company.
  case business
}
