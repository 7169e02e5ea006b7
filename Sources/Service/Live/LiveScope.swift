import Leads
import Scoring

/// What models in use read: the columns and properties that a process holds.
struct LiveScope: Sendable, Hashable {
  /// A column: an attribute, or what is worked out from one.
  struct Column: Sendable, Hashable {
    /// Its name, as conditions write it.
    var name: String
    /// How it is worked out; nil for an attribute itself.
    var derivation: Derivation?
  }

  /// What a model says about working something out from texts.
  struct Derivation: Sendable, Hashable {
    /// Words known besides the built-in ones.
    var vocabulary: Vocabulary
    /// Texts that stand for nothing.
    var placeholders: Placeholders
  }

  /// The columns.
  private(set) var columns: [Column] = []
  /// The properties of events, by path.
  private(set) var properties: [String] = []
  /// The attributes that the columns come from.
  let sources: Set<String>

  /// What these models read.
  init(_ models: [ScoringModel]) {
    var names: Set<Column> = []
    var paths: Set<String> = []
    for model in models {
      for attribute in model.attributes { names.insert(Self.column(attribute.name, model)) }
      paths.formUnion(model.properties.map(\.name))
    }
    // What people know a lead by is always at hand.
    for name in ["email", "name", "first_name", "last_name", "company"] {
      names.insert(Column(name: name, derivation: nil))
    }
    columns = names.sorted { $0.name < $1.name }
    properties = paths.sorted()
    sources = Set(columns.map { DerivedAttribute(named: $0.name)?.source ?? $0.name })
  }

  /// The column of an attribute as a model reads it.
  static func column(_ attribute: String, _ model: ScoringModel) -> Column {
    Column(
      name: attribute,
      derivation: DerivedAttribute(named: attribute) == nil
        ? nil : Derivation(vocabulary: model.vocabulary, placeholders: model.placeholders))
  }

  /// The position of the column of an attribute as a model reads it; nil if it is not held.
  func position(of attribute: String, for model: ScoringModel) -> Int? {
    let wanted = Self.column(attribute, model)
    return columns.firstIndex(of: wanted)
  }

  /// Whether all that a model reads is held.
  func covers(_ model: ScoringModel) -> Bool {
    model.attributes.allSatisfy { position(of: $0.name, for: model) != nil }
      && model.properties.allSatisfy { properties.contains($0.name) }
  }

  /// The text of each column, given what is known of a lead.
  func texts(_ facts: Facts) -> [String?] {
    columns.map { column in
      guard let derivation = column.derivation, let derived = DerivedAttribute(named: column.name) else {
        return facts[column.name]
      }
      guard let text = facts[derived.source], !derivation.placeholders.contains(text.utf8Span.span) else { return nil }
      switch Derivers.shared(derivation.vocabulary).value(derived.function, of: text.utf8Span.span) {
      case .missing: return nil
      case .flag(let flag): return flag ? "true" : "false"
      case let value: return value.plainDescription
      }
    }
  }
}
