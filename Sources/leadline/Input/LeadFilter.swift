import Conditions
import Leads
import Scoring

/// Which leads a person asked for: a condition on attributes and on what the model says.
struct LeadFilter {
  let condition: Condition
  private let outcomes: [String: Outcome]

  /// Reads the condition; throws what is wrong with it, names and types included.
  init(_ text: String, _ model: ScoringModel, utcOffset: Int64) throws {
    outcomes = Dictionary(model.outcomes.map { ($0.name, $0.outcome) }) { first, _ in first }
    do {
      condition = try Condition.parsed(text, Condition.Vocabulary(lists: model.lists, utcOffset: utcOffset))
    } catch {
      let mark = "\n  \(text)\n  \(String(repeating: " ", count: error.offset))^"
      throw InputProblem(message: "--where: \(error.message)\(mark)", hint: error.hint)
    }
    let attributes = Dictionary(model.attributes.map { ($0.name, $0.type) }) { first, _ in first }
    try Self.checkTypes(condition, attributes.merging(model.outcomeTypes) { $1 })
    try Self.checkStages(condition, model)
  }

  /// What is compared as another type than it has would never hold, and nobody would know why.
  private static func checkTypes(_ condition: Condition, _ types: [String: AttributeType]) throws {
    var problem: InputProblem?
    condition.visitOperands { operand in
      guard let type = types[operand.attribute], type != .any, let read = operand.type, read != type
      else { return }
      problem = InputProblem(
        message: "--where: \(operand.attribute) is \(type.withArticle) and is compared with \(read.withArticle)")
    }
    if let problem { throw problem }
  }

  private static func checkStages(_ condition: Condition, _ model: ScoringModel) throws {
    let names = model.stages.map(\.name) + [ScoringModel.disqualified]
    var problem: InputProblem?
    condition.visitTests { test in
      guard test.operand.attribute == "stage", !model.stages.isEmpty, case .text(.oneOf(let set)) = test.predicate
      else { return }
      for text in set.texts where !names.contains(where: { $0.foldedUTF8 == text }) {
        let stage = String(decoding: text, as: UTF8.self)
        problem = InputProblem(
          message: "--where: the model has no stage \"\(stage)\"",
          hint: nearest(to: stage, among: names).map { "did you mean '\($0)'?" }
            ?? "there are: \(names.joined(separator: ", "))")
      }
    }
    if let problem { throw problem }
  }

  /// The part of the condition that reads attributes, for loading; nil if it reads only outcomes.
  var attributeCondition: Condition? {
    var tests: [Condition] = []
    condition.visitOperands { operand in
      if outcomes[operand.attribute] == nil { tests.append(.test(Test(operand, .known))) }
    }
    return tests.isEmpty ? nil : .all(tests)
  }

  func holds(for lead: Int, _ scores: Scores, _ leads: LeadTable) -> Bool {
    condition.holds(asOf: scores.asOf) { name in
      outcomes[name].map { scores.value(of: $0, for: lead) } ?? leads.value(name, of: lead)
    }
  }
}
