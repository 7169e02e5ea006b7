/// Works out derived values. Made once for a vocabulary; may be used from several threads.
///
///     let deriver = Deriver()
///     deriver.value(.seniority, of: "Head of IT".utf8Span.span)   // .text("director")
///
/// The built-in tables are compiled when the first function that needs them is called, once for the process.
public struct Deriver: Sendable {
  /// The words that were added.
  public let vocabulary: Vocabulary

  private let emailWords: EmailWords?
  private let countryWords: CountryWords?
  private let titles: TitleReader?

  /// A deriver that knows these words besides its own. O(words), plus the words of titles if any was added there.
  public init(_ vocabulary: Vocabulary = Vocabulary()) {
    self.vocabulary = vocabulary
    emailWords = EmailWords(vocabulary)
    countryWords = CountryWords(vocabulary)
    titles = TitleReader(vocabulary)
  }

  /// In bytes; nothing can be said of a longer title.
  private static var longestTitle: Int { 1000 }

  /// What a function makes of a text; missing if nothing can be said. O(length of the text).
  public func value(_ function: DerivedFunction, of text: Span<UInt8>) -> Value {
    // No title is longer, and their words are compared with each other.
    if function == .seniority || function == .department, text.count > Self.longestTitle { return .missing }
    return switch function {
    case .emailKind: .some(EmailClassifier.standard.kind(of: text, own: emailWords)?.rawValue)
    case .seniority: .some((titles ?? .standard).meaning(of: text).seniority?.rawValue)
    case .department: .some((titles ?? .standard).meaning(of: text).department?.rawValue)
    case .country: .some(CountryReader.standard.code(of: text, own: countryWords))
    case .employees: employees(in: text).map { .number($0) } ?? .missing
    case .keyboardWalk: NameSigns(text).map { .flag($0.isKeyboardWalk) } ?? .missing
    case .uncapitalised: NameSigns(text).map { .flag($0.isUncapitalised) } ?? .missing
    case .repeated: NameSigns(text).map { .flag($0.isRepeated) } ?? .missing
    }
  }
}

extension Value {
  /// A text, or nothing.
  fileprivate static func some(_ text: String?) -> Value { text.map { .text($0) } ?? .missing }
}

extension DerivedFunction {
  /// The values that the function can give; nil if they are not texts.
  public var knownValues: [String]? {
    switch self {
    case .emailKind: EmailKind.allCases.map(\.rawValue)
    case .seniority: Seniority.allCases.map(\.rawValue)
    case .department: Department.allCases.map(\.rawValue)
    case .country: CountryReader.standard.codes
    case .employees, .keyboardWalk, .uncapitalised, .repeated: nil
    }
  }
}
