import ArgumentParser
import Foundation
import Leads

/// The moment that a command is about, and how days and dates are understood; the same for every command that reads them.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "What happens after this moment does not count yet: 2025-07-01 or 2025-07-01T12:00:00Z. Default: now.",
      valueName: "instant"))
  var asOf: String?

  @Flag(help: "Read 03/04/2025 as the third of April.")
  var dayFirst = false

  @Option(help: ArgumentHelp("Where the workspace's days begin, east of UTC, such as +02:00.", valueName: "offset"))
  var utcOffset = "+00:00"

  /// Seconds east of UTC.
  func offsetSeconds() throws -> Int64 { try Self.offsetSeconds(utcOffset) }

  /// Seconds east of UTC that a text such as +02:00 stands for.
  static func offsetSeconds(_ utcOffset: String) throws -> Int64 {
    let sign: Int64 = utcOffset.hasPrefix("-") ? -1 : 1
    let parts = (utcOffset.first == "-" || utcOffset.first == "+" ? utcOffset.dropFirst() : utcOffset[...])
      .split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.map { part in part.allSatisfy(\.isNumber) ? Int64(part) : nil }
    guard 1...2 ~= numbers.count, let hours = numbers[0], hours <= 14,
      let minutes = numbers.count == 2 ? numbers[1] : 0,
      minutes < 60
    else { throw InputProblem(message: "--utc-offset \(utcOffset): expected an offset such as +02:00 or -05:30") }
    return sign * (hours * 3600 + minutes * 60)
  }

  /// The moment as of which to score.
  func moment() throws -> AsOf {
    let offset = try offsetSeconds()
    guard let asOf else {
      return AsOf(Instant(secondsSince1970: Int64(Date.now.timeIntervalSince1970)), utcOffset: offset)
    }
    guard let instant = Instant(asOf, dayFirst: dayFirst, offset: offset) else {
      throw InputProblem(
        message: "--as-of \(asOf): this is not a moment", hint: "write it as 2025-07-01 or 2025-07-01T12:00:00Z")
    }
    guard 1...3000 ~= instant.secondsSince1970 / 31_556_952 + 1970 else {
      throw InputProblem(message: "--as-of \(asOf): the moment must lie before the year 3000")
    }
    return AsOf(instant, utcOffset: offset)
  }
}
