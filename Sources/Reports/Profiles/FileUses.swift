import Profiling

/// What can be done with a file: columns whose names are known, outcomes, templates that fit.
struct FileUses: Sendable {
  let sentence: String
  let hints: [String]
  let hasHints: Bool
  let recognised: [Recognised]
  let hasRecognised: Bool
  let isWorthSaying: Bool

  struct Recognised: Sendable {
    let column: String
    let attribute: String
    let derived: String
  }

  init(_ summary: FileSummary) {
    var hints: [String] = []
    for template in summary.templates.prefix(3) {
      hints.append(
        "The template \(template.name) may fit, by the \(template.columns.count == 1 ? "column" : "columns") \(Self.list(template.columns))."
      )
    }
    if !summary.outcomes.isEmpty {
      hints.append(
        "\(Self.list(summary.outcomes)) may say how it ended with a lead: models can be compared by it."
      )
    }
    self.hints = hints
    hasHints = !hints.isEmpty
    recognised = summary.recognised.map {
      Recognised(
        column: $0.column.shortened(), attribute: $0.attribute.shortened(to: 60),
        derived: $0.derived.joined(separator: ", "))
    }
    hasRecognised = !recognised.isEmpty
    isWorthSaying = hasHints || hasRecognised
    sentence = "A model can read every column by its name; those below also by the usual name of what they hold."
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(6).map { "“\($0.shortened(to: 40))”" }
    let more = names.count - shown.count
    if more > 0 { return shown.joined(separator: ", ") + " and \(Figures.count(more)) more" }
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
