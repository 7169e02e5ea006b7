import Leads
import Yams

/// The part of a model file that takes a score from a learned model: `likelihood: { learned: close.learned }`.
extension ModelReader {
  /// What a score that is learned may say of itself.
  private static let learnedKeys = ["for", "learned", "checksum", "description"]

  /// The score that is the likelihood of a learned model. If there is no such model, an issue and a score of nothing.
  mutating func learned(_ node: Node, _ fields: [(name: String, key: Node, value: Node)], _ score: Score) -> Score {
    for field in fields where !Self.learnedKeys.contains(field.name) {
      document.note(
        "the score \"\(score.name)\" is learned, and has no \(field.name):",
        hint: "a learned score is the likelihood to be won, from 0 to 100", at: field.key)
    }
    guard let path = document.text(of: node, "learned") else { return score }
    let source: LearnedSource
    do {
      source = try learnedFile(path)
    } catch {
      let issue = error as? ModelIssue
      document.note(
        "the learned model \(path) cannot be used: \(issue?.message ?? String(describing: error))", hint: issue?.hint,
        at: node)
      return score
    }
    if let node = fields.first(where: { $0.name == "checksum" })?.value {
      check(source, against: node)
    }
    note(usesOf: source, at: node)
    var learned = Score(score.name, learned: source)
    learned.condition = score.condition
    return learned
  }

  /// A model may say which content it was made for, so that another one is noticed.
  private mutating func check(_ source: LearnedSource, against node: Node) {
    guard let wanted = document.text(of: node, "checksum") else { return }
    if wanted.count >= 8, source.checksum.hasPrefix(wanted.lowercased()) { return }
    document.note(
      "\(source.file) has another content than this model was made for: its checksum is \(source.checksum)",
      hint: "if the new one is meant, write checksum: \(source.checksum); else get the old file back", at: node)
  }

  private mutating func note(usesOf source: LearnedSource, at node: Node) {
    func add(_ owner: AttributeUse.Owner, _ attribute: Attribute) {
      uses.append(
        AttributeUse(
          owner: owner, name: attribute.name, type: attribute.type, line: node.mark?.line ?? 0,
          column: node.mark?.column ?? 0, reader: source.file))
    }
    for attribute in source.attributes {
      if let derived = DerivedAttribute(named: attribute.name) { add(.lead, Attribute(derived.source, .text)) }
      add(.lead, attribute)
    }
    for property in source.properties { add(.event, property) }
  }

  /// What only learned models read. They take what a file lacks for missing, as they do where a value is.
  var onlyLearnedNames: Set<String> {
    Set(uses.filter { $0.reader != nil && DerivedAttribute(named: $0.name) == nil }.map(\.name))
      .subtracting(uses.filter { $0.reader == nil }.map(\.name))
  }
}
