/// A day of the Gregorian calendar, extended backwards to the year 1 and before (proleptic).
///
///     CivilDate(year: 2024, month: 2, day: 29)?.daysSince1970   // 19_782
///     CivilDate(year: 2025, month: 2, day: 29)                  // nil
///
/// It is a date on paper: it knows no time zone and no time of day. `Instant` is the moment.
///
/// Both conversions count years from 1 March, so that the leap day is the last day of its year and the lengths of
/// the months follow one straight line. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct CivilDate: Equatable {
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to 31.
  let day: Int

  /// Makes a date of the years 1 to 9999; nil if the calendar has no such day.
  @inline(__always)
  init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, ofYear: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the date that lies so many days after 1970-01-01; of any year, the year before 1 being 0.
  ///
  /// - Precondition: `daysSince1970` comes from an instant, so at most 2⁶³ / 86 400 in size.
  init(daysSince1970: Int64) {
    let days = Int(daysSince1970) + 719_468  // since 0000-03-01
    let era = (days >= 0 ? days : days - 146_096) / 146_097  // of 400 years
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  /// Whole days since 1970-01-01, negative before.
  ///
  /// - Precondition: the year is 0 or later, which `init(year:month:day:)` ensures.
  @inline(__always)
  var daysSince1970: Int64 {
    let yearFromMarch = UInt32(truncatingIfNeeded: month <= 2 ? year - 1 : year)
    let monthFromMarch = UInt32(truncatingIfNeeded: month <= 2 ? month + 9 : month - 3)
    let century = yearFromMarch / 100
    let leapDays = yearFromMarch / 4 &- century &+ century / 4
    let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ UInt32(truncatingIfNeeded: day) &- 1
    return Int64(365 &* yearFromMarch &+ leapDays &+ dayOfYear) - 719_468
  }

  /// The length of a month, 28 to 31 days.
  ///
  /// - Precondition: `month` is 1 to 12.
  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    if month == 2 { return isLeap(year) ? 29 : 28 }
    return 30 | (month ^ (month >> 3)) & 1  // odd months up to July are long, even ones from August on
  }

  /// Whether the year has a 29 February.
  static func isLeap(_ year: Int) -> Bool {
    // A multiple of 100 that 4 × 100 divides is one that 16 divides: 400 = 16 × 25.
    year % 100 == 0 ? year & 15 == 0 : year & 3 == 0
  }
}
