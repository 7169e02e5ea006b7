import Statistics

/// An invented company that leads work for.
struct DemoCompany {
  let name: String
  let domain: String
  let industry: String
  /// Employees.
  let size: Int
  /// How its people write their country.
  let country: [String]

  /// How many different companies there can be.
  static let limit = DemoTables.companyStarts.count * DemoTables.companyEnds.count * DemoTables.trades.count

  /// The company with this number, 0 or more. Those `limit` apart have one name.
  init(number: Int, seed: UInt64) {
    var chance = SplitMix64(seed: seed, stream: "company", number: number)
    // 7919 shares no factor with the limit, so this visits every name once before it returns to the first.
    var place = number % Self.limit * 7919 % Self.limit
    func word<Element>(_ table: [Element]) -> Element {
      defer { place /= table.count }
      return table[place % table.count]
    }
    let trade = word(DemoTables.trades)
    name = word(DemoTables.companyStarts) + word(DemoTables.companyEnds) + " " + trade.word
    domain = name.lowercased().split(separator: " ").joined(separator: "-") + ".example"
    industry = trade.industry
    country = chance.pick(weighted: DemoTables.countries)
    let sizes: [(element: ClosedRange<Int>, weight: Int)] = [
      (2...9, 20), (10...49, 32), (50...199, 25), (200...999, 16), (1000...8000, 7),
    ]
    size = chance.number(chance.pick(weighted: sizes))
  }

  /// The company of the leads that the demo speaks about.
  static let featured = DemoCompany(
    name: "Elderhaven Clinics", domain: "elderhaven-clinics.example", industry: "Healthcare", size: 420,
    country: ["United States"])

  private init(name: String, domain: String, industry: String, size: Int, country: [String]) {
    self.name = name
    self.domain = domain
    self.industry = industry
    self.size = size
    self.country = country
  }

  /// A place of study.
  init(university: (name: String, domain: String)) {
    self.init(
      name: university.name, domain: university.domain, industry: "Education", size: 2400, country: ["United Kingdom"])
  }

  /// A company that sells the same as Harbourlight.
  init(competitor: (name: String, domain: String)) {
    self.init(
      name: competitor.name, domain: competitor.domain, industry: "Software", size: 120, country: ["United States"])
  }
}
