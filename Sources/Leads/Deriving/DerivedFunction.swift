/// Something that is worked out from an attribute's text, such as the seniority behind a job title.
///
/// A function is a name in the condition language: `seniority(job_title) = 'vp'`.
public enum DerivedFunction: String, Sendable, Hashable, CaseIterable {
  /// What kind of e-mail address it is: one of `EmailKind`.
  case emailKind = "email_kind"
  /// How senior the holder of a job title is: one of `Seniority`.
  case seniority
  /// In which department the holder of a job title works: one of `Department`.
  case department
  /// A country's two letters of ISO 3166-1, from a name, a code or an international phone number.
  case country
  /// The least number of employees that a text such as `11-50`, `1k+` or `mid-size` allows.
  case employees
  /// Whether a name was typed by running over the keyboard: `asdf`, `qwerty`.
  case keyboardWalk = "keyboard_walk"
  /// Whether a name that should begin with a capital letter has none.
  case uncapitalised
  /// Whether a name repeats itself as no name does: `aaaa`, `xxx`, `ababab`.
  case repeated

  /// The type of what is worked out.
  public var type: AttributeType {
    switch self {
    case .emailKind, .seniority, .department, .country: .text
    case .employees: .number
    case .keyboardWalk, .uncapitalised, .repeated: .flag
    }
  }
}

/// An attribute that is worked out from another.
///
/// Its name is how conditions write it: `seniority(job_title)`.
public struct DerivedAttribute: Sendable, Hashable {
  /// What is worked out.
  public var function: DerivedFunction
  /// The attribute whose text it is worked out from.
  public var source: String

  /// A function of an attribute.
  public init(_ function: DerivedFunction, of source: String) {
    self.function = function
    self.source = source
  }

  /// The derived attribute of this name, or nil if it is the name of an ordinary one.
  public init?(named name: String) {
    guard name.utf8.last == UInt8(ascii: ")"), let bracket = name.firstIndex(of: "("),
      let function = DerivedFunction(rawValue: String(name[..<bracket]))
    else { return nil }
    self.init(function, of: String(name[name.index(after: bracket)...].dropLast()))
  }

  /// Its name: `seniority(job_title)`.
  public var name: String { "\(function.rawValue)(\(source))" }
}
