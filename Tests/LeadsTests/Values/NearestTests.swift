import Testing

@testable import Leads

struct NearestTests {
  @Test(
    arguments: [
      ("emial", "email"), ("e-mail", "email"), ("EMAIL", "email"), ("job_tilte", "job_title"),
      ("senority", "seniority"),
      ("budgets", "budget"), ("x", nil), ("", nil), ("industrials", nil), ("industrial", "industry"),
      ("zzzzzzzzz", nil),
    ] as [(String, String?)])
  func findsWhatWasMeant(written: String, meant: String?) {
    #expect(nearest(to: written, among: ["seniority", "email", "job_title", "budget", "industry"]) == meant)
  }

  @Test func aThirdOfTheLettersMayDiffer() {
    #expect(nearest(to: "abcxyz", among: ["abcdyz"]) == "abcdyz")
    #expect(nearest(to: "abxxef", among: ["abcdef"]) == "abcdef")
    #expect(nearest(to: "axxxef", among: ["abcdef"]) == nil)
    #expect(nearest(to: "ax", among: ["ab"]) == "ab")
    #expect(nearest(to: "xx", among: ["ab"]) == nil)
  }

  @Test func swappedNeighboursAreOneMistake() {
    #expect(nearest(to: "ba", among: ["ab"]) == "ab")
    #expect(nearest(to: "cab", among: ["abc"]) == nil)
  }

  @Test func tiesGoToTheFirstAndNearerOnesWin() {
    #expect(nearest(to: "sizes", among: ["sized", "sizer", "size"]) == "sized")
    #expect(nearest(to: "size", among: ["sized", "size"]) == "size")
    #expect(nearest(to: "anything", among: [String]()) == nil)
  }

  @Test func longNamesAreComparedByTheirBeginnings() {
    let name = String(repeating: "a", count: 100_000)
    #expect(nearest(to: name, among: [name + "b"]) == name + "b")
  }
}
