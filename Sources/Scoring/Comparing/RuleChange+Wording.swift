/// What differs between the two versions of a rule, in words.
extension RuleChange {
  /// `points 4 → 6`, `max 20 → none`; for a rule that was added or removed what it gives.
  public var differences: [String] {
    switch (old, new) {
    case (let old?, let new?):
      let before = old.features
      let after = new.features
      let names = before.map(\.name) + after.map(\.name).filter { name in !before.contains { $0.name == name } }
      let found = names.compactMap { name -> String? in
        let values = [before, after].map { features in features.first { $0.name == name }?.value ?? "none" }
        return values[0] == values[1] ? nil : "\(name) \(values[0]) → \(values[1])"
      }
      return found.isEmpty ? ["another group"] : found
    case (let rule?, nil), (nil, let rule?):
      return rule.features.filter { $0.name.hasPrefix("points") }.map { "\($0.name) \($0.value)" }
    case (nil, nil): return []
    }
  }
}

extension Rule {
  /// Its numbers and conditions by their names in a model file.
  fileprivate var features: [(name: String, value: String)] {
    var features: [(name: String, value: String)] = []
    switch body {
    case .attributes(let branches):
      for branch in branches {
        if let label = branch.label {
          features.append(("points of \(label)", branch.points.description))
        } else {
          features.append(("points", branch.points.description))
          features.append(("when", branch.condition.description))
        }
      }
    case .idle(let idle):
      for step in idle.steps { features.append(("points from \(step.days) idle days", step.points.description)) }
      if !idle.ignoring.isEmpty { features.append(("ignoring", idle.ignoring.joined(separator: ", "))) }
    case .events(let events):
      features.append(("points", events.points.description))
      features.append(("on", events.names.joined(separator: ", ")))
      if let condition = events.condition { features.append(("where", condition.description)) }
      if let days = events.windowDays { features.append(("within", "\(days)d")) }
      if events.count != .each { features.append(("count", events.count.words)) }
      if events.decay != .none { features.append(("decay", events.decay.words)) }
    }
    if let maximum = limits.maximum { features.append(("max", maximum.description)) }
    if let minimum = limits.minimum { features.append(("min", minimum.description)) }
    return features
  }
}

extension EventRule.Count {
  /// As a model file has it.
  fileprivate var words: String {
    switch self {
    case .each: "each"
    case .eachPerDay: "each per day"
    case .eachPerWeek: "each per week"
    case .latest(let count): "latest \(count)"
    case .once: "once"
    case .atLeast(let count): "at least \(count)"
    }
  }
}

extension Decay {
  /// As a model file has it.
  fileprivate var words: String {
    switch self {
    case .none: "none"
    case .halfLife(let days): "half-life \(days)d"
    case .linear(let days): "linear \(days)d"
    case .percent(let percent, let days): "\(percent)% every \(days)d"
    }
  }
}
