import FoundationEssentials
import Synchronization

@testable import Leads

/// A real file that is gone when the test is.
final class TemporaryFile: Sendable {
  let path: String
  private let folder: String

  init(_ content: [UInt8], name: String = "leads.csv") throws {
    folder = FileManager.default.temporaryDirectory.path + "/leadline-" + UUID().uuidString
    path = folder + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.createFile(atPath: path, contents: Data(content)) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  convenience init(_ content: String, name: String = "leads.csv") throws {
    try self.init(Array(content.utf8), name: name)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// All rejects of a file, in their order.
final class RejectCollector: Sendable {
  private let collected = Mutex<[Reject]>([])

  var all: [Reject] { collected.withLock { $0 } }

  func log() -> RejectLog { RejectLog { reject in self.collected.withLock { $0.append(reject) } } }
}

/// What reading a file of leads gives.
struct ReadLeads {
  let table: LeadTable
  let rejects: [Reject]

  var ids: [String] { (0..<table.count).map(table.id) }

  /// The texts of a column as they are kept, an empty one for each lead without.
  func texts(_ attribute: String) -> [String] {
    guard case .text(let column)? = table.column(attribute) else { return [] }
    return column.codes.map(column.pool.text)
  }

  func values(_ attribute: String) -> [Value] { (0..<table.count).map { table.value(attribute, of: $0) } }

  /// `line: reason` of each reject.
  var reasons: [String] { rejects.map { "\($0.line): \($0.reason.description)" } }
}

func readLeads(
  _ content: [UInt8], _ attributes: [Attribute] = [], id: String? = nil, delimiter: UInt8? = nil,
  blockSize: Int = RecordFile.blockSize, settings: ReadingSettings = ReadingSettings()
) throws -> ReadLeads {
  let file = try TemporaryFile(content)
  let collector = RejectCollector()
  let table = try LeadFile(path: file.path, idColumn: id, delimiter: delimiter, blockSize: blockSize)
    .read(attributes, settings: settings, rejects: collector.log())
  return ReadLeads(table: table, rejects: collector.all)
}

func readLeads(
  _ content: String, _ attributes: [Attribute] = [], id: String? = nil, delimiter: UInt8? = nil,
  blockSize: Int = RecordFile.blockSize, settings: ReadingSettings = ReadingSettings()
) throws -> ReadLeads {
  try readLeads(
    Array(content.utf8), attributes, id: id, delimiter: delimiter, blockSize: blockSize, settings: settings)
}

/// What reading a file of events gives.
struct ReadEvents {
  let log: EventLog
  let kinds: EventKinds
  let rejects: [Reject]

  /// `time name` of each event of a lead, in its order.
  func events(of lead: Int) -> [String] {
    log.events(of: lead).map { "\($0.secondsSince1970) \(kinds.name(Int($0.kind)))" }
  }

  var reasons: [String] { rejects.map { "\($0.line): \($0.reason.description)" } }
}

func readEvents(
  _ content: String, of leads: LeadTable, _ properties: [Attribute] = [], blockSize: Int = RecordFile.blockSize,
  settings: ReadingSettings = ReadingSettings()
) throws -> ReadEvents {
  let file = try TemporaryFile(content, name: "events.csv")
  let collector = RejectCollector()
  let (log, kinds) = try EventFile(path: file.path, blockSize: blockSize)
    .read(for: leads, properties: properties, settings: settings, rejects: collector.log())
  return ReadEvents(log: log, kinds: kinds, rejects: collector.all)
}

/// Leads of these ids and nothing else.
func leadTable(_ ids: [String]) -> LeadTable {
  var pool = TextPool()
  for id in ids { _ = pool.code(of: id.utf8.span) }
  return LeadTable(ids: pool)
}

extension Attribute {
  static func text(_ name: String) -> Attribute { Attribute(name, .text) }
}
