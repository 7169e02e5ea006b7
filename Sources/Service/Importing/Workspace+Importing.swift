import Leads
import Scoring
import Store

/// Importing files: in steps, each a transaction after which all scores are right, so that whoever else works on the
/// ledger goes on meanwhile, and an import that breaks off can be begun anew.
extension Workspace {
  /// The most rows that one transaction takes.
  private static let rowStep = 8_192
  /// The most leads, and about the most events, that one transaction takes.
  private static let leadStep = 8_192
  private static let eventStep = 100_000

  /// Begins an import: from then on it is among the jobs.
  ///
  /// - Parameter subject: what is imported, such as the name of a file.
  public func beginImport(_ subject: String) async throws -> Int64 {
    let now = clockNow
    return try await store.write { ledger in
      try ledger.put(job: Job(kind: "import", subject: subject, state: "running", createdAt: now))
    }
  }

  /// Ends an import.
  ///
  /// - Parameter problem: why it ended early; nil if it did not.
  public func endImport(_ number: Int64, problem: String? = nil, actor: String) async throws {
    let now = clockNow
    try await store.write { ledger in
      guard var job = try ledger.jobs(limit: .max).first(where: { $0.number == number }) else { return }
      job.state = problem == nil ? "done" : "failed"
      job.endedAt = now
      _ = try ledger.put(job: job)
      let detail = "job \(number): \(job.subject)" + (problem.map { ", \($0)" } ?? "")
      try ledger.insert(audit: AuditEntry(at: now, actor: actor, action: "import", detail: detail))
    }
  }

  /// The names of attributes and of events' properties that models in use read.
  public func namesInUse() async throws -> (attributes: [String], properties: [String]) {
    try await look { content, _ in
      let models = content.models.map(\.model)
      return (models.flatMap { $0.attributes.map(\.name) }, models.flatMap { $0.properties.map(\.name) })
    }
  }

  /// Takes rows of leads in.
  ///
  /// - Parameter progress: told how many rows were seen.
  public func importLeads(
    count: Int, _ work: Import, row: @escaping @Sendable (Int) -> ImportedLead, progress: (Int) -> Void = { _ in }
  ) async throws -> ImportCounts {
    var counts = ImportCounts()
    for start in stride(from: 0, to: count, by: Self.rowStep) {
      let part = start..<min(start + Self.rowStep, count)
      counts = try await step(work, counts) { intake in try intake.take(part.map(row), source: work.source) }
      progress(part.upperBound)
    }
    return counts
  }

  /// Takes events in.
  ///
  /// - Parameters:
  ///   - leads: for each lead of the log its number, in ascending order.
  ///   - kinds: the kinds that the log's events refer to.
  ///   - progress: told how many events were seen.
  public func importEvents(
    _ log: EventLog, of leads: [LeadNumber], kinds: [EventKind], _ work: Import, progress: (Int) -> Void = { _ in }
  ) async throws -> ImportCounts {
    var counts = ImportCounts()
    var start = 0
    var seen = 0
    while start < leads.count {
      var (end, size) = (start, 0)
      while end < leads.count, end - start < Self.leadStep, size < Self.eventStep {
        size += log.events(of: end).count
        end += 1
      }
      let part = start..<end
      if size > 0 {
        counts = try await step(work, counts) { intake in
          var found = ImportCounts()
          var numbers: [UInt32: Int64] = [:]
          for lead in part where !log.events(of: lead).isEmpty {
            let counts = try intake.take(
              log.events(of: lead), kinds: kinds, numbers: &numbers, of: leads[lead], source: work.source)
            found = found + counts
          }
          return found
        }
      }
      seen += size
      progress(seen)
      start = end
    }
    return counts
  }

  /// What a trial throws, so that its transaction is undone.
  private struct Trial: Error { var counts: ImportCounts }

  /// One transaction of an import. The job says what came of it so far, so that it can be taken back whatever happens.
  private func step(
    _ work: Import, _ before: ImportCounts, _ take: @escaping @Sendable (inout Intake) throws -> ImportCounts
  ) async throws -> ImportCounts {
    do {
      return try await transact { [self] content, ledger in
        var head = try ledger.head()
        head.at = now(head)
        var intake = Intake(ledger, head: head, live: content.ledger, now: head.at)
        var counts = try take(&intake)
        counts.rescored = intake.touched.count
        let sum = before + counts
        if work.isTrial { throw Trial(counts: sum) }
        guard var job = try ledger.jobs(limit: .max).first(where: { $0.number == work.job }), job.state == "running"
        else {
          throw StoreProblem(.other, "the import was taken back meanwhile")
        }
        job.result = sum.json
        _ = try ledger.put(job: job)
        return try finish(&intake, &content, ledger, sum, isQuiet: work.isQuiet, cause: Cause(.import, work.job))
      }
    } catch let trial as Trial {
      return trial.counts
    }
  }

  /// Takes back what an import brought: its events, changes, outcomes, identities and merges; scores follow, and nobody
  /// is told. Leads that nothing else is known of stay, without anything by which they would be recognised.
  ///
  /// - Returns: how many leads it concerned; nil if there is no such import, or it was taken back before.
  public func undoImport(_ number: Int64, actor: String) async throws -> Int? {
    let jobs = try await store.read { try $0.jobs(limit: .max) }
    guard let job = jobs.first(where: { $0.number == number && $0.kind == "import" }), job.state != "undone" else {
      return nil
    }
    let now = clockNow
    return try await amend(Cause(.import, number), isQuiet: true, actor: actor, "undo import \(number)") { ledger in
      var leads = Set(try ledger.removeFacts(ofSource: -number))
      for merge in ImportCounts.merges(in: job.result).reversed() {
        guard let lead = try ledger.lead(merge.lead), lead.mergedInto == merge.into else { continue }
        try ledger.setMerged(merge.lead, into: nil)
        leads.formUnion([merge.lead, merge.into])
      }
      var job = job
      job.state = "undone"
      job.endedAt = now
      _ = try ledger.put(job: job)
      return leads.sorted()
    }
  }
}
