import Leads
import Store
import Tracking

/// An import under way: what it brings can be taken back by its number.
public struct Import: Sendable, Hashable {
  /// The number of its job.
  public let job: Int64
  /// Whether stages follow and nobody is told.
  public var isQuiet = true
  /// Whether nothing is kept: for seeing what would happen.
  public var isTrial = false

  /// An import that has a job.
  ///
  /// - Parameters:
  ///   - isQuiet: whether stages follow and nobody is told.
  ///   - isTrial: whether nothing is kept.
  public init(job: Int64, isQuiet: Bool = true, isTrial: Bool = false) {
    self.job = job
    self.isQuiet = isQuiet
    self.isTrial = isTrial
  }

  /// The source of its facts. Keys have numbers above 0, so imports have those below; a trial has no job.
  var source: Int64 { job == 0 ? -.max : -job }
}

/// A row of a file of leads, as it was understood.
public struct ImportedLead: Sendable {
  /// What became of a lead.
  public struct Outcome: Sendable, Hashable {
    /// won or lost.
    public var name: String
    /// When, in seconds since 1970.
    public var at: Int64
    /// The value of the deal, if it is known.
    public var value: Double?

    /// An outcome.
    public init(_ name: String, at: Int64, value: Double? = nil) {
      self.name = name
      self.at = at
      self.value = value
    }
  }

  /// Who the lead is and what is known of it. Its `messageID` is the whole row: the same row is taken once.
  public var message: TrackedMessage
  /// When the lead was created, in seconds since 1970; nil if the file does not say it.
  public var createdAt: Int64?
  /// What became of it, or nil.
  public var outcome: Outcome?

  /// A row.
  public init(_ message: TrackedMessage, createdAt: Int64? = nil, outcome: Outcome? = nil) {
    self.message = message
    self.createdAt = createdAt
    self.outcome = outcome
  }
}

/// What an import brought, or would bring.
public struct ImportCounts: Sendable, Hashable {
  /// Rows or events that were new.
  public var taken = 0
  /// Rows or events that the ledger had already.
  public var known = 0
  /// Leads that became known.
  public var newLeads = 0
  /// Changes of attributes.
  public var changes = 0
  /// Outcomes.
  public var outcomes = 0
  /// Leads whose scores were worked out again.
  public var rescored = 0
  /// Leads that were found to be one person: the one, and the other that became part of it.
  public var merges: [Merge] = []

  /// Two leads that became one person.
  public struct Merge: Sendable, Hashable {
    /// The lead that became part of the other.
    public var lead: LeadNumber
    /// The other.
    public var into: LeadNumber
  }

  /// Nothing.
  public init() {}

  /// Both together.
  public static func + (a: ImportCounts, b: ImportCounts) -> ImportCounts {
    var sum = a
    sum.taken += b.taken
    sum.known += b.known
    sum.newLeads += b.newLeads
    sum.changes += b.changes
    sum.outcomes += b.outcomes
    sum.rescored += b.rescored
    sum.merges += b.merges
    return sum
  }

  /// As a job keeps it.
  var json: String {
    let merged = merges.map { "[\($0.lead.value),\($0.into.value)]" }.joined(separator: ",")
    return """
      {"taken":\(taken),"known":\(known),"new_leads":\(newLeads),"changes":\(changes),"outcomes":\(outcomes),\
      "rescored":\(rescored),"merges":[\(merged)]}
      """
  }

  /// The merges that a job's result names.
  static func merges(in json: String) -> [Merge] {
    guard let start = json.range(of: "\"merges\":[")?.upperBound else { return [] }
    let numbers = json[start...].split { !$0.isNumber }.compactMap { Int64($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      Merge(lead: LeadNumber(numbers[$0]), into: LeadNumber(numbers[$0 + 1]))
    }
  }
}
