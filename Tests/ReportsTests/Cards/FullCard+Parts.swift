import Foundation
import Learning

/// Parts of a card that only the library makes, read as its file has them.
extension FullCard {
  private static func decoded<Part: Decodable>(_ json: [String: Any]) -> Part {
    do {
      return try JSONDecoder().decode(Part.self, from: JSONSerialization.data(withJSONObject: json))
    } catch {
      preconditionFailure("the part cannot be read: \(error)")
    }
  }

  static func trials(_ settings: String) -> [ModelCard.Trial] {
    [("logistic", 0.8123, 0.5021, 0.0042, false), ("additive", 0.8345, 0.4812, 0.0, true)].map {
      decoded([
        "learner": $0.0, "settings": settings, "rocAUC": $0.1, "logLoss": $0.2, "error": $0.3, "isChosen": $0.4,
      ])
    }
  }

  static let otherwise: ModelCard.Otherwise = decoded(["hasLeaks": true, "rocAUC": 0.9871, "logLoss": 0.1443])
  static let drift: ModelCard.Drift = decoded(["past": 0.31, "recent": 0.472, "p": 0.0001, "matters": true])

  static func smallSegment(_ attribute: String, _ value: String) -> [Evaluation.Segment] {
    [decoded(["attribute": attribute, "value": value, "count": 31, "won": 4, "expected": 0.402])]
  }

  static func feature(
    _ name: String, _ importance: Double, _ rows: [(label: String, count: Int, won: Int, points: Double)]
  ) -> FeatureImportance {
    decoded([
      "name": name, "importance": importance,
      "rows": rows.map { ["label": $0.label, "count": $0.count, "won": $0.won, "points": $0.points] },
    ])
  }
}
