import FoundationEssentials

extension TreeEnsemble {
  /// Reads the JSON model of the XGBoost library, trained on codes as numbers with 0 missing.
  ///
  /// Throws `TreeError` if it is not such a model.
  public init(xgboost json: [UInt8]) throws {
    let model: XGBoostModel
    do {
      model = try JSONDecoder().decode(XGBoostModel.self, from: Data(json))
    } catch {
      throw TreeError("the model of the library cannot be read: \(error)")
    }
    let parameters = model.learner.learnerModelParam
    guard let score = Float(parameters.baseScore), let features = Int(parameters.numFeature), score > 0, score < 1
    else {
      throw TreeError("the model of the library has no base score")
    }
    var nodes: [Node] = []
    var roots: [UInt32] = []
    for tree in model.learner.gradientBooster.model.trees {
      roots.append(UInt32(nodes.count))
      try nodes.append(contentsOf: tree.nodes(from: nodes.count))
    }
    let base = Self.fixed(-log1pDifference(score))
    guard let trees = TreeEnsemble(nodes: nodes, roots: roots, base: base, featureCount: features) else {
      throw TreeError("the model of the library has nodes that are no trees")
    }
    self = trees
  }

  static func fixed(_ value: Float) -> Int64 { Int64((Double(value) * unit).rounded()) }
}

/// ln(1 / p − 1), as the library works it out.
private func log1pDifference(_ p: Float) -> Float { logarithm(1 / p - 1) }

/// What is read of the library's JSON model.
private struct XGBoostModel: Decodable {
  struct Learner: Decodable {
    struct Parameters: Decodable {
      let baseScore: String
      let numFeature: String
      enum CodingKeys: String, CodingKey {
        case baseScore = "base_score"
        case numFeature = "num_feature"
      }
    }
    struct Booster: Decodable {
      struct Model: Decodable { let trees: [Tree] }
      let model: Model
    }
    let learnerModelParam: Parameters
    let gradientBooster: Booster
    enum CodingKeys: String, CodingKey {
      case learnerModelParam = "learner_model_param"
      case gradientBooster = "gradient_booster"
    }
  }

  let learner: Learner

  struct Tree: Decodable {
    let leftChildren: [Int]
    let rightChildren: [Int]
    let splitConditions: [Float]
    let splitIndices: [Int]
    let defaultLeft: [Int]
    let sumHessian: [Float]
    enum CodingKeys: String, CodingKey {
      case leftChildren = "left_children"
      case rightChildren = "right_children"
      case splitConditions = "split_conditions"
      case splitIndices = "split_indices"
      case defaultLeft = "default_left"
      case sumHessian = "sum_hessian"
    }

    /// The nodes level by level, so that siblings are neighbours.
    func nodes(from start: Int) throws -> [TreeEnsemble.Node] {
      let count = leftChildren.count
      guard count > 0,
        [rightChildren.count, splitConditions.count, splitIndices.count, defaultLeft.count, sumHessian.count]
          .allSatisfy({ $0 == count })
      else { throw TreeError("a tree of the library is incomplete") }
      var order = [0]
      var lefts: [UInt32] = []
      var index = 0
      while index < order.count, order.count <= count {
        let old = order[index]
        let (left, right) = (leftChildren[old], rightChildren[old])
        if left >= 0 {
          guard left < count, right > 0, right < count else {
            throw TreeError("a tree of the library has no such node")
          }
          lefts.append(UInt32(start + order.count))
          order += [left, right]
        } else {
          lefts.append(0)
        }
        index += 1
      }
      guard order.count <= count else { throw TreeError("a tree of the library goes round in a circle") }
      return zip(order, lefts).map { old, left in
        // A missing value is code 0: below every bound if it goes left, above all if it wraps round.
        let shift = defaultLeft[old] != 0 ? 0 : 1
        // Codes are whole numbers, so what is below 3.5 is below 4.
        let bound = Int(max(0, min(256, splitConditions[old].rounded(.up)))) - shift
        return TreeEnsemble.Node(
          feature: left == 0 ? 0 : UInt16(clamping: splitIndices[old]), shift: left == 0 ? 0 : UInt8(shift),
          bound: left == 0 ? 0 : UInt8(clamping: bound), left: left,
          value: left == 0 ? TreeEnsemble.fixed(splitConditions[old]) : 0, cover: sumHessian[old])
      }
    }
  }
}

/// Why trees cannot be trained or read.
public struct TreeError: Error, CustomStringConvertible, Hashable {
  /// What happened, in a sentence.
  public var description: String

  init(_ description: String) { self.description = description }
}
