import Leads

/// Leads as they were at certain moments: what a model learns from, and what it scores.
///
/// A lead may be observed several times. What happened after the moment of an observation does not exist for it.
public struct Observations: Sendable {
  /// For each observation the lead's row.
  public private(set) var leads: [Int] = []
  /// For each observation its moment.
  public private(set) var moments: [Instant] = []
  /// Seconds east of UTC at which days begin.
  public let utcOffset: Int64

  /// No observations yet, in a workspace at this offset.
  public init(utcOffset: Int64 = 0) { self.utcOffset = utcOffset }

  /// Some leads, all at one moment.
  public init(_ leads: some Sequence<Int>, asOf: AsOf) {
    self.leads = Array(leads)
    moments = Array(repeating: asOf.instant, count: self.leads.count)
    utcOffset = asOf.utcOffset
  }

  /// The number of observations.
  public var count: Int { leads.count }

  /// The moment of an observation.
  public func asOf(_ index: Int) -> AsOf { AsOf(moments[index], utcOffset: utcOffset) }

  /// Adds a lead at a moment.
  public mutating func append(lead: Int, at moment: Instant) {
    leads.append(lead)
    moments.append(moment)
  }
}
