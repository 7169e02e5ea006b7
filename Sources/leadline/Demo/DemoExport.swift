import Leads
import Statistics

/// The same leads as a CRM exports them that nobody has looked after: titles as people type them, one country in six
/// spellings, sizes as ranges, dates that were never set, and people who are there twice.
struct DemoExport {
  static let columns = [
    "Record ID", "First Name", "Last Name", "Email", "Phone Number", "Job Title", "Company name", "Industry",
    "Number of Employees", "Country/Region", "Original Source", "Create Date", "Last Modified Date", "Lead Status",
    "Web form", "Time zone",
  ]

  private let lead: DemoLead
  private let outcome: DemoOutcome?
  private let number: Int
  private var chance: SplitMix64
  private var mess: DemoMess

  init(_ lead: DemoLead, _ outcome: DemoOutcome?, number: Int, seed: UInt64) {
    self.lead = lead
    self.outcome = outcome
    self.number = number
    chance = SplitMix64(seed: seed, stream: "export", number: number)
    mess = DemoMess(number: number, seed: seed ^ 1)
  }

  /// The lead's row; now and then a second one under another id, as another form or another rep made it.
  mutating func rows() -> [[String]] {
    let row = row(id: lead.id, email: address)
    if lead.isNamed || !chance.happens(35) { return [row] }
    var other = self.row(id: "\(lead.id)-2", email: chance.happens(400) ? plusAddress : address.uppercased())
    other[11] = instant(daysAgo: max(0, lead.daysKnown - chance.number(1...30)))
    return [row, other]
  }

  private mutating func row(id: String, email: String) -> [String] {
    var (first, last) = (lead.firstName, lead.lastName)
    switch chance.below(1000) {
    case 0..<45: (first, last) = (first.lowercased(), last.lowercased())
    case 45..<60: (first, last) = (first.uppercased(), last.uppercased())
    case 60..<70: (first, last) = ("asdf", "asdf")
    case 70..<76: (first, last) = ("xxx", "xxx")
    case 76..<84: (first, last) = ("test", "test")
    default: break
    }
    let modified = chance.happens(80) ? "1970-01-01" : instant(daysAgo: chance.below(lead.daysKnown + 1))
    let created = number % 997 == 401 ? "2062-03-01T09:00:00Z" : instant(daysAgo: lead.daysKnown)
    return [
      id, first, last, mess.sometimesMissing(email, perMille: 25), phone, title,
      mess.sometimesMissing(mess.untidy(lead.company.name)),
      mess.sometimesMissing(mess.untidy(lead.company.industry), perMille: 180), size, country, source, created,
      modified, status,
      "Contact us v2", "Select",
    ]
  }

  // MARK: Values

  private var address: String { lead.email }

  private var plusAddress: String {
    let parts = lead.email.split(separator: "@", maxSplits: 1)
    return parts.count == 2 ? "\(parts[0])+demo@\(parts[1])" : lead.email
  }

  private var phone: String {
    mutating get { lead.hasPhone ? mess.phone() : mess.sometimesMissing("-", perMille: 300) }
  }

  /// The title in the words of whoever typed it.
  private var title: String {
    mutating get {
      var title = lead.title
      if chance.happens(350) {
        for (long, short) in Self.shortWords where chance.happens(700) { title = title.replacing(long, with: short) }
      }
      if chance.happens(40), title.count > 6 {
        // Two letters in the middle change places.
        var letters = Array(title)
        let place = 2 + chance.below(letters.count - 4)
        letters.swapAt(place, place + 1)
        title = String(letters)
      }
      return mess.sometimesMissing(mess.untidy(title), perMille: 120)
    }
  }

  private static let shortWords = [
    ("Vice President, ", "V.P. "), ("Director of ", "Dir. "), ("Director", "Dir."), ("Manager", "Mgr"),
    ("Senior ", "Sr. "),
    ("Operations", "Ops"), ("Human Resources", "HR"), ("Marketing", "Mktg"), ("Assistant", "Asst."), (" and ", " & "),
  ]

  private var size: String {
    mutating get {
      let size = lead.company.size
      guard let range = Self.sizes.first(where: { $0.range.contains(size) }), chance.happens(850) else {
        return mess.headcount(size)
      }
      return mess.sometimesMissing(chance.pick(range.words), perMille: 90)
    }
  }

  private static let sizes: [(range: ClosedRange<Int>, words: [String])] = [
    (1...10, ["1-10", "1 - 10", "<10", "1 to 10"]), (11...50, ["11-50", "11-50", "11–50 employees"]),
    (51...200, ["51-200", "51-200", "51 to 200"]), (201...1000, ["201-1000", "201-1,000", "200+"]),
    (1001...9999, ["1000+", "1k+", "1,001+"]),
  ]

  private var country: String {
    mutating get {
      let name = lead.company.country[0]
      let spellings = Self.spellings.first { $0.name == name }?.spellings ?? [name]
      return mess.sometimesMissing(chance.happens(450) ? name : chance.pick(spellings), perMille: 150)
    }
  }

  private static let spellings: [(name: String, spellings: [String])] = [
    ("United States", ["USA", "U.S.A.", "US", "united states", "United States of America", "Untied States"]),
    ("United Kingdom", ["UK", "U.K.", "GB", "Great Britain", "England"]),
    ("Germany", ["DE", "Deutschland", "germany"]),
    ("Netherlands", ["NL", "The Netherlands", "Holland"]), ("Canada", ["CA", "canada"]), ("France", ["FR"]),
    ("Australia", ["AU"]), ("India", ["IN"]), ("Brazil", ["Brasil", "BR"]), ("Ireland", ["IE"]), ("Kenya", ["KE"]),
  ]

  private var source: String {
    mutating get { mess.sometimesMissing(mess.untidy(lead.source), perMille: 60) }
  }

  private var status: String {
    switch outcome?.isWon {
    case true: "Closed won"
    case false: "Closed lost"
    case nil: lead.story == .customer ? "Customer" : "Open"
    }
  }

  private func instant(daysAgo: Int) -> String {
    Instant(secondsSince1970: Int64(DemoCalendar.start(daysAgo: daysAgo) + lead.second)).description
  }
}
