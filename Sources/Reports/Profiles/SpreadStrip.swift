import Leads
import Profiling

/// How the values of a column are spread, as a strip: a thin bar for nine values of ten, a thick one for the middle half,
/// a line for the median.
struct SpreadStrip: Sendable {
  let words: String
  /// Nil if all of them are the same.
  let box: Box?

  struct Box: Sendable {
    let low: String
    let lowToHigh: String
    let quarter: String
    let quarterToThree: String
    let median: String
  }

  init(_ spread: Spread<Double>, _ text: (Double) -> String) {
    words = Self.words(
      [spread.least, spread.p5, spread.p25, spread.median, spread.p75, spread.p95, spread.greatest].map(text))
    box = Self.box(spread.least, spread.p5, spread.p25, spread.median, spread.p75, spread.p95, spread.greatest)
  }

  init(_ spread: Spread<Instant>, utcOffset: Int64) {
    let instants = [
      spread.least, spread.p5, spread.p25, spread.median, spread.p75, spread.p95, spread.greatest,
    ]
    words = Self.words(
      instants.map { Figures.day(Instant(secondsSince1970: $0.secondsSince1970 &+ utcOffset)) })
    let seconds = instants.map { Double($0.secondsSince1970) }
    box = Self.box(seconds[0], seconds[1], seconds[2], seconds[3], seconds[4], seconds[5], seconds[6])
  }

  private static func words(_ texts: [String]) -> String {
    if texts[0] == texts[6] { return "Always \(texts[0])." }
    let half = texts[2] == texts[4] ? "half of them \(texts[2])" : "half of them between \(texts[2]) and \(texts[4])"
    return "From \(texts[0]) to \(texts[6]), the median \(texts[3]); \(half)."
  }

  /// On a scale of all values, or of nine in ten where the rest lie far out.
  private static func box(
    _ least: Double, _ p5: Double, _ p25: Double, _ median: Double, _ p75: Double, _ p95: Double, _ greatest: Double
  ) -> Box? {
    let isFarOut = greatest - least > 3 * (p95 - p5)
    let start = isFarOut ? p5 : least
    let span = isFarOut ? p95 - p5 : greatest - least
    guard span > 0, span.isFinite else { return nil }
    func position(_ value: Double) -> Double { (value - start) / span * 100 }
    return Box(
      low: Figures.length(position(p5)), lowToHigh: Figures.length(position(p95) - position(p5)),
      quarter: Figures.length(position(p25)),
      quarterToThree: Figures.length(max(0.8, position(p75) - position(p25))), median: Figures.length(position(median)))
  }
}
