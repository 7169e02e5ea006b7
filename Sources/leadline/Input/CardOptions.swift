import ArgumentParser
import Foundation
import Learning

/// How a model card is shown.
struct CardOptions: ParsableArguments {
  @Flag(help: "Print the model card as JSON.")
  var json = false
}

/// Writes a model card for people or as JSON.
struct CardWriter {
  private let options: CardOptions

  init(_ options: CardOptions) { self.options = options }

  func write(_ card: ModelCard, learner: Learner) throws {
    if options.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try Terminal.write(String(decoding: try encoder.encode(card), as: UTF8.self))
    } else {
      try CardText(card, learner: learner).write()
    }
  }
}
