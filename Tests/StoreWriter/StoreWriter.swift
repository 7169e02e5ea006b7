import SQLiteStore
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes to a ledger until it is killed, and says what was committed: the other process of `Tests/StoreTests`.
///
///     store-writer ledger.db 3 1000      # as writer 3, at most 1000 transactions
///
/// Each transaction adds ten events, their messages, scores and history. Its number is printed once it is committed.
@main struct StoreWriter {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let writer = Int64(arguments[2]), let count = Int(arguments[3]) else { exit(2) }
    let store = try SQLiteStore(path: arguments[1])
    for round in 0..<count {
      let number = try await store.write { try write(to: $0, writer: writer, round: Int64(round)) }
      print(number)
      fflush(nil)
    }
  }

  private static func write(to ledger: any LedgerWriting, writer: Int64, round: Int64) throws -> Int64 {
    var head = try ledger.head()
    if head.lead == 0 {
      try ledger.insert(leads: (1...5000).map { LeadRecord(LeadNumber($0), createdAt: 0) })
      head.lead = 5000
    }
    head.commit += 1
    let kind = try ledger.numberAdding(EventKind("round \(round % 50)"))
    let events = (0..<10).map { offset in
      EventRecord(
        lead: LeadNumber((round &* 7919 &+ offset &* 104_729) % 5000 + 1), at: round, number: head.number + offset + 1,
        kind: kind, source: writer)
    }
    try ledger.insert(events: events)
    try ledger.insert(messages: events.map { MessageKey(id: $0.number &* 0x5851_f42d_4c95_7f2d, content: head.commit) })
    let outcome = #"{"total":\#(round % 100)}"#
    try ledger.put(
      scores: events.map {
        ScoreRecord(model: 1, lead: $0.lead, day: round, outcome: outcome, score: round % 100, stage: nil)
      })
    try ledger.insert(
      history: events.map {
        ScoreChange(
          commit: head.commit, model: 1, lead: $0.lead, at: round, cause: Cause(.event, $0.number), outcome: outcome)
      })
    head.number += 10
    try ledger.append(Commit(number: head.commit, at: head.at, leads: events.map(\.lead)), head: head)
    return head.commit
  }
}
