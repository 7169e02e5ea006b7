/// How much a finding matters.
public enum Severity: Int, Sendable, Hashable, CaseIterable, Comparable {
  /// Scores will be wrong or events lost; put it right first.
  case serious
  /// It may mislead; look at it.
  case doubtful
  /// Good to know.
  case note

  /// The more serious first.
  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

  /// One word.
  public var name: String {
    switch self {
    case .serious: "serious"
    case .doubtful: "doubtful"
    case .note: "note"
    }
  }
}

/// A row that shows what a finding means.
public struct FindingExample: Sendable, Hashable {
  /// The line of the file on which the row starts, from 1.
  public var line: Int
  /// The value as it stands there, at most 60 characters of it.
  public var text: String

  /// An example.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}

/// One thing that a careful colleague would say about a file.
public struct Finding: Sendable, Hashable {
  /// What it is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case rejected, heading, emptyColumns = "empty_columns"
    case missing, missingTogether = "missing_together", placeholders
    case constants, nearlyConstant = "nearly_constant", defaultNumber = "default_number", outliers
    case repeatedIDs = "repeated_ids", missingIDs = "missing_ids", duplicates, sharedContacts = "shared_contacts"
    case brokenEmails = "broken_emails", emailKinds = "email_kinds", capitals
    case spellings, units, leadingZeros = "leading_zeros", misfits, spaces, damagedText = "damaged_text"
    case keyboardWalks = "keyboard_walks"
    case future, beforeEpoch = "before_1970", dateForms = "date_forms", dayOrder = "day_order"
  }

  /// What it is about.
  public var kind: Kind
  /// How much it matters.
  public var severity: Severity
  /// The columns concerned.
  public var columns: [String]
  /// How many rows are concerned; of findings about whole columns, how many columns.
  public var count: Int
  /// The fact, in one sentence.
  public var sentence: String
  /// What to do about it, in one sentence.
  public var advice: String
  /// A few rows that show it.
  public var examples: [FindingExample]
  /// Orders findings of one severity: the share of rows concerned, times how much the column usually matters.
  var weight: Double

  init(
    _ kind: Kind, _ severity: Severity, columns: [String], count: Int, weight: Double, _ sentence: String,
    advice: String, examples: [FindingExample] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.columns = columns
    self.count = count
    self.weight = weight
    self.sentence = sentence
    self.advice = advice
    self.examples = examples
  }

  /// By severity, then weight; equal ones keep their order.
  static func ordered(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      if a.element.severity != b.element.severity { return a.element.severity < b.element.severity }
      if a.element.weight != b.element.weight { return a.element.weight > b.element.weight }
      return a.offset < b.offset
    }.map(\.element)
  }
}
