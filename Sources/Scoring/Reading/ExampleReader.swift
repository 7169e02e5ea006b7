import Conditions
import Leads
import Yams

/// The part of a model file under `examples:`.
///
/// Read last, because examples name what everything else defines. While something else is wrong with the model, only
/// their shape is checked: what they name may be what is missing.
extension ModelReader {
  static let exampleKeys = ["name", "lead", "created", "events", "expect", "note"]
  /// How many examples a model can have, and how many events all of them together.
  static let exampleLimit = 1_000, exampleEventLimit = 100_000

  /// What examples can name.
  private struct Names {
    let model: ScoringModel
    /// Whether nothing else is wrong with the model, so that what is not here does not exist.
    let isSound: Bool
    /// Attributes that can be given; what is worked out from others cannot.
    let attributes: [Attribute]
    /// The events that rules are about, or ignore.
    let events: [String]
    /// Whether a learned model reads any event, whatever its name.
    let readsAnyEvent: Bool
    private let folded: Set<[UInt8]>
    /// Attributes and properties by their names as keys.
    let attributesByKey: [String: Attribute], propertiesByKey: [String: Attribute]

    init(_ model: ScoringModel, isSound: Bool) {
      self.model = model
      self.isSound = isSound
      attributes = model.attributes.filter { DerivedAttribute(named: $0.name) == nil }
      let learned = model.scores.compactMap(\.learned)
      var names = model.eventNames
      for name in learned.flatMap(\.acts).map(\.name) where !names.contains(name) { names.append(name) }
      events = names
      readsAnyEvent = learned.contains(where: \.readsAnyEvent)
      folded = Set(events.map(\.foldedUTF8))
      attributesByKey = Self.byKey(attributes)
      propertiesByKey = Self.byKey(model.properties)
    }

    private static func byKey(_ attributes: [Attribute]) -> [String: Attribute] {
      Dictionary(attributes.map { (ColumnNames.key($0.name), $0) }) { first, _ in first }
    }

    func has(event: String) -> Bool { readsAnyEvent || folded.contains(event.foldedUTF8) }
  }

  mutating func examples(_ node: Node, _ model: ScoringModel) -> [Example] {
    let elements = document.elements(of: node, "examples")
    checkCount(elements.count, Self.exampleLimit, "examples", at: node)
    let names = Names(model, isSound: document.issues.isEmpty)
    let examples = elements.prefix(Self.exampleLimit).compactMap { example($0, names) }
    noteDuplicates(examples.map(\.name), "examples", at: node)
    checkCount(
      examples.flatMap(\.events).reduce(0) { $0 + $1.count }, Self.exampleEventLimit, "events in its examples",
      at: node)
    return examples
  }

  private mutating func example(_ node: Node, _ names: Names) -> Example? {
    let fields = document.entries(of: node, "an example", known: Self.exampleKeys)
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    if fields.isEmpty { return nil }
    guard let title = field("name") else {
      document.note("an example needs a name", hint: "say what it shows", at: node)
      return nil
    }
    guard let name = document.text(of: title, "name") else { return nil }
    var example = Example(name, expectations: [])
    if let lead = field("lead") { example.attributes = attributes(lead, names) }
    if let created = field("created") { add(created: created, to: &example, names) }
    if let events = field("events") {
      example.events = document.elements(of: events, "events").compactMap { event($0, names) }
    }
    let expected = field("expect").map { document.entries(of: $0, "expect") } ?? []
    if expected.isEmpty {
      document.note(
        "the example \"\(name.prefix(80))\" expects nothing", hint: "such as expect: { stage: mql }",
        at: field("expect") ?? node)
    }
    if names.isSound { example.expectations = expected.compactMap { expectation($0, names.model) } }
    (example.issues, exampleIssues) = (exampleIssues, [])
    return example
  }

  /// Notes that an example proves nothing: it names what the model does not have, or not any more. The model itself is
  /// sound, so this keeps nobody from using it; `ExampleCheck` reports it.
  private mutating func doubt(_ message: String, hint: String? = nil, at node: Node) {
    exampleDoubts += 1
    exampleIssues.append(
      ModelIssue(message, hint: hint, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0))
  }

  /// What may help, for the first doubts only: comparing thousands of names with thousands takes its time.
  private func suggestion(
    for name: String, among known: () -> [String], _ none: String, _ all: String
  ) -> String? {
    if exampleDoubts > 20 { return nil }
    let known = known()
    return nearest(to: name, among: known).map { "did you mean \($0)?" }
      ?? (known.isEmpty ? none : "\(all): \(known.joined(separator: ", "))")
  }

  // MARK: What is known

  private mutating func attributes(_ node: Node, _ names: Names) -> [String: Value] {
    let entries = document.entries(of: node, "a lead")
    return names.isSound ? values(entries, among: names.attributesByKey, "attribute", names) : [:]
  }

  /// Values by the names that the model has for them, as its types; others are noted.
  private mutating func values(
    _ entries: [Field], among known: [String: Attribute], _ noun: String, _ names: Names
  ) -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, key, node) in entries {
      guard let attribute = known[ColumnNames.key(name)] else {
        let hint = suggestion(
          for: name, among: { known.values.map(\.name).sorted() }, "no rule reads any", "rules read")
        doubt("no rule reads the \(noun) \"\(name.prefix(80))\", so it proves nothing", hint: hint, at: key)
        continue
      }
      if values[attribute.name] != nil { document.note("\(attribute.name) is there twice", at: key) }
      values[attribute.name] = value(node, of: attribute, names.model.placeholders)
    }
    return values
  }

  /// The value that stands there, as the attribute's type; missing if nothing does, or a placeholder.
  private mutating func value(_ node: Node, of attribute: Attribute, _ placeholders: Placeholders) -> Value {
    if YAMLDocument.isNull(node) { return .missing }
    guard let text = document.text(of: node, attribute.name) else { return .missing }
    if placeholders.contains(text.utf8Span.span) { return .missing }
    let value: Value? =
      switch attribute.type {
      case .text: .text(text)
      case .any: .flag(true)
      case .number: Double(cell: text).map { .number($0) }
      case .flag: Bool(cell: text).map { .flag($0) }
      case .instant: instant(text).map { .instant($0) }
      }
    if let value { return value }
    doubt(
      "\(attribute.name) is read as \(attribute.type.withArticle), and \"\(text.prefix(80))\" is none",
      hint: attribute.type == .instant ? "write a date, or an age such as 40d" : nil, at: node)
    return .missing
  }

  /// A date, or the moment that lies so long before that of the examples: `40d`.
  private func instant(_ text: String) -> Instant? {
    if let days = Condition.days(in: text) {
      let moment = Example.moment(utcOffset: utcOffset).instant
      return Instant(secondsSince1970: moment.secondsSince1970 - Int64(days) * AsOf.secondsPerDay)
    }
    return Instant(text, offset: utcOffset)
  }

  /// `created: 40d`, which says the same as the attribute `created_at`.
  private mutating func add(created node: Node, to example: inout Example, _ names: Names) {
    guard let text = document.text(of: node, "created") else { return }
    guard let days = Condition.days(in: text), let instant = instant("\(days)d") else {
      document.note("created: \"\(text.prefix(80))\" is not an age", hint: "such as created: 40d", at: node)
      return
    }
    if !names.isSound { return }
    if !names.attributes.contains(where: { $0.name == "created_at" }) {
      doubt("no rule reads when a lead was created, so it proves nothing", hint: "take created: out", at: node)
    }
    if example.attributes["created_at"] != nil { document.note("created_at is there twice", at: node) }
    example.attributes["created_at"] = .instant(instant)
  }

  // MARK: Events

  private mutating func event(_ node: Node, _ names: Names) -> Example.Event? {
    let fields = document.entries(of: node, "an event")
    func field(_ name: String) -> Node? { fields.first { $0.name == name }?.value }
    guard let named = field("event") else {
      if !fields.isEmpty {
        document.note(
          "an event of an example needs event: and a name", hint: "such as { event: page_view, ago: 2d }", at: node)
      }
      return nil
    }
    guard let name = document.text(of: named, "event") else { return nil }
    var event = Example.Event(name)
    if let node = field("ago"), let days = days(ago: node) { event.ageInDays = days }
    if let node = field("times"), let count = times(node) { event.count = count }
    if names.isSound {
      let known = names.events
      if !names.has(event: name) {
        let hint = suggestion(for: name, among: { known }, "no rule reads events", "rules name")
        doubt("no rule names the event \"\(name.prefix(80))\", so it proves nothing", hint: hint, at: named)
      }
      event.properties = values(
        fields.filter { !["event", "ago", "times"].contains($0.name) }, among: names.propertiesByKey, "property",
        names)
    }
    return event
  }

  private mutating func days(ago node: Node) -> Int? {
    guard let text = document.text(of: node, "ago") else { return nil }
    if let days = Condition.days(in: text), days <= Example.oldestEvent { return days }
    document.note(
      "ago: \"\(text.prefix(80))\" is not an age that an event can have",
      hint: "from 0d to \(Example.oldestEvent)d: 2d, 4w, 6mo",
      at: node)
    return nil
  }

  private mutating func times(_ node: Node) -> Int? {
    guard let text = document.text(of: node, "times") else { return nil }
    if let count = Int(text), 1...Self.exampleEventLimit ~= count { return count }
    document.note("times: expected a whole number from 1, found \"\(text.prefix(80))\"", at: node)
    return nil
  }

  // MARK: Expectations

  private mutating func expectation(_ field: Field, _ model: ScoringModel) -> Example.Expectation? {
    let (name, key, node) = field
    let place = ScoringModel.Place(line: key.mark?.line ?? 0, column: key.mark?.column ?? 0)
    let subject: Example.Expectation.Subject
    if let outcome = model.outcome(named: name) {
      subject = .outcome(outcome)
    } else if name == Example.excludedKey {
      subject = .exclusion
    } else {
      let names = model.outcomes.map(\.name) + [Example.excludedKey]
      let hint =
        nearest(to: name, among: names).map { "did you mean \($0)?" } ?? "there are: \(names.joined(separator: ", "))"
      doubt("the model says nothing called \"\(name.prefix(80))\"", hint: hint, at: key)
      return nil
    }
    if YAMLDocument.isNull(node) { return Example.Expectation(subject, name: name, .missing, place: place) }
    guard let text = document.text(of: node, name), let value = value(expected: text, of: subject, model, at: node)
    else {
      return nil
    }
    return Example.Expectation(subject, name: name, value, place: place)
  }

  /// The value that a text expects; nil with an issue where the model can never say that.
  private mutating func value(
    expected text: String, of subject: Example.Expectation.Subject, _ model: ScoringModel, at node: Node
  ) -> Value? {
    let known: [String]
    switch subject {
    case .outcome(.score):
      if let score = Int64(text), score.magnitude <= 1 << 53 { return .number(Double(score)) }
      document.note(
        "expected a whole number, found \"\(text.prefix(80))\"",
        hint: "reported scores are whole numbers; leave it empty if there should be no score", at: node)
      return nil
    case .outcome(.matrix): return .text(text)
    case .outcome(.band(let bands)): known = bands.bands.map(\.name)
    case .outcome(.grade): known = GradeProfile.scale
    case .outcome(.stage): known = model.stages.map(\.name) + [ScoringModel.disqualified]
    case .exclusion: known = model.exclusions.map(\.name)
    }
    if known.contains(text) { return .text(text) }
    let hint =
      nearest(to: text, among: known).map { "did you mean \($0)?" }
      ?? (known.isEmpty ? "the model excludes nobody" : "there are: \(known.joined(separator: ", "))")
    doubt("no lead can have the \(subject.noun) \"\(text.prefix(80))\"", hint: hint, at: node)
    return nil
  }
}

extension Example {
  /// The name under which an example expects an exclusion.
  static let excludedKey = "excluded"
}

extension Example.Expectation.Subject {
  /// What its values are.
  fileprivate var noun: String {
    switch self {
    case .outcome(.score): "score"
    case .outcome(.band): "band"
    case .outcome(.matrix): "label"
    case .outcome(.grade): "grade"
    case .outcome(.stage): "stage"
    case .exclusion: "exclusion"
    }
  }
}

extension ScoringModel {
  /// The names of events that rules are about, or ignore.
  fileprivate var eventNames: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for rule in scores.flatMap(\.rules) {
      switch rule.body {
      case .attributes: break
      case .events(let events): names += events.names.filter { seen.insert($0).inserted }
      case .idle(let idle): names += idle.ignoring.filter { seen.insert($0).inserted }
      }
    }
    return names
  }
}
