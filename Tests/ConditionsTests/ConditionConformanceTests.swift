import Foundation
import Leads
import TestSupport
import Testing

@testable import Conditions

/// The cases of `Conformance/conditions/`: what conditions mean, and what is said about wrong ones.
@Suite struct ConditionConformanceTests {
  static let lists = ["vips": ["Ada", "Grace Hopper"], "free": ["gmail.com", "yahoo.com"]]

  private struct Case {
    var row: ConformanceCase
    var condition: Condition
    var known: KnownValues
    var asOf: AsOf
    var isExpected: Bool { row["expected"] == "true" }
  }

  private func cases() throws -> [Case] {
    let instant = try #require(Instant("2025-07-01T12:00:00Z"))
    return try ConformanceCase.all(in: "conditions/cases.csv").map { row in
      let offset = try #require(Int64(row["utc_offset"]))
      let vocabulary = Condition.Vocabulary(lists: Self.lists, utcOffset: offset)
      return Case(
        row: row, condition: try Condition.parsed(row["condition"], vocabulary),
        known: try KnownValues(json: row["attributes"]), asOf: AsOf(instant, utcOffset: offset))
    }
  }

  @Test func conditionsHoldOfSingleLeadsAsTheIndependentEvaluatorSays() throws {
    let cases = try cases()
    #expect(cases.count >= 300)
    for example in cases where example.condition.holds(asOf: example.asOf, { example.known[$0] }) != example.isExpected
    {
      Issue.record("\(example.row)")
    }
  }

  @Test func programsOverColumnsSayTheSameOfAllCasesOfACondition() throws {
    let groups = Dictionary(grouping: try cases()) { "\($0.row["utc_offset"]) \($0.row["condition"])" }
    for cases in groups.values {
      var columns: [String: Column] = [:]
      var isMixed = false
      for name in cases[0].condition.attributes {
        columns[name] = Column(cases.map { $0.known[name] })
        isMixed = isMixed || columns[name] == nil
      }
      // What is sometimes a text and sometimes a number is no column; such rows are looked at one by one.
      for batch in isMixed ? cases.map({ [$0] }) : [cases] {
        if isMixed { columns = singleRow(of: batch[0]) }
        let truths = batch[0].condition.truths(of: columns, rows: batch.count, asOf: batch[0].asOf)
        for (example, truth) in zip(batch, truths) where truth != example.isExpected {
          Issue.record("as a program: \(example.row)")
        }
      }
    }
  }

  private func singleRow(of example: Case) -> [String: Column] {
    var columns: [String: Column] = [:]
    for name in example.condition.attributes { columns[name] = Column([example.known[name]]) }
    return columns
  }

  @Test func casesSurviveBeingPrinted() throws {
    for example in try cases() {
      let printed = example.condition.description
      #expect(try Condition.parsed(printed) == example.condition, "\(example.row): \(printed)")
    }
  }

  @Test func wrongConditionsAreExplainedAtTheirPlace() throws {
    let rows = try ConformanceCase.all(in: "conditions/errors.csv")
    #expect(rows.count >= 60)
    let lists = Self.lists.merging(["empty": [], "patterns": ["("]]) { $1 }
    for row in rows {
      do throws(ConditionIssue) {
        let condition = try Condition.parsed(row["condition"], Condition.Vocabulary(lists: lists))
        Issue.record("\(row) is accepted as: \(condition)")
      } catch {
        let place = "at \(error.offset): \(error.message); hint: \(error.hint ?? "")"
        #expect(error.offset == Int(row["offset"]), "\(row) \(place)")
        #expect(error.message.contains(row["message"]), "\(row) \(place)")
        #expect(row["hint"].isEmpty || error.hint?.contains(row["hint"]) == true, "\(row) \(place)")
      }
    }
  }
}
