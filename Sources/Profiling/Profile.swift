import Leads

/// What a file of records holds, column by column, and what is wrong with it.
///
///     let table = try RowFile(path: "export.csv").read(settings: ReadingSettings(), rejects: RejectLog())
///     let profile = try Profile(of: table, settings: ProfileSettings(asOf: asOf))
///     profile.findings.first?.sentence
///     // "2,148 of 9,240 leads (23 %) have no country; 1,204 of them say `Select`, the form's first entry, …"
///
/// It reads the values as Leadline would read them for a model, and judges nothing that depends on a model.
public struct Profile: Sendable {
  /// What the file is about, and what can be done with it.
  public let summary: FileSummary
  /// The columns in the order of the file.
  public let columns: [ColumnProfile]
  /// What a careful colleague would say, the most important first.
  public let findings: [Finding]

  /// The profile of a table: O(values), and for each column O(n log n) for n distinct texts. Beside the table it needs
  /// memory for the distinct texts of as many columns as there are threads, and for finding duplicates.
  ///
  /// Throws if the column that `settings` names for the ids is not there.
  ///
  /// - Parameter rejects: what could not be read when the table was made.
  public init(
    of table: RowTable, settings: ProfileSettings, rejects: [RejectLog.Category] = []
  ) throws(FileProblem) {
    let attributes = try RecognisedColumns(table.heading, settings)
    let deriver = Deriver(settings.reading.vocabulary)
    let scans = parallel(count: table.columns.count, threads: settings.threads) { index in
      ColumnScan(table, index, attributes.name(of: index), settings, deriver, isID: index == attributes.idIndex)
    }
    let duplicates = DuplicateFinder().duplicates(count: table.count) { attribute in
      attributes.column(attribute).map { table.columns[$0] }
    }
    let summary = FileSummary(table, attributes, scans)
    let context = FindingContext(table: table, attributes: attributes, summary: summary, settings: settings)
    var findings: [Finding] = []
    findings += FileFindings(context).findings(scans, rejects)
    findings += DuplicateFindings(context).findings(duplicates, scans)
    findings += MissingFindings(context).findings(scans)
    findings += CaseFindings(context).findings(scans)
    for scan in scans {
      findings += ValueFindings(context, scan).findings()
      findings += TextFindings(context, scan).findings()
      findings += DateFindings(context, scan).findings()
    }
    self.summary = summary
    columns = scans.map(\.profile)
    self.findings = Finding.ordered(findings)
  }
}

/// What a profile needs to know besides the file.
public struct ProfileSettings: Sendable {
  /// The moment after which a date lies in the future.
  public var asOf: AsOf
  /// How dates are read, what stands for nothing known, and how many threads to use.
  public var reading: ReadingSettings
  /// The column with the ids, where it has no usual name.
  public var idColumn: String?

  /// Settings as of a moment.
  public init(asOf: AsOf, reading: ReadingSettings = ReadingSettings(), idColumn: String? = nil) {
    self.asOf = asOf
    self.reading = reading
    self.idColumn = idColumn
  }

  /// The most threads to use.
  var threads: Int { reading.threads }
}
