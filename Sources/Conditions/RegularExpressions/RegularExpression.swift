/// A pattern that is searched for in text, in time linear in the length of the text.
///
///     let chief = try RegularExpression("(^|[^a-z0-9])(ceo|cto)([^a-z0-9]|$)")
///     chief.matches("acting cto, europe".utf8.span)   // true
///
/// The answer is yes or no: there are no captured groups and no positions. Nothing backtracks, so no pattern and no
/// text makes matching slow, and both may come from people who are not trusted.
///
/// Patterns are made of
///
/// - literal characters, `.` (any scalar but a line feed), and classes such as `[a-z0-9_]` and `[^@ ]`;
/// - `\d` `\w` `\s` and their opposites `\D` `\W` `\S`, with their ASCII meaning;
/// - `\t` `\n` `\r` `\xHH` `\u{HHHH}`, and a backslash before punctuation for the character itself;
/// - groups `( )` and `(?: )`, which are the same here, and alternatives separated by `|`;
/// - the repeats `*` `+` `?` `{m}` `{m,}` `{m,n}`; a `?` after a repeat is read and makes no difference;
/// - `^` and `$`, for the start and the end of the whole text, also when it has several lines.
///
/// Characters are compared by scalar, without Unicode normalisation. Two expressions are equal if their patterns and
/// their treatment of case are.
///
/// Source: Ken Thompson, "Regular Expression Search Algorithm", Communications of the ACM 11(6), 1968; Russ Cox,
/// "Regular Expression Matching in the Wild", 2010.
public struct RegularExpression: Sendable {
  /// The pattern as it was written.
  public let pattern: String

  /// Whether capital letters in the pattern stand for their small ones.
  ///
  /// The text is never changed: whoever asks lower-cases it once, before any number of expressions see it.
  public let ignoresCase: Bool

  private let matcher: Matcher

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: At most 1,000 Unicode scalars.
  ///   - ignoringCase: Whether letters and classes of the pattern are lower-cased; the text has to be, too.
  /// - Throws: A `Failure` at the first place where the pattern is wrong, unsupported or too large.
  /// - Complexity: Bounded by the `Limits`, whatever the pattern: some tens of milliseconds for the worst ones.
  public init(_ pattern: String, ignoringCase: Bool = true) throws(Failure) {
    try self.init(pattern, ignoringCase: ignoringCase, limits: .standard)
  }

  /// Compiles a pattern within limits of the caller's choice.
  init(_ pattern: String, ignoringCase: Bool = true, limits: Limits) throws(Failure) {
    var parser = try Parser(pattern, ignoringCase: ignoringCase, limits: limits)
    let nfa = try NFA(parser.parse(), limits: limits)
    self.pattern = pattern
    ignoresCase = ignoringCase
    if let dfa = DFA(nfa, limits: limits) {
      matcher = .deterministic(dfa)
    } else {
      matcher = .simulated(nfa)
    }
  }

  /// Whether the pattern is found anywhere in the text.
  ///
  /// - Parameter text: UTF-8, lower-cased if the expression ignores case. No part of the pattern matches bytes that
  ///   are not UTF-8.
  /// - Complexity: O(*n*) for *n* bytes of text. The few expressions whose deterministic automaton would be too large
  ///   (see `Limits`) take O(*n* × *s*) with *s* states of the nondeterministic one.
  public func matches(_ text: Span<UInt8>) -> Bool {
    switch matcher {
    case .deterministic(let dfa): dfa.matches(text)
    case .simulated(let nfa): nfa.matches(text)
    }
  }

  /// Whether matching simulates the nondeterministic automaton because the deterministic one is too large.
  var isSimulated: Bool {
    if case .simulated = matcher { true } else { false }
  }
}

extension RegularExpression: Hashable {
  /// Whether two expressions have the same pattern, scalar by scalar, and treat case the same way.
  public static func == (left: Self, right: Self) -> Bool {
    left.ignoresCase == right.ignoresCase && left.pattern.unicodeScalars.elementsEqual(right.pattern.unicodeScalars)
  }

  /// Hashes the pattern and the treatment of case.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pattern)
    hasher.combine(ignoresCase)
  }
}

extension RegularExpression {
  private enum Matcher: Sendable {
    case deterministic(DFA)
    case simulated(NFA)
  }
}
