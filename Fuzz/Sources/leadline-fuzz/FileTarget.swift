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
    if count % 64 == 0, let leads, let whole = try readLeads(settings, blockSize: 4 << 20) {
      try compare(leads, whole, blockSize: blockSize, isPlain: !input.contains { $0 >= 0x80 || $0 == 13 })
    }
    return leads != nil || events
  }

  private struct Read {
    var heading: [String]
    var idColumn: String
    var ids: [String]
    var rejected: Int
    /// Whether a record was longer than a block, which depends on the blocks.
    var wasCut: Bool
  }

  /// Both must be the same, unless what is decided by the first block was decided otherwise: the heading, the encoding,
  /// the line ends.
  private func compare(_ parts: Read, _ whole: Read, blockSize: Int, isPlain: Bool) throws {
    guard isPlain, !parts.wasCut, !whole.wasCut, parts.heading == whole.heading, parts.idColumn == whole.idColumn
    else { return }
    if parts.ids != whole.ids || parts.rejected != whole.rejected {
      throw Finding(
        "in blocks of \(blockSize) bytes it has \(parts.ids.count) leads and \(parts.rejected) rejects, "
          + "as a whole \(whole.ids.count) and \(whole.rejected)")
    }
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
      let depends: Set<String> = ["too long", "a quote that is not closed"]
      return Read(
        heading: file.heading.columns, idColumn: file.idColumn, ids: ids, rejected: log.rejectedCount,
        wasCut: log.categories.contains { depends.contains($0.name) })
    } catch let problem as FileProblem {
      if problem.message.isEmpty { throw Finding("it is refused without a reason") }
      return nil
    }
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
