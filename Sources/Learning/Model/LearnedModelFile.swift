import FoundationEssentials

/// A learned model as a file: a line that says what it is, a line with the checksum of the rest, and JSON.
///
/// The same model gives the same bytes. A file that was cut, changed, or made by a newer program is refused.
public enum LearnedModelFile {
  /// Why a file is not read.
  public enum Problem: Error, Sendable, Hashable {
    /// It is something else.
    case notLearned
    /// It was made by a newer program.
    case newer(version: Int)
    /// Bytes are missing or changed.
    case damaged(String)
  }

  static let title = "leadline learned model"
  /// The version that is written, and the newest that is read. Version 1 knows nothing of past deals and of lines that
  /// a number of calls a week draws; it is read.
  public static let version = 2

  /// The bytes of a model.
  public static func bytes(of model: LearnedModel) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = [UInt8](try encoder.encode(model))
    return Array("\(title) \(version)\n\(checksum(body[...]))\n".utf8) + body + [10]
  }

  /// The model of some bytes.
  public static func model(from bytes: [UInt8]) throws(Problem) -> LearnedModel { try contents(of: bytes).model }

  /// The model of some bytes, and the checksum by which its content is known.
  public static func contents(of bytes: [UInt8]) throws(Problem) -> (model: LearnedModel, checksum: String) {
    let lines = bytes.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
    let first = lines.first.map { String(decoding: $0.prefix(64), as: UTF8.self) } ?? ""
    guard first.hasPrefix(title + " "), let version = Int(first.dropFirst(title.utf8.count + 1)) else {
      throw .notLearned
    }
    guard version <= Self.version else { throw .newer(version: version) }
    guard version >= 1 else { throw .damaged("it states the version \(version)") }
    guard lines.count == 3, lines[2].last == 10 else { throw .damaged("its end is missing") }
    let body = lines[2].dropLast()
    let checksum = checksum(body)
    guard String(decoding: lines[1], as: UTF8.self) == checksum else {
      throw .damaged("its content does not have the checksum that it states")
    }
    let model: LearnedModel
    do {
      model = try JSONDecoder().decode(LearnedModel.self, from: Data(body))
    } catch {
      throw .damaged("its content is not that of a model: \(error)")
    }
    if let problem = model.inconsistency { throw .damaged(problem) }
    return (model, checksum)
  }

  /// FNV-1a over all bytes, 64 bits: for damage by chance, not by intent.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension LearnedModel {
  /// What does not fit together, in words; nil if all does. Whoever writes a file by hand can get here.
  var inconsistency: String? {
    let counts = features.features.map(\.bins.count)
    if counts.contains(where: { $0 > 256 }) { return "a feature has more than 256 bins" }
    let amountsAreSmall = { (amounts: [Int64]) in amounts.allSatisfy { $0.magnitude < 1 << 40 } }
    switch body {
    case .tables(let tables):
      guard tables.tables.map(\.count) == counts else { return "its tables do not fit its features" }
      guard tables.tables.allSatisfy(amountsAreSmall), tables.intercept.magnitude < 1 << 40 else {
        return "an amount of its tables is beyond all bounds"
      }
      for pair in tables.pairs {
        guard counts.indices.contains(pair.first), counts.indices.contains(pair.second),
          pair.amounts.count == counts[pair.first] * counts[pair.second], amountsAreSmall(pair.amounts)
        else { return "the table of a pair does not fit its features" }
      }
      for slope in tables.slopes ?? [] {
        guard features.features.indices.contains(slope.feature), features.features[slope.feature].bins.areUncut,
          features.features[slope.feature].source.isNumeric, slope.low <= slope.centre, slope.centre <= slope.high,
          abs(slope.amount) * (slope.high - slope.low) < Double(1 << 20)
        else { return "what a number gives for each unit does not fit its features" }
      }
    case .trees(let trees):
      guard trees.featureCount == counts.count else { return "its trees do not fit its features" }
    }
    guard ladder.thresholds.count == 100, zip(ladder.thresholds, ladder.thresholds.dropFirst()).allSatisfy(<=) else {
      return "its ladder does not have 100 rising steps"
    }
    if case .isotonic(let margins, let probabilities) = calibration,
      margins.isEmpty || margins.count != probabilities.count
    {
      return "its calibration has no steps"
    }
    if let problem = history?.inconsistency { return problem }
    guard (attributes + properties).allSatisfy({ $0.attribute != nil }) else { return "it reads an unknown type" }
    for feature in features.features {
      switch feature.bins {
      case .levels(let levels, let other) where !(1...levels.count + 1).contains(other):
        return "the levels of \(feature.name) are not in order"
      case .levels(let levels, _) where Set(levels.map(\.key)).count != levels.count:
        return "a level of \(feature.name) is there twice"
      case let bins where !bins.fits(feature.source): return "the bins of \(feature.name) do not fit it"
      default: continue
      }
    }
    return nil
  }
}

extension Bins {
  /// Whether they are of the kind that a source needs.
  fileprivate func fits(_ source: FeatureSource) -> Bool {
    switch (self, source) {
    case (.rates, .closeRate): true
    case (.cuts(let cuts), _): source.isNumeric && !source.isCloseRate && zip(cuts, cuts.dropFirst()).allSatisfy(<)
    case (.levels, _): !source.isNumeric
    default: false
    }
  }
}

extension FeatureSource {
  fileprivate var isCloseRate: Bool {
    if case .closeRate = self { true } else { false }
  }
}
