import Leads
import Testing

@testable import Conditions

/// What holds of every condition; each test prints the seed with which it failed.
@Suite struct ConditionPropertyTests {
  @Test(arguments: 0..<1500) func printingAndReadingGivesTheConditionBack(seed: UInt64) throws {
    var generator = ConditionGenerator(seed: seed)
    let condition = generator.condition(depth: 4)
    let text = condition.description
    #expect(try Condition.parsed(text) == condition, "seed \(seed): \(text)")
    #expect(try Condition.parsed(text).description == text, "seed \(seed)")
  }

  @Test(arguments: 0..<150) func programsOverColumnsSayWhatSingleEvaluationSays(seed: UInt64) {
    var generator = ConditionGenerator(seed: seed)
    let rows = generator.number(1...40)
    var columns: [String: Column] = [:]
    for (type, names) in ConditionGenerator.names {
      for name in names.sorted() where generator.number(0...7) > 0 {
        columns[name] = Column((0..<rows).map { _ in generator.value(type) })
      }
    }
    let instant = Instant(secondsSince1970: 1_751_371_200)
    let asOf = AsOf(instant, utcOffset: generator.one(of: [0, 3_600, -28_800, 50_400]))
    for _ in 0..<20 {
      let condition = generator.condition()
      let truths = condition.truths(of: columns, rows: rows, asOf: asOf)
      for row in 0..<rows {
        let expected = condition.holds(asOf: asOf) { columns[$0]?.value(row) ?? .missing }
        #expect(truths[row] == expected, "seed \(seed), row \(row): \(condition)")
      }
    }
  }

  @Test func manyTextsOnSeveralThreadsSayTheSame() throws {
    var pool = TextPool()
    let codes = (0..<150_000).map { pool.code(of: Array("lead \($0)@x\($0 % 7).com".utf8).span) }
    let column = Column.text(TextColumn(codes: codes, pool: pool, placeholders: .onlyEmpty))
    let condition = try Condition.parsed("domain(email) in ('x3.com', 'x5.com')")
    let asOf = AsOf(Instant(secondsSince1970: 0))
    let one = condition.truths(of: ["email": column], rows: codes.count, asOf: asOf)
    #expect(one == condition.truths(of: ["email": column], rows: codes.count, asOf: asOf, threads: 3))
    #expect(one.enumerated().allSatisfy { $1 == [3, 5].contains($0 % 7) })
  }

  @Test(arguments: 0..<400) func damagedConditionsAreReadOrRefusedButNeverCrash(seed: UInt64) {
    var generator = ConditionGenerator(seed: seed)
    var scalars = Array(generator.condition().description.unicodeScalars)
    for _ in 0..<generator.number(1...4) where !scalars.isEmpty {
      let place = generator.number(0...scalars.count - 1)
      switch generator.number(0...2) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(generator.one(of: Array("()'`\"<>=-, .0x\u{0}é".unicodeScalars)), at: place)
      default: scalars.swapAt(place, generator.number(0...scalars.count - 1))
      }
    }
    let text = String(String.UnicodeScalarView(scalars))
    do throws(ConditionIssue) {
      let condition = try Condition.parsed(text)
      // Whatever can be read can be printed and read again.
      #expect((try? Condition.parsed(condition.description)) == condition, "seed \(seed): \(text)")
    } catch {
      #expect(0...text.unicodeScalars.count ~= error.offset, "seed \(seed): \(text)")
    }
  }
}
