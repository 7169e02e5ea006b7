import ArgumentParser
import Learning

/// How a logistic regression is fitted; any of these options means `--learner logistic`.
struct RegressionOptions: ParsableArguments {
  @Flag(
    help:
      "Fit a logistic regression without penalty and show its whole table: errors, z, p, intervals, odds ratios, VIF.")
  var inference = false

  @Option(
    help: ArgumentHelp(
      "With --inference: leave columns out until so many are left, and then until no p is above 0.05 and no VIF above 5; auto for only the latter.",
      valueName: "n or auto"))
  var eliminate: String?

  @Option(
    help: ArgumentHelp(
      "none, ridge, lasso or elastic-net: what is taken off for large coefficients; ridge unless --inference is given.",
      valueName: "penalty"))
  var penalty: String?

  @Option(
    help: ArgumentHelp(
      "bins or raw: numbers by ranges, or as they are; bins unless --inference is given.", valueName: "columns"))
  var features: String?

  /// Whether any of them is given.
  var areGiven: Bool { inference || eliminate != nil || penalty != nil || features != nil }

  mutating func validate() throws {
    if let penalty, LogisticSettings.Penalty(rawValue: penalty) == nil {
      throw ValidationError("--penalty \(penalty): expected none, ridge, lasso or elastic-net.")
    }
    if let features, LogisticSettings.Columns(rawValue: features) == nil {
      throw ValidationError("--features \(features): expected bins or raw.")
    }
    if inference, let penalty, penalty != "none" {
      throw ValidationError(
        "--inference: standard errors say nothing after a penalty; leave --penalty \(penalty) or --inference away.")
    }
    if let eliminate {
      guard inference else { throw ValidationError("--eliminate: give --inference too, whose table it makes smaller.") }
      guard eliminate == "auto" || Int(eliminate).map({ $0 > 0 }) == true else {
        throw ValidationError("--eliminate \(eliminate): expected a number of columns, or auto.")
      }
    }
  }

  /// What was chosen.
  var settings: LogisticSettings {
    var settings = LogisticSettings()
    settings.penalty = penalty.flatMap(LogisticSettings.Penalty.init) ?? (inference ? .none : .ridge)
    settings.columns = features.flatMap(LogisticSettings.Columns.init) ?? (inference ? .raw : .bins)
    settings.elimination = eliminate.map { .init(to: Int($0)) }
    return settings
  }
}
