import Conditions
import Leads
import Yams

/// Reads model files: YAML, as `Documentation/Model.md` defines it.
///
///     let model = try ModelReader.model(from: text, path: "model.yaml")
///
/// Nothing is repaired silently; every error of the file is reported at once.
public struct ModelReader {
  var document: YAMLDocument
  var lists: [String: [String]] = [:]
  var uses: [AttributeUse] = []
  /// What is doubtful about the example that is being read.
  var exampleIssues: [ModelIssue] = []
  /// How many doubts there were about examples so far.
  var exampleDoubts = 0
  /// How many texts the conditions so far compare with.
  var texts = 0
  let utcOffset: Int64
  private let listFile: (String) throws -> String
  let learnedFile: (String) throws -> LearnedSource

  /// Where a condition reads an attribute or property, and as what.
  struct AttributeUse {
    enum Owner { case lead, event }
    var owner: Owner
    var name: String
    var type: AttributeType?
    var line: Int
    var column: Int
    /// The file of the learned model that reads it, or nil.
    var reader: String?
  }

  /// The model that a text states.
  ///
  /// - Parameters:
  ///   - text: the file's content.
  ///   - path: the file's name, for messages.
  ///   - utcOffset: seconds east of UTC in which dates in conditions are read.
  ///   - listFile: gives the content of a list's file, by the path that the model has for it.
  ///   - learnedFile: gives a learned model, by the path that the model has for it. What it throws is told as an issue;
  ///     a `ModelIssue` brings its own words and hint.
  /// - Throws: `ModelIssues` with everything that is wrong.
  public static func model(
    from text: String, path: String, utcOffset: Int64 = 0,
    listFile: @escaping (String) throws -> String = { _ in throw ModelIssue("lists in files cannot be read here") },
    learnedFile: @escaping (String) throws -> LearnedSource = { _ in
      throw ModelIssue("learned models cannot be read here")
    }
  ) throws(ModelIssues) -> ScoringModel {
    var reader = ModelReader(text: text, utcOffset: utcOffset, listFile: listFile, learnedFile: learnedFile)
    let model = reader.read(text)
    guard let model, reader.document.issues.isEmpty else {
      throw ModelIssues(path: path, text: text, issues: reader.document.issues)
    }
    return model
  }

  private init(
    text: String, utcOffset: Int64, listFile: @escaping (String) throws -> String,
    learnedFile: @escaping (String) throws -> LearnedSource
  ) {
    document = YAMLDocument(text: text)
    self.utcOffset = utcOffset
    self.listFile = listFile
    self.learnedFile = learnedFile
  }

  static let keys = [
    "leadline", "name", "description", "missing", "optional", "lists", "vocabulary", "exclude", "scores", "bands",
    "matrix",
    "grade", "stages", "examples",
  ]

  private mutating func read(_ text: String) -> ScoringModel? {
    guard let root = document.root(of: text) else { return nil }
    let entries = document.entries(of: root, "a model", known: Self.keys)
    if entries.isEmpty {
      if document.issues.isEmpty {
        document.note("the file has no model", hint: "start with: leadline: 1", line: 1, column: 0)
      }
      return nil
    }
    func entry(_ name: String) -> Node? { entries.first { $0.name == name }?.value }
    checkVersion(entry("leadline"))

    var model = ScoringModel(name: entry("name").flatMap { document.text(of: $0, "name") } ?? "", scores: [])
    if let node = entry("missing") { model.placeholders = placeholders(node) }
    if let node = entry("lists") { readLists(node) }
    if let node = entry("vocabulary") { model.vocabulary = vocabulary(node) }
    if let node = entry("exclude") { model.exclusions = exclusions(node) }
    if let node = entry("scores") {
      model.scores = scores(node)
    } else {
      document.note(
        "the model has no scores", hint: "add scores:, with at least one score and its rules", line: 1, column: 0)
    }
    let names = model.scores.map(\.name)
    checkCounts(model)
    if let node = entry("bands") { model.bands = bands(node, scores: names) }
    if let node = entry("matrix") { model.matrix = matrix(node, model) }
    if let node = entry("grade") { model.grade = grade(node) }
    if let node = entry("stages") { model.stages = stages(node, model) }
    let hasIdleRules = model.scores.contains { $0.rules.contains { if case .idle = $0.body { true } else { false } } }
    if hasIdleRules {
      if !uses.contains(where: { $0.owner == .lead && $0.name == "created_at" }) {
        model.optionalAttributes.insert("created_at")
      }
      uses.insert(AttributeUse(owner: .lead, name: "created_at", type: .instant, line: 0, column: 0), at: 0)
    }
    if let node = entry("optional") { readOptional(node, &model) }
    model.optionalAttributes.formUnion(onlyLearnedNames)
    model.attributes = unified(.lead)
    model.properties = unified(.event)
    model.lists = lists
    for use in uses.reversed() where use.line > 0 {
      model.places[use.name] = ScoringModel.Place(line: use.line, column: use.column)
    }
    model.version = Self.fingerprint(text, lists, model.scores.compactMap(\.learned?.checksum))
    for issue in Bounds.issues(of: model) { document.add(issue) }
    if let node = entry("examples") { model.examples = examples(node, model) }
    return model
  }

  private mutating func checkVersion(_ node: Node?) {
    guard let node else {
      document.note(
        "the model does not say which version of the language it is in", hint: "add as the first line: leadline: 1",
        line: 1, column: 0)
      return
    }
    guard let text = document.text(of: node, "leadline"), text != "1" else { return }
    document.note("version \(text) of the language is not known", hint: "this program reads: leadline: 1", at: node)
  }

  // MARK: Missing values and lists

  /// Attributes and properties that a file may lack.
  private mutating func readOptional(_ node: Node, _ model: inout ScoringModel) {
    let read = Set(uses.filter { DerivedAttribute(named: $0.name) == nil }.map(\.name))
    for element in document.elements(of: node, "optional", orOne: true) {
      guard let name = document.text(of: element, "optional") else { continue }
      if read.contains(name) {
        model.optionalAttributes.insert(name)
      } else {
        document.note(
          "nothing in the model reads \"\(name.prefix(80))\"",
          hint: nearest(to: name, among: read.sorted()).map { "did you mean \($0)?" }, at: element)
      }
    }
  }

  private mutating func placeholders(_ node: Node) -> Placeholders {
    let texts = document.elements(of: node, "missing", orOne: true).compactMap { element -> String? in
      guard case .scalar(let scalar) = element else {
        document.note("a placeholder must be a single text", at: element)
        return nil
      }
      return scalar.string
    }
    return Placeholders(texts)
  }

  private mutating func readLists(_ node: Node) {
    for (name, key, value) in document.entries(of: node, "lists") {
      if case .mapping = value {
        let entries = document.entries(of: value, "a list", known: ["file"])
        guard let file = entries.first, let path = document.text(of: file.value, "file") else {
          if entries.isEmpty { document.note("the list \"\(name)\" names no file", at: key) }
          lists[name] = ["?"]
          continue
        }
        lists[name] = list(inFile: path, at: file.value)
      } else {
        lists[name] = document.elements(of: value, "the list \"\(name)\"", orOne: true).compactMap {
          document.text(of: $0, "an entry of the list \"\(name)\"")
        }
      }
    }
  }

  /// The lines of a list's file, without comments and empty lines.
  private mutating func list(inFile path: String, at node: Node) -> [String] {
    do {
      return try listFile(path).split(whereSeparator: \.isNewline).map { line in
        String(decoding: Array(line.utf8)[Array(line.utf8).span.trimmedRange], as: UTF8.self)
      }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    } catch {
      let message = (error as? ModelIssue)?.message ?? String(describing: error)
      document.note("the list's file \(path) cannot be read: \(message)", at: node)
      return ["?"]
    }
  }

  // MARK: Conditions

  /// What a condition's names can mean.
  enum Scope {
    case lead
    case event
    case scores([String: AttributeType])
  }

  func vocabulary(_ scope: Scope) -> Condition.Vocabulary {
    switch scope {
    case .lead: Condition.Vocabulary(lists: lists, utcOffset: utcOffset)
    case .event: Condition.Vocabulary(lists: lists, noun: "property", utcOffset: utcOffset)
    case .scores(let names): Condition.Vocabulary(lists: lists, attributes: names, noun: "score", utcOffset: utcOffset)
    }
  }

  /// The condition that a scalar states; nil with an issue if it is wrong.
  mutating func condition(_ node: Node, _ what: String, _ scope: Scope) -> Condition? {
    guard let text = document.text(of: node, what), texts <= ModelLimits.texts else { return nil }
    do {
      let condition = try Condition.parsed(text, vocabulary(scope))
      note(usesOf: condition, scope, at: node)
      note(textsOf: condition, at: node)
      return condition
    } catch {
      note(error, at: node)
      return nil
    }
  }

  mutating func note(_ issue: ConditionIssue, at node: Node) {
    let (line, column) = document.place(of: issue.offset, in: node)
    document.note(issue.message, hint: issue.hint, line: line, column: column)
  }

  mutating func note(usesOf condition: Condition, _ scope: Scope, at node: Node) {
    let owner: AttributeUse.Owner
    switch scope {
    case .lead: owner = .lead
    case .event: owner = .event
    case .scores: return
    }
    func add(_ name: String, _ type: AttributeType?) {
      uses.append(
        AttributeUse(
          owner: owner, name: name, type: type, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0))
    }
    condition.visitOperands { operand in
      guard let derived = DerivedAttribute(named: operand.attribute) else {
        return add(operand.attribute, operand.type)
      }
      add(derived.source, .text)
      add(derived.name, derived.function.type)
    }
  }

  /// The attributes that conditions read, each with the one type that they agree on.
  private mutating func unified(_ owner: AttributeUse.Owner) -> [Attribute] {
    var names: [String] = []
    var first: [String: AttributeUse] = [:]
    for use in uses where use.owner == owner {
      guard let known = first[use.name] else {
        names.append(use.name)
        first[use.name] = use
        continue
      }
      if known.type == nil {
        first[use.name] = use
      } else if let type = use.type, type != known.type {
        note(use, as: type, otherThan: known)
      }
    }
    return names.map { Attribute($0, first[$0]!.type ?? .any) }
  }

  /// Notes that an attribute is read as two types.
  private mutating func note(_ use: AttributeUse, as type: AttributeType, otherThan known: AttributeUse) {
    let there =
      known.reader.map { "by \($0)" } ?? (known.line > 0 ? "on line \(known.line)" : "by an idle rule")
    let here = use.reader.map { "by \($0)" } ?? "here"
    document.note(
      "\(use.name) is read as \(type.withArticle) \(here), and as \(known.type!.withArticle) \(there)",
      hint: known.reader == nil && use.reader == nil
        ? "an attribute has one type" : "an attribute has one type; read it as the learned model does",
      line: use.line, column: use.column)
  }

  // MARK: Exclusions

  private mutating func exclusions(_ node: Node) -> [Exclusion] {
    let elements = document.elements(of: node, "exclude")
    checkCount(elements.count, ModelLimits.exclusions, "exclusions", at: node)
    return elements.prefix(ModelLimits.exclusions).compactMap { element in
      let entries = document.entries(of: element, "an exclusion", known: ["name", "when", "note"])
      guard let when = entries.first(where: { $0.name == "when" }) else {
        if !entries.isEmpty { document.note("an exclusion needs when: and a condition", at: element) }
        return nil
      }
      guard let condition = condition(when.value, "when", .lead) else { return nil }
      let name = entries.first { $0.name == "name" }.flatMap { document.text(of: $0.value, "name") }
      return Exclusion(name ?? condition.description, condition)
    }
  }

  /// A name for the model's content: 64 bits of FNV-1a over the text, its lists and the checksums of its learned models,
  /// in hexadecimal.
  private static func fingerprint(_ text: String, _ lists: [String: [String]], _ checksums: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func feed(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    feed(text)
    for (name, list) in lists.sorted(by: { $0.key < $1.key }) {
      feed(name)
      list.forEach(feed)
    }
    checksums.forEach(feed)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
