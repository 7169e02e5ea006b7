import Testing

@testable import Leads

struct CivilDateTests {
  @Test func agreesWithPythonOnEvery97thDay() throws {
    // Conformance/values/make_values.py --civil prints both numbers.
    var checksum: UInt64 = 0
    var days = 0
    for day in stride(from: Instant.readable.lowerBound / 86_400, through: 2_932_896, by: 97) {
      let date = CivilDate(daysSince1970: day)
      for part in [day, Int64(date.year), Int64(date.month), Int64(date.day)] {
        checksum = checksum &* 1_000_003 &+ UInt64(bitPattern: part)
      }
      days += 1
    }
    #expect(days == 37_651)
    #expect(checksum == 13_997_162_840_227_882_329)
  }

  @Test func countsDaysBackAndForth() throws {
    for day in stride(from: Int64(-719_162), through: 2_932_896, by: 97) {
      let date = CivilDate(daysSince1970: day)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day)?.daysSince1970 == day)
    }
  }

  @Test(arguments: [1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999])
  func everyDayOfAYearFollowsTheOneBefore(year: Int) throws {
    var expected = try #require(CivilDate(year: year, month: 1, day: 1)).daysSince1970
    for month in 1...12 {
      for day in 1...31 {
        guard let date = CivilDate(year: year, month: month, day: day) else { continue }
        #expect(date.daysSince1970 == expected)
        expected += 1
      }
    }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    #expect(expected - (CivilDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0) == (isLeap ? 366 : 365))
  }

  @Test(arguments: [
    (1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30), (7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31),
  ])
  func monthsEndWhereTheyEnd(month: Int, last: Int) {
    #expect(CivilDate(year: 2025, month: month, day: last) != nil)
    #expect(CivilDate(year: 2025, month: month, day: last + 1) == nil)
    #expect(CivilDate(year: 2025, month: month, day: 1) != nil)
    #expect(CivilDate(year: 2025, month: month, day: 0) == nil)
  }

  @Test func knowsLeapDays() {
    #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
  }

  @Test func hasTheYears1To9999() {
    #expect(CivilDate(year: 1, month: 1, day: 1)?.daysSince1970 == -719_162)
    #expect(CivilDate(year: 0, month: 12, day: 31) == nil)
    #expect(CivilDate(year: 9999, month: 12, day: 31)?.daysSince1970 == 2_932_896)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 2025, month: 13, day: 1) == nil)
    #expect(CivilDate(year: 2025, month: 0, day: 1) == nil)
  }
}
