import Scoring
import Statistics

/// A close rate and how far chance may have moved it: a dot on a bar, on a scale that all rows of a table share.
struct Interval: Sendable {
  let low: String
  let width: String
  let middle: String

  /// Nil if no outcome is known.
  ///
  /// - Parameter highest: the share at the right end, 0 to 1.
  init?(_ rate: CloseRate, highest: Double) {
    guard let share = rate.share, let interval = rate.interval else { return nil }
    let scale = 100 / max(highest, 0.01)
    low = Figures.length(interval.lowerBound * scale)
    width = Figures.length((interval.upperBound - interval.lowerBound) * scale)
    middle = Figures.length(share * scale)
  }

  /// A figure with its range, both 0 or more.
  init(_ estimate: Estimate, highest: Double) {
    let scale = 100 / max(highest, 0.01)
    low = Figures.length(estimate.low * scale)
    width = Figures.length((estimate.high - estimate.low) * scale)
    middle = Figures.length(estimate.value * scale)
  }

  static let template =
    #"<svg class="bar" aria-hidden="true" focusable="false"><rect class="s4" x="{{low}}%" width="{{width}}%" y="25%" height="50%"/><circle class="s0" cx="{{middle}}%" cy="50%" r="5"/></svg>"#
}
