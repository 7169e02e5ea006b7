import Scoring
import Testing

@testable import Reports

@Suite struct PairTests {
  private static func chart(_ pairs: [(Int, Int)], level: Int? = nil) -> PairChart {
    PairChart(
      id: "x", title: "", description: "",
      pairs: pairs.map { PairChart.Pair(label: "", name: "", before: $0, after: $1) }, level: level.map { ($0, "") })
  }

  @Test func bothHeightsHaveOneScale() {
    let chart = Self.chart([(170, 85), (0, 17)])
    #expect(chart.columns.map(\.before.height) == ["170.0", "0.0"])
    #expect(chart.columns.map(\.after.height) == ["85.0", "17.0"])
    #expect(chart.columns.map(\.change) == ["−85", "+17"])
  }

  @Test func aLevelIsDrawnUnlessItDwarfsEverything() {
    #expect(Self.chart([(10, 10)], level: 40).level != nil)
    #expect(Self.chart([(10, 10)], level: 40).columns[0].after.height == "42.5")
    #expect(Self.chart([(10, 10)], level: 41).level == nil)
    #expect(Self.chart([(10, 10)], level: 41).columns[0].after.height == "170.0")
  }

  @Test func nothingIsFlat() {
    #expect(Self.chart([(0, 0)]).columns[0].after.height == "0.0")
    #expect(Self.chart([]).columns.isEmpty)
  }

  @Test func whatLeavesGoesLeft() {
    let bar = Bar(down: 10, up: 40, widest: 40)
    #expect(bar.pieces.map(\.x) == ["37.5", "50"])
    #expect(bar.pieces.map(\.width) == ["12.5", "50"])
    #expect(Bar(down: 0, up: 0, widest: 0).pieces.map(\.width) == ["0", "0"])
  }

  @Test func anIntervalLiesAroundItsShare() throws {
    // Wilson's interval for 5 of 10 is 0.2366 to 0.7634 (Brown, Cai and DasGupta 2001).
    let interval = try #require(Interval(CloseRate(won: 5, known: 10), highest: 1))
    #expect((interval.low, interval.middle, interval.width) == ("23.66", "50", "52.68"))
    #expect(Interval(CloseRate(), highest: 1) == nil)
    #expect(Interval(CloseRate(won: 0, known: 3), highest: 0)?.middle == "0")
  }
}
