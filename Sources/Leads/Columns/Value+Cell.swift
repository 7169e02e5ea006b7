extension Value {
  /// The value as a cell of a table that programs read: empty if it is missing, whole numbers without a point, flags as
  /// `true` and `false`, instants in UTC.
  public var cell: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .number(let number):
      if number == number.rounded(), abs(number) < 1e15 { String(Int64(number)) } else { String(number) }
    case .flag(let flag): flag ? "true" : "false"
    case .instant(let instant): instant.description
    }
  }
}
