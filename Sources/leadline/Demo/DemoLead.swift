import Statistics

/// An invented lead: who it is, what it is up to, and what came of it.
struct DemoLead {
  let id: String
  /// Days before the last day, 2026-06-30.
  let daysKnown: Int
  /// Second of that day.
  let second: Int
  var firstName: String
  var lastName: String
  var email: String
  let company: DemoCompany
  var title: String
  var seniority: String
  var department: String
  let country: String
  let source: String
  let hasPhone: Bool
  let optedIn: Bool
  let newsletter: Bool
  /// In dollars a year; nil if nobody asked.
  let budget: Int?
  var story: DemoStory
  /// Whether it is one of the cast.
  let isNamed: Bool
  /// How well it suits Harbourlight, 0 to 100: part of the hidden truth, in no file.
  let fit: Int

  /// The lead with this number, from 0 to `count` - 1. Leads come in the order of their numbers, all within a year.
  init(number: Int, of count: Int, seed: UInt64) {
    var chance = SplitMix64(seed: seed, stream: "lead", number: number)
    id = "L-\(100_001 + number)"
    daysKnown = 364 - number * 365 / count
    second = chance.number(7...20) * 3600 + chance.below(3600)
    let companies = max(4, min(DemoCompany.limit, count / 3))
    let cast = DemoCast.member(number, of: count)
    isNamed = cast != nil
    let some = DemoCompany(number: chance.below(companies), seed: seed)
    let employer = cast == nil ? some : .featured

    let level = chance.pick(weighted: [(0, 6), (1, 8), (2, 16), (3, 34), (4, 36)])
    department = chance.pick(weighted: DemoTables.departments)
    fit = Self.fit(of: employer, level: level, department: department)
    story = cast?.story ?? DemoStory(fit: fit, daysKnown: daysKnown, &chance)
    company =
      switch story {
      case .competitor: DemoCompany(competitor: chance.pick(DemoTables.competitors))
      case .student: DemoCompany(university: chance.pick(DemoTables.universities))
      default: employer
      }
    country = chance.happens(700) ? company.country[0] : chance.pick(company.country)
    seniority = DemoTables.titles[level].seniority
    title = chance.pick(DemoTables.titles[level].titles).split(separator: "*", omittingEmptySubsequences: false)
      .joined(separator: department)

    firstName = chance.pick(DemoTables.firstNames)
    lastName = chance.pick(DemoTables.surnameStarts) + chance.pick(DemoTables.surnameEnds)
    source = story == .jobSeeker ? "Careers page" : chance.pick(weighted: DemoTables.sources)
    hasPhone = chance.happens(620)
    optedIn = chance.happens(story == .bounced ? 300 : 720)
    newsletter = story == .reader || chance.happens(680)
    budget =
      story != .student && chance.happens(250) ? max(1, company.size * chance.number(30...90) / 1000) * 1000 : nil
    email = ""
    if story == .student { becomeStudent(&chance) }
    cast?.play(&self)
    email = address(&chance)
  }

  private mutating func becomeStudent(_ chance: inout SplitMix64) {
    title = chance.pick(["Student", "MSc Student", "PhD student", "Intern"])
    seniority = "Student"
    department = ""
  }

  private func address(_ chance: inout SplitMix64) -> String {
    var domain = company.domain
    if story != .competitor, story != .student, chance.happens(company.size < 10 ? 300 : 60) {
      domain = chance.pick(DemoTables.freeMail)
    }
    let name = chance.happens(850) ? "\(firstName).\(lastName)" : "\(firstName.prefix(1))\(lastName)"
    return "\(name)@\(domain)".lowercased()
  }

  private static func fit(of company: DemoCompany, level: Int, department: String) -> Int {
    let role =
      [25, 30, 28, 16, 4][level] + (["Operations", "Human Resources", "Scheduling"].contains(department) ? 15 : 3)
    let trade: Int
    switch company.industry {
    case "Healthcare", "Logistics", "Hospitality", "Retail": trade = 25
    case "Manufacturing", "Public sector": trade = 15
    default: trade = 5
    }
    let size: Int
    switch company.size {
    case 50...999: size = 30
    case 1000...: size = 22
    case 10...49: size = 14
    default: size = 0
    }
    return role + trade + size
  }
}
