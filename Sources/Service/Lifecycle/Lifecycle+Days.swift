import Leads
import Scoring
import Store

/// What passes while nobody looks.
extension Lifecycle {
  /// What a model says of a lead on one day.
  public struct DayReading {
    /// The stage that the scores alone give.
    public var stage: String?
    /// What the scores say.
    public var reading: Reading

    /// What a model says.
    public init(stage: String?, _ reading: @escaping Reading) {
      self.stage = stage
      self.reading = reading
    }
  }

  /// The steps of a lead over days on which no sweep ran, day by day, so that what comes of it is what daily sweeps would
  /// have given: a hold begins on the day on which `leave` began to hold, not on the day on which somebody looked.
  ///
  /// - Parameters:
  ///   - record: where it stood; nil for a lead that is new.
  ///   - lead: whose standing it is.
  ///   - days: the first moment of each day that was missed, in order, and the moment of today last.
  ///   - reading: what the model says of the lead as of a moment.
  /// - Returns: the last standing, and each change with the moment at which it took place.
  public func catchUp(
    _ record: LifecycleRecord?, lead: LeadNumber, days: [AsOf], _ reading: (AsOf) throws -> DayReading
  ) rethrows -> (record: LifecycleRecord?, moves: [(at: AsOf, move: Move)]) {
    var record = record
    var moves: [(at: AsOf, move: Move)] = []
    for day in days {
      let said = try reading(day)
      let step = next(record, lead: lead, stage: said.stage, asOf: day, said.reading)
      record = step.record
      if let move = step.move { moves.append((day, move)) }
    }
    return (record, moves)
  }
}

extension ScoringModel {
  /// The bands that a lead went from and to, for each score with bands that changed. Bands have no memory.
  ///
  /// - Parameters:
  ///   - before: what the model said; nil for a lead that is new, of whom no band is told.
  ///   - after: what it says.
  public func bandMoves(
    from before: Lifecycle.Reading?, to after: Lifecycle.Reading
  ) -> [(score: String, move: Lifecycle.Move)] {
    guard let before else { return [] }
    return bands.compactMap { bands in
      let score = scores[bands.score].name
      func place(_ value: Value) -> (name: String, position: Int)? {
        guard case .text(let name) = value, let place = bands.bands.firstIndex(where: { $0.name == name }) else {
          return nil
        }
        return (name, place)
      }
      let old = place(before("\(score)_band"))
      let new = place(after("\(score)_band"))
      guard old?.name != new?.name else { return nil }
      let isUp = (new?.position ?? .max) < (old?.position ?? .max)
      return (score, Lifecycle.Move(from: old?.name, to: new?.name, isUp: isUp))
    }
  }
}
