/// A rule that two models do not share.
public struct RuleChange: Sendable, Hashable {
  /// What became of it.
  public enum Kind: String, Sendable, Hashable {
    /// Only the new model has it.
    case added
    /// Only the old model has it.
    case removed
    /// Both have one of this name, and they differ.
    case changed
  }

  /// The name of its score.
  public var score: String
  /// Its name.
  public var rule: String
  /// The rule as it was; nil if it was added.
  public var old: Rule?
  /// The rule as it is; nil if it was removed.
  public var new: Rule?

  /// What became of it.
  public var kind: Kind { old == nil ? .added : new == nil ? .removed : .changed }

  /// The rules that differ, in the order of the new model; those that were removed follow. Scores and rules are paired
  /// by name; a rule that only moved to another group counts as changed.
  public static func changes(from old: ScoringModel, to new: ScoringModel) -> [RuleChange] {
    var changes: [RuleChange] = []
    let before = old.rulesByName
    let after = new.rulesByName
    for (key, rule) in after.ordered {
      let earlier = before.rules[key]
      if let earlier, earlier.rule.isSame(as: rule.rule), earlier.group == rule.group { continue }
      changes.append(RuleChange(score: key.score, rule: key.rule, old: earlier?.rule, new: rule.rule))
    }
    for (key, rule) in before.ordered where after.rules[key] == nil {
      changes.append(RuleChange(score: key.score, rule: key.rule, old: rule.rule, new: nil))
    }
    return changes
  }
}

/// A rule's place by names.
private struct RuleKey: Hashable {
  var score: String
  var rule: String
}

extension ScoringModel {
  /// The rules of scores that are no parts of others by tag, by their names, with the names of their groups.
  fileprivate var rulesByName:
    (
      rules: [RuleKey: (rule: Rule, group: String?)], ordered: [(key: RuleKey, rule: (rule: Rule, group: String?))]
    )
  {
    var rules: [RuleKey: (rule: Rule, group: String?)] = [:]
    var ordered: [(RuleKey, (rule: Rule, group: String?))] = []
    for score in scores where score.tag == nil {
      for rule in score.rules {
        let key = RuleKey(score: score.name, rule: rule.name)
        let entry = (rule: rule, group: rule.group.map { score.groups[$0].name })
        rules[key] = entry
        ordered.append((key, entry))
      }
    }
    return (rules, ordered)
  }
}

extension Rule {
  /// Whether both give the same points.
  fileprivate func isSame(as other: Rule) -> Bool { body == other.body && limits == other.limits }
}
