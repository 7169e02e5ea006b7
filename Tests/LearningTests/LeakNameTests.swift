import Testing

@testable import Learning

/// What a column's name alone says about when it is filled.
@Suite struct LeakNameTests {
  @Test(arguments: [
    "status", "Status", "Lifecycle Stage", "stage", "Lead Status", "Last Notable Activity", "closed_at", "Lead Quality",
  ])
  func namesThatSayThatAColumnIsFilledLate(name: String) {
    #expect(LeakNames.evidence(inName: name) != nil)
  }

  // A state is a place as well, and a marital status is no lead's.
  @Test(arguments: ["state", "marital status", "type", "Lead Source", "industry", "last name", ""])
  func namesThatSayNothing(name: String) {
    #expect(LeakNames.evidence(inName: name) == nil)
  }
}
