import Conditions
import Leads
import Yams

/// The part of a model file that says where leads stand.
extension ModelReader {
  mutating func stages(_ node: Node, _ model: ScoringModel) -> [Stage] {
    // Before its stages are read the model has no outcome of that name.
    let scope = Scope.scores(model.outcomeTypes)
    var stages: [Stage] = []
    let elements = document.elements(of: node, "stages")
    checkCount(elements.count, ModelLimits.stages, "stages", at: node)
    for element in elements.prefix(ModelLimits.stages) {
      if let stage = stage(element, after: stages.last, scope) { stages.append(stage) }
    }
    noteDuplicates(stages.map(\.name), "stages", at: node)
    return stages
  }

  private mutating func stage(_ element: Node, after last: Stage?, _ scope: Scope) -> Stage? {
    let known = ["name", "when", "leave", "hold", "description", "note"]
    let fields = document.entries(of: element, "a stage", known: known)
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    guard let name = field("name").flatMap({ document.text(of: $0, "name") }) else {
      if !fields.isEmpty { document.note("a stage needs a name", at: element) }
      return nil
    }
    if name == ScoringModel.disqualified {
      document.note(
        "the stage disqualified is that of excluded leads",
        hint: "choose another name, or say who it is under exclude:", at: element)
    }
    if let last, last.condition == nil {
      document.note(
        "the stage \(last.name) takes everybody who is left, so \(name) can never be reached",
        hint: "put the stage without a condition last", at: element)
    }
    var stage = Stage(name)
    if let node = field("when") {
      guard let condition = condition(node, "when", scope) else { return nil }
      stage.condition = condition
    }
    if let node = field("leave") { stage.leave = condition(node, "leave", scope) }
    if let node = field("hold") { stage.holdDays = hold(node) }
    if stage.condition == nil, let node = field("leave") ?? field("hold") {
      document.note(
        "the stage \(name) takes everybody who is left, so nobody falls out of it",
        hint: "leave: and hold: go with when:", at: node)
    }
    return stage
  }

  /// Whole days; none is as good as leaving it out.
  private mutating func hold(_ node: Node) -> Int {
    guard let text = document.text(of: node, "hold") else { return 0 }
    guard let days = Condition.days(in: text) else {
      document.note("hold: \"\(text)\" is not a duration in days", hint: "such as 3d, 2w or 1mo", at: node)
      return 0
    }
    return days
  }
}
