import Leads
import Scoring
import Store

/// How far the nightly sweep got: the day that it brings scores to, and the first row that it has not seen.
struct SweepMark: Sendable, Hashable {
  /// The day, counted from 1970-01-01.
  var day: Int64
  /// The first row that is still as of an earlier day.
  var row: Int

  /// The name of the setting that keeps it.
  static let setting = "sweep"

  init(day: Int64, row: Int) {
    self.day = day
    self.row = row
  }

  init?(_ text: String?) {
    guard let parts = text?.split(separator: " "), parts.count == 2, let day = Int64(parts[0]), let row = Int(parts[1])
    else { return nil }
    self.init(day: day, row: row)
  }

  var text: String { "\(day) \(row)" }
}

extension Workspace {
  /// Brings all scores to today, in steps between which events are taken in; nothing to do if they are there already.
  ///
  /// Decay, windows, `idle` and `age` change scores at midnight, and at no other time by themselves. A night that was
  /// missed is caught up by the next call, which goes on where an earlier one stopped, in whichever process.
  ///
  /// - Returns: how many leads got other scores.
  @discardableResult
  public func sweep() async throws -> Int {
    var changed = 0
    while let step = try await sweepStep() { changed += step }
    return changed
  }

  /// One step of the sweep; nil if there is nothing to do.
  private func sweepStep() async throws -> Int? {
    try await transact { [self] content, ledger in
      var head = try ledger.head()
      head.at = now(head)
      let asOf = AsOf(Instant(secondsSince1970: head.at), utcOffset: settings.utcOffset)
      var mark = SweepMark(try ledger.setting(SweepMark.setting)) ?? SweepMark(day: .min, row: 0)
      if mark.day < asOf.day { mark = SweepMark(day: asOf.day, row: 0) }
      let late = Int(head.at - asOf.startOfDay(age: 0))
      let kept = try ledger.setting(SweepMark.setting)
      guard mark.row < content.ledger.count || kept != mark.text else {
        metrics.sweepLagSeconds.store(0, ordering: .relaxed)
        return Transacted(value: nil, change: nil)
      }
      metrics.sweepLagSeconds.store(late, ordering: .relaxed)
      let end = min(mark.row + settings.sweepStep, content.ledger.count)
      let rows = (mark.row..<end).filter { content.ledger.merged[$0] == nil }
      let found = try rescore(rows, Cause(.day, asOf.day), asOf, &content, ledger, &head)
      mark.row = end
      try ledger.set(setting: SweepMark.setting, mark.text)
      return Transacted(value: found.value, change: found.change)
    }
  }

  /// Scores leads again for a reason that changed no facts, and closes the transaction.
  func rescore(
    _ rows: [Int], _ cause: Cause, _ asOf: AsOf, isQuiet: Bool = false, _ content: inout LiveContent,
    _ ledger: any LedgerWriting, _ head: inout LedgerHead
  ) throws -> Transacted<Int> {
    let rescoring = Rescoring(
      models: content.models, asOf: asOf, commit: head.commit + 1, isQuiet: isQuiet, threads: settings.threads)
    content.planner?.update(try ledger.subscriptions())
    let found = try rescoring.run(
      rows, cause: { _ in cause }, live: content.ledger, staged: StagedFacts(), scores: content.scores,
      planner: content.planner, ledger, &head)
    if found.leads.isEmpty { return Transacted(value: 0, change: nil) }
    head.commit += 1
    try ledger.append(Commit(number: head.commit, at: head.at, leads: found.leads.sorted()), head: head)
    return Transacted(
      value: found.scores.count, change: LiveChange(staged: StagedFacts(), found: found, commit: head.commit))
  }
}

extension Workspace {
  /// How often the time is looked at, in seconds.
  private static let lookSeconds = 5

  /// Keeps scores current as days pass, until the task is cancelled. What fails is tried again.
  public func keepCurrent() async {
    while !Task.isCancelled {
      do {
        let changed = try await sweep()
        if changed > 0 { logger.info("midnight", metadata: ["leads": "\(changed)"]) }
      } catch {
        logger.error("the nightly sweep failed and is tried again", metadata: ["error": "\(error)"])
      }
      try? await Task.sleep(for: .seconds(Self.lookSeconds))
    }
  }
}
