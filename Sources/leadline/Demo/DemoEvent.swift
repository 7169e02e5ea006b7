/// Something that a lead did, or that was done for it.
struct DemoEvent {
  var type: String
  /// Seconds since 1970, UTC.
  var at: Int
  var url = ""
  var campaign = ""
}

/// The calendar of the demo: it ends on a fixed day, so that it reads the same whenever it is made.
enum DemoCalendar {
  /// The first day after the last event, for `--as-of`.
  static let asOf = "2026-07-01"
  /// The same, in days since 1970.
  static let asOfDay = 20_635

  /// The second since 1970 at which a day begins; 0 days ago is 2026-06-30.
  static func start(daysAgo: Int) -> Int { (asOfDay - 1 - daysAgo) * 86_400 }
}
