/// Instants from the texts of files and requests.
///
/// | form | examples |
/// |---|---|
/// | ISO 8601 | `2025-07-01T12:34:56Z`, `2025-07-01 12:34:56.123+02:00`, `2025-07-01T12:34-05`, `2025-07-01` |
/// | ISO 8601, compact | `20250701`, `20250701T123456Z`, `20250701123456` |
/// | year first | `2025/07/01`, `2025/7/1 15:45` |
/// | slashes, or hyphens with a long year | `7/1/2025 3:45 PM`, `07/01/2025 15:45`, `7/1/25`, `07-01-2025` |
/// | dots, always day first | `01.07.2025`, `1.7.25 12:34:56` |
/// | month names, English | `Jul 1, 2025 3 PM`, `July 1 2025`, `1 Jul 2025`, `1-Jul-2025`, `1-Jul-25` |
/// | browsers and mail | `Tue Jul 01 2025 12:34:56 GMT+0200 (CEST)`, `Tue, 1 Jul 2025 12:34:56 GMT` |
/// | Unix time | `1751373296` (10 digits: seconds), 13 digits: milliseconds, 16 digits: microseconds |
///
/// White space around the text does not count, nor does the case of letters. Fractions of a second are dropped, so a
/// moment never moves forward. A second 60 is read as 59 and `24:00:00` as the next midnight. A date without a time is
/// its midnight. The weekday is not compared with the date. Years of two digits, with slashes, dots or a month's name
/// in the middle, are 1969 to 2068.
///
/// Not instants: days that the calendar does not have, years outside 1 to 9999 (in the text or in UTC), times of day
/// alone, names of time zones but UTC, GMT and Z, and Unix times with a sign or leading zeros.
extension Instant {
  /// Reads a moment from UTF-8 text; nil if the text is none.
  ///
  ///     Instant("03/04/2025")                    // 4 March
  ///     Instant("03/04/2025", dayFirst: true)    // 3 April
  ///     Instant("2025-07-01", offset: 7200)      // 2025-06-30T22:00:00Z
  ///
  /// - Parameters:
  ///   - dayFirst: whether `03/04/2025` is 3 April; if not it is 4 March. A number above 12 has to be the day, whichever
  ///     place it has.
  ///   - offset: seconds east of UTC that a text without an offset of its own is read in. Unix times need none.
  /// - Complexity: a few nanoseconds for `YYYY-MM-DDTHH:MM:SSZ`; constant for any text but the white space around it.
  public init?(_ text: Span<UInt8>, dayFirst: Bool = false, offset: Int64 = 0) {
    if let seconds = Self.zulu(text) {
      self.init(secondsSince1970: seconds)
      return
    }
    guard let seconds = Self.seconds(text, dayFirst: dayFirst, offset: offset) else { return nil }
    self.init(secondsSince1970: seconds)
  }

  /// Reads a moment from a string, in the same way.
  public init?(_ text: String, dayFirst: Bool = false, offset: Int64 = 0) {
    self.init(text.utf8.span, dayFirst: dayFirst, offset: offset)
  }

  /// The seconds since 1970 of a text of any form. Kept apart, so that its memory is not set up for the usual form.
  @inline(never)
  private static func seconds(_ text: Span<UInt8>, dayFirst: Bool, offset: Int64) -> Int64? {
    guard let tokens = InstantTokens(text.extracting(text.trimmedRange)) else { return nil }
    var grammar = InstantGrammar(tokens, dayFirst: dayFirst)
    guard let moment = grammar.moment() else { return nil }
    let (seconds, overflow) = moment.seconds.subtractingReportingOverflow(moment.offset ?? offset)
    return !overflow && readable.contains(seconds) ? seconds : nil
  }

  /// The seconds since 1970 of a text of exactly the form `YYYY-MM-DDTHH:MM:SSZ`; nil leaves it to the grammar.
  ///
  /// Most machine-made exports hold millions of these, so eight characters at a time are compared with the form and
  /// turned into numbers.
  @inline(__always)
  private static func zulu(_ text: Span<UInt8>) -> Int64? {
    guard text.count == 20,
      let yearAndMonth = pairs(word(text, 0..<8), form: 0x2D30_302D_3030_3030, spare: 0x7F76_767F_7676_7676),
      let dayToMinute = pairs(word(text, 8..<16), form: 0x3030_3A30_3054_3030, spare: 0x7676_7F76_767F_7676),
      let second = pairs(word(text, 16..<20), form: 0x5A30_303A, spare: 0x7F76_767F)
    else { return nil }
    let hour = Int(dayToMinute >> 24 & 0xFF)
    let minute = Int(dayToMinute >> 48 & 0xFF)
    let seconds = Int(second >> 8 & 0xFF)
    guard hour <= 23, minute <= 59, seconds <= 59,
      let date = CivilDate(
        year: Int(yearAndMonth & 0xFF) * 100 + Int(yearAndMonth >> 16 & 0xFF), month: Int(yearAndMonth >> 40 & 0xFF),
        day: Int(dayToMinute & 0xFF))
    else { return nil }
    return date.daysSince1970 * secondsPerDay + Int64(hour * 3600 + minute * 60 + seconds)
  }

  /// Up to eight characters, the first in the lowest byte; compiles to one load.
  @inline(__always)
  private static func word(_ text: Span<UInt8>, _ positions: Range<Int>) -> UInt64 {
    var word: UInt64 = 0
    for position in positions { word |= UInt64(text[position]) << UInt64(8 * (position - positions.lowerBound)) }
    return word
  }

  /// Two-digit numbers, each in the byte of its first digit; nil if the characters are not of the form.
  ///
  /// - Parameters:
  ///   - form: the form with 0 for every digit, read backwards: `-00-0000`, `00:00T00` and `Z00:`.
  ///   - spare: for each byte what may be added to its difference from the form before the highest bit is set: 0x7F
  ///     where the characters have to be equal, 0x76 where a digit stands.
  @inline(__always)
  private static func pairs(_ word: UInt64, form: UInt64, spare: UInt64) -> UInt64? {
    let digits = word ^ form
    guard ((digits &+ spare) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    return digits &* 10 &+ digits >> 8
  }
}
