import Leads
import Scoring
import Store

/// What differs between two versions of a model.
public struct ModelDifference: Sendable, Hashable {
  /// A rule that was added, removed or changed.
  public struct RuleDifference: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// added, removed or changed.
    public var change: String
    /// What differs, in words.
    public var differences: [String]
  }

  /// The rules that differ.
  public var rules: [RuleDifference]
  /// What else differs, in words.
  public var other: [String]
}

extension Workspace {
  /// What differs between two versions.
  public func difference(from old: Int64, to new: Int64) async throws -> ModelDifference {
    let versions = try await models()
    func model(_ number: Int64) throws -> ScoringModel {
      guard let version = versions.first(where: { $0.number == number }) else { throw ModelRefusal.unknown(number) }
      return try ModelReader.model(from: version.text, path: "model \(number)", utcOffset: settings.utcOffset)
    }
    let (before, after) = (try model(old), try model(new))
    return ModelDifference(
      rules: RuleChange.changes(from: before, to: after).map { change in
        ModelDifference.RuleDifference(
          name: change.rule, change: change.kind.rawValue, differences: change.differences)
      },
      other: before.differences(to: after))
  }

  /// Asks somebody else to publish a draft.
  public func propose(_ number: Int64, actor: String) async throws {
    let now = clockNow
    try await store.write { ledger in
      guard var version = try ledger.models().first(where: { $0.number == number }) else {
        throw ModelRefusal.unknown(number)
      }
      guard version.status == .draft else { throw ModelRefusal.state("it is no draft") }
      version.status = .proposed
      _ = try ledger.put(model: version)
      try ledger.insert(audit: AuditEntry(at: now, actor: actor, action: "propose model", detail: "version \(number)"))
    }
  }
}
