import Leads

extension ScoringModel {
  /// What differs in another model besides its rules, in words: `stage mql: total >= 50 → total >= 45`.
  public func differences(to other: ScoringModel) -> [String] {
    let before = features
    let after = other.features
    let names = before.map(\.name) + after.map(\.name).filter { name in !before.contains { $0.name == name } }
    var seen: Set<String> = []
    return names.compactMap { name in
      guard seen.insert(name).inserted else { return nil }
      let values = [before, after].map { features in features.first { $0.name == name }?.value ?? "none" }
      return values[0] == values[1] ? nil : "\(name): \(values[0]) → \(values[1])"
    }
  }

  /// Everything but the rules, by name.
  private var features: [(name: String, value: String)] {
    var features: [(name: String, value: String)] = []
    for exclusion in exclusions { features.append(("exclusion \(exclusion.name)", exclusion.condition.description)) }
    for score in scores where score.tag == nil {
      features.append(("range of \(score.name)", score.range.words))
      if let learned = score.learned {
        features.append(("\(score.name) is learned", "\(learned.file), checksum \(learned.checksum.prefix(8))"))
      }
      if let condition = score.condition { features.append(("\(score.name) is for", condition.description)) }
      for group in score.groups { features.append(("group \(group.name) of \(score.name)", group.limits.words)) }
      for part in score.parts {
        features.append(("weight of \(scores[part.score].name) in \(score.name)", part.weight.description))
      }
    }
    for bands in bands {
      let words = bands.bands.map { "\($0.name) \($0.minimum.map { "from \($0)" } ?? "below")" }
      features.append(("bands of \(scores[bands.score].name)", words.joined(separator: ", ")))
    }
    if !matrix.isEmpty { features.append(("matrix", matrix.map { scores[$0].name }.joined(separator: ", "))) }
    for criterion in grade?.criteria ?? [] {
      features.append(
        ("criterion \(criterion.name)", "\(criterion.condition), match \(criterion.match)/3, miss \(criterion.miss)/3"))
    }
    if let grade { features.append(("start of the grade", GradeProfile.scale[grade.start])) }
    for stage in stages {
      features.append(("stage \(stage.name)", stage.condition?.description ?? "the rest"))
      if let leave = stage.leave { features.append(("leaving \(stage.name)", leave.description)) }
      if stage.holdDays > 0 { features.append(("leaving \(stage.name) takes", "\(stage.holdDays)d")) }
    }
    if stages.count > 1 { features.append(("order of the stages", stages.map(\.name).joined(separator: ", "))) }
    let texts = placeholders.texts.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
    features.append(("missing", texts.isEmpty ? "only the empty text" : texts.sorted().joined(separator: ", ")))
    for function in DerivedFunction.allCases {
      let words = vocabulary.entries(of: function).map { "\($0.word) is \($0.value)" }
      if !words.isEmpty { features.append(("vocabulary of \(function.rawValue)", words.joined(separator: ", "))) }
    }
    return features
  }
}

extension Limits {
  /// `0 to 100`, `at most 25`.
  fileprivate var words: String {
    switch (minimum, maximum) {
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "no limits"
    }
  }
}
