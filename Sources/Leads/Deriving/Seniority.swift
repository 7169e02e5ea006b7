/// How senior the holder of a job title is, as `seniority` says. From the lowest to the highest.
///
/// Of several titles the highest counts: `Founder & CEO` is an owner. In doubt the title is taken at its word, as B2B
/// data providers do: an account manager, a product manager and an office manager are managers, though most of
/// them lead nobody.
public enum Seniority: String, Sendable, Hashable, CaseIterable {
  /// Beginners: junior, trainee, apprentice, intern, student.
  case entry
  /// Ordinary employees and specialists.
  case staff
  /// Experienced specialists: senior, principal or lead engineer.
  case senior
  /// Managers, team leads, supervisors.
  case manager
  /// Directors, and heads of departments.
  case director
  /// Vice presidents of all grades.
  case vp
  /// Chief officers, managing directors, presidents, members of the board.
  case cLevel = "c-level"
  /// Owners, founders, partners of a firm.
  case owner
}

extension Seniority: Comparable {
  /// Whether the first is less senior than the second.
  public static func < (a: Seniority, b: Seniority) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .entry: 0
    case .staff: 1
    case .senior: 2
    case .manager: 3
    case .director: 4
    case .vp: 5
    case .cLevel: 6
    case .owner: 7
    }
  }
}
