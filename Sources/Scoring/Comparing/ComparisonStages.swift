/// The stages of two models as one list, the best first: those of the new model, each that only the old one has behind
/// the one that it stood behind there, then none and disqualified.
struct ComparisonStages: Sendable {
  /// The names; nil for leads in no stage.
  let names: [String?]
  /// Whether leads of a stage are above the line, by the old and by the new model.
  let isAbove: (old: [Bool], new: [Bool])
  /// The last stage above the line; nil if either model has no stages.
  let line: String?
  private let oldPositions: [Int], newPositions: [Int]

  /// How many there are.
  var count: Int { names.count }

  init(_ old: ScoringModel, _ new: ScoringModel, line wanted: String?) {
    var names = new.stages.map(\.name)
    var place = -1
    for stage in old.stages {
      if let index = names.firstIndex(of: stage.name) {
        place = index
      } else {
        place += 1
        names.insert(stage.name, at: place)
      }
    }
    func positions(_ model: ScoringModel) -> [Int] { model.stages.map { names.firstIndex(of: $0.name)! } }
    (oldPositions, newPositions) = (positions(old), positions(new))
    self.names = names + [nil, ScoringModel.disqualified]
    let line = wanted ?? new.stages.first?.name
    self.line = old.stages.isEmpty || new.stages.isEmpty ? nil : line
    let count = names.count + 2
    func above(_ model: ScoringModel, _ positions: [Int]) -> [Bool] {
      var isAbove = Array(repeating: false, count: count)
      // A model without that stage is taken at its best one.
      let last = model.stages.firstIndex { $0.name == line } ?? 0
      for position in positions.prefix(last + 1) { isAbove[position] = true }
      return isAbove
    }
    isAbove = (above(old, oldPositions), above(new, newPositions))
  }

  /// The position of a lead's stage by the old model, from what its columns hold.
  @inline(__always)
  func old(stage: UInt8, exclusion: UInt16) -> Int { position(stage, exclusion, oldPositions) }

  /// The position of a lead's stage by the new model, from what its columns hold.
  @inline(__always)
  func new(stage: UInt8, exclusion: UInt16) -> Int { position(stage, exclusion, newPositions) }

  @inline(__always)
  private func position(_ stage: UInt8, _ exclusion: UInt16, _ positions: [Int]) -> Int {
    if exclusion != 0 { return names.count - 1 }
    return stage == Scores.noStage ? names.count - 2 : positions[Int(stage)]
  }
}
