/// Something that a model knows of a lead: a value, put into bins.
public struct Feature: Sendable, Hashable, Codable {
  /// Where the value comes from.
  public var source: FeatureSource
  /// The bins.
  public var bins: Bins

  /// A feature.
  public init(_ source: FeatureSource, _ bins: Bins) {
    self.source = source
    self.bins = bins
  }

  /// The name that people read.
  public var name: String { source.name }

  /// What a bin holds, in words: `missing`, `Software`, `below 5`, `5 to 10`, `other`.
  public func label(_ code: Int) -> String {
    if code == 0 { return source.isCountOfEvents ? "none" : "missing" }
    switch bins {
    case .levels: return bins.level(code)?.label ?? "other"
    case .cuts(let cuts), .rates(_, _, let cuts):
      if cuts.isEmpty { return "known" }
      if case .rates = bins { return rateLabel(code, cuts) }
      if code == 1 { return "below \(Self.text(cuts[0]))" }
      if code == cuts.count + 1 { return "\(Self.text(cuts[code - 2])) or more" }
      let (low, high) = (cuts[code - 2], cuts[code - 1])
      let areWhole = source.hasWholeNumbers && low == low.rounded() && high == high.rounded()
      if areWhole, high == low + 1 { return Self.text(low) }
      return areWhole ? "\(Self.text(low)) to \(Self.text(high - 1))" : "\(Self.text(low)) to below \(Self.text(high))"
    }
  }

  private func rateLabel(_ code: Int, _ cuts: [Double]) -> String {
    code == 1 ? "lowest" : code == cuts.count + 1 ? "highest" : "\(code) of \(cuts.count + 1)"
  }

  /// A number as people write it: no `.0`.
  static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}

extension FeatureSource {
  /// Whether a missing value means that there was no such event.
  var isCountOfEvents: Bool {
    if case .events(_, .recency) = self { true } else { readsEvents }
  }

  /// Whether all values are whole numbers.
  var hasWholeNumbers: Bool {
    switch self {
    case .events, .age, .hour, .blanks: true
    default: false
    }
  }
}
