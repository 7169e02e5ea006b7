/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
///     let signedUp = Instant("2025-07-01T12:34:56Z")
///     signedUp?.day()          // 20_270
///     signedUp?.description    // "2025-07-01T12:34:56Z"
///
/// It is the same moment everywhere: a time zone matters only where text is read and where days are counted, and both
/// take it as an `offset` in seconds east of UTC. It is not a calendar date, and it does not know the time of day.
/// Leap seconds do not count, as in every Unix time.
public struct Instant: Sendable, Hashable {
  /// Whole seconds since 1970-01-01T00:00:00Z, negative before.
  public var secondsSince1970: Int64

  /// Makes the instant that lies so many seconds after 1970-01-01T00:00:00Z; every value is one.
  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// Whole calendar days since 1970-01-01 in a fixed offset from UTC: `floor((t + offset) / 86 400)`.
  ///
  ///     Instant("2025-07-01T23:30:00Z")?.day()               // 20_270
  ///     Instant("2025-07-01T23:30:00Z")?.day(offset: 3600)   // 20_271
  ///
  /// The age of an event is the difference of two such days, so it changes at midnight and for everybody at once.
  ///
  /// - Parameter offset: seconds east of UTC, the workspace's.
  public func day(offset: Int64 = 0) -> Int64 {
    // Added part by part, because the plain sum overflows at the ends of Int64.
    let own = Self.split(secondsSince1970)
    let shift = Self.split(offset)
    let carry: Int64 = own.second + shift.second >= Self.secondsPerDay ? 1 : 0
    return own.days + shift.days + carry
  }

  /// The length of every day, leap seconds being left out.
  static let secondsPerDay: Int64 = 86_400

  /// The instants that can be read from text: the years 1 to 9999 in UTC.
  static let readable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Days since 1970 and the second of that day, 0 to 86 399, rounded down before 1970 too.
  private static func split(_ seconds: Int64) -> (days: Int64, second: Int64) {
    let (days, second) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
    return second < 0 ? (days - 1, second + secondsPerDay) : (days, second)
  }
}

extension Instant: Comparable {
  /// Whether one moment is before the other.
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.secondsSince1970 < later.secondsSince1970
  }
}

extension Instant: CustomStringConvertible {
  /// The moment in UTC as ISO 8601: `2025-07-01T00:00:00Z`.
  ///
  /// For the years 1 to 9999 it can be read back. Later years, which no text gives, have a sign, as do those before 0:
  /// `+12345-01-01T00:00:00Z`.
  public var description: String {
    let (days, second) = Self.split(secondsSince1970)
    let date = CivilDate(daysSince1970: days)
    let sign = date.year < 0 ? "-" : date.year > 9999 ? "+" : ""
    return sign + Self.padded(abs(date.year), to: 4) + "-" + Self.padded(date.month, to: 2) + "-"
      + Self.padded(date.day, to: 2) + "T" + Self.padded(Int(second / 3600), to: 2) + ":"
      + Self.padded(Int(second / 60 % 60), to: 2) + ":" + Self.padded(Int(second % 60), to: 2) + "Z"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
