/// The kinds of events: for each distinct combination of an event's name and the properties that matter, a row.
///
/// There are few kinds and many events; whatever depends only on the kind is worked out once for each.
public struct EventKinds: Sendable {
  /// The events' names.
  public let names: TextColumn
  /// The properties and their values, a value for each kind.
  public let properties: [(attribute: Attribute, column: Column)]

  /// Kinds of these names and properties. Precondition: all columns have the same number of rows.
  public init(names: TextColumn, properties: [(attribute: Attribute, column: Column)]) {
    precondition(properties.allSatisfy { $0.column.count == names.codes.count })
    self.names = names
    self.properties = properties
  }

  /// No kinds at all.
  public static let none = EventKinds(
    names: TextColumn(codes: [], pool: TextPool(), placeholders: .onlyEmpty), properties: [])

  /// The number of kinds.
  public var count: Int { names.codes.count }

  /// The name of a kind, as first written.
  public func name(_ kind: Int) -> String { names.pool.text(names.codes[kind]) }

  /// The column of a property, or nil.
  public func column(_ property: String) -> Column? { properties.first { $0.attribute.name == property }?.column }

  /// What is known of a property of a kind.
  public func value(_ property: String, of kind: Int) -> Value { column(property)?.value(kind) ?? .missing }
}
