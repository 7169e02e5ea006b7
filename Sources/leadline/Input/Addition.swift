import Leads

/// A column that is worked out from another: `rank=seniority(Job Title)`.
struct Addition {
  /// What is worked out.
  enum Function: Equatable {
    case derived(DerivedFunction)
    /// The text behind the last `@`.
    case domain
  }

  /// The name of the new column.
  let name: String
  let function: Function
  /// The name of the column that it is worked out from, and its position.
  let source: String
  let position: Int

  private static let names = ["domain"] + DerivedFunction.allCases.map(\.rawValue)

  /// Reads what the user asked for. Throws what is wrong with it.
  init(_ text: String, _ heading: FileHeading) throws {
    func problem(_ message: String, _ hint: String? = nil) -> InputProblem {
      InputProblem(message: "--add \(text): \(message)", hint: hint)
    }
    guard let bracket = text.firstIndex(of: "("), text.last == ")" else {
      throw problem("this is no function of a column", "write it as name=seniority(Job Title)")
    }
    let sign = text[..<bracket].firstIndex(of: "=")
    let called = String(text[(sign.map { text.index(after: $0) } ?? text.startIndex)..<bracket]).cleaned
    guard let function = called == "domain" ? .domain : DerivedFunction(rawValue: called).map(Function.derived) else {
      throw problem(
        "there is no function \"\(called)\"",
        nearest(to: called, among: Self.names).map { "did you mean \($0)?" }
          ?? "there are: \(Self.names.joined(separator: ", "))")
    }
    let column = String(text[text.index(after: bracket)...].dropLast()).cleaned
    guard let position = try heading.column(ofAttribute: column) else {
      throw problem(
        "the file has no column \"\(column)\"",
        nearest(to: column, among: heading.columns).map { "did you mean \"\($0)\"?" })
    }
    let given = sign.map { String(text[..<$0]).cleaned } ?? ""
    self.init(name: given.isEmpty ? called : given, function, heading, position)
  }

  private init(name: String, _ function: Function, _ heading: FileHeading, _ position: Int) {
    self.name = name
    self.function = function
    self.position = position
    source = heading.columns[position]
  }

  /// The companions of the usual columns.
  static func usual(_ heading: FileHeading) throws -> [Addition] {
    let wanted: [(attribute: String, function: Function, name: String)] = [
      ("email", .derived(.emailKind), "email_kind"), ("email", .domain, "email_domain"),
      ("job_title", .derived(.seniority), "seniority"), ("job_title", .derived(.department), "department"),
      ("country", .derived(.country), "country_code"), ("phone", .derived(.country), "phone_country"),
      ("company_size", .derived(.employees), "employees_least"),
      ("first_name", .derived(.keyboardWalk), "keyboard_walk"),
      ("first_name", .derived(.uncapitalised), "uncapitalised"), ("first_name", .derived(.repeated), "repeated"),
    ]
    var taken = Set(heading.columns.map(ColumnNames.key))
    func free(_ name: String) -> String {
      var free = name
      var number = 1
      while !taken.insert(ColumnNames.key(free)).inserted {
        free = number == 1 ? "\(name)_worked_out" : "\(name)_worked_out_\(number)"
        number += 1
      }
      return free
    }
    return try wanted.compactMap { attribute, function, name in
      guard let position = try heading.column(ofAttribute: attribute) else { return nil }
      return Addition(name: free(name), function, heading, position)
    }
  }

  /// Throws if two columns would have one name.
  static func checkNames(_ additions: [Addition], _ heading: FileHeading) throws {
    var names = Set(heading.columns.map(ColumnNames.key))
    for addition in additions where !names.insert(ColumnNames.key(addition.name)).inserted {
      throw InputProblem(
        message: "--add: there is a column \"\(addition.name)\" already",
        hint: "give it another name: other=\(addition.name)(\(addition.source))")
    }
  }
}
