#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Suggestion {
  /// The suggested points as a model.
  ///
  /// - Parameter outcome: what was learned from, in words.
  public func model(name: String, outcome: String) -> RuleModel {
    var preface = [
      "\(overall.won) of \(overall.known) leads were won (\(outcome)): \(overall.share.map(CutOffAdvisor.percent) ?? "–").",
      "Points grow with the odds to be won: odds twenty times those of all earn \(Feature.text(Self.pointsOfTwentyfold)), below-average ones cost.",
      "Few leads are drawn to the average by \(Feature.text(Self.priorCount)) leads, and what attributes say together is not counted twice.",
      "The comments say how many leads a number comes from, with its range of 95 %. Edit it freely.",
    ]
    if let rocAUC {
      preface.append(
        "On leads that they were not made from, the points sort with ROC AUC \(LeakDetector.rounded(rocAUC)).")
    }
    if !silent.isEmpty { preface.append("No signal: \(silent.joined(separator: ", ")).") }
    return RuleModel(name: name, preface: preface, tables: tables, stages: stages)
  }

  /// A lead that all tables call average has 0 points; twice the odds are about 5 points.
  private var stages: [(name: String, from: Int, note: String)] {
    guard let base = overall.share, base > 0, base < 1 else { return [] }
    func share(_ points: Double) -> String {
      let odds = base / (1 - base) * exp(points / Self.pointsPerLogOdds)
      return CutOffAdvisor.percent(odds / (1 + odds))
    }
    return [
      ("hot", 10, "from here about \(share(10)) close"), ("warm", 0, "from here about \(share(0)) close"),
    ]
  }
}
