/// Finds the rows of a table that are one lead: by e-mail address, then by name and domain, then by telephone number.
///
///     let duplicates = DuplicateFinder().duplicates(in: leads)
///     duplicates.groups.first?.rows       // [3, 17]
///     duplicates.groups.first?.evidence   // 17 and 3: same e-mail address, ada@acme.example
///
/// Whatever joins two rows joins their groups, so chains and circles end as one group. A mailbox of a task (`info@`) is
/// evidence only together with the same name, a telephone number only if no two family names speak against it, and not
/// at all if more than `leadsPerPhone` leads share it. What more than `largestGroup` leads have in common joins nobody,
/// and is reported.
///
/// The same table gives the same groups, in the order of its rows. O(n log n) for n rows, with memory in proportion to
/// them.
public struct DuplicateFinder: Sendable {
  /// The most leads that become one.
  public static let largestGroup = 50
  /// The most leads that a telephone number can tell to be one; beyond it is a switchboard.
  public static let leadsPerPhone = 5
  /// The attributes that are looked at, all of them text; those that there are.
  public static let attributes = [
    "email", "name", "first_name", "last_name", "company", "website", "phone", "mobile",
  ]

  /// A finder.
  public init() {}

  /// The duplicates of a table, by those of `attributes` that it has as text.
  public func duplicates(in leads: LeadTable) -> Duplicates {
    duplicates(count: leads.count) { name in
      if case .text(let column)? = leads.column(name) { column } else { nil }
    }
  }

  /// The duplicates among so many rows, of which `column` gives the columns by the names of `attributes`.
  public func duplicates(count: Int, column: (String) -> TextColumn?) -> Duplicates {
    let names = PersonNames(
      count: count, name: column("name"), first: column("first_name"), last: column("last_name"))
    var search = DuplicateSearch(count: count, names: names)
    if let email = column("email") { search.joinByEmail(email) }
    search.joinByDomain(email: column("email"), website: column("website"))
    if let company = column("company") { search.joinByCompany(company) }
    search.joinByPhone(["phone", "mobile"].compactMap(column))
    return search.result()
  }
}

/// The rows joined so far.
private struct DuplicateSearch {
  private let count: Int
  private let names: PersonNames
  private var sets: DisjointSets
  /// For each root a family name that its group has.
  private var familyNames: [UInt32]
  private var evidence: [DuplicateEvidence] = []
  private var found = Duplicates()

  /// A row and what it is joined by: in the high half a code of a text, in the low half one of a name.
  private typealias Mark = (key: UInt64, row: UInt32)

  init(count: Int, names: PersonNames) {
    self.count = count
    self.names = names
    sets = DisjointSets(count: count)
    familyNames = names.last
  }

  // MARK: Steps

  mutating func joinByEmail(_ column: TextColumn) {
    var pool = TextPool()
    // For each distinct text its mailbox, and whether it needs a name.
    let bytes = column.pool.bytes.span
    var mailboxes: [(code: UInt32, isRole: Bool)] = []
    var isJunk = [Bool](repeating: false, count: column.pool.count)
    mailboxes.reserveCapacity(column.pool.count)
    for code in 0..<UInt32(column.pool.count) {
      let key = column.isMissing[Int(code)] ? nil : EmailKey(bytes.extracting(column.pool.range(of: code)))
      isJunk[Int(code)] = key?.isJunk ?? false
      if let key, !key.isJunk {
        mailboxes.append((pool.code(of: key.bytes.span), key.isRole))
      } else {
        mailboxes.append((PersonNames.none, false))
      }
    }
    var marks: [Mark] = []
    var roleMarks: [Mark] = []
    for row in 0..<count {
      let code = Int(column.codes[row])
      let mailbox = mailboxes[code]
      if mailbox.code == PersonNames.none {
        if isJunk[code] { found.junkAddresses += 1 } else if !column.isMissing[code] { found.invalidAddresses += 1 }
      } else if !mailbox.isRole {
        marks.append((UInt64(mailbox.code) << 32, UInt32(row)))
      } else if names.full[row] != PersonNames.none {
        roleMarks.append((UInt64(mailbox.code) << 32 | UInt64(names.full[row]), UInt32(row)))
      }
    }
    join(marks, .email) { pool.text(UInt32($0 >> 32)) }
    let names = names
    join(roleMarks, .roleEmailAndName) { Self.described($0, pool, names) }
  }

  mutating func joinByDomain(email: TextColumn?, website: TextColumn?) {
    var pool = TextPool()
    let keys = [
      email.map { column in
        CodedKeys(column, in: &pool) { text in
          guard let key = EmailKey(text), !key.isJunk, !DomainName.isShared(key.domain) else { return nil }
          return Array(key.domain)
        }
      },
      website.map { column in
        CodedKeys(column, in: &pool) { text in
          DomainName.ofWebsite(text).flatMap { DomainName.isShared($0[...]) ? nil : $0 }
        }
      },
    ].compactMap { $0 }
    joinByName(keys, pool, .nameAndDomain)
  }

  mutating func joinByCompany(_ column: TextColumn) {
    var pool = TextPool()
    let keys = CodedKeys(column, in: &pool, NameKey.ofCompany)
    joinByName([keys], pool, .nameAndCompany)
  }

  private mutating func joinByName(_ keys: [CodedKeys], _ pool: TextPool, _ kind: DuplicateEvidence.Kind) {
    let names = names
    let marks = marks(keys) { row in names.full[row] == PersonNames.none ? nil : names.full[row] }
    join(marks, kind) { Self.described($0, pool, names) }
  }

  /// The rows with their keys, one mark for each different key of a row.
  ///
  /// - Parameter name: the code in the low half of a row's marks; without one it has none.
  private func marks(_ keys: [CodedKeys], name: (Int) -> UInt32?) -> [Mark] {
    var marks: [Mark] = []
    for row in 0..<count {
      guard let name = name(row) else { continue }
      var first: UInt32?
      for key in keys {
        guard let code = key.code(of: row), code != first else { continue }
        first = first ?? code
        marks.append((UInt64(code) << 32 | UInt64(name), UInt32(row)))
      }
    }
    return marks
  }

  mutating func joinByPhone(_ columns: [TextColumn]) {
    var pool = TextPool()
    let keys = columns.map { CodedKeys($0, in: &pool) { PhoneKey($0)?.bytes } }
    var marks = marks(keys) { _ in 0 }
    Self.forEachRun(&marks) { key, rows in
      if rows.count > DuplicateFinder.leadsPerPhone {
        found.switchboards += 1
        return
      }
      let families = rows.map { row in
        names.last[row] != PersonNames.none ? names.last[row] : familyNames[sets.root(of: row)]
      }
      let known = Set(families.filter { $0 != PersonNames.none })
      let text = pool.text(UInt32(key >> 32))
      for position in 1..<rows.count {
        // With two families behind one number, nobody knows whose a nameless row is.
        let partner = known.count <= 1 ? 0 : families[..<position].firstIndex(of: families[position])
        guard let partner, known.count <= 1 || families[position] != PersonNames.none else { continue }
        join(rows[position], rows[partner], .phone, text)
      }
    }
  }

  /// The groups in the order of their first rows; those that grew too large apart.
  mutating func result() -> Duplicates {
    var groupOfRoot = [Int32](repeating: -1, count: count)
    var groups: [DuplicateGroup] = []
    for row in 0..<count {
      let root = sets.root(of: row)
      if sets.size(ofRoot: root) == 1 { continue }
      if groupOfRoot[root] < 0 {
        groupOfRoot[root] = Int32(groups.count)
        groups.append(DuplicateGroup(rows: [], evidence: []))
      }
      groups[Int(groupOfRoot[root])].rows.append(row)
    }
    for piece in evidence { groups[Int(groupOfRoot[sets.root(of: piece.row)])].evidence.append(piece) }
    found.groups = groups.filter { $0.rows.count <= DuplicateFinder.largestGroup }
    for group in groups where group.rows.count > DuplicateFinder.largestGroup {
      found.tooMany.append(
        Duplicates.TooMany(kind: nil, key: "", count: group.rows.count, examples: Array(group.rows.prefix(3))))
    }
    return found
  }

  // MARK: Joining

  /// Joins all rows with one key to the first of them.
  private mutating func join(
    _ marks: [Mark], _ kind: DuplicateEvidence.Kind, describedAs text: (UInt64) -> String
  ) {
    var marks = marks
    Self.forEachRun(&marks) { key, rows in
      if rows.count > DuplicateFinder.largestGroup {
        found.tooMany.append(
          Duplicates.TooMany(kind: kind, key: text(key), count: rows.count, examples: Array(rows.prefix(3))))
        return
      }
      let described = text(key)
      for row in rows.dropFirst() { join(row, rows[0], kind, described) }
    }
  }

  private mutating func join(_ row: Int, _ other: Int, _ kind: DuplicateEvidence.Kind, _ key: String) {
    let (a, b) = (sets.root(of: row), sets.root(of: other))
    if a == b { return }
    let family = familyNames[b] == PersonNames.none ? familyNames[a] : familyNames[b]
    familyNames[sets.join(a, b)] = family
    evidence.append(DuplicateEvidence(row: row, other: other, kind: kind, key: key))
  }

  /// Calls `body` with each key that several rows have, and these rows in their order.
  private static func forEachRun(_ marks: inout [Mark], _ body: (UInt64, [Int]) -> Void) {
    marks.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    var start = 0
    while start < marks.count {
      var end = start + 1
      while end < marks.count, marks[end].key == marks[start].key { end += 1 }
      if end > start + 1 { body(marks[start].key, marks[start..<end].map { Int($0.row) }) }
      start = end
    }
  }

  private static func described(_ key: UInt64, _ pool: TextPool, _ names: PersonNames) -> String {
    "\(names.pool.text(UInt32(truncatingIfNeeded: key))), \(pool.text(UInt32(key >> 32)))"
  }
}
