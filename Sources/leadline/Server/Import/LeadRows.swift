import Leads
import Service
import Tracking

/// The rows of a file of leads as the ledger takes them.
struct LeadRows: Sendable {
  private let table: LeadTable
  private let columns: [(attribute: String, text: TextColumn)]
  private let outcomes: [UInt8]?
  private let mapping: ImportMapping
  private let utcOffset: Int64
  private let idIsUser: Bool

  /// How many rows there are.
  var count: Int { table.count }

  /// Reads the leads of a file; what cannot be used goes to `rejects`.
  init(
    _ path: String, _ mapping: ImportMapping, delimiter: UInt8?, utcOffset: Int64, threads: Int, rejects: RejectLog
  ) throws {
    let named = mapping.columns.reduce(into: [:]) { $0[$1.attribute] = $1.column }
    let file = try LeadFile(path: path, idColumn: mapping.id, named: named, delimiter: delimiter)
    let settings = ReadingSettings(placeholders: .onlyEmpty, utcOffset: utcOffset, threads: threads)
    let reading = Progress(reading: path)
    let table = try file.read(
      mapping.columns.map { Attribute($0.attribute, .text) }, settings: settings, rejects: rejects
    ) { reading.add($0) }
    reading.end()
    self.table = table
    self.mapping = mapping
    self.utcOffset = utcOffset
    columns = table.attributes.compactMap { attribute in
      guard !attribute.name.hasPrefix(Export.prefix), case .text(let text) = table.column(attribute.name) else {
        return nil
      }
      return (attribute.name, text)
    }
    var meaning = OutcomeOptions()
    meaning.outcome = mapping.attribute(of: mapping.outcome)
    meaning.won = mapping.won
    meaning.lost = mapping.lost
    outcomes = meaning.meanings(table)
    idIsUser = Self.userIDs.contains(ColumnNames.key(mapping.id))
  }

  private static let userIDs = ["userid", "customerid", "distinctid"]

  /// A row.
  func row(_ index: Int) -> ImportedLead {
    let id = table.id(of: index)
    var message = TrackedMessage(recordID: id, act: .identify)
    var whole = id
    var created: Int64?
    var updated: Int64?
    for (attribute, column) in columns {
      let code = column.codes[index]
      if column.isMissing[Int(code)] { continue }
      var text = column.pool.text(code)
      switch attribute {
      case "created_at":
        created = instant(text)
        if let created { text = Instant(secondsSince1970: created).description }
      case "updated_at":
        updated = instant(text)
        if let updated { text = Instant(secondsSince1970: updated).description }
      case "user_id": message.userID = text
      case "anonymous_id": message.anonymousID = text
      default: break
      }
      message.traits.append(TrackedMessage.Trait(attribute, text))
      whole += "\u{1F}\(attribute)\u{1E}\(text)"
    }
    if idIsUser, message.userID == nil { message.userID = id }
    let outcome = outcome(index)
    if let outcome { whole += "\u{1D}\(outcome)" }
    message.at = updated ?? created
    message.messageID = whole
    return ImportedLead(
      message, createdAt: created,
      outcome: outcome.map { outcome in
        ImportedLead.Outcome(
          outcome == 2 ? "won" : "lost", at: text(mapping.closedAt, index).flatMap(instant) ?? message.at ?? .max,
          value: text(mapping.value, index).flatMap { Double(cell: $0) })
      })
  }

  /// 1 for lost, 2 for won; nil if it is not known.
  private func outcome(_ index: Int) -> UInt8? {
    guard let outcome = outcomes?[index], outcome != 0 else { return nil }
    return outcome
  }

  private func text(_ column: String?, _ index: Int) -> String? {
    guard let attribute = mapping.attribute(of: column), case .text(let text) = table.column(attribute) else {
      return nil
    }
    let code = text.codes[index]
    return text.isMissing[Int(code)] ? nil : text.pool.text(code)
  }

  /// A moment that the ledger can hold.
  private func instant(_ text: String) -> Int64? {
    guard let instant = Instant(text, dayFirst: mapping.dayFirst, offset: utcOffset)?.secondsSince1970 else {
      return nil
    }
    return Event.instants.contains(instant) ? instant : nil
  }
}

extension ImportMapping {
  /// The name that a column has in the ledger; nil if it is not read.
  func attribute(of column: String?) -> String? {
    guard let column else { return nil }
    return columns.first { $0.column == column }?.attribute
  }
}
