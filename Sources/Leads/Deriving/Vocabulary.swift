/// Words that a company adds to those that Leadline knows, by function and by what they stand for.
///
///     var vocabulary = Vocabulary()
///     vocabulary[.seniority, "director"] = ["Bereichsleiter"]
///     vocabulary[.emailKind, "business"] = ["gmail.com"]
///
/// They win over the built-in ones. What a word is depends on the function:
///
/// - `email_kind`: a domain, `*.domain` for all below it, or for the kind `role` the part before the `@`.
/// - `seniority`, `department`: a word or a phrase of a title.
/// - `country`: a whole name.
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

  /// What was added for a function, in the order of the values, the words of a value in the order they were given.
  public func entries(of function: DerivedFunction) -> [(value: String, word: String)] {
    let values = (words[function] ?? [:]).sorted { $0.key < $1.key }
    return values.flatMap { value, words in words.map { (value, $0) } }
  }
}
