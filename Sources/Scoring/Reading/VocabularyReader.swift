import Leads
import Yams

/// The words that a model adds to those that derived attributes know.
extension ModelReader {
  /// Reads `vocabulary:`, by function and by what the words stand for.
  mutating func vocabulary(_ node: Node) -> Vocabulary {
    var vocabulary = Vocabulary()
    let functions = DerivedFunction.allCases.filter { $0.knownValues != nil }
    let entries = document.entries(of: node, "the vocabulary", known: functions.map(\.rawValue))
    for (name, _, value) in entries {
      guard let function = DerivedFunction(rawValue: name), let known = function.knownValues else { continue }
      for (written, key, words) in document.entries(of: value, "the vocabulary of \(name)") {
        if let problem = function.problem(withValue: written.foldedUTF8) {
          document.note(problem.message, hint: problem.hint, at: key)
          continue
        }
        let meaning = known.first { $0.foldedUTF8 == written.foldedUTF8 } ?? written
        vocabulary[function, meaning] += document.elements(of: words, "the words of \(written)", orOne: true)
          .compactMap { document.text(of: $0, "a word of \(written)") }
      }
    }
    return vocabulary
  }
}
