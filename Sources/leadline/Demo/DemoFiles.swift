import Foundation
import Leads

/// Writes the files of the demo.
struct DemoFiles {
  let leads: Int
  let seed: UInt64
  let folder: String

  /// What was written: data rows of each file.
  struct Counts {
    var leads = 0, events = 0, outcomes = 0, exported = 0
  }

  /// Writes all files into the folder, which must exist. Each appears when it is complete.
  func write() throws -> Counts {
    let leadFile = try file("leads.csv")
    let eventFile = try file("events.csv")
    let outcomeFile = try file("outcomes.csv")
    let exportFile = try file("crm-export.csv")
    let model = try file("model.yaml")
    try exportFile.writeRow(DemoExport.columns)
    try leadFile.writeRow(Self.leadColumns)
    try eventFile.writeRow(["lead_id", "type", "at", "url", "campaign"])
    try outcomeFile.writeRow(["lead_id", "outcome", "closed_at", "amount"])
    var counts = Counts()
    for number in 0..<leads {
      let lead = DemoLead(number: number, of: leads, seed: seed)
      let journey = DemoJourney(of: lead, number: number, seed: seed)
      let outcome = DemoOutcome(of: lead, evaluatedDaysAgo: journey.evaluatedDaysAgo, number: number, seed: seed)
      for row in rows(of: lead, number: number) {
        try leadFile.writeRow(row)
        counts.leads += 1
      }
      for row in journey.events.map({ row(of: $0, lead.id) }) + badEvents(number, lead) {
        try eventFile.writeRow(row)
        counts.events += 1
      }
      var export = DemoExport(lead, outcome, number: number, seed: seed)
      for row in export.rows() {
        try exportFile.writeRow(row)
        counts.exported += 1
      }
      if let outcome {
        try outcomeFile.writeRow(row(of: outcome, lead.id))
        counts.outcomes += 1
      }
    }
    try model.write(Array(DemoModel.text.utf8))
    for file in [leadFile, eventFile, outcomeFile, exportFile, model] { try file.finish() }
    return counts
  }

  private func file(_ name: String) throws -> SafeFile { try SafeFile(path: path(name)) }

  /// Where a file of this name is.
  func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }

  // MARK: Rows

  private static let leadColumns = [
    "id", "created_at", "first_name", "last_name", "email", "company", "job_title", "seniority", "department",
    "industry", "company_size", "country", "lead_source", "phone", "website", "opted_in", "newsletter", "budget",
    "status",
  ]

  /// The lead's row; seldom another with the same id, or with the same person under a new one.
  private func rows(of lead: DemoLead, number: Int) -> [[String]] {
    // Whom the demo speaks about is known in full.
    let row = lead.isNamed ? tidyRow(of: lead, number) : untidyRow(of: lead, number)
    if number % 2000 == 777 { return [row, row] }
    if number % 1500 == 402 { return [row, ["\(lead.id)-B"] + row.dropFirst()] }
    return [row]
  }

  private func tidyRow(of lead: DemoLead, _ number: Int) -> [String] {
    var mess = DemoMess(number: number, seed: seed)
    let company = lead.company
    return [
      lead.id, created(lead), lead.firstName, lead.lastName, lead.email, company.name, lead.title, lead.seniority,
      lead.department, company.industry, String(company.size), company.country[0], lead.source, mess.phone(),
      "www.\(company.domain)", "yes", lead.newsletter ? "yes" : "no", lead.budget.map(String.init) ?? "", "open",
    ]
  }

  private func untidyRow(of lead: DemoLead, _ number: Int) -> [String] {
    var mess = DemoMess(number: number, seed: seed)
    let company = lead.company
    let size = number % 1900 == 1203 ? "a few dozen" : mess.headcount(company.size)
    return [
      lead.id, mess.sometimesMissing(created(lead), perMille: 4), lead.firstName, lead.lastName,
      mess.sometimesMissing(mess.untidy(lead.email), perMille: 15), mess.untidy(company.name),
      mess.sometimesMissing(mess.untidy(lead.title)), mess.sometimesMissing(lead.seniority, perMille: 60),
      mess.sometimesMissing(mess.untidy(lead.department), perMille: 50),
      mess.sometimesMissing(mess.untidy(company.industry), perMille: 50), mess.sometimesMissing(size, perMille: 60),
      mess.sometimesMissing(lead.country, perMille: 20), mess.sometimesMissing(lead.source, perMille: 15),
      lead.hasPhone ? mess.phone() : mess.sometimesMissing("-", perMille: 300),
      mess.sometimesMissing("www.\(company.domain)", perMille: 250), mess.flag(lead.optedIn),
      mess.flag(lead.newsletter), lead.budget.map { mess.dollars($0) } ?? "",
      lead.story == .customer ? "customer" : "open",
    ]
  }

  private func created(_ lead: DemoLead) -> String {
    Instant(secondsSince1970: Int64(DemoCalendar.start(daysAgo: lead.daysKnown) + lead.second)).description
  }

  private func row(of event: DemoEvent, _ id: String) -> [String] {
    [id, event.type, Instant(secondsSince1970: Int64(event.at)).description, event.url, event.campaign]
  }

  private func row(of outcome: DemoOutcome, _ id: String) -> [String] {
    let day = Instant(secondsSince1970: Int64(outcome.closedDay) * 86_400).description.prefix(10)
    return [id, outcome.isWon ? "won" : "lost", String(day), outcome.amount.map { "\($0)" } ?? ""]
  }

  /// What a tracking script and an import got wrong: a few rows that no program can use.
  private func badEvents(_ number: Int, _ lead: DemoLead) -> [[String]] {
    let home = "https://harbourlight.example/"
    if number % 1000 == 311 { return [[lead.id, "page_view", "2026-13-45T10:00:00Z", home, ""]] }
    if number % 2000 == 912 { return [[lead.id, "page_view", "yesterday", home, ""]] }
    if number % 800 == 640 { return [["X-\(number)", "page_view", "2026-05-04T09:30:00Z", home, ""]] }
    return []
  }
}
