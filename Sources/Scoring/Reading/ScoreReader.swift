import Conditions
import Leads
import Yams

/// The part of a model file under `scores:`.
extension ModelReader {
  static let scoreKeys = ["for", "range", "groups", "rules", "sum", "split", "learned", "checksum", "description"]

  /// Names that the columns of a result have already.
  static let reservedNames: Set<String> = [
    "lead_id", "matrix", "grade", "stage", "reasons", "probability",
  ]

  mutating func scores(_ node: Node) -> [Score] {
    let entries = document.entries(of: node, "scores")
    if entries.isEmpty { document.note("the model has no scores", at: node) }
    var scores: [Score] = []
    var sums: [(score: Int, node: Node)] = []
    checkCount(entries.count, ModelLimits.scores, "scores", at: node)
    for (name, key, value) in entries.prefix(ModelLimits.scores) {
      checkScoreName(name, at: key)
      let fields = document.entries(of: value, "the score \"\(name)\"", known: Self.scoreKeys)
      func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
      var score = Score(name, rules: [])
      if let node = field("for") { score.condition = condition(node, "for", .lead) }
      if let node = field("learned") {
        scores.append(learned(node, fields, score))
        continue
      }
      if let node = field("range") { score.range = range(node) }
      if let node = field("groups") { score.groups = groups(node) }
      if let node = field("rules") { score.rules = rules(node, in: score) }
      if (field("rules") != nil) == (field("sum") != nil) {
        document.note("the score \"\(name)\" needs either rules:, sum: or learned:", at: key)
      }
      scores.append(score)
      if let node = field("sum") { sums.append((scores.count - 1, node)) }
      if let node = field("split") { scores += split(node, score) }
    }
    checkCount(scores.count, 2 * ModelLimits.scores, "scores with those that are split off", at: node)
    for (score, node) in sums { scores[score].parts = parts(node, scores.map(\.name)) }
    noteDuplicates(scores.map(\.name), "scores", at: node)
    let learnedColumns = scores.filter { $0.learned != nil }.flatMap(\.learnedColumns)
    for (name, key, _) in entries where learnedColumns.contains(name) {
      document.note("\"\(name)\" is the name of another column of the result", hint: "choose another name", at: key)
    }
    noteCircularSums(scores, at: sums)
    return scores
  }

  private mutating func checkScoreName(_ name: String, at node: Node) {
    let isPlain =
      name.first.map { $0.isLetter || $0 == "_" } == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    if !isPlain {
      document.note(
        "\"\(name)\" cannot be the name of a score", hint: "use letters, digits and _, starting with a letter", at: node
      )
    } else if Self.reservedNames.contains(name.lowercased()) || name.lowercased().hasSuffix("_band") {
      document.note("\"\(name)\" is the name of another column of the result", hint: "choose another name", at: node)
    } else if Condition.keywords.contains(name.lowercased()) {
      document.note("\"\(name)\" is a word of the condition language", hint: "choose another name", at: node)
    }
  }

  mutating func noteDuplicates(_ names: [String], _ what: String, at node: Node) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      document.note("two \(what) have the name \"\(name)\"", hint: "a name must say which one is meant", at: node)
    }
  }

  private mutating func groups(_ node: Node) -> [Score.Group] {
    document.entries(of: node, "groups").map { name, _, value in
      let fields = document.entries(of: value, "the group \"\(name)\"", known: ["min", "max", "description"])
      return Score.Group(name, limits(fields, isRule: false, at: value))
    }
  }

  /// `min` and `max` of a group or a rule.
  mutating func limits(_ fields: [(name: String, key: Node, value: Node)], isRule: Bool, at node: Node) -> Limits {
    var limits = Limits()
    for (name, _, value) in fields where name == "min" || name == "max" {
      guard let points = points(value, name) else { continue }
      if name == "min" { limits.minimum = points } else { limits.maximum = points }
      if isRule, name == "max" ? points < Points(0) : points > Points(0) {
        document.note(
          "\(name): \(points) would give points to leads who did nothing",
          hint: "the max of a rule is 0 or more, its min 0 or less", at: value)
      }
    }
    if let low = limits.minimum, let high = limits.maximum, low > high {
      document.note("min is above max", at: node)
    }
    return limits
  }

  /// `-50..100`, `0..`, `..100`.
  private mutating func range(_ node: Node) -> Limits {
    guard let text = document.text(of: node, "range") else { return Limits() }
    guard let dots = text.firstRange(of: "..") else {
      document.note("\"\(text)\" is not a range", hint: "write it as -50..100", at: node)
      return Limits()
    }
    let low = text[..<dots.lowerBound].filter { $0 != " " }
    let high = text[dots.upperBound...].filter { $0 != " " }
    let limits = Limits(
      minimum: low.isEmpty ? nil : Points(String(low)), maximum: high.isEmpty ? nil : Points(String(high)))
    if !low.isEmpty && limits.minimum == nil || !high.isEmpty && limits.maximum == nil {
      document.note(
        "\"\(text)\" is not a range of points", hint: "write it as -50..100, at most \(Points.limit)", at: node)
    } else if let low = limits.minimum, let high = limits.maximum, low > high {
      document.note("the range \(text) is upside down", at: node)
    }
    return limits
  }

  /// Points, a decimal of at most three places.
  mutating func points(_ node: Node, _ what: String) -> Points? {
    guard let text = document.text(of: node, what) else { return nil }
    if let points = Points(text) { return points }
    if let number = Double(text), number.isFinite {
      let hint =
        text.contains { "eExXpP".contains($0) }
        ? "write it without an exponent"
        : abs(number) > Double(Points.limit)
          ? "points lie between -\(Points.limit) and \(Points.limit)" : "points have at most three decimal places"
      document.note("\(what): \(text) is beyond what points can be", hint: hint, at: node)
    } else {
      document.note("\(what): expected a number of points, found \"\(text)\"", at: node)
    }
    return nil
  }

  // MARK: Derived scores

  private mutating func parts(_ node: Node, _ names: [String]) -> [Score.Part] {
    let entries = document.entries(of: node, "sum")
    if entries.isEmpty {
      document.note("a sum needs at least one score", hint: "such as sum: { fit: 1, engagement: 1 }", at: node)
    }
    return entries.compactMap { name, key, value in
      guard let weight = points(value, "the weight of \(name)") else { return nil }
      guard let index = names.firstIndex(of: name) else {
        let hint =
          nearest(to: name, among: names).map { "did you mean \($0)?" } ?? "there are: \(names.joined(separator: ", "))"
        document.note("there is no score \"\(name)\"", hint: hint, at: key)
        return nil
      }
      return Score.Part(index, weight: weight)
    }
  }

  private mutating func noteCircularSums(_ scores: [Score], at sums: [(score: Int, node: Node)]) {
    for (score, node) in sums {
      var open = scores[score].parts.map(\.score)
      var seen: Set<Int> = []
      while let next = open.popLast() {
        if next == score {
          document.note("the score \"\(scores[score].name)\" is a sum that contains itself", at: node)
          break
        }
        if seen.insert(next).inserted { open += scores[next].parts.map(\.score) }
      }
    }
  }

  /// Scores of the rules with each tag, limited as the whole is.
  private mutating func split(_ node: Node, _ score: Score) -> [Score] {
    document.elements(of: node, "split", orOne: true).prefix(ModelLimits.scores).compactMap { element in
      guard let tag = document.text(of: element, "a tag") else { return nil }
      var part = score
      part.name = score.name + "_" + tag.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
      part.tag = tag
      checkScoreName(part.name, at: element)
      part.rules = score.rules.filter { $0.tags.contains(tag) }
      if part.rules.isEmpty {
        let tags = Set(score.rules.flatMap(\.tags)).sorted()
        let hint =
          nearest(to: tag, among: tags).map { "did you mean \($0)?" }
          ?? (tags.isEmpty
            ? "add tags: [\(tag)] to the rules that belong to it" : "there are: \(tags.joined(separator: ", "))")
        document.note("no rule of the score \"\(score.name)\" has the tag \"\(tag)\"", hint: hint, at: element)
        return nil
      }
      return part
    }
  }
}
