import Synchronization

/// Why a record, or a value in it, could not be used.
public enum RejectReason: Sendable, Hashable {
  /// Fewer values than the heading has columns.
  case tooFewValues(found: Int, expected: Int)
  /// More values than the heading has columns.
  case tooManyValues(found: Int, expected: Int)
  /// A quote at the start of a value that is never closed.
  case unclosedQuote
  /// A record longer than this many bytes.
  case tooLong(limit: Int)
  /// A line that is not a JSON object, and at which byte.
  case notJSON(String, at: Int)
  /// No id.
  case missingID(column: String)
  /// An id that an earlier record has; `line` is that record's.
  case repeatedID(String, line: Int)
  /// An event of a lead that is not in the leads.
  case unknownLead(String)
  /// An event without a name.
  case missingEventName(column: String)
  /// An event without a moment.
  case missingInstant(column: String)
  /// A text that is not an instant, or not one that can be held.
  case badInstant(column: String, text: String)
  /// A value that is not of its attribute's type. The record is kept; the value counts as missing.
  case badValue(column: String, expected: AttributeType, text: String)

  /// Whether the record is still used, without the value.
  public var keepsRecord: Bool {
    if case .badValue = self { true } else { false }
  }

  /// What reasons of the same kind are counted under.
  public var category: String {
    switch self {
    case .tooFewValues: "too few values"
    case .tooManyValues: "too many values"
    case .unclosedQuote: "a quote that is not closed"
    case .tooLong: "too long"
    case .notJSON: "not a JSON object"
    case .missingID: "no id"
    case .repeatedID: "an id that came before"
    case .unknownLead: "events of unknown leads"
    case .missingEventName: "events without a name"
    case .missingInstant, .badInstant: "events without a usable time"
    case .badValue(let column, let expected, _): "\(column): not \(expected.withArticle)"
    }
  }

  /// The reason in words, without a full stop.
  public var description: String {
    switch self {
    case .tooFewValues(let found, let expected): "\(found) values where the heading has \(expected) columns"
    case .tooManyValues(let found, let expected): "\(found) values where the heading has \(expected) columns"
    case .unclosedQuote: "a value starts with a quote that is not closed"
    case .tooLong(let limit): "longer than \(limit >> 20) MiB"
    case .notJSON(let message, let at): "not a JSON object: \(message) (byte \(at + 1))"
    case .missingID(let column): "no id in column \(column)"
    case .repeatedID(let id, let line): "id \(id) is already on line \(line)"
    case .unknownLead(let id): "there is no lead \(id)"
    case .missingEventName(let column): "no event name in column \(column)"
    case .missingInstant(let column): "no time in column \(column)"
    case .badInstant(let column, let text): "column \(column): \"\(text)\" is not a time between 1970 and 2105"
    case .badValue(let column, let expected, let text):
      "column \(column): \"\(text)\" is not \(expected.withArticle); counted as missing"
    }
  }
}

extension AttributeType {
  /// `a number`, `an instant`.
  public var withArticle: String { self == .instant || self == .any ? "an \(rawValue)" : "a \(rawValue)" }
}

/// A record, or a value in it, that could not be used.
public struct Reject: Sendable {
  /// The file.
  public var path: String
  /// The line on which the record starts, from 1, the heading included.
  public var line: Int
  /// Why.
  public var reason: RejectReason
  /// The record as it stands in the file.
  public var record: String
}

/// Counts what could not be used, keeps the first few of each kind, and hands all of them on: those of a file in the
/// order of its lines, but ids that came before after all others, with nothing but the id for a record.
public final class RejectLog: Sendable {
  /// How many records of a kind were rejected, and the first of them.
  public struct Category: Sendable {
    /// What they have in common.
    public var name: String
    /// Whether the records were used all the same, without the value.
    public var keepsRecord: Bool
    /// How many.
    public var count: Int
    /// The first few, by line.
    public var examples: [Reject]
  }

  private struct State {
    var categories: [String: Category] = [:]
    var order: [String] = []
  }

  /// How many of each kind are kept as examples.
  public static let exampleCount = 3
  private let state = Mutex(State())
  private let handler: (@Sendable (Reject) -> Void)?

  /// A log that hands each reject to `handler`, if there is one.
  public init(handler: (@Sendable (Reject) -> Void)? = nil) { self.handler = handler }

  /// Whether somebody wants each one, or the counts and examples will do.
  var keepsAll: Bool { handler != nil }

  /// The kinds met so far, in the order in which they were met.
  public var categories: [Category] { state.withLock { state in state.order.map { state.categories[$0]! } } }

  /// How many records were left out.
  public var rejectedCount: Int { categories.reduce(0) { $0 + ($1.keepsRecord ? 0 : $1.count) } }

  func add(_ reject: Reject, count: Int = 1) {
    handler?(reject)
    state.withLock { state in
      let name = reject.reason.category
      if state.categories[name] == nil {
        state.order.append(name)
        state.categories[name] = Category(
          name: name, keepsRecord: reject.reason.keepsRecord, count: 0, examples: [])
      }
      state.categories[name]!.count += count
      if state.categories[name]!.examples.count < Self.exampleCount { state.categories[name]!.examples.append(reject) }
    }
  }
}
