import Testing

@testable import Scoring

@Suite struct PointsTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("5", 5_000), ("+5", 5_000), ("-12.5", -12_500), ("0.001", 1), ("-0.001", -1),
    ("1.50000", 1_500),
    ("10000", 10_000_000), ("-10000.000", -10_000_000), ("007", 7_000),
  ])
  func decimalsWithThreePlacesAreRead(text: String, thousandths: Int64) {
    #expect(Points(text)?.thousandths == thousandths)
  }

  @Test(arguments: [
    "", "-", "+", ".", "5.", ".5", "1.2345", "0.0005", "10000.001", "-10001", "99999999999999999999", "1e3", "0x10",
    "1,5", "1_000",
    " 5", "5 ", "--5", "+-5", "5-", "٥", "1.2.3", "nan", "inf", "５",
  ])
  func anythingElseIsNot(text: String) { #expect(Points(text) == nil) }

  @Test func printingAndReadingGivesThePointsBack() {
    for thousandths in Array(stride(from: -10_000_000, through: 10_000_000, by: 7_919)) + Array(-2_001...2_001) {
      let points = Points(thousandths: Int64(thousandths))
      #expect(Points(points.description) == points, "\(thousandths): \(points)")
    }
  }

  @Test func pointsPrintAsShortAsPossible() {
    #expect(Points(thousandths: 2_500).description == "2.5")
    #expect(Points(thousandths: -15_000).description == "-15")
    #expect(Points(thousandths: -1).description == "-0.001")
    #expect(Points(0).description == "0")
  }

  @Test(
    arguments: [
      (0, 0), (499_999_999, 0), (500_000_000, 1), (-500_000_000, 0), (-500_000_001, -1), (-1_500_000_000, -1),
      (-1_500_000_001, -2),
      (1_499_999_999, 1), (1 << 62, 4_611_686_018), (-(1 << 62), -4_611_686_018),
    ] as [(Int64, Int64)])
  func reportedIsTheFloorOfTheSumAndAHalf(billionths: Int64, reported: Int64) {
    #expect(Points.reported(billionths) == reported)
  }

  @Test func worthsPrintWithTheirSignAndPlaces() {
    #expect(Points.text(billionths: 12_500_000_000, signed: true) == "+12.5")
    #expect(Points.text(billionths: -49_999_999) == "0")
    #expect(Points.text(billionths: -50_000_000) == "-0.1")
    #expect(Points.text(billionths: 1_949_999_999) == "1.9")
    #expect(Points.text(billionths: 1_950_000_000) == "2")
    #expect(Points.text(billionths: 1_234_567_890, places: 3) == "1.235")
    #expect(Points.text(billionths: 1_007_000_000, places: 2) == "1.01")
    #expect(Points.text(billionths: 0, signed: true) == "0")
    #expect(Points.text(billionths: 1_500_000_000, places: 0) == "2")
    #expect(Points.text(billionths: .min, places: 3).hasPrefix("-9223372036.855"))
  }
}
