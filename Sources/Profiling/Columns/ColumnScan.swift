import Leads

/// The facts about one column from which its profile and its findings are made.
///
/// Everything is worked out once for each distinct text. What stays is small, whatever the size of the column.
struct ColumnScan: Sendable {
  /// Texts that something holds for.
  struct Facts: Sendable {
    /// How many rows.
    var rows = 0
    /// How many distinct texts.
    var texts = 0
    /// The first few.
    var examples: [FindingExample] = []
  }

  /// One value and its spellings, the most frequent first.
  struct Spelling: Sendable {
    var spellings: [ValueCount]
    var example: FindingExample
  }

  /// A number that is far more frequent than any other.
  struct DefaultNumber: Sendable {
    var value: Double
    var count: Int
    var next: Double
    var nextCount: Int
  }

  var profile: ColumnProfile
  /// Texts by each of their traits, in the order of `TextTraits.all`.
  private(set) var traits = Array(repeating: Facts(), count: TextTraits.all.count)
  /// Known values that are not of the column's type.
  private(set) var misfits = Facts()
  private(set) var suspicious = Facts()
  private(set) var spellings: [Spelling] = []
  /// How many values have several spellings, and how many rows have one of the rarer ones.
  private(set) var spellingFacts = Facts()
  /// Whether some of them differ in more than case and surrounding spaces, which make no difference in conditions.
  private(set) var hasTellingSpellings = false
  private(set) var outliers = Facts()
  private(set) var defaultNumber: DefaultNumber?
  private(set) var future = Facts()
  private(set) var beforeEpoch = Facts()
  private(set) var forms: [(form: DateForm, facts: Facts)] = []
  private(set) var dayFirst = Facts(), monthFirst = Facts(), eitherOrder = Facts()
  /// Values that several rows have, where each should be another's; `rows` counts the rows beyond the first of each.
  private(set) var repeats = Facts()
  /// Names typed by running over the keyboard.
  private(set) var keyboardWalks = Facts()
  /// Addresses by their kind, where it is known.
  private(set) var emailKinds: [String: Int] = [:]
  /// The same for columns that are missing in the same rows.
  private(set) var missingPattern: UInt64 = 0

  /// Facts of texts with a trait.
  func facts(_ trait: TextTraits) -> Facts { traits[trait.rawValue.trailingZeroBitCount] }

  init(
    _ table: RowTable, _ index: Int, _ attribute: String?, _ settings: ProfileSettings, _ deriver: Deriver,
    isID: Bool
  ) {
    let column = table.columns[index]
    let tally = Tally(column)
    let reader = ScanReader(table: table, column: column, tally: tally, deriver: deriver)
    profile = ColumnProfile(
      name: table.heading.columns[index], position: index + 1, attribute: attribute, type: .empty, fit: 1, filled: 0,
      distinct: 0, placeholders: [], suspicious: [], top: [], numbers: nil, instants: nil, outliers: 0)
    countPlaceholders(reader)

    var readings: [TextTraits] = Array(repeating: [], count: column.pool.count)
    var numbers = WeightedValues<Double>()
    var instants = WeightedValues<Instant>()
    var isSuspicious = [Bool](repeating: false, count: column.pool.count)
    for code in reader.knownCodes {
      let read = reader.withText(code) { ReadText($0, settings.reading) }
      readings[code] = read.traits
      for (position, trait) in TextTraits.all.enumerated() where read.traits.contains(trait) {
        reader.note(code, in: &traits[position])
      }
      if !read.number.isNaN { numbers.add(read.number, count: reader.count(code), code: code) }
      if let instant = read.instant { instants.add(instant, count: reader.count(code), code: code) }
      isSuspicious[code] =
        read.traits.contains(.junkEmail)
        || reader.withText(code) { SuspiciousTexts.contains($0, attribute: attribute) }
    }

    let guess = TypeGuess(self, isID: isID, rows: table.count)
    profile.type = guess.type
    switch guess.type {
    case .number:
      numbers.sort()
      scanNumbers(numbers, reader, &isSuspicious)
    case .instant:
      instants.sort()
      scanInstants(instants, reader, isSuspicious, settings)
    case .category, .text, .constant:
      if settings.findsSpellings(attribute) { findSpellings(reader, attribute) }
    case .id: findRepeats(reader)
    default: break
    }
    if attribute == "email" || guess.type == .email { countEmailKinds(reader) }
    if ["first_name", "last_name", "name", "company"].contains(attribute) {
      findKeyboardWalks(reader, isSuspicious)
    }
    if guess.type != .flag { countSuspicious(reader, isSuspicious) }
    if let fitting = guess.fitting {
      for code in reader.knownCodes where readings[code].isDisjoint(with: fitting) && !isSuspicious[code] {
        reader.note(code, in: &misfits)
      }
      let fits = reader.knownCodes.reduce(0) { $0 + (readings[$1].isDisjoint(with: fitting) ? 0 : reader.count($1)) }
      profile.fit = profile.filled == 0 ? 1 : Double(fits) / Double(profile.filled)
    } else if guess.type == .id {
      profile.fit = profile.filled == 0 ? 1 : Double(profile.distinct) / Double(profile.filled)
    }
  }

  // MARK: Texts

  private mutating func countPlaceholders(_ reader: ScanReader) {
    let column = reader.column
    let filled = reader.knownCodes.reduce(0) { $0 + reader.count($1) }
    profile.filled = filled
    profile.distinct = reader.knownCodes.reduce(0) { count, _ in count + 1 }
    profile.top = reader.tally.mostFrequent(10) { !column.isMissing[$0] }.map(reader.valueCount)
    profile.placeholders = reader.tally.mostFrequent(10) { column.isMissing[$0] }.map(reader.valueCount)
    var pattern: UInt64 = 0
    for row in column.codes.indices where column.isMissing[Int(column.codes[row])] {
      // A sum of scattered numbers, so that two columns agree only if the same rows are missing.
      var mixed = UInt64(row) &+ 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      pattern &+= mixed ^ (mixed >> 31)
    }
    missingPattern = pattern
  }

  private mutating func countSuspicious(_ reader: ScanReader, _ isSuspicious: [Bool]) {
    let codes = reader.tally.mostFrequent(10) { isSuspicious[$0] }
    profile.suspicious = codes.map(reader.valueCount)
    for code in codes.prefix(3) { suspicious.examples.append(reader.example(code)) }
    for code in reader.knownCodes where isSuspicious[code] {
      suspicious.rows += reader.count(code)
      suspicious.texts += 1
    }
  }

  private mutating func findSpellings(_ reader: ScanReader, _ attribute: String?) {
    let deriver = reader.deriver
    let groups = Spellings.groups(reader.column, reader.tally) { text in
      guard attribute == "country", case .text(let country) = deriver.value(.country, of: text) else { return nil }
      return [0] + Array(country.utf8)
    }
    spellingFacts.texts = groups.count
    spellingFacts.rows = groups.reduce(0) { $0 + $1.minority }
    // Those that differ in more than case and spaces go first.
    let telling = groups.filter { group in
      let first = reader.folded(group.codes[0])
      return group.codes.contains { reader.folded($0) != first }
    }
    hasTellingSpellings = !telling.isEmpty
    for group in (telling.isEmpty ? groups : telling).prefix(5) {
      spellings.append(
        Spelling(
          spellings: group.codes.prefix(4).map(reader.valueCount), example: reader.example(group.codes[1])))
    }
  }

  private mutating func findRepeats(_ reader: ScanReader) {
    for code in reader.knownCodes where reader.count(code) > 1 {
      repeats.rows += reader.count(code) - 1
      repeats.texts += 1
      if repeats.examples.count < 3 { repeats.examples.append(reader.secondExample(code)) }
    }
  }

  private mutating func countEmailKinds(_ reader: ScanReader) {
    let deriver = reader.deriver
    for code in reader.knownCodes {
      if case .text(let kind) = reader.withText(code, { deriver.value(.emailKind, of: $0) }) {
        emailKinds[kind, default: 0] += reader.count(code)
      }
    }
  }

  private mutating func findKeyboardWalks(_ reader: ScanReader, _ isSuspicious: [Bool]) {
    // `asdf` has been said already.
    for code in reader.knownCodes where !isSuspicious[code] {
      let isWalk = reader.withText(code) { reader.deriver.value(.keyboardWalk, of: $0) } == .flag(true)
      if isWalk { reader.note(code, in: &keyboardWalks) }
    }
  }

  // MARK: Numbers and instants

  private mutating func scanNumbers(
    _ numbers: WeightedValues<Double>, _ reader: ScanReader, _ isSuspicious: inout [Bool]
  ) {
    guard let spread = numbers.spread else { return }
    profile.numbers = spread
    for value in numbers.values where SuspiciousTexts.contains(value.value) {
      // Nines stand out only beyond all others.
      let isOutermost = value.value == spread.greatest || value.value == spread.least
      if isOutermost, value.value < 0 ? spread.p5 >= 0 : value.value > 2 * spread.p95 {
        isSuspicious[value.code] = true
      }
    }
    let reach = 3 * (spread.p75 - spread.p25)
    if reach > 0 {
      let far = numbers.values.filter { $0.value < spread.p25 - reach || $0.value > spread.p75 + reach }
      profile.outliers = far.reduce(0) { $0 + $1.count }
      // The most extreme first.
      let honest = far.filter { !isSuspicious[$0.code] }
        .sorted { abs($0.value - spread.median) > abs($1.value - spread.median) }
      for value in honest {
        outliers.rows += value.count
        outliers.texts += 1
        if outliers.texts <= 3 { outliers.examples.append(reader.example(value.code)) }
      }
    }
    findDefault(numbers)
  }

  /// Looks for a number that is far more frequent than the next.
  private mutating func findDefault(_ numbers: WeightedValues<Double>) {
    // A number may be written in several ways: `0` and `0.0`.
    var merged: (value: Double, count: Int) = (.nan, 0)
    var best = merged
    var second = merged
    var distinct = 0
    func rank() {
      if merged.count > best.count {
        (second, best) = (best, merged)
      } else if merged.count > second.count {
        second = merged
      }
    }
    for entry in numbers.values {
      if entry.value == merged.value {
        merged.count += entry.count
        continue
      }
      rank()
      distinct += 1
      merged = (entry.value, entry.count)
    }
    rank()
    if distinct >= 20, best.count * 10 >= numbers.total, best.count >= 5 * second.count {
      defaultNumber = DefaultNumber(
        value: best.value, count: best.count, next: second.value, nextCount: second.count)
    }
  }

  private mutating func scanInstants(
    _ instants: WeightedValues<Instant>, _ reader: ScanReader, _ isSuspicious: [Bool], _ settings: ProfileSettings
  ) {
    profile.instants = instants.spread
    var byForm = Array(repeating: Facts(), count: DateForm.allCases.count)
    for value in instants.values {
      let code = value.code
      if isSuspicious[code] { continue }
      if value.value > settings.asOf.instant { reader.note(code, in: &future) }
      if value.value.secondsSince1970 < 0 { reader.note(code, in: &beforeEpoch) }
      let (form, order) = reader.withText(code) { text in
        let trimmed = text.extracting(text.trimmedRange)
        let form = DateForm(trimmed)
        return (form, form.isAmbiguous ? DayOrder(trimmed) : nil)
      }
      reader.note(code, in: &byForm[form.rawValue])
      switch order {
      case .dayFirst: reader.note(code, in: &dayFirst)
      case .monthFirst: reader.note(code, in: &monthFirst)
      case .either: reader.note(code, in: &eitherOrder)
      case nil: break
      }
    }
    forms = zip(DateForm.allCases, byForm).filter { $1.rows > 0 }.map { ($0, $1) }.sorted {
      $0.facts.rows > $1.facts.rows
    }
  }
}

/// Gives a column's texts with their counts and lines.
struct ScanReader {
  let table: RowTable
  let column: TextColumn
  let tally: Tally
  let deriver: Deriver
  /// The codes of the texts that are known and occur, in their order.
  var knownCodes: some Sequence<Int> {
    tally.counts.indices.lazy.filter { [tally, column] in tally.counts[$0] > 0 && !column.isMissing[$0] }
  }

  init(table: RowTable, column: TextColumn, tally: Tally, deriver: Deriver) {
    self.deriver = deriver
    self.table = table
    self.column = column
    self.tally = tally
  }

  func count(_ code: Int) -> Int { Int(tally.counts[code]) }

  /// What `body` makes of a text.
  func withText<Result>(_ code: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(column.pool.bytes.span.extracting(column.pool.range(of: UInt32(code))))
  }

  /// A text as conditions compare it.
  func folded(_ code: Int) -> [UInt8] {
    withText(code) { text in
      var folded: [UInt8] = []
      text.appendFolded(to: &folded)
      return folded
    }
  }

  /// A text for showing.
  private func shown(_ code: Int) -> String { withText(code) { Wording.shown($0) } }

  func valueCount(_ code: Int) -> ValueCount { ValueCount(text: shown(code), count: count(code)) }

  /// The first row with a text.
  func example(_ code: Int) -> FindingExample {
    FindingExample(line: Int(table.lines[Int(tally.firstRows[code])]), text: shown(code))
  }

  /// The second row with a text, where it stands again. O(rows).
  func secondExample(_ code: Int) -> FindingExample {
    let first = Int(tally.firstRows[code])
    let second = column.codes[(first + 1)...].firstIndex(of: UInt32(code)) ?? first
    return FindingExample(line: Int(table.lines[second]), text: shown(code))
  }

  /// Counts a text, and keeps it as an example if it is one of the first.
  func note(_ code: Int, in facts: inout ColumnScan.Facts) {
    facts.rows += count(code)
    facts.texts += 1
    if facts.examples.count < 3 { facts.examples.append(example(code)) }
  }
}

extension ProfileSettings {
  /// Whether spellings of an attribute are worth comparing: names of people are spelt as people like.
  fileprivate func findsSpellings(_ attribute: String?) -> Bool {
    !["first_name", "last_name", "name", "phone", "mobile", "website", "email"].contains(attribute)
  }
}
