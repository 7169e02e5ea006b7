import Leads

/// Leads in the order in which to call them.
public struct Ranking: Sendable {
  private let scores: Scores

  /// The order that these scores make.
  public init(scores: Scores) { self.scores = scores }

  /// The first `count` of these rows (which are by id): by the ranking score, then the other scores from the last
  /// declared to the first, then id. Leads without that score come last.
  public func top(_ count: Int, of rows: [Int]) -> [Int] {
    let order =
      [scores.model.rankingScore].compactMap { $0 }
      + scores.model.scores.indices.reversed().filter { $0 != scores.model.rankingScore }
    func isBefore(_ a: (position: Int, row: Int), _ b: (position: Int, row: Int)) -> Bool {
      for score in order {
        let (x, y) = (scores.score(score, of: a.row) ?? .min, scores.score(score, of: b.row) ?? .min)
        if x != y { return x > y }
      }
      return a.position < b.position
    }
    let scored = rows.enumerated().map { (position: $0.offset, row: $0.element) }
    // Few of many: keep the best so far instead of sorting all.
    guard count <= 1000, count < rows.count / 8 else { return scored.sorted(by: isBefore).prefix(count).map(\.row) }
    var best: [(position: Int, row: Int)] = []
    for candidate in scored {
      if best.count == count, let last = best.last, !isBefore(candidate, last) { continue }
      var place = best.count
      while place > 0, isBefore(candidate, best[place - 1]) { place -= 1 }
      best.insert(candidate, at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map(\.row)
  }
}
