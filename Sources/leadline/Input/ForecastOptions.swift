import ArgumentParser
import Leads
import Learning

/// What deals are worth, and what is made of it when leads are scored by a learned model.
struct ForecastOptions: ParsableArguments {
  @OptionGroup var value: DealValueOptions

  @Option(
    help: ArgumentHelp(
      "With --value: what a lead without a value is worth: an amount, or mean for that of the won deals of training. Default: it has no expected value and is left out of the forecast.",
      valueName: "amount|mean"))
  var missingValue: String?

  @Flag(help: "With --value: the leads with the highest expected value first, on screen and in the file.")
  var byValue = false

  @Option(help: ArgumentHelp("With --value: write the forecast to this file: .csv.", valueName: "file"))
  var forecast: String?

  mutating func validate() throws {
    guard value.column == nil else {
      if let forecast, !forecast.lowercased().hasSuffix(".csv"), !forecast.hasPrefix("/dev/") {
        throw ValidationError("--forecast \(forecast): the name must end in .csv.")
      }
      return
    }
    for (name, isGiven) in [
      ("--missing-value", missingValue != nil), ("--by-value", byValue), ("--forecast", forecast != nil),
    ] where isGiven { throw ValidationError("\(name) needs --value COLUMN.") }
  }

  /// What a lead without a value is worth; nil for nothing known.
  func substitute(_ model: LearnedModel) throws -> Double? {
    guard let missingValue else { return nil }
    if missingValue.lowercased() == "mean" {
      guard let mean = model.history?.wonValues?.mean else {
        throw InputProblem(
          message: "--missing-value mean: the model does not know what won deals brought",
          hint: "learn it again with leadline train --value COLUMN, or give an amount")
      }
      return mean
    }
    guard let amount = Double(cell: missingValue), amount >= 0 else {
      throw InputProblem(message: "--missing-value \(missingValue): expected an amount, or mean")
    }
    return amount
  }
}
