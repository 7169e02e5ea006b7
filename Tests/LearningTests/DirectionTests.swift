import Leads
import Scoring
import Statistics
import Testing

@testable import Learning

/// Models that may go one way only with a number.
@Suite struct DirectionTests {
  @Test func pooledNeighboursAreWorkedByHand() {
    func nearest(_ values: [Float], _ weights: [Float], _ sign: Int) -> [Float] {
      OneWay.nearest(to: values, weights: weights, sign: sign)
    }
    #expect(nearest([1, 3, 2, 4], [1, 1, 1, 1], 1) == [1, 2.5, 2.5, 4])
    #expect(nearest([4, 1, 2], [1, 1, 1], -1) == [4, 1.5, 1.5])
    #expect(nearest([1, 3, 2], [1, 1, 3], 1) == [1, 2.25, 2.25])
    #expect(nearest([3, 2, 1], [1, 1, 1], 1) == [2, 2, 2])
    #expect(nearest([], [], 1) == [])
  }

  /// Leads of whom those in the middle of `visits` are won least often, and those at its end most often.
  private static func training(_ learner: Learner, _ directions: [String: Direction]) throws -> LearnedModel {
    var pool = TextPool()
    var chance = SplitMix64(seed: 11, stream: "directions", number: 0)
    var (visits, other) = ([Double](), [Double]())
    var outcomes: [Bool] = []
    for lead in 0..<900 {
      _ = pool.code(of: Array("L\(lead)".utf8).span)
      let value = Int.random(in: 0..<60, using: &chance)
      let noise = Int.random(in: 0..<40, using: &chance)
      let rate = value < 15 ? 45 : value < 40 ? 15 : 75
      outcomes.append(Int.random(in: 0..<100, using: &chance) < rate + (noise > 20 ? 10 : 0))
      visits.append(lead % 17 == 0 ? .nan : Double(value))
      other.append(Double(noise))
    }
    var table = LeadTable(ids: pool)
    table.add("visits", .number(visits))
    table.add("other", .number(other))
    var settings = Training.Settings()
    settings.learner = learner
    settings.directions = directions
    settings.keepsLeaks = true
    let leads = TrainingLeads(
      Observations(outcomes.indices, asOf: InventedLeads.asOf), outcomes: outcomes, outcome: "column won")
    return try Training(settings, Population(leads: table), leads).run().model
  }

  /// For each value of the other feature the margins over all bins of `visits`, missing values left out.
  private static func margins(_ model: LearnedModel) throws -> [[Int64]] {
    let place = try #require(model.features.features.firstIndex { $0.source == .number(attribute: "visits") })
    let counts = model.features.features.map(\.bins.count)
    return (0..<counts[1 - place]).map { other in
      let bins = (1..<counts[place]).map(UInt8.init)
      var columns = [bins, bins]
      columns[1 - place] = Array(repeating: UInt8(other), count: bins.count)
      return model.margins(of: CodeTable(columns: columns, counts: counts, rows: bins.count))
    }
  }

  @Test(arguments: [Learner.additive, .trees]) func theFittedEffectGoesOneWay(learner: Learner) throws {
    func goes(_ margins: [[Int64]], _ isRight: (Int64, Int64) -> Bool) -> Bool {
      margins.allSatisfy { row in zip(row, row.dropFirst()).allSatisfy(isRight) }
    }
    let free = try Self.margins(try Self.training(learner, [:]))
    #expect(
      !goes(free, <=) && !goes(free, >=), "without a direction it must go both ways for the test to say something")
    let up = try Self.training(learner, ["visits": .increasing])
    let upward = try Self.margins(up)
    #expect(goes(upward, <=))
    #expect(upward.allSatisfy { $0.last! > $0.first! }, "it still says something")
    #expect(up.card.directions == ["visits": .increasing])
    let downward = try Self.margins(try Self.training(learner, ["visits": .decreasing]))
    #expect(goes(downward, >=))
    // The card and its directions survive the file.
    #expect(try LearnedModelFile.model(from: LearnedModelFile.bytes(of: up)) == up)
  }
}
