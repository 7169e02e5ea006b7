import Leads
import Profiling

/// Which columns of a file a model can learn from, and as what.
struct LearnableColumns {
  /// What the names of columns begin with that an export of a ledger has for what it made of a lead: no attributes of it.
  static let exported = "leadline_"

  /// The attributes, derived ones included.
  var attributes: [Attribute] = []
  /// Columns that only derived attributes are worked out from: not learned from themselves.
  var sources: Set<String> = []
  /// Columns that are not learned from, with the reason.
  var skipped: [(attribute: String, reason: String)] = []

  /// What a profile says of the columns.
  ///
  /// - Parameter reserved: columns with another use: ids, outcomes, values.
  init(_ profile: Profile, reserved: Set<String>) {
    for column in profile.columns where !column.name.isEmpty {
      if reserved.contains(column.name) || column.name == profile.summary.idColumn { continue }
      if column.name.hasPrefix(Self.exported) { continue }
      derive(from: column)
      if column.attribute == "created_at" {
        attributes.append(Attribute("created_at", .instant))
        continue
      }
      if Self.names.contains(column.attribute ?? "") {
        skipped.append((column.name, "a person's name: it says nothing about the next lead"))
        continue
      }
      switch column.type {
      case .flag: attributes.append(Attribute(column.name, .flag))
      case .number: attributes.append(Attribute(column.name, .number))
      case .instant: attributes.append(Attribute(column.name, .instant))
      case .category, .text, .constant: attributes.append(Attribute(column.name, .text))
      case .empty: skipped.append((column.name, "no value at all"))
      case .id: skipped.append((column.name, "an id"))
      case .email, .phone, .url: skipped.append((column.name, "\(column.type.rawValue): another for nearly every lead"))
      case .freeText: skipped.append((column.name, "free text"))
      }
    }
  }

  /// What people are called. How it is written may tell (`uncapitalised`), the name itself does not.
  private static let names: Set<String> = ["first_name", "last_name", "name"]

  /// Adds what can be worked out from a column whose meaning is known.
  private mutating func derive(from column: ColumnProfile) {
    guard let attribute = column.attribute, column.filled > 0 else { return }
    let functions: [DerivedFunction] =
      switch attribute {
      case "email": [.emailKind]
      case "job_title": [.seniority, .department]
      case "company_size": column.type == .number ? [] : [.employees]
      case "phone": [.country]
      case "first_name", "last_name", "name": [.keyboardWalk, .uncapitalised]
      default: []
      }
    for function in functions {
      attributes.append(Attribute(DerivedAttribute(function, of: attribute).name, function.type))
      if column.name != attribute { sources.insert(attribute) }
    }
    if !functions.isEmpty, column.name == attribute, column.type != .category { sources.insert(attribute) }
  }
}
