import Leads
import Statistics

extension ModelCard {
  /// Says what was tried.
  mutating func describe(_ tried: [Learning.Trial], chosen: Learning.Trial, _ split: Split) {
    let best = tried.min { $0.logLoss < $1.logLoss }!
    trials = tried.map { trial in
      Trial(
        learner: trial.learner, settings: trial.description, rocAUC: trial.rocAUC, logLoss: trial.logLoss,
        error: Choice.pairedError(trial.losses, best.losses), isChosen: trial.learner == chosen.learner)
    }
    validation =
      split.isTimeOrdered
      ? "\(split.parts.count) parts in the order of time, each after all that it was learned from"
      : "\(split.parts.count) parts with equal shares of won leads, each tried by models learned from the others"
  }

  /// Says when the leads are from, and whether the close rate moved.
  mutating func describeTime(_ leads: TrainingLeads) {
    describePeriod(leads)
    guard let instants = leads.instants else { return }
    let known = instants.indices.filter { instants[$0] != Column.missingInstant }
    if known.isEmpty { return }
    drift = Drift(known.map { instants[$0] }, known.map { leads.outcomes[$0] })
  }

  /// Says when the leads are from, if they have instants.
  public mutating func describePeriod(_ leads: TrainingLeads) {
    let known = leads.instants?.filter { $0 != Column.missingInstant } ?? []
    guard let first = known.min(), let last = known.max() else { return }
    data.from = String(Instant(secondsSince1970: first).description.prefix(10))
    data.to = String(Instant(secondsSince1970: last).description.prefix(10))
  }
}

extension ModelCard.Drift {
  /// The newest quarter of the leads against the rest; nil for too few.
  init?(_ instants: [Int64], _ outcomes: [Bool]) {
    let order = instants.indices.sorted { (instants[$0], $0) < (instants[$1], $1) }
    let start = order.count * 3 / 4
    guard start >= 50, order.count - start >= 50 else { return nil }
    let (old, new) = (order[..<start], order[start...])
    let (oldWon, newWon) = (old.count { outcomes[$0] }, new.count { outcomes[$0] })
    past = Double(oldWon) / Double(old.count)
    recent = Double(newWon) / Double(new.count)
    p = TwoProportions.p(won: oldWon, of: old.count, won: newWon, of: new.count)
    func odds(_ won: Int, _ count: Int) -> Double { (Double(won) + 0.5) / (Double(count - won) + 0.5) }
    let ratio = odds(newWon, new.count) / odds(oldWon, old.count)
    matters = p < 0.01 && max(ratio, 1 / ratio) > 1.2
  }
}
