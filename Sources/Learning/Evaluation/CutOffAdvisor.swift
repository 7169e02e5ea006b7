import Statistics

/// A line for a purpose: who is called is at or above it.
public struct Advice: Sendable, Hashable, Codable {
  /// The purpose, in a few words.
  public var purpose: String
  /// The least probability that is called; nil if no line does it.
  public var probability: Double?
  /// The share of leads above the line, the share of them that is won, and the share of all won that is above it.
  public var share = 0.0, conversion = 0.0, capture = 0.0
  /// What the line means, in a sentence.
  public var explanation: String
}

/// A rule of thumb of lead scoring, and how the model stands to it.
public struct GuideRail: Sendable, Hashable, Codable {
  /// How well it is kept.
  public enum Light: String, Sendable, Hashable, Codable {
    case green, amber, red
  }

  /// The rule in words.
  public var rule: String
  /// What was found, in words.
  public var found: String
  /// How well it is kept.
  public var light: Light
}

/// Says where to put the line between leads that are called and leads that are not.
///
/// The close rate of the leads just at a line is that of the outcomes smoothed to the probabilities' order (isotonic
/// regression), so that a lucky lead does not move it. The conversion of all above a line is counted.
public struct CutOffAdvisor: Sendable {
  private let ranked: Ranked
  /// The lines at all distinct probabilities, the highest first.
  private let lines: [CutOff]
  /// For each line the close rate of the leads just at it.
  private let marginal: [Double]

  /// An advisor from leads that the probabilities were not learned from.
  init(_ probabilities: [Double], _ outcomes: [Bool], _ ranked: Ranked) {
    self.ranked = ranked
    lines = ranked.cutOffs
    let smooth = Calibration.fittedIsotonic(margins: probabilities, outcomes: outcomes)
    marginal = lines.map { smooth.probability(of: $0.score) }
  }

  /// The lines for the usual purposes.
  public var advice: [Advice] {
    [
      conversion(atLeast: 0.8), cost(ofMissing: 10), aggressive, quiet, salesReady,
    ]
  }

  /// The most leads whose conversion together stays at a share.
  public func conversion(atLeast target: Double) -> Advice {
    let index = lines.lastIndex { ($0.precision ?? 0) >= target }
    return advice(
      "\(Self.percent(target)) conversion", index,
      "The most leads that can be called while \(Self.percent(target)) of them are won.")
  }

  /// The line for a number of calls a week: as many leads as can be called are above it.
  public func line(for capacity: WeeklyCapacity) -> Advice {
    let index = lines.lastIndex { $0.share * capacity.leads <= capacity.calls }
    let (calls, leads) = (Feature.text(capacity.calls), Feature.text(capacity.leads.rounded()))
    return advice(
      "\(calls) calls a week", index,
      capacity.calls >= capacity.leads
        ? "Sales can call all of the \(leads) leads that come in a week."
        : "The best \(calls) of the \(leads) leads that come in a week.")
  }

  /// The line where a missed customer costs as much as so many calls.
  ///
  /// A call is worth it if the probability times the cost of a miss is at least the cost of a call.
  public func cost(ofMissing calls: Double) -> Advice {
    let index = marginal.lastIndex { $0 * calls >= 1 }
    return advice(
      "a missed customer costs \(Feature.text(calls)) calls", index,
      "Everybody whose probability is at least 1 in \(Feature.text(calls)).")
  }

  /// Call more: the fewest leads that have nine of ten customers.
  private var aggressive: Advice {
    advice(
      "aggressive phase", lines.firstIndex { $0.sensitivity >= 0.9 },
      "When there is time to call: the fewest leads that hold 90 % of all customers.")
  }

  /// Only the near-certain ones: each at the line is won nine of ten times.
  private var quiet: Advice {
    advice(
      "quiet phase", marginal.lastIndex { $0 >= 0.9 },
      "When there is little time: only leads of whom each is won nine of ten times.")
  }

  /// Sales-ready: leads at the line are won with 10 to 15 %.
  private var salesReady: Advice {
    advice(
      "sales-ready", marginal.lastIndex { $0 >= 0.125 },
      "Leads at the line close with 10-15 %: the usual bar for handing a lead to sales.")
  }

  private func advice(_ purpose: String, _ index: Int?, _ explanation: String) -> Advice {
    guard let index else { return Advice(purpose: purpose, probability: nil, explanation: explanation) }
    let line = lines[index]
    return Advice(
      purpose: purpose, probability: line.score, share: line.share, conversion: line.precision ?? 0,
      capture: line.sensitivity, explanation: explanation)
  }

  /// The rules of thumb: the leads above the line hold most conversions, and the bands differ.
  public var guideRails: [GuideRail] {
    [concentration, separation]
  }

  private var concentration: GuideRail {
    // The fewest leads that hold 60 % of the conversions.
    let share = lines.first { $0.sensitivity >= 0.6 }?.share ?? 1
    let light: GuideRail.Light = share <= 0.35 ? .green : share <= 0.5 ? .amber : .red
    return GuideRail(
      rule: "15-35 % of the leads above the line hold at least 60 % of conversions",
      found: "the best \(Self.percent(share)) of the leads hold 60 % of conversions"
        + "; the best 35 % hold \(Self.percent(ranked.capture(top: 0.35)))",
      light: light)
  }

  private var separation: GuideRail {
    let gains = ranked.gains()
    let (top, bottom) = (gains[0].closeRate, gains[9].closeRate)
    let ratio = bottom > 0 ? top / bottom : .infinity
    let light: GuideRail.Light = ratio >= 10 ? .green : ratio >= 5 ? .amber : .red
    let times =
      ratio.isFinite ? "\(Feature.text((ratio * 10).rounded() / 10)) times" : "while none of the bottom is won"
    return GuideRail(
      rule: "the top tenth converts at least ten times the bottom tenth",
      found: "\(Self.percent(top)) against \(Self.percent(bottom)): \(times)", light: light)
  }

  static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded() / 10
    return "\(tenths >= 10 ? Feature.text(tenths.rounded()) : Feature.text(tenths)) %"
  }
}
