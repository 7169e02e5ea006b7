import GRDB
import Store

/// One transaction on a ledger.
final class SQLiteLedger {
  /// The connection.
  let database: Database
  /// What is known of kinds and attributes; only writing transactions look there, as they see all that is committed.
  let known: KnownNames
  /// The kinds that this transaction added or looked up.
  private(set) var kinds: [ExactKind: Int64] = [:]
  /// The attributes that this transaction added or looked up.
  private(set) var attributes: [ExactText: Int64] = [:]
  /// The names of attributes, as this transaction sees them.
  private var attributeNames: [Int64: String] = [:]

  /// A transaction on a connection.
  init(_ database: Database, known: KnownNames) {
    self.database = database
    self.known = known
  }

  /// A statement.
  func query(_ text: String) throws -> Query { try Query(database, text) }

  /// The number of a kind, which is added if it is new.
  func kindNumberAdding(_ kind: EventKind) throws -> Int64 {
    let key = ExactKind(kind)
    if let number = kinds[key] ?? known.number(ofKind: key) { return number }
    if let number = try number(of: kind) {
      kinds[key] = number
      return number
    }
    let insert = try query("INSERT INTO kinds (digest, name, properties) VALUES (?1, ?2, ?3)")
    insert.bind(1, digest(of: kind))
    try insert.bind(2, kind.name)
    try insert.bind(3, kind.properties)
    try insert.run()
    kinds[key] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  /// The number of an attribute, which is added if it is new.
  func attributeNumberAdding(_ name: String) throws -> Int64 {
    let key = ExactText(name)
    if let number = attributes[key] ?? known.number(ofAttribute: key) { return number }
    let select = try query("SELECT number FROM attributes WHERE name = ?1")
    try select.bind(1, name)
    if let number = try select.first({ $0.int(0) }) {
      attributes[key] = number
      return number
    }
    let insert = try query("INSERT INTO attributes (name) VALUES (?1)")
    try insert.bind(1, name)
    try insert.run()
    attributes[key] = database.lastInsertedRowID
    return database.lastInsertedRowID
  }

  /// The name of an attribute.
  func attributeName(_ number: Int64) throws -> String {
    if let name = attributeNames[number] { return name }
    let select = try query("SELECT name FROM attributes WHERE number = ?1")
    select.bind(1, number)
    guard let name = try select.first({ $0.text(0) }) else {
      throw StoreProblem(.damaged, "the ledger has changes of attribute \(number), which it does not name")
    }
    attributeNames[number] = name
    return name
  }
}
