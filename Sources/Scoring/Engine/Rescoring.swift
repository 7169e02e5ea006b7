import Conditions
import Leads

/// What if: the same leads, as of the same moment, by a changed model.
///
/// Only the rules that differ are evaluated again: what the old ones gave is taken away and what the new ones give is
/// added to the sums that were kept. So a changed point value costs one pass over the events of its kinds, and nothing
/// has to be prepared.
extension ScoringEngine {
  /// The scores of the same population by this engine's model, starting from the scores by another.
  ///
  /// If the sums of `earlier` were not kept, or the models' groups differ, everything is scored anew.
  /// The result equals `scores(of:asOf:)` of this model.
  public func rescored(_ earlier: Scores, of population: Population, options: Options = Options()) -> Scores {
    let old = earlier.model
    guard canStart(from: earlier), !options.reasons else {
      return scores(of: population, asOf: earlier.asOf, options: options)
    }
    let changes = Self.changes(from: old, to: model)
    let plan = ScoringPlan(
      model, population, asOf: earlier.asOf, threads: options.threads, rules: changes, judges: false)
    let outcomes = OutcomePlan(model, asOf: earlier.asOf)
    let shards = parallel(count: earlier.shards.count, threads: options.threads) { index in
      var worker = ShardWorker(plan, outcomes, population, shard: index, options: options)
      return worker.rescored(earlier.shards[index])
    }
    return Scores(model: model, asOf: earlier.asOf, count: earlier.count, shards: shards)
  }

  /// Whether scores by this engine's model follow from the sums of those by another.
  func canStart(from earlier: Scores) -> Bool {
    let hasSums = earlier.shards.allSatisfy { !$0.sums.isEmpty } && !earlier.shards.isEmpty
    return hasSums && earlier.model.hasSameCells(as: model) && earlier.model.hasSameJudgements(as: model)
  }

  /// The rules that are not the same in both, the old ones to be taken away.
  private static func changes(from old: ScoringModel, to new: ScoringModel) -> [ScoringPlan.SignedRule] {
    var changes: [ScoringPlan.SignedRule] = []
    for index in new.scores.indices {
      var kept = old.scores[index].rules.map { $0.withoutPlace }
      for rule in new.scores[index].rules {
        if let same = kept.firstIndex(of: rule.withoutPlace) {
          kept.remove(at: same)
        } else {
          changes.append(ScoringPlan.SignedRule(score: index, rule: rule, position: 0, sign: 1))
        }
      }
      changes += kept.map { ScoringPlan.SignedRule(score: index, rule: $0, position: 0, sign: -1) }
    }
    return changes
  }
}

extension Rule {
  /// The rule as far as it gives points.
  fileprivate var withoutPlace: Rule {
    var rule = self
    rule.line = 0
    rule.name = ""
    rule.tags = []
    return rule
  }
}

extension ScoringModel {
  /// Whether sums by this model can be taken over by the other, cell by cell.
  fileprivate func hasSameCells(as other: ScoringModel) -> Bool {
    scores.count == other.scores.count
      && zip(scores, other.scores).allSatisfy { a, b in
        a.groups.count == b.groups.count && a.isOfRules == b.isOfRules
      }
  }

  /// Whether both exclude the same leads, are for the same, and grade alike.
  fileprivate func hasSameJudgements(as other: ScoringModel) -> Bool {
    exclusions == other.exclusions && grade == other.grade && placeholders == other.placeholders
      && scores.map(\.condition) == other.scores.map(\.condition)
  }
}
