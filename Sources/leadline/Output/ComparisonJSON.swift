import Foundation
import Leads
import Scoring

/// A comparison of two models for programs.
struct ComparisonJSON: Encodable {
  struct Rate: Encodable {
    var won: Int, known: Int
    var share: Double?, low: Double?, high: Double?

    init?(_ rate: CloseRate) {
      guard rate.known > 0 else { return nil }
      (won, known, share) = (rate.won, rate.known, rate.share)
      (low, high) = (rate.interval?.lowerBound, rate.interval?.upperBound)
    }
  }

  struct Rates: Encodable {
    var before: Rate?, after: Rate?, entered: Rate?, left: Rate?

    init?(_ before: CloseRate, _ after: CloseRate, _ entered: CloseRate, _ left: CloseRate) {
      guard before.known + after.known > 0 else { return nil }
      (self.before, self.after) = (Rate(before), Rate(after))
      (self.entered, self.left) = (Rate(entered), Rate(left))
    }
  }

  struct Stage: Encodable {
    var name: String?
    var before: Int, after: Int, entered: Int, left: Int
    var closeRates: Rates?
  }

  struct Move: Encodable {
    var from: String?, to: String?
    var count: Int
    var closeRate: Rate?
  }

  struct RuleEffect: Encodable {
    var score: String, rule: String, kind: String
    var differences: [String]
    var leads: Int, points: Double, movedUp: Int, movedDown: Int
  }

  struct Line: Encodable {
    struct Week: Encodable { var weeksAgo: Int, created: Int, before: Int, after: Int }
    var stage: String
    var before: Int, after: Int, entered: Int, left: Int
    var closeRates: Rates?
    var weeks: [Week]
    var perWeekBefore: Double?, perWeekAfter: Double?
    var capacity: Int?
  }

  struct Bin: Encodable { var low: Int64, high: Int64, before: Int, after: Int }

  struct Mover: Encodable {
    var leadID: String
    var before: Int64?, after: Int64?
    var from: String?, to: String?
    var rule: String?
  }

  var asOf: String
  var oldVersion: String, newVersion: String
  var leads: Int, moved: Int, rising: Int, falling: Int, staying: Int
  var rules: [RuleEffect]
  var otherDifferences: [String]
  var movedUpByNoRule: Int, movedDownByNoRule: Int
  var stages: [Stage]
  var moves: [Move]
  var line: Line?
  var distribution: [Bin]
  var movers: [Mover]

  init(_ comparison: ModelComparison, _ table: LeadTable, capacity: Int?, top: Int) {
    func name(_ stage: Int) -> String? {
      comparison.stages.indices.contains(stage) ? comparison.stages[stage].name : nil
    }
    asOf = comparison.new.asOf.instant.description
    (oldVersion, newVersion) = (comparison.old.model.version, comparison.new.model.version)
    leads = comparison.new.count
    moved = comparison.movedCount
    (rising, falling, staying) = (comparison.rising, comparison.falling, comparison.staying)
    rules = comparison.rules.map { effect in
      RuleEffect(
        score: effect.change.score, rule: effect.change.rule, kind: effect.change.kind.rawValue,
        differences: effect.change.differences, leads: effect.leads, points: effect.points, movedUp: effect.movedUp,
        movedDown: effect.movedDown)
    }
    otherDifferences = comparison.differences
    (movedUpByNoRule, movedDownByNoRule) = comparison.unexplained
    stages = comparison.stages.map { stage in
      Stage(
        name: stage.name, before: stage.before, after: stage.after, entered: stage.entered, left: stage.left,
        closeRates: Rates(stage.beforeRate, stage.afterRate, stage.enteredRate, stage.leftRate))
    }
    moves = comparison.moves.map {
      Move(from: name($0.from), to: name($0.to), count: $0.count, closeRate: Rate($0.rate))
    }
    line = comparison.line.map { line in
      Line(
        stage: line.stage, before: line.before, after: line.after, entered: line.entered, left: line.left,
        closeRates: Rates(line.beforeRate, line.afterRate, line.enteredRate, line.leftRate),
        weeks: line.weeks.map {
          Line.Week(weeksAgo: $0.age, created: $0.created, before: $0.before, after: $0.after)
        },
        perWeekBefore: line.perWeek?.before, perWeekAfter: line.perWeek?.after, capacity: capacity)
    }
    distribution = comparison.bins.map { Bin(low: $0.low, high: $0.high, before: $0.before, after: $0.after) }
    movers = comparison.movers.prefix(top).map { mover in
      Mover(
        leadID: table.id(of: mover.lead), before: mover.before, after: mover.after, from: name(mover.from),
        to: name(mover.to), rule: mover.cause.map { comparison.rules[$0].change.rule })
    }
  }

  /// The JSON, its members in snake case and in a fixed order.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
