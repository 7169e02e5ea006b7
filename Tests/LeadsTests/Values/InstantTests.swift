import TestSupport
import Testing

@testable import Leads

struct InstantTests {
  @Test func readsTheConformanceCases() throws {
    let rows = try ConformanceCase.all(in: "values/instants.csv")
    #expect(rows.count >= 300)
    for row in rows {
      let instant = Instant(row["text"], dayFirst: row["day_first"] == "true", offset: Int64(row["offset"]) ?? 0)
      #expect(instant?.description ?? "" == row["expected"], "\(row)")
    }
  }

  @Test func theFastFormAgreesWithTheGrammar() {
    let seed: UInt64 = 1
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let text = Instant(secondsSince1970: .random(in: Instant.readable, using: &generator)).description
      #expect(Instant(text) == Instant(text + " "), "seed \(seed): \(text)")
    }
  }

  @Test func theFastFormRefusesWhatTheGrammarRefuses() {
    let seed: UInt64 = 2
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      var bytes = Array("2025-02-27T19:49:49Z".utf8)
      for _ in 0..<2 {
        let other = Array("0123456789:-TZ /".utf8).randomElement(using: &generator) ?? 0
        bytes[.random(in: 0..<20, using: &generator)] = other
      }
      let padded = bytes + [0x20]
      #expect(Instant(bytes.span) == Instant(padded.span), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func readsItsOwnDescription() {
    let seed: UInt64 = 3
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let instant = Instant(secondsSince1970: .random(in: Instant.readable, using: &generator))
      #expect(Instant(instant.description) == instant, "seed \(seed)")
    }
    for seconds in [Instant.readable.lowerBound, Instant.readable.upperBound] {
      #expect(Instant(Instant(secondsSince1970: seconds).description)?.secondsSince1970 == seconds)
    }
  }

  @Test func hasTheYears1To9999InUTC() {
    #expect(Instant("0001-01-01T00:00:00Z")?.secondsSince1970 == -62_135_596_800)
    #expect(Instant("0001-01-01T00:00:00+00:01") == nil)
    #expect(Instant("9999-12-31T23:59:59Z")?.secondsSince1970 == 253_402_300_799)
    #expect(Instant("9999-12-31T23:59:59-00:01") == nil)
    #expect(Instant("2025-07-01", offset: .max) == nil)
    #expect(Instant("2025-07-01", offset: .min) == nil)
  }

  @Test func daysBeginAtMidnightOfTheOffset() {
    let midnight = Instant(secondsSince1970: 20_270 * 86_400)
    #expect(midnight.day() == 20_270)
    #expect(Instant(secondsSince1970: midnight.secondsSince1970 - 1).day() == 20_269)
    #expect(Instant(secondsSince1970: midnight.secondsSince1970 - 3600).day(offset: 3600) == 20_270)
    #expect(Instant(secondsSince1970: midnight.secondsSince1970 - 3601).day(offset: 3600) == 20_269)
    #expect(Instant(secondsSince1970: midnight.secondsSince1970 + 3600).day(offset: -3600) == 20_270)
    #expect(Instant(secondsSince1970: midnight.secondsSince1970 + 3599).day(offset: -3600) == 20_269)
    #expect(Instant(secondsSince1970: -1).day() == -1)
    #expect(Instant(secondsSince1970: 0).day() == 0)
  }

  @Test func anyNumberOfSecondsIsAnInstant() {
    #expect(Instant(secondsSince1970: .max).day(offset: .max) == 213_503_982_334_601)
    #expect(Instant(secondsSince1970: .min).day(offset: .min) == -213_503_982_334_602)
    #expect(Instant(secondsSince1970: 253_402_300_800).description == "+10000-01-01T00:00:00Z")
    #expect(Instant(secondsSince1970: -62_135_596_801).description == "0000-12-31T23:59:59Z")
    #expect(Instant(secondsSince1970: -62_167_219_201).description == "-0001-12-31T23:59:59Z")
    #expect(Instant(secondsSince1970: .max).description == "+292277026596-12-04T15:30:07Z")
    #expect(Instant(secondsSince1970: .min).description == "-292277022657-01-27T08:29:52Z")
  }

  @Test func ordersByTime() throws {
    let first = try #require(Instant("2025-07-01T12:00:00+02:00"))
    let second = try #require(Instant("2025-07-01T10:00:01Z"))
    #expect(first < second)
    #expect(!(second < first))
    #expect(first == Instant("2025-07-01T10:00:00Z"))
  }
}
