import Leads
import Scoring

/// An explanation on the terminal.
struct ExplanationText {
  let model: ScoringModel
  let explanation: Explanation
  let asOf: AsOf
  /// The column, from the left, in which points end.
  private static let pointsColumn = 64
  /// How many occurrences of a rule are shown.
  private static let shownOccurrences = 4

  init(_ model: ScoringModel, _ explanation: Explanation, asOf: AsOf) {
    self.model = model
    self.explanation = explanation
    self.asOf = asOf
  }

  func write(id: String, name: String, next: [NextStep]) throws {
    try Terminal.write(Terminal.styled("Lead \(id)\(name.isEmpty ? "" : "  \(name)")", .bold))
    let title = model.name.isEmpty ? "" : "“\(model.name)” "
    try Terminal.write(Terminal.styled("as of \(asOf.instant), model \(title)\(model.version.prefix(8))", .dim))
    if let exclusion = explanation.exclusion {
      try Terminal.write("\nThis lead is excluded: \(exclusion). It has no scores.")
      if let condition = model.exclusions.first(where: { $0.name == exclusion })?.condition.description {
        try Terminal.write(Terminal.styled("  \(condition)", .dim))
      }
      return
    }
    try writeSummary()
    for (score, definition) in zip(explanation.scores, model.scores) {
      if let tag = definition.tag {
        try line("  of this, by the rules tagged “\(tag)”", score.reported.map(String.init) ?? "–", .dim)
      } else {
        try write(score)
      }
    }
    if let grade = explanation.grade { try write(grade) }
    try write(next)
  }

  /// How many reasons of a learned model are shown.
  private static let shownLearnedReasons = 10

  private func writeSummary() throws {
    var parts: [String] = []
    if let stage = explanation.stage {
      parts.append("stage " + ScoreTable.styled(stage: stage, position: model.stages.firstIndex { $0.name == stage }))
    }
    if let matrix = explanation.matrix { parts.append("matrix " + Terminal.styled(matrix, .bold)) }
    if let grade = explanation.grade { parts.append("grade " + Terminal.styled(grade.letter, .bold)) }
    if !parts.isEmpty { try Terminal.write(parts.joined(separator: ", ")) }
  }

  // MARK: Scores

  private func write(_ score: ScoreExplanation) throws {
    guard let reported = score.reported else {
      try line("\n\(score.name)", "–", .bold)
      if let absence = score.absence { try Terminal.write("  no score: \(absence)") }
      return
    }
    try line("\n\(score.name)\(score.band.map { "  (\($0))" } ?? "")", String(reported), .bold)
    if let likelihood = score.likelihood { return try write(likelihood, of: score) }
    for part in score.parts {
      let weight = part.weight == Points(1) ? "" : " × \(part.weight)"
      try line(
        "  \(part.name)\(weight)",
        part.reported.map { Points.text(billionths: $0 * part.weight.billionths, signed: true) } ?? "–")
    }
    var groups: [String?] = []
    for contribution in score.contributions where !groups.contains(contribution.group) {
      groups.append(contribution.group)
    }
    for group in groups {
      if let group { try Terminal.write("  " + Terminal.styled(group, .dim)) }
      for contribution in score.contributions where contribution.group == group {
        try write(contribution, indent: group == nil ? "  " : "    ")
      }
      if let cut = score.groupCuts.first(where: { $0.group == group }) {
        try line(
          "    limit of the group: \(text(cut.sum)) becomes \(text(cut.limited))",
          text(cut.limited - cut.sum, signed: true), .dim)
      }
    }
    if score.contributions.isEmpty, score.parts.isEmpty { try Terminal.write("  no rule gives or takes anything") }
    if score.rangeCut != 0 { try line("  range of the score", text(-score.rangeCut, signed: true), .dim) }
  }

  private func write(_ contribution: Contribution, indent: String) throws {
    let style: Terminal.Style? = contribution.worth < 0 ? .red : nil
    try line(indent + contribution.phrase, contribution.points, style)
    if let condition = contribution.condition?.description, contribution.entry == nil, condition.columns <= 60 {
      try Terminal.write(Terminal.styled("\(indent)  \(condition)", .dim))
    }
    for occurrence in contribution.occurrences.prefix(Self.shownOccurrences) {
      let left =
        occurrence.weight == 1_000_000
        ? "" : ", \(Points.text(billionths: occurrence.weight * 100_000, places: 1)) % left"
      let properties = occurrence.properties.isEmpty ? "" : "  " + occurrence.properties.joined(separator: ", ")
      let when = "\(occurrence.at.description.prefix(10))  \(Contribution.age(occurrence.ageInDays))\(left)"
      try Terminal.write(
        Terminal.styled(
          "\(indent)  \(when)\(worth(occurrence.worth))\(properties)".clipped(to: Terminal.width), .dim))
    }
    let rest = contribution.occurrences.dropFirst(Self.shownOccurrences)
    if !rest.isEmpty {
      let worth = rest.reduce(0) { $0 + $1.worth }
      try Terminal.write(Terminal.styled("\(indent)  and \(rest.count) more\(self.worth(worth))", .dim))
    }
    if contribution.worth != contribution.unlimited {
      try Terminal.write(
        Terminal.styled(
          "\(indent)  limit of the rule: \(text(contribution.unlimited)) becomes \(text(contribution.worth))", .dim))
    }
  }

  // MARK: Learned scores

  private func write(_ likelihood: LikelihoodExplanation, of score: ScoreExplanation) throws {
    let file = model.scores.first { $0.name == score.name }?.learned?.file ?? "a learned model"
    let percent = Points.text(billionths: Int64(likelihood.probability) * 100_000, places: 2)
    try Terminal.write(
      Terminal.styled("  by \(file): \(percent) % to be won; of these points 10 double the odds", .dim))
    try line("  every lead starts from", Self.signed(likelihood.base))
    let shown = likelihood.reasons.prefix(Self.shownLearnedReasons)
    for reason in shown {
      try line("  \(reason.text)", Self.signed(reason.worth), reason.worth < 0 ? .red : nil)
    }
    let rest = likelihood.reasons.dropFirst(shown.count)
    if !rest.isEmpty {
      try line("  and \(rest.count) more", Self.signed(rest.reduce(0) { $0 + $1.worth }), .dim)
    }
  }

  /// Points of a learned model with their sign and one decimal place.
  private static func signed(_ points: Double) -> String {
    Points.text(billionths: Int64((points * 1e9).rounded()), places: 1, signed: true)
  }

  // MARK: Grade and next steps

  private func write(_ grade: GradeExplanation) throws {
    try line("\ngrade", grade.letter, .bold)
    try line("  everybody starts at", grade.start)
    for move in grade.moves where move.thirds != 0 {
      guard let thirds = move.thirds else {
        try Terminal.write(Terminal.styled("  \(move.criterion): not known, moves nothing", .dim))
        continue
      }
      let size = thirds.magnitude % 3 == 0 ? "\(thirds.magnitude / 3)" : "\(thirds.magnitude)/3"
      try line(
        "  \(move.criterion)\(move.holds ? "" : ": no")", (thirds < 0 ? "-" : "+") + size, thirds < 0 ? .red : nil)
    }
  }

  private func write(_ next: [NextStep]) throws {
    if next.isEmpty {
      if let stage = explanation.stage, stage != model.stages.first?.name {
        try Terminal.write("\nNo single kind of act that the data know would lift this lead to a better stage.")
      }
      return
    }
    try Terminal.write("\n" + Terminal.styled("The nearest way up", .bold))
    for step in next { try Terminal.write("  " + step.phrase) }
  }

  // MARK: Lines

  /// What occurrences are worth, unless only their number counts.
  private func worth(_ billionths: Int64) -> String { billionths == 0 ? "" : ": \(text(billionths, signed: true))" }

  private func text(_ billionths: Int64, signed: Bool = false) -> String {
    Points.text(billionths: billionths, signed: signed)
  }

  /// A line with points at the right.
  private func line(_ label: String, _ points: String, _ style: Terminal.Style? = nil) throws {
    let lead = label.hasPrefix("\n") ? "\n" : ""
    let plain = String(label.drop { $0 == "\n" })
    let width = Self.pointsColumn - max(6, points.columns)
    let shown = plain.columns > width ? plain.fitted(to: width) : plain
    let gap = String(repeating: " ", count: max(1, Self.pointsColumn - shown.columns - points.columns))
    let text = shown + gap + points
    try Terminal.write(lead + (style.map { Terminal.styled(text, $0) } ?? text))
  }
}

extension String {
  /// The text, cut with an ellipsis where it is wider.
  func clipped(to width: Int) -> String { columns > width ? fitted(to: width) : self }
}
