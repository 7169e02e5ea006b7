import Leads

/// The scores of a population by one model as of one moment.
public struct Scores: Sendable {
  /// The scores of some leads, by columns.
  public struct Columns: Sendable {
    /// For each score of the model the reported values; `Scores.none` where a lead has none.
    public internal(set) var reported: [[Int64]] = []
    /// For each lead one more than the position of the exclusion that holds first, or 0.
    public internal(set) var exclusions: [UInt16] = []
    /// For each lead the position of its stage, or `Scores.noStage`.
    public internal(set) var stages: [UInt8] = []
    /// For each lead its position on the scale of grades; empty without a profile.
    public internal(set) var grades: [UInt8] = []
    /// For each lead its strongest reasons, if wanted: `reasonCount` of each, with gaps at the end.
    public internal(set) var reasons: [Reason] = []
    /// For each rule how many leads it gave or took something, if reasons are wanted.
    var leadsPerRule: [Int] = []
    /// For each score with a condition, whom it is for; nil for everybody.
    var applies: [[UInt8]?] = []
    /// For each cell (group of a score) the sums of its rules before the group's limits, in billionths, if kept.
    var sums: [[Int64]] = []
  }

  /// A rule and what it gave to a lead.
  public struct Reason: Sendable, Hashable {
    /// The rule's position among all rules of the model, by score and rule; -1 for none.
    public var rule: Int32
    /// What it gave, in billionths.
    public var worth: Int64

    /// Stands where a lead has no further reason.
    public static let none = Reason(rule: -1, worth: 0)
  }

  /// How many reasons are kept for each lead.
  public static let reasonCount = 3
  /// Stands for a score that a lead does not have.
  public static let none = Int64.min
  /// Stands for a lead in no stage.
  public static let noStage = UInt8.max

  /// The model.
  public let model: ScoringModel
  /// The moment.
  public let asOf: AsOf
  /// The number of leads.
  public let count: Int
  /// The columns of each shard of the event log.
  var shards: [Columns]

  @inline(__always)
  private func place(_ lead: Int) -> (shard: Int, row: Int) {
    (lead / EventLog.leadsPerShard, lead % EventLog.leadsPerShard)
  }

  /// A lead's score as reported, or nil if it has none.
  @inline(__always)
  public func score(_ score: Int, of lead: Int) -> Int64? {
    let (shard, row) = place(lead)
    let value = shards[shard].reported[score][row]
    return value == Self.none ? nil : value
  }

  /// The position of the exclusion that keeps a lead from being scored, or nil.
  public func exclusion(of lead: Int) -> Int? {
    let (shard, row) = place(lead)
    let exclusion = shards[shard].exclusions[row]
    return exclusion == 0 ? nil : Int(exclusion) - 1
  }

  /// The position of a lead's stage in the model, or nil if it is excluded or no stage holds.
  public func stage(of lead: Int) -> Int? {
    let (shard, row) = place(lead)
    let stage = shards[shard].stages[row]
    return stage == Self.noStage ? nil : Int(stage)
  }

  /// The name of a lead's stage; nil if no stage holds, or the model has none.
  public func stageName(of lead: Int) -> String? {
    if exclusion(of: lead) != nil { return ScoringModel.disqualified }
    return stage(of: lead).map { model.stages[$0].name }
  }

  /// The name of a lead's band of a score, or nil.
  public func band(_ bands: Bands, of lead: Int) -> String? {
    score(bands.score, of: lead).flatMap { bands.band(of: $0) }.map { bands.bands[$0].name }
  }

  /// A lead's matrix label, or nil.
  public func matrix(of lead: Int) -> String? {
    if model.matrix.isEmpty { return nil }
    var label = ""
    for score in model.matrix {
      guard let bands = model.bands(of: score), let band = band(bands, of: lead) else { return nil }
      label += band
    }
    return label
  }

  /// A lead's grade, or nil.
  public func grade(of lead: Int) -> String? {
    let (shard, row) = place(lead)
    guard model.grade != nil, shards[shard].exclusions[row] == 0 else { return nil }
    return GradeProfile.scale[Int(shards[shard].grades[row])]
  }

  /// For each rule, by score and rule, how many leads it gave or took something before other limits; empty if reasons
  /// were not asked for.
  public var leadsPerRule: [Int] {
    guard let first = shards.first else { return Array(repeating: 0, count: model.allRules.count) }
    return shards.dropFirst().reduce(first.leadsPerRule) { sums, shard in zip(sums, shard.leadsPerRule).map(+) }
  }

  /// A lead's strongest reasons, the strongest first; none if they were not asked for.
  public func reasons(of lead: Int) -> ArraySlice<Reason> {
    let (shard, row) = place(lead)
    let all = shards[shard].reasons
    if all.isEmpty { return [] }
    let start = row * Self.reasonCount
    return all[start..<start + Self.reasonCount].prefix { $0.rule >= 0 }
  }
}

extension Scores {
  /// The scores of these leads, in this order, without what only rescoring needs.
  public func columns(of leads: ArraySlice<Int>) -> Columns {
    var result = Columns()
    let places = leads.map(place)
    result.reported = model.scores.indices.map { score in places.map { shards[$0.shard].reported[score][$0.row] } }
    result.exclusions = places.map { shards[$0.shard].exclusions[$0.row] }
    result.stages = places.map { shards[$0.shard].stages[$0.row] }
    if model.grade != nil { result.grades = places.map { shards[$0.shard].grades[$0.row] } }
    if shards.contains(where: { !$0.reasons.isEmpty }) {
      result.reasons.reserveCapacity(places.count * Self.reasonCount)
      for (shard, row) in places {
        for reason in row * Self.reasonCount..<(row + 1) * Self.reasonCount {
          result.reasons.append(shards[shard].reasons[reason])
        }
      }
    }
    return result
  }
}

extension ScoringModel {
  /// All rules by score and rule: what the positions in reasons count.
  public var allRules: [Rule] { scores.flatMap(\.rules) }
}
