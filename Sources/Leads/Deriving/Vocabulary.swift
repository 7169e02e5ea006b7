/// Words that a company adds to those that Leadline knows, by function and by what they stand for.
///
///     var vocabulary = Vocabulary()
///     vocabulary[.seniority, "director"] = ["Bereichsleiter"]
public struct Vocabulary: Sendable, Hashable {
  private var words: [DerivedFunction: [String: [String]]] = [:]

  /// Nothing added.
  public init() {}

  /// The words that are added for a value of a function.
  public subscript(function: DerivedFunction, value: String) -> [String] {
    get { words[function]?[value] ?? [] }
    set { words[function, default: [:]][value] = newValue.isEmpty ? nil : newValue }
  }

  /// Whether nothing was added.
  public var isEmpty: Bool { words.values.allSatisfy(\.isEmpty) }
}
