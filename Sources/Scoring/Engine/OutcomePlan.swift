import Conditions
import Leads

/// What follows from the sums of the rules: limits, reported scores, derived scores and stages.
///
/// Conditions on stages read scores, bands and labels; these too fall into a few classes, by the constants that the
/// conditions mention.
struct OutcomePlan: Sendable {
  /// Where the classes of a name in the stages' conditions come from.
  private enum Source: Sendable {
    case score(Int, breakpoints: [Double])
    case band(Bands)
    case matrix([Bands])
    case grade
    /// The model has nothing of that name.
    case nothing
  }

  private let model: ScoringModel
  private let order: [Int]
  private let program: ConditionProgram
  private let sources: [Source]

  init(_ model: ScoringModel, asOf: AsOf) {
    self.model = model
    order = model.order
    let conditions = model.stages.map { $0.condition ?? .constant(true) }
    var found: [String: Source] = [:]
    program = ConditionProgram(conditions, asOf: asOf) { name in
      let (source, classes) = Self.source(of: name, model, conditions, asOf)
      found[name] = source
      return classes
    }
    sources = program.columns.map { found[$0]! }
  }

  private static func source(
    of name: String, _ model: ScoringModel, _ conditions: [Condition], _ asOf: AsOf
  ) -> (Source, Classes) {
    switch model.outcome(named: name) {
    case .score(let score):
      let points = Classes.breakpoints(of: conditions, name, asOf: asOf)
      return (.score(score, breakpoints: points), .breakpoints(points, isInstant: false))
    case .band(let bands):
      return (.band(bands), .values([.missing] + bands.bands.map { .text($0.name) }))
    case .grade:
      return (.grade, .values([.missing] + GradeProfile.scale.map { .text($0) }))
    case .matrix:
      let parts = model.matrix.compactMap { model.bands(of: $0) }
      let labels = parts.reduce([""]) { labels, bands in
        labels.flatMap { label in bands.bands.map { label + $0.name } }
      }
      return (.matrix(parts), .values([.missing] + labels.map { .text($0) }))
    case .stage, nil:
      return (.nothing, .values([.missing]))
    }
  }

  /// Works out the outcomes of a block's leads from the sums of its cells.
  ///
  /// - Parameters:
  ///   - rows: the leads of the shard that make the block.
  ///   - firstLead: the shard's first lead.
  ///   - sums: for each cell the block's sums, `stride` apart.
  func finish(
    _ rows: Range<Int>, after firstLead: Int, sums: [Int64], stride: Int, _ plan: ScoringPlan,
    _ result: inout Scores.Columns
  ) {
    for score in order {
      if let likelihoods = plan.likelihoods[score] {
        for row in rows { result.reported[score][row] = Int64(likelihoods.values[firstLead + row]) }
      } else if model.scores[score].parts.isEmpty {
        finishRules(score, rows, sums: sums, stride: stride, plan.cellRanges[score], &result)
      } else {
        finishSum(score, rows, &result)
      }
      empty(score, rows, &result)
    }
    if !model.stages.isEmpty { findStages(rows, plan, &result) }
  }

  private func finishRules(
    _ score: Int, _ rows: Range<Int>, sums: [Int64], stride: Int, _ cells: ScoringPlan.CellRange,
    _ result: inout Scores.Columns
  ) {
    var total = [Int64](repeating: 0, count: rows.count)
    var totals = total.mutableSpan
    for (cell, limits) in zip(cells.cells, cells.limits) {
      let low = limits.lowest
      let high = limits.highest
      let part = sums.span.extracting(cell * stride..<cell * stride + rows.count)
      for i in part.indices { totals[i] &+= min(max(part[i], low), high) }
    }
    let low = model.scores[score].range.lowest
    let high = model.scores[score].range.highest
    var reported = result.reported[score].mutableSpan
    for i in 0..<rows.count {
      reported[rows.lowerBound + i] = Points.reported(min(max(totals[i], low), high))
    }
  }

  /// Adds the reported parts; a part that a lead does not have adds nothing, and without any there is no sum.
  private func finishSum(_ score: Int, _ rows: Range<Int>, _ result: inout Scores.Columns) {
    let definition = model.scores[score]
    var total = [Int64](repeating: Scores.none, count: rows.count)
    for part in definition.parts {
      let weight = part.weight.billionths
      let ofPart = result.reported[part.score]
      let values = ofPart.span.extracting(rows)
      for i in values.indices where values[i] != Scores.none {
        total[i] = (total[i] == Scores.none ? 0 : total[i]) &+ values[i] &* weight
      }
    }
    let low = definition.range.lowest
    let high = definition.range.highest
    var reported = result.reported[score].mutableSpan
    for i in 0..<rows.count {
      reported[rows.lowerBound + i] =
        total[i] == Scores.none ? Scores.none : Points.reported(min(max(total[i], low), high))
    }
  }

  /// Leaves no score to those whom it is not for, and to those who are excluded.
  private func empty(_ score: Int, _ rows: Range<Int>, _ result: inout Scores.Columns) {
    if let applies = result.applies[score] {
      for row in rows where applies[row] == 0 { result.reported[score][row] = Scores.none }
    }
    if model.exclusions.isEmpty { return }
    for row in rows where result.exclusions[row] != 0 { result.reported[score][row] = Scores.none }
  }

  // MARK: Stages

  private func findStages(_ rows: Range<Int>, _ plan: ScoringPlan, _ result: inout Scores.Columns) {
    let classes = sources.map { self.classes(of: $0, rows, result) }
    var stages = [UInt8](repeating: Scores.noStage, count: rows.count)
    let shard = result
    for (index, node) in program.nodes.enumerated() {
      let truths = program.truths(of: node, rows: rows.count, classes: classes) { row, name in
        value(of: name, row: rows.lowerBound + row, classes: classes.map { $0[row] }, shard)
      }
      for i in 0..<rows.count where truths[i] == 1 && stages[i] == Scores.noStage { stages[i] = UInt8(index) }
    }
    for i in 0..<rows.count {
      result.stages[rows.lowerBound + i] = result.exclusions[rows.lowerBound + i] == 0 ? stages[i] : Scores.noStage
    }
  }

  private func classes(of source: Source, _ rows: Range<Int>, _ result: Scores.Columns) -> [UInt32] {
    var classes = [UInt32](repeating: 0, count: rows.count)
    switch source {
    case .score(let score, let breakpoints):
      let ofScore = result.reported[score]
      let values = ofScore.span.extracting(rows)
      let points = breakpoints.span
      for i in values.indices where values[i] != Scores.none {
        classes[i] = ClassFinder.position(of: Double(values[i]), in: points)
      }
    case .band(let bands):
      for (i, row) in rows.enumerated() { classes[i] = Self.bandClass(bands, row, result) }
    case .matrix(let parts):
      for (i, row) in rows.enumerated() {
        var label: UInt32 = 0
        for bands in parts {
          let band = Self.bandClass(bands, row, result)
          if band == 0 {
            label = .max
            break
          }
          label = label * UInt32(bands.bands.count) + band - 1
        }
        classes[i] = label == .max ? 0 : label + 1
      }
    case .nothing: break
    case .grade:
      for (i, row) in rows.enumerated() where result.exclusions[row] == 0 {
        classes[i] = UInt32(result.grades[row]) + 1
      }
    }
    return classes
  }

  private static func bandClass(_ bands: Bands, _ row: Int, _ result: Scores.Columns) -> UInt32 {
    let value = result.reported[bands.score][row]
    return value == Scores.none ? 0 : bands.band(of: value).map { UInt32($0) + 1 } ?? 0
  }

  /// A single value, for conditions that compare two of them.
  private func value(of name: String, row: Int, classes: [UInt32], _ result: Scores.Columns) -> Value {
    guard let column = program.columns.firstIndex(of: name) else { return .missing }
    if case .score(let score, _) = sources[column] {
      let value = result.reported[score][row]
      return value == Scores.none ? .missing : .number(Double(value))
    }
    guard case .values(let values) = program.classes[column] else { return .missing }
    return values[Int(classes[column])]
  }
}
