import Testing

@testable import Reports

@Suite struct ChartTests {
  @Test(
    arguments: [
      (0, 100, 20, 0, 100, 5), (0, 97, 20, 0, 100, 5), (-50, 100, 20, -50, 100, 10), (-3, 4, 20, -3, 4, 1),
      (5, 5, 20, 5, 6, 1), (-7, 103, 20, -10, 110, 10), (0, 4_000_000_000, 20, 0, 4_000_000_000, 200_000_000),
    ] as [(Int64, Int64, Int, Int64, Int64, Int64)])
  func rangesAreRound(low: Int64, high: Int64, most: Int, start: Int64, end: Int64, width: Int64) {
    let bins = Bins(from: low, to: high, most: most)
    #expect((bins.start, bins.end, bins.width) == (start, end, width))
    #expect(Int64(bins.count) * bins.width == bins.end - bins.start)
  }

  @Test func everyNumberFallsIntoTheRangeOfItsName() {
    let bins = Bins(from: -50, to: 100, most: 20)
    #expect(bins.name(bins.index(of: -50)) == "−50 to −41")
    #expect(bins.name(bins.index(of: -41)) == "−50 to −41")
    #expect(bins.name(bins.index(of: -40)) == "−40 to −31")
    #expect(bins.name(bins.index(of: 89)) == "80 to 89")
    #expect(bins.name(bins.index(of: 100)) == "90 to 100")
    #expect(Bins(from: 5, to: 5, most: 20).name(0) == "5 to 6")
  }

  @Test func ticksAreFewAndRound() {
    #expect(Bins(from: 0, to: 100, most: 20).ticks == [0, 20, 40, 60, 80, 100])
    #expect(Bins(from: -50, to: 100, most: 20).ticks == [-50, 0, 50, 100])
  }

  @Test func aBarIsThePartOfTheWhole() throws {
    let bar = Bar(25, of: 200)
    #expect(bar.pieces.map(\.width) == ["12.5"])
    #expect(Bar(0, of: 200).pieces.isEmpty)
    #expect(Bar(1, of: 100_000).pieces.map(\.width) == ["0.8"])
    #expect(Bar(5, of: 0).pieces.isEmpty)
  }

  @Test func barsOfBothSignsStartAtNothing() throws {
    let gain = try #require(Bar(30, lowest: -10, highest: 30).pieces.first)
    #expect((gain.x, gain.width) == ("25", "75"))
    let loss = try #require(Bar(-10, lowest: -10, highest: 30).pieces.first)
    #expect((loss.x, loss.width, loss.shade) == ("0", "25", "minus"))
    #expect(Bar(0, lowest: 0, highest: 0).line == "0")
  }

  @Test(arguments: [(0, 1, "s0"), (0, 4, "s0"), (3, 4, "s5"), (1, 2, "s5"), (2, 5, "s3"), (254, 255, "s5")])
  func shadesGoFromTheBestToTheLast(position: Int, count: Int, expected: String) {
    #expect(Bar.shade(position, of: count) == expected)
  }

  @Test func columnsAreAsHighAsTheyAreMany() {
    let chart = Histogram(
      id: "x", title: "", description: "", bins: Bins(from: 0, to: 4, most: 20),
      counts: [[190, 0], [0, 95], [0, 0], [38, 38]], shades: ["s0", "s5"])
    #expect(chart.columns.map { $0.parts.map(\.height) } == [["190.0"], ["95.0"], [], ["38.0", "38.0"]])
    #expect(chart.columns.map(\.label) == ["190", "95", "", "76"])
    #expect(chart.columns[0].labelClass == "n peak")
  }

  @Test func linesOutsideTheScaleAreLeftOut() {
    let chart = Histogram(
      id: "x", title: "", description: "", bins: Bins(from: 0, to: 100, most: 20),
      counts: Array(repeating: [1], count: 20), shades: ["s0"],
      thresholds: [0, 1, 100, 101].map { Histogram.Threshold(at: $0, label: "from \($0)") })
    #expect(chart.marks.map(\.label) == ["from 1", "from 100"])
    #expect(chart.marks.map(\.anchor) == ["start", "end"])
  }

  @Test func theFullestFieldIsTheDarkest() {
    let headings = ["a", "b"].map { Grid.Heading(name: $0, detail: nil) }
    let grid = Grid(
      caption: "", rowTitle: "", rows: headings, columnTitle: "", columns: headings, counts: [[100, 1], [0, 25]])
    #expect(grid.rows.map { $0.cells.map(\.level) } == [["h7", "h2"], ["h0", "h4"]])
    #expect(grid.rows[0].cells[0].share == "79.4\u{A0}%")
    let empty = Grid(
      caption: "", rowTitle: "", rows: headings, columnTitle: "", columns: headings, counts: [[0, 0], [0, 0]])
    #expect(empty.rows.allSatisfy { $0.cells.allSatisfy { $0.level == "h0" } })
  }
}
