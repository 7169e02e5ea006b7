import Foundation
@testable import Leads

/// Reads a file as leads and as events, in blocks so small that records are cut, and in large ones.
struct FileTarget: Target {
  static let words = FileGrammar.csvWords + FileGrammar.jsonWords

  private let isJSON: Bool
  private let grammar = FileGrammar()
  private let path: String
  private var count = 0
  private let known: LeadTable

  private static let attributes = [
    Attribute("email", .text), Attribute("company_size", .number), Attribute("created_at", .instant),
    Attribute("opted_in", .flag),
    Attribute("country", .text),
  ]
  private static let properties = [Attribute("url", .text), Attribute("amount", .number)]

  /// - Parameter path: a file that holds the input already when `accepts` is called.
  init(isJSON: Bool, path: String) {
    self.isJSON = isJSON
    self.path = path
    var ids = TextPool()
    for id in 0..<20 {
      let bytes = Array(String(id).utf8)
      _ = ids.code(of: bytes.span)
    }
    known = LeadTable(ids: ids)
  }

  func valid(_ random: inout SeededGenerator) -> [UInt8] { isJSON ? grammar.json(&random) : grammar.csv(&random) }

  mutating func accepts(_ input: [UInt8]) throws -> Bool {
    count += 1
    let blockSize = [256, 1024, 1 << 16][input.count % 3]
    let threads = count % 8 == 0 ? 2 : 1
    let settings = ReadingSettings(dayFirst: input.count % 2 == 0, utcOffset: 3600, threads: threads)
    let leads = try readLeads(settings, blockSize: blockSize)
    let events = try readEvents(settings, blockSize: blockSize)
    // Large blocks cost time; what fits into small ones must not depend on them.
    if count % 64 == 0 {
      let whole = try readLeads(settings, blockSize: 4 << 20)
      if let leads, let whole, !leads.wasCut, !whole.wasCut, leads.ids != whole.ids || leads.rejected != whole.rejected
      {
        throw Finding(
          "in blocks of \(blockSize) bytes it has \(leads.ids.count) leads and \(leads.rejected) rejects, as a whole \(whole.ids.count) and \(whole.rejected)"
        )
      }
    }
    return leads != nil || events
  }

  private struct Read {
    var ids: [String]
    var rejected: Int
    /// Whether a record was longer than a block, which depends on the blocks.
    var wasCut: Bool
  }

  private func readLeads(_ settings: ReadingSettings, blockSize: Int) throws -> Read? {
    do {
      let log = RejectLog { reject in precondition(reject.line > 0 && !reject.reason.description.isEmpty) }
      let file = try LeadFile(path: path, blockSize: blockSize)
      let table = try file.read(Self.attributes, settings: settings, rejects: log)
      for column in table.columns where column.count != table.count {
        throw Finding("a column has \(column.count) values for \(table.count) leads")
      }
      let ids = (0..<table.count).map { table.id(of: $0) }
      if let last = ids.indices.last { for column in table.columns { _ = column.value(last) } }
      if table.rowsByID().count != table.count { throw Finding("the order of ids loses leads") }
      // A heading that a block cuts, or a record, makes the rest depend on where blocks end.
      let depends: Set<String> = ["too long", "a quote that is not closed"]
      return Read(
        ids: ids, rejected: log.rejectedCount,
        wasCut: isLong(blockSize) || log.categories.contains { depends.contains($0.name) })
    } catch let problem as FileProblem {
      if problem.message.isEmpty { throw Finding("it is refused without a reason") }
      return nil
    }
  }

  /// Whether the file does not fit into the smallest block, so that the heading or the sample of it may be cut.
  private func isLong(_ blockSize: Int) -> Bool {
    var status = stat()
    return blockSize < 1024 && stat(path, &status) == 0 && status.st_size > blockSize
  }

  private func readEvents(_ settings: ReadingSettings, blockSize: Int) throws -> Bool {
    do {
      let log = RejectLog()
      let file = try EventFile(path: path, blockSize: blockSize)
      if file.joinsByEmail { return true }
      let (events, kinds) = try file.read(for: known, properties: Self.properties, settings: settings, rejects: log)
      for lead in 0..<known.count {
        let own = Array(events.events(of: lead))
        guard own == own.sorted(), own.allSatisfy({ Int($0.kind) < kinds.count }) else {
          throw Finding("the events of a lead are out of order, or of no kind")
        }
      }
      return true
    } catch let problem as FileProblem {
      if problem.message.isEmpty { throw Finding("it is refused without a reason") }
      return false
    }
  }
}
