/// The moment as of which leads are scored, in a workspace whose days begin at a fixed offset from UTC.
///
/// Events after it do not exist for a score. Ages are counted in calendar days up to its day.
public struct AsOf: Sendable, Hashable {
  /// The moment.
  public let instant: Instant
  /// Seconds east of UTC at which the workspace's days begin.
  public let utcOffset: Int64
  /// The calendar day of the moment, counted from 1970-01-01.
  public let day: Int64

  /// Seconds of a day.
  @inlinable public static var secondsPerDay: Int64 { 86_400 }

  /// The moment, in a workspace at this offset (UTC by default).
  public init(_ instant: Instant, utcOffset: Int64 = 0) {
    self.instant = instant
    self.utcOffset = utcOffset
    day = instant.day(offset: utcOffset)
  }

  /// Whole days from then to the day of this moment; negative for a later day.
  public func ageInDays(of other: Instant) -> Int64 { day - other.day(offset: utcOffset) }

  /// The first second of a day, given its age in days.
  public func startOfDay(age: Int64) -> Int64 { (day - age) * Self.secondsPerDay - utcOffset }
}
