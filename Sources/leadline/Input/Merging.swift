import Leads

/// Merges leads that are there several times, and says so.
struct Merging {
  /// The attributes that tell duplicates, and when records were created and last changed.
  static let attributes =
    DuplicateFinder.attributes.map { Attribute($0, .text) }
    + ["created_at", "updated_at"].map { Attribute($0, .instant) }

  private let duplicates: Duplicates
  private let log: MergeLog
  /// The leads, each once.
  let merged: LeadTable

  /// Finds and merges the duplicates of leads that were read with `attributes`.
  init(_ leads: LeadTable) {
    duplicates = DuplicateFinder().duplicates(in: leads)
    (merged, log) = leads.merged(by: duplicates, newest: "updated_at")
  }

  /// Writes what was merged, and why, as CSV.
  func write(to path: String) throws {
    let file = try SafeFile(path: path)
    try file.writeRow(MergeLog.heading)
    try log.forEachRow { try file.writeRow($0) }
    try file.finish()
  }

  /// What was merged, for a report.
  var sentence: String {
    if log.count == 0 { return "No lead is there twice." }
    let records = log.mergedCount == 1 ? "1 record was" : "\(log.mergedCount.formatted()) records were"
    return
      "\(records) merged into \(log.count == 1 ? "1 lead" : "\(log.count.formatted()) leads") that were there before."
  }

  /// Says on standard error what was merged, and what looked like duplicates but was left alone.
  func report(path: String) {
    if log.count == 0 {
      Terminal.writeError("merged: no lead is there twice")
    } else {
      let leads = log.count == 1 ? "1 lead" : "\(log.count.formatted()) leads"
      let records = log.mergedCount == 1 ? "1 record" : "\(log.mergedCount.formatted()) records"
      Terminal.writeError("merged: \(records) into \(leads), with the ids as aliases; what and why is in \(path)")
    }
    for left in duplicates.tooMany { Terminal.writeError("note: \(left.description)") }
  }
}
