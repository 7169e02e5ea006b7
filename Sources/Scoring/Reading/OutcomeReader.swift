import Conditions
import Leads
import Yams

/// The parts of a model file that say what follows from the scores: bands, matrix, grade and stages.
extension ModelReader {
  mutating func bands(_ node: Node, scores: [String]) -> [Bands] {
    document.entries(of: node, "bands").compactMap { name, key, value in
      guard let score = scores.firstIndex(of: name) else {
        let hint =
          nearest(to: name, among: scores).map { "did you mean \($0)?" }
          ?? "there are: \(scores.joined(separator: ", "))"
        document.note("there is no score \"\(name)\"", hint: hint, at: key)
        return nil
      }
      var bands: [Bands.Band] = []
      let entries = document.entries(of: value, "the bands of \(name)")
      if entries.isEmpty { document.note("the score \(name) has no bands", at: key) }
      for (band, place, threshold) in entries {
        if bands.last?.minimum == nil, !bands.isEmpty {
          document.note(
            "the band \(bands.last!.name) takes all that is left, so \(band) can never be reached",
            hint: "put the band without a number last", at: place)
        }
        if YAMLDocument.isNull(threshold) {
          bands.append(Bands.Band(band, from: nil))
          continue
        }
        guard let text = document.text(of: threshold, band) else { continue }
        guard let minimum = Int64(text), minimum.magnitude <= 1_000_000_000 else {
          document.note(
            "the band \(band): expected a whole number, found \"\(text)\"", hint: "reported scores are whole numbers",
            at: threshold)
          continue
        }
        if let above = bands.last?.minimum, minimum >= above {
          document.note(
            "the band \(band) starts at \(minimum), not below the one before it (\(above))",
            hint: "bands go from the highest down", at: threshold)
        }
        bands.append(Bands.Band(band, from: minimum))
      }
      return Bands(score: score, bands)
    }
  }

  mutating func matrix(_ node: Node, _ model: ScoringModel) -> [Int] {
    var labels = 1
    return document.elements(of: node, "matrix").compactMap { element in
      guard labels <= ModelLimits.matrixLabels, let name = document.text(of: element, "a score of the matrix") else {
        return nil
      }
      let banded = model.bands.map { model.scores[$0.score].name }
      guard let score = model.scores.firstIndex(where: { $0.name == name }), banded.contains(name) else {
        let hint =
          nearest(to: name, among: banded).map { "did you mean \($0)?" }
          ?? "there are: \(banded.joined(separator: ", "))"
        document.note("there is no score \"\(name)\" with bands", hint: hint, at: element)
        return nil
      }
      labels *= max(1, model.bands(of: score)?.bands.count ?? 1)
      if labels > ModelLimits.matrixLabels {
        document.note(
          "the matrix has more than \(ModelLimits.matrixLabels) labels", hint: "take fewer scores or bands", at: element
        )
      }
      return score
    }
  }

  mutating func grade(_ node: Node) -> GradeProfile? {
    let fields = document.entries(of: node, "grade", known: ["start", "criteria", "description"])
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    var start = GradeProfile.scale.firstIndex(of: "D")!
    if let node = field("start"), let letter = document.text(of: node, "start") {
      if let position = GradeProfile.scale.firstIndex(of: letter.uppercased()) {
        start = position
      } else {
        document.note(
          "\"\(letter)\" is not a grade", hint: "the grades are \(GradeProfile.scale.joined(separator: ", "))", at: node
        )
      }
    }
    guard let list = field("criteria") else {
      document.note("a grade needs criteria:", at: node)
      return nil
    }
    let criteria = document.elements(of: list, "criteria").compactMap { criterion($0) }
    noteDuplicates(criteria.map(\.name), "criteria", at: list)
    return GradeProfile(start: start, criteria)
  }

  private mutating func criterion(_ node: Node) -> GradeProfile.Criterion? {
    let fields = document.entries(of: node, "a criterion", known: ["name", "when", "match", "miss", "note"])
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    guard let when = field("when") else {
      if !fields.isEmpty { document.note("a criterion needs when: and a condition", at: node) }
      return nil
    }
    if field("match") == nil, field("miss") == nil {
      document.note("a criterion needs match: or miss:, in letters", hint: "such as match: 2/3", at: node)
    }
    let match = field("match").map { thirds($0, "match") } ?? 0
    let miss = field("miss").map { thirds($0, "miss") } ?? 0
    guard let condition = condition(when, "when", .lead) else { return nil }
    let name = field("name").flatMap { document.text(of: $0, "name") }
    return GradeProfile.Criterion(name ?? condition.description, condition, match: match, miss: miss)
  }

  /// `2/3`, `-1/3`, `1`, `+1 1/3`: letters, in thirds.
  private mutating func thirds(_ node: Node, _ what: String) -> Int {
    guard let text = document.text(of: node, what) else { return 0 }
    var sum = 0
    let sign = text.hasPrefix("-") ? -1 : 1
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(separator: " ")
    for part in parts {
      let sides = part.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      switch (sides.count, sides.first ?? nil) {
      case (1, let letters?) where 0...4 ~= letters: sum += 3 * letters
      case (2, let thirds?) where sides[1] == 3 && 0...12 ~= thirds: sum += thirds
      default: sum = .max / 2
      }
      if sum > 100 { break }
    }
    guard !parts.isEmpty, sum <= 100 else {
      document.note(
        "\(what): \"\(text)\" is not a step of the grade", hint: "steps are thirds of a letter: 1/3, 2/3, 1, -1/3",
        at: node)
      return 0
    }
    return sign * sum
  }
}
