/// A few leads whose stories are there with every seed, however few leads there are, so that one can speak about them.
struct DemoCast {
  let firstName: String
  let lastName: String
  let title: String
  let seniority: String
  let story: DemoStory

  static let members = [
    DemoCast(firstName: "Casper", lastName: "Quillfeather", title: "VP Operations", seniority: "VP", story: .faded),
    DemoCast(
      firstName: "Ottilie", lastName: "Emberwick", title: "Operations Manager", seniority: "Manager", story: .reader),
    DemoCast(firstName: "Benno", lastName: "Ramblestone", title: "MSc Student", seniority: "Student", story: .student),
    DemoCast(
      firstName: "Sybil", lastName: "Larksworth", title: "Product Manager", seniority: "Manager", story: .competitor),
    DemoCast(
      firstName: "Marina", lastName: "Oddlestone", title: "Director of Operations", seniority: "Director", story: .hot),
  ]

  /// The lead's number that a member has among so many, 10 or more.
  static func number(of member: Int, of count: Int) -> Int { (member + 1) * count / 7 }

  /// Who plays this lead; nil if nobody does.
  static func member(_ number: Int, of count: Int) -> DemoCast? {
    members.indices.first { Self.number(of: $0, of: count) == number }.map { members[$0] }
  }

  /// The id of the lead that a member plays.
  static func id(of story: DemoStory, of count: Int) -> String {
    let member = members.firstIndex { $0.story == story }!
    return "L-\(100_001 + number(of: member, of: count))"
  }

  func play(_ lead: inout DemoLead) {
    lead.firstName = firstName
    lead.lastName = lastName
    lead.title = title
    lead.seniority = seniority
    if story != .student { lead.department = "Operations" }
  }
}
