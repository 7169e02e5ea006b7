/// The forms in which people and programs write moments, as a grammar over `InstantTokens`.
///
/// ```text
/// moment  = unix | YYYYMMDDhhmmss[.f] [zone]
///         | [weekday [","] " "] date [zone] | [weekday [","] " "] date (" " | "," | ", " | "T") time [zone]
/// date    = Y-M-D | Y/M/D | YYYYMMDD | D.M.Y | M/D/Y or D/M/Y | M-D-YYYY or D-M-YYYY
///         | month D[,] Y | D month Y | D-month-Y
/// time    = h:mm[:ss[.f]] [am | pm] | h (am | pm), and hhmm[ss[.f]] after a "T"
/// zone    = [" "] (UTC | GMT | Z) [sign offset] [comment] | [" "] sign offset [comment]
/// unix    = 10, 13 or 16 digits [.f]
/// ```
///
/// Every rule takes the tokens that it knows and returns nil if the text is of another form. The first token decides
/// the form, so there is no going back. "T" follows only dates that start with the year, a sign only a time.
struct InstantGrammar {
  private var tokens: InstantTokens
  private let dayFirst: Bool

  init(_ tokens: InstantTokens, dayFirst: Bool) {
    self.tokens = tokens
    self.dayFirst = dayFirst
  }

  /// The whole text: local seconds since 1970, and the offset that the text itself gives, in seconds east of UTC.
  mutating func moment() -> (seconds: Int64, offset: Int64?)? {
    if let seconds = unixTime() { return (seconds, 0) }
    if case .number(let compact, digits: 14) = tokens.current { return compactMoment(compact) }
    if tokens.take(.weekday) { _ = tokens.takeSeparator() }
    guard let (date, startsWithYear) = date() else { return nil }
    var seconds = date.daysSince1970 * Instant.secondsPerDay
    let afterT = startsWithYear && tokens.take(.t)
    let isSeparated = afterT || tokens.takeSeparator()
    var hasTime = false
    if isSeparated, case .number = tokens.current {
      guard let time = time(afterT: afterT) else { return nil }
      seconds += time
      hasTime = true
      _ = tokens.take(.space)
    } else if afterT || (isSeparated && tokens.isAtEnd) {
      return nil
    }
    if tokens.isAtEnd { return (seconds, nil) }
    guard let offset = zone(allowingSign: hasTime), tokens.isAtEnd else { return nil }
    return (seconds, offset)
  }

  /// `20250701123456` and what may follow it.
  private mutating func compactMoment(_ compact: Int64) -> (seconds: Int64, offset: Int64?)? {
    tokens.advance()
    let isExact = !takeFraction()
    let (day, time) = (Int(compact / 1_000_000), Int(compact % 1_000_000))
    guard let date = CivilDate(year: day / 10_000, month: day / 100 % 100, day: day % 100),
      let second = Self.seconds(time / 10_000, time / 100 % 100, time % 100, isExact: isExact)
    else { return nil }
    let seconds = date.daysSince1970 * Instant.secondsPerDay + second
    _ = tokens.take(.space)
    if tokens.isAtEnd { return (seconds, nil) }
    guard let offset = zone(allowingSign: true), tokens.isAtEnd else { return nil }
    return (seconds, offset)
  }

  // MARK: Dates

  private mutating func date() -> (CivilDate, startsWithYear: Bool)? {
    if case .month(let month) = tokens.current {
      tokens.advance()
      return monthDayYear(month).map { ($0, false) }
    }
    guard case .number(let first, let digits) = tokens.current else { return nil }
    tokens.advance()
    switch digits {
    case 8:
      let compact = Int(first)
      return CivilDate(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100).map { ($0, true) }
    case 4: return yearMonthDay(Int(first)).map { ($0, true) }
    case 1, 2: return dateStarting(with: Int(first)).map { ($0, false) }
    default: return nil
    }
  }

  /// `2025-07-01` and `2025/07/01` after the year.
  private mutating func yearMonthDay(_ year: Int) -> CivilDate? {
    guard let separator = tokens.takeMark(), separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else {
      return nil
    }
    guard let month = tokens.takeNumber(digits: 1...2), tokens.take(.mark(separator)),
      let day = tokens.takeNumber(digits: 1...2)
    else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `Jul 1, 2025` and `July 1 2025` after the month.
  private mutating func monthDayYear(_ month: Int) -> CivilDate? {
    guard tokens.take(.space), let day = tokens.takeNumber(digits: 1...2), tokens.takeSeparator(),
      let year = tokens.takeNumber(digits: 4...4)
    else {
      return nil
    }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `7/1/2025`, `7-1-2025`, `01.07.25`, `1 Jul 2025` and `1-Jul-25` after the first number.
  private mutating func dateStarting(with first: Int) -> CivilDate? {
    let separator = tokens.current
    tokens.advance()
    let isHyphen = separator == .mark(UInt8(ascii: "-"))
    let isDot = separator == .mark(UInt8(ascii: "."))
    if case .month(let month) = tokens.current {
      tokens.advance()
      guard isHyphen || separator == .space, tokens.take(separator), let year = takeYear() else { return nil }
      return CivilDate(year: year, month: month, day: first)
    }
    guard isHyphen || isDot || separator == .mark(UInt8(ascii: "/")),
      let second = tokens.takeNumber(digits: 1...2), tokens.take(separator),
      // `25-07-01` could be three dates.
      let year = isHyphen ? tokens.takeNumber(digits: 4...4) : takeYear()
    else { return nil }
    let startsWithDay = isDot || first > 12 || (dayFirst && second <= 12)
    return startsWithDay
      ? CivilDate(year: year, month: second, day: first) : CivilDate(year: year, month: first, day: second)
  }

  /// Four digits, or two: 69 to 99 are of the last century, as in POSIX.
  private mutating func takeYear() -> Int? {
    guard case .number(let year, let digits) = tokens.current, digits == 4 || digits == 2 else { return nil }
    tokens.advance()
    return digits == 4 ? Int(year) : Int(year) + (year >= 69 ? 1900 : 2000)
  }

  // MARK: Times

  /// Seconds since midnight, 0 to 86 400.
  private mutating func time(afterT: Bool) -> Int64? {
    if afterT, case .number(let compact, let digits) = tokens.current, digits == 4 || digits == 6 {
      tokens.advance()
      if digits == 4 { return Self.seconds(Int(compact / 100), Int(compact % 100), nil) }
      let isExact = !takeFraction()
      return Self.seconds(Int(compact / 10_000), Int(compact / 100 % 100), Int(compact % 100), isExact: isExact)
    }
    guard var hour = tokens.takeNumber(digits: 1...2) else { return nil }
    guard tokens.take(.mark(UInt8(ascii: ":"))) else {
      guard let isAfternoon = takeHalfOfDay(), 1...12 ~= hour else { return nil }
      return Self.seconds(hour % 12 + (isAfternoon ? 12 : 0), 0, nil)
    }
    guard let minute = tokens.takeNumber(digits: 2...2) else { return nil }
    var second: Int?
    var isExact = true
    if tokens.take(.mark(UInt8(ascii: ":"))) {
      guard let written = tokens.takeNumber(digits: 2...2) else { return nil }
      second = written
      isExact = !takeFraction()
    }
    if let isAfternoon = takeHalfOfDay() {
      guard 1...12 ~= hour else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return Self.seconds(hour, minute, second, isExact: isExact)
  }

  /// Hour 24 is only the midnight 24:00:00; a leap second, 60, is read as 59.
  private static func seconds(_ hour: Int, _ minute: Int, _ second: Int?, isExact: Bool = true) -> Int64? {
    if hour == 24 { return minute == 0 && second == 0 && isExact ? Instant.secondsPerDay : nil }
    guard hour <= 23, minute <= 59, (second ?? 0) <= 60 else { return nil }
    return Int64(hour * 3600 + minute * 60 + min(second ?? 0, 59))
  }

  private mutating func takeFraction() -> Bool {
    guard tokens.current == .mark(UInt8(ascii: ".")) || tokens.current == .mark(UInt8(ascii: ",")),
      case .number = tokens.next
    else { return false }
    tokens.advance(by: 2)
    return true
  }

  /// True for pm, false for am, nil if neither follows.
  private mutating func takeHalfOfDay() -> Bool? {
    let isSpaced = tokens.current == .space
    let token = isSpaced ? tokens.next : tokens.current
    guard token == .am || token == .pm else { return nil }
    tokens.advance(by: isSpaced ? 2 : 1)
    return token == .pm
  }

  // MARK: Offsets and Unix times

  /// `Z`, `+02:00`, `-0500`, `GMT+2`, with a comment or without, in seconds east of UTC.
  private mutating func zone(allowingSign: Bool) -> Int64? {
    let named = tokens.take(.utc)
    var offset: Int64 = 0
    if allowingSign, let sign = takeSign() {
      guard let written = self.offset(afterName: named) else { return nil }
      offset = sign * written
    } else if !named {
      return nil
    }
    if tokens.current == .space, tokens.next == .comment { tokens.advance() }
    _ = tokens.take(.comment)
    return offset
  }

  /// Hours and minutes of an offset, in seconds; less than a day.
  private mutating func offset(afterName: Bool) -> Int64? {
    guard case .number(let number, let digits) = tokens.current else { return nil }
    tokens.advance()
    var hours = number
    var minutes: Int64 = 0
    if digits == 4 {
      (hours, minutes) = number.quotientAndRemainder(dividingBy: 100)
    } else {
      guard digits == 2 || (digits == 1 && afterName) else { return nil }
      if tokens.take(.mark(UInt8(ascii: ":"))) {
        guard let written = tokens.takeNumber(digits: 2...2) else { return nil }
        minutes = Int64(written)
      }
    }
    return hours <= 23 && minutes <= 59 ? hours * 3600 + minutes * 60 : nil
  }

  /// 10, 13 or 16 digits that fill the text and do not start with 0, as telephone numbers often do.
  private mutating func unixTime() -> Int64? {
    guard case .number(let number, let digits) = tokens.current else { return nil }
    let unit: Int64
    switch digits {
    case 10: unit = 1
    case 13: unit = 1000
    case 16: unit = 1_000_000
    default: return nil
    }
    let seconds = number / unit
    tokens.advance()
    _ = takeFraction()
    guard tokens.isAtEnd, seconds >= 1_000_000_000 else {
      tokens.restart()
      return nil
    }
    return seconds
  }

  private mutating func takeSign() -> Int64? {
    if tokens.take(.mark(UInt8(ascii: "+"))) { return 1 }
    return tokens.take(.mark(UInt8(ascii: "-"))) ? -1 : nil
  }
}
