import Statistics
import Testing

@testable import Reports

@Suite struct LineChartTests {
  private static func chart(
    reach: Double = 1, _ points: [(x: Double, y: Double)], _ dots: [LineChart.Point] = [],
    _ uprights: [LineChart.Upright] = []
  ) -> LineChart {
    LineChart(
      id: "x", title: "", description: "", up: "", across: "", reach: reach,
      lines: [LineChart.Line(kind: "k0", points: points)], points: dots, uprights: uprights)
  }

  @Test func curvesGoFromTheLowerLeft() {
    #expect(Self.chart([(0, 0), (0.5, 0.75), (1, 1)]).curves.map(\.points) == ["0,100 50,25 100,0"])
    #expect(Self.chart(reach: 0.4, [(0.1, 0.1), (0.4, 0.2)]).curves.map(\.points) == ["25,75 100,50"])
    #expect(Self.chart([(.nan, 0.5), (0.5, .infinity)]).curves.map(\.points) == [""])
  }

  /// The plane is 240 high below 26 of head.
  @Test func dotsHaveWhiskers() {
    let chart = Self.chart(
      [],
      [
        LineChart.Point(x: 0.25, y: 0.5, low: 0.25, high: 1, tip: "a"), LineChart.Point(x: .nan, y: 0, tip: "b"),
        LineChart.Point(x: 1, y: 0, tip: "c"),
      ])
    #expect(chart.dots.map(\.x) == ["25", "100"] && chart.dots.map(\.y) == ["146.0", "266.0"])
    #expect(chart.whiskers.map(\.y1) == ["26.0"] && chart.whiskers.map(\.y2) == ["206.0"])
  }

  @Test func wordsStandWhereThereIsRoom() {
    let chart = Self.chart(
      [], [],
      [0.1, 0.9, 1.2, .nan].map { LineChart.Upright(x: $0, from: 0, to: 0.5, label: "at \($0)") })
    #expect(chart.marks.map(\.label) == ["at 0.1", "at 0.9"])
    #expect(chart.marks.map(\.anchor) == ["start", "end"] && chart.marks.map(\.dx) == [7, -7])
    #expect(chart.marks[0].y1 == "146.0" && chart.marks[0].y2 == "266.0")
  }

  @Test(
    arguments: [
      ([0.013, 0.019], 0.02), ([0.2], 0.2), ([0.21, .nan], 0.4), ([0.81], 1), ([], 1), ([1], 1),
    ] as [([Double], Double)])
  func thePlaneIsAsLargeAsItMustBe(shares: [Double], reach: Double) { #expect(LineChart.reach(shares) == reach) }

  @Test func axesHaveRoundNames() {
    #expect(Self.chart([]).gridlines.map(\.label) == ["0", "25", "50", "75", "100"].map { $0 + "\u{A0}%" })
    #expect(
      Self.chart(reach: 0.02, []).ticks.map(\.label) == ["0", "0.5", "1", "1.5", "2"].map { $0 + "\u{A0}%" })
  }

  @Test func anIntervalIsAsWideAsItsRange() {
    let interval = Interval(Estimate(0.8, low: 0.75, high: 0.9), highest: 1)
    #expect((interval.low, interval.width, interval.middle) == ("75", "15", "80"))
  }
}
