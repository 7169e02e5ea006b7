import CXGBoost

/// Trains boosted trees with the XGBoost library.
///
/// Source: T. Chen and C. Guestrin, "XGBoost: a scalable tree boosting system", KDD 2016.
public struct TreeTrainer: Sendable {
  /// What can be chosen.
  public struct Settings: Sendable, Hashable, Codable {
    /// The most trees.
    public var rounds = 800
    /// The most questions on the way to a leaf.
    public var depth = 4
    /// By how much of its best step a tree moves.
    public var learningRate = 0.04
    /// The least curvature of a leaf.
    public var minChildWeight = 3.0
    /// The share of rows that a tree sees.
    public var subsample = 0.8
    /// The share of features that a tree sees.
    public var columns = 0.6
    /// Shrinks leaves, in curvature.
    public var ridge = 1.0
    /// For each feature 1 if more of it may never mean less, −1 for the reverse, 0 for no rule; empty for no rules.
    public var monotone: [Int] = []
    /// The seed of all chance.
    public var seed: UInt64 = 0
    /// How many threads the library uses.
    public var threads = 1
    /// Training ends when so many trees did not better the loss of the validation rows.
    public var patience = 50

    /// The settings that every model starts from.
    public init() {}
  }

  /// What was chosen.
  public var settings: Settings

  /// A trainer.
  public init(_ settings: Settings) { self.settings = settings }

  /// Trees for some rows, and for each number of trees the log loss of the validation rows, if there are any.
  ///
  /// The same rows and settings give the same trees. Throws `TreeError` if the library fails.
  ///
  /// - Parameters:
  ///   - columns: for each feature the codes of the rows, 0 for missing.
  ///   - validation: rows to watch while training, with their outcomes.
  public func train(
    _ columns: [[UInt8]], _ outcomes: [Bool], validation: (columns: [[UInt8]], outcomes: [Bool])? = nil
  ) throws -> (trees: TreeEnsemble, losses: [Double]) {
    let rows = try Matrix.make(columns, outcomes)
    let watched = try validation.map { try MatrixBox(Matrix.make($0.columns, $0.outcomes)) }
    let booster = try Booster.make(rows.handle, watched?.handle)
    let won = outcomes.count { $0 }
    let base = (Double(won) + 0.5) / (Double(outcomes.count) + 1)
    var parameters: [(String, String)] = [
      ("objective", "binary:logistic"), ("eval_metric", "logloss"), ("tree_method", "hist"), ("max_bin", "256"),
      ("nthread", "\(settings.threads)"), ("seed", "\(settings.seed & 0x7FFF_FFFF)"), ("base_score", "\(base)"),
      ("max_depth", "\(settings.depth)"), ("eta", "\(settings.learningRate)"), ("lambda", "\(settings.ridge)"),
      ("min_child_weight", "\(settings.minChildWeight)"), ("subsample", "\(settings.subsample)"),
      ("colsample_bytree", "\(settings.columns)"), ("verbosity", "0"), ("validate_parameters", "0"),
    ]
    if !settings.monotone.isEmpty {
      parameters.append(("monotone_constraints", "(" + settings.monotone.map(String.init).joined(separator: ",") + ")"))
    }
    for (name, value) in parameters { try check(XGBoosterSetParam(booster.handle, name, value)) }
    var losses: [Double] = []
    for round in 0..<settings.rounds {
      try check(XGBoosterUpdateOneIter(booster.handle, Int32(round), rows.handle))
      guard let watched else { continue }
      losses.append(try booster.loss(of: watched.handle, round))
      let best = losses.indices.min { losses[$0] < losses[$1] }!
      if round - best >= settings.patience { break }
    }
    return (try TreeEnsemble(xgboost: booster.json()), losses)
  }
}

/// Throws the library's last error if a call failed; the text ends where its stack trace starts.
private func check(_ code: Int32) throws {
  if code == 0 { return }
  let text = XGBGetLastError().map { String(cString: $0) } ?? "unknown error"
  throw TreeError("XGBoost: " + (text.split(separator: "\n").first.map(String.init) ?? text))
}

/// Rows in the library's form.
private struct Matrix: ~Copyable {
  let handle: DMatrixHandle

  private init(adopting handle: DMatrixHandle) { self.handle = handle }

  static func make(_ columns: [[UInt8]], _ outcomes: [Bool]) throws -> Matrix {
    let width = columns.count
    var values = [Float](repeating: 0, count: outcomes.count * width)
    for (feature, column) in columns.enumerated() {
      for row in outcomes.indices { values[row * width + feature] = Float(column[row]) }
    }
    var handle: DMatrixHandle?
    try check(XGDMatrixCreateFromMat(values, bst_ulong(outcomes.count), bst_ulong(width), 0, &handle))
    guard let handle else { throw TreeError("XGBoost made no matrix") }
    let matrix = Matrix(adopting: handle)
    let labels: [Float] = outcomes.map { $0 ? 1 : 0 }
    try check(XGDMatrixSetFloatInfo(matrix.handle, "label", labels, bst_ulong(labels.count)))
    return matrix
  }

  deinit { _ = XGDMatrixFree(handle) }
}

/// A matrix that may be there or not.
private final class MatrixBox {
  private let matrix: Matrix
  var handle: DMatrixHandle { matrix.handle }
  init(_ matrix: consuming Matrix) { self.matrix = matrix }
}

/// The library's model.
private struct Booster: ~Copyable {
  let handle: BoosterHandle

  private init(adopting handle: BoosterHandle) { self.handle = handle }

  static func make(_ rows: DMatrixHandle, _ watched: DMatrixHandle?) throws -> Booster {
    var handle: BoosterHandle?
    let matrices: [DMatrixHandle?] = [rows] + (watched.map { [$0] } ?? [])
    try check(XGBoosterCreate(matrices, bst_ulong(matrices.count), &handle))
    guard let handle else { throw TreeError("XGBoost made no model") }
    return Booster(adopting: handle)
  }

  /// The log loss of a matrix that the model was made with, from the library's report `[7]\tv-logloss:0.41`.
  func loss(of matrix: DMatrixHandle, _ round: Int) throws -> Double {
    var text: UnsafePointer<CChar>?
    var matrices: [DMatrixHandle?] = [matrix]
    try "v".withCString { name in
      var names: [UnsafePointer<CChar>?] = [name]
      try check(XGBoosterEvalOneIter(handle, Int32(round), &matrices, &names, 1, &text))
    }
    let report = text.map { String(cString: $0) } ?? ""
    guard let loss = report.split(separator: ":").last.flatMap({ Double($0) }) else {
      throw TreeError("XGBoost reported \"\(report)\" instead of a loss")
    }
    return loss
  }

  func json() throws -> [UInt8] {
    var length: bst_ulong = 0
    var bytes: UnsafePointer<CChar>?
    try check(XGBoosterSaveModelToBuffer(handle, #"{"format": "json"}"#, &length, &bytes))
    guard let bytes else { throw TreeError("XGBoost gave no model") }
    return UnsafeBufferPointer(start: bytes, count: Int(length)).map { UInt8(bitPattern: $0) }
  }

  deinit { _ = XGBoosterFree(handle) }
}
