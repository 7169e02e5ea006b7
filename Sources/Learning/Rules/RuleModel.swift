/// A scoring model made of tables of points, as the text of a model file with its numbers as comments.
public struct RuleModel: Sendable {
  /// The model's name.
  public var name: String
  /// What a reader should know first: lines of comment.
  public var preface: [String]
  /// The tables of attributes, and of events.
  public var attributes: [RuleTable], events: [RuleTable]
  /// Points that everybody gets, in thousandths.
  public var everybody: Int64
  /// The stages from the best down: a name, the least total, and a note; below all of them leads are cold.
  public var stages: [(name: String, from: Int, note: String)]

  /// The tables of a model; those that no rule can ask for must not be among them.
  public init(
    name: String, preface: [String], tables: [RuleTable], everybody: Int64 = 0,
    stages: [(name: String, from: Int, note: String)] = []
  ) {
    self.name = name
    self.preface = preface
    attributes = tables.filter { !$0.feature.source.readsEvents }
    events = tables.filter { $0.feature.source.readsEvents }
    self.everybody = everybody
    self.stages = stages
  }

  /// The score that stages ask for.
  public var totalName: String { events.isEmpty ? "fit" : attributes.isEmpty ? "engagement" : "total" }

  /// The text of the model file.
  public var text: String {
    var lines = preface.map { "# \(RuleWriter.comment($0))" }
    lines += ["leadline: 1", "name: \(RuleWriter.yaml(name))", "scores:"]
    var left = everybody
    for (score, tables) in [("fit", attributes), ("engagement", events)] where !tables.isEmpty {
      var writer = RuleWriter()
      for table in tables { writer.add(table) }
      lines += ["  \(score):", "    rules:"]
      left += writer.everybody
      if score == (events.isEmpty ? "fit" : "engagement"), left != 0 {
        lines.append("      - { name: Everybody, when: \"true\", points: \(RuleWriter.decimal(left)) }")
      }
      lines += writer.lines
    }
    if !attributes.isEmpty, !events.isEmpty { lines += ["  total:", "    sum: { fit: 1, engagement: 1 }"] }
    if !stages.isEmpty {
      lines.append("stages:")
      for stage in stages {
        lines.append("  - { name: \(stage.name), when: \"\(totalName) >= \(stage.from)\" }  # \(stage.note)")
      }
      lines.append("  - { name: cold }")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
