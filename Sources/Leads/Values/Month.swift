/// A month of the calendar.
///
///     Month(ofDay: 20_270).description   // "2025-07"
///
/// Days are counted from 1970-01-01, as `AsOf.day` does.
public struct Month: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// From 1 to 12.
  public let number: Int

  /// The month in which a day lies.
  public init(ofDay daysSince1970: Int64) {
    let date = CivilDate(daysSince1970: daysSince1970)
    (year, number) = (date.year, date.month)
  }

  private init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// The month after it.
  public var next: Month {
    number == 12 ? Month(year: year + 1, number: 1) : Month(year: year, number: number + 1)
  }

  /// Its first day, counted from 1970-01-01; for the years 1 to 9999, otherwise the nearest of these.
  public var firstDay: Int64 {
    CivilDate(year: min(max(year, 1), 9999), month: number, day: 1)?.daysSince1970 ?? 0
  }
}

extension Month: CustomStringConvertible {
  /// `2025-07`.
  public var description: String { (1...9).contains(number) ? "\(year)-0\(number)" : "\(year)-\(number)" }
}
