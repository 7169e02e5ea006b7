import Conditions
import Yams

/// How large a model may be: far beyond what people write, and small enough that no file takes the program's memory.
enum ModelLimits {
  static let scores = 500
  static let rules = 5_000
  static let groups = 2_000
  static let stages = 250
  static let exclusions = 5_000
  /// Entries of one table of points.
  static let tableEntries = 2_000
  /// Labels that a matrix can have.
  static let matrixLabels = 10_000
  /// Texts in all conditions together, those of lists counted wherever a list is used.
  static let texts = 1_000_000
}

extension ModelReader {
  /// Notes that there are too many of something.
  mutating func checkCount(_ count: Int, _ limit: Int, _ what: String, at node: Node? = nil) {
    if count <= limit { return }
    document.note(
      "the model has more than \(limit) \(what)", line: node?.mark?.line ?? 0, column: node?.mark?.column ?? 0)
  }

  mutating func checkCounts(_ model: ScoringModel) {
    checkCount(model.scores.reduce(0) { $0 + $1.rules.count }, ModelLimits.rules, "rules")
    checkCount(model.scores.reduce(0) { $0 + $1.groups.count }, ModelLimits.groups, "groups")
  }

  /// Counts the texts of a condition, and notes when all conditions have too many.
  mutating func note(textsOf condition: Condition, at node: Node) {
    let before = texts
    condition.visitTests { texts += $0.predicate.textCount }
    if before <= ModelLimits.texts, texts > ModelLimits.texts {
      document.note(
        "the conditions up to here have more than \(ModelLimits.texts) texts, with those of their lists",
        hint: "let one rule or exclusion use a long list, not many", at: node)
    }
  }
}

extension Predicate {
  /// How many texts it compares with.
  fileprivate var textCount: Int {
    guard case .text(let predicate) = self else { return 0 }
    switch predicate {
    case .oneOf(let set): return set.texts.count
    case .contains(let texts), .startsWith(let texts), .endsWith(let texts), .word(let texts): return texts.count
    case .notEqual, .ordered, .like, .matches: return 1
    }
  }
}
