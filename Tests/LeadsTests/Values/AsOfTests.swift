import TestSupport
import Testing

@testable import Leads

struct AsOfTests {
  private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test func agesChangeAtMidnight() throws {
    let asOf = AsOf(try instant("2025-07-10T12:00:00Z"))
    #expect(asOf.day == 20_279)
    #expect(asOf.ageInDays(of: try instant("2025-07-10T00:00:00Z")) == 0)
    #expect(asOf.ageInDays(of: try instant("2025-07-09T23:59:59Z")) == 1)
    #expect(asOf.ageInDays(of: try instant("2025-07-09T00:00:00Z")) == 1)
    #expect(asOf.ageInDays(of: try instant("2025-07-08T23:59:59Z")) == 2)
    #expect(asOf.ageInDays(of: try instant("2025-07-11T00:00:00Z")) == -1)
  }

  @Test(arguments: [-43_200, -18_000, -1, 0, 1, 3600, 19_800, 50_400] as [Int64])
  func theMidnightIsTheWorkspaces(offset: Int64) throws {
    let asOf = AsOf(try instant("2025-07-10T12:34:56Z"), utcOffset: offset)
    for age in [Int64(0), 1, 29, 30, 20_000] {
      let start = asOf.startOfDay(age: age)
      #expect(asOf.ageInDays(of: Instant(secondsSince1970: start)) == age)
      #expect(asOf.ageInDays(of: Instant(secondsSince1970: start + 86_399)) == age)
      #expect(asOf.ageInDays(of: Instant(secondsSince1970: start - 1)) == age + 1)
      #expect((start + offset) % 86_400 == 0)
    }
  }

  @Test func aDayIsTheFloorOfTheShiftedSeconds() {
    let seed: UInt64 = 71
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let seconds = Int64.random(in: -100_000_000_000...100_000_000_000, using: &generator)
      let offset = Int64.random(in: -86_399...86_399, using: &generator)
      let expected = (Double(seconds + offset) / 86_400).rounded(.down)
      let day = Instant(secondsSince1970: seconds).day(offset: offset)
      if Double(day) != expected { Issue.record("seed \(seed): \(seconds) at \(offset)") }
    }
  }

  @Test func theSameMomentIsAnotherDayElsewhere() throws {
    let late = try instant("2025-07-10T23:30:00Z")
    #expect(AsOf(late, utcOffset: 3600).day == AsOf(late).day + 1)
    #expect(AsOf(late, utcOffset: 1799).day == AsOf(late).day)
    #expect(AsOf(late, utcOffset: 1800).day == AsOf(late).day + 1)
  }
}
