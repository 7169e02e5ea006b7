import Foundation
import Leads
import Scoring

/// What the columns of a file are taken for, as it is kept with the ledger for the next file with this heading.
struct ImportMapping: Codable, Equatable {
  /// What a file holds.
  enum Kind: String, Codable { case leads, events }

  /// What the file holds.
  var kind: Kind
  /// Leads: the column with their ids. Events: the column that says whose they are.
  var id: String
  /// Leads: the column that says whether a lead became a customer; nil for none.
  var outcome: String?
  /// Further values of that column that mean won.
  var won: [String] = []
  /// Further values of that column that mean lost.
  var lost: [String] = []
  /// Leads: the column that says when the outcome was known; nil for none.
  var closedAt: String?
  /// Leads: the column with the values of deals; nil for none.
  var value: String?
  /// Events: the column with their names.
  var name: String?
  /// Events: the column that says when they happened.
  var time: String?
  /// Whether 03/04/2025 is the third of April.
  var dayFirst = false
  /// The other columns with the names under which the ledger keeps them, in the order of the file.
  var columns: [Column] = []

  /// A column and its name in the ledger.
  struct Column: Codable, Equatable {
    var column: String
    var attribute: String
  }

  /// The setting of a ledger that keeps the mapping of files with this heading.
  static func setting(_ heading: FileHeading) -> String {
    "import.mapping " + heading.columns.joined(separator: "\u{1F}")
  }

  /// The mapping as JSON.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// A mapping that was kept, or nil.
  init?(json: String) {
    guard let mapping = try? JSONDecoder().decode(ImportMapping.self, from: Data(json.utf8)) else { return nil }
    self = mapping
  }

  init(_ kind: Kind, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Names columns: as a model in use calls them; else as the file does, if that is a name that a model would use, such as
  /// `status`; else as models usually do.
  ///
  /// - Parameters:
  ///   - asked: the attributes, or properties, that models in use read.
  ///   - usual: whether columns get the usual names of attributes.
  mutating func name(_ heading: FileHeading, besides reserved: [String], asked: [String], usual: Bool) throws {
    var names: [Int: String] = [:]
    for attribute in asked where DerivedAttribute(named: attribute) == nil {
      guard let index = try heading.column(ofAttribute: attribute), names[index] == nil else { continue }
      names[index] = attribute
    }
    var taken = Set(names.values)
    let indices = heading.columns.indices.filter {
      names[$0] == nil && !heading.columns[$0].isEmpty && !reserved.contains(heading.columns[$0])
    }
    for index in indices where usual && !Self.isPlain(heading.columns[index]) {
      guard let attribute = ColumnNames.attribute(usuallyCalled: heading.columns[index]), !taken.contains(attribute),
        try heading.column(ofAttribute: attribute) == index
      else { continue }
      names[index] = attribute
      taken.insert(attribute)
    }
    for index in indices where names[index] == nil && taken.insert(heading.columns[index]).inserted {
      names[index] = heading.columns[index]
    }
    columns = names.sorted { $0.key < $1.key }.map { Column(column: heading.columns[$0.key], attribute: $0.value) }
  }

  /// Whether a name is one that people write in models: small letters, digits and underscores.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
  }

  /// In words.
  var description: String {
    var lines: [String] = []
    switch kind {
    case .leads:
      lines.append("leads, known by \"\(id)\"" + (outcome.map { ", with outcomes from \"\($0)\"" } ?? ""))
    case .events: lines.append("events of \"\(id)\", called \"\(name ?? "")\", at \"\(time ?? "")\"")
    }
    let texts = columns.map { $0.column == $0.attribute ? $0.column : "\($0.column) as \($0.attribute)" }
    if !texts.isEmpty {
      lines.append((kind == .leads ? "attributes: " : "properties: ") + texts.joined(separator: ", "))
    }
    return lines.joined(separator: "\n  ")
  }
}
