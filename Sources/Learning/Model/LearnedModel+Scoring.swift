import Leads
import Scoring

/// A learned model as a score of a scoring model.
extension LearnedModel: LikelihoodModel {
  /// A scorer of a population as of a moment.
  public func scorer(of population: Population, asOf: AsOf) -> any LikelihoodScorer {
    LearnedScorer(self, population, asOf: asOf)
  }

  /// What a scoring model has to know of it.
  ///
  /// - Parameters:
  ///   - file: the file, as the scoring model names it.
  ///   - checksum: that of the file's content (`LearnedModelFile.contents(of:)`).
  public func source(file: String, checksum: String) -> LearnedSource {
    var acts: [LearnedSource.Act] = []
    var readsAnyEvent = false
    for source in features.sources {
      guard case .events(let selector, _) = source, let name = selector.name else {
        readsAnyEvent = readsAnyEvent || source.readsEvents
        continue
      }
      let act = LearnedSource.Act(name, property: selector.property, value: selector.value)
      if !acts.contains(act) { acts.append(act) }
    }
    return LearnedSource(
      file: file, checksum: checksum, attributes: attributes.compactMap(\.attribute),
      properties: properties.compactMap(\.attribute), acts: acts, readsAnyEvent: readsAnyEvent, model: self)
  }
}

extension LearnedScorer: LikelihoodScorer {
  /// For all leads how likely they are to be won. O(leads × features), and a pass over the events.
  public func likelihoods(threads: Int) -> Likelihoods {
    let results = results(threads: threads)
    return Likelihoods(
      values: results.map { UInt8($0.likelihood) }, probabilities: results.map(\.millionths), asOf: asOf, scorer: self)
  }

  /// For some leads what the model says and why: every feature that gave something. O(leads × features).
  public func explanations(of leads: [Int]) -> [LikelihoodExplanation] { explained(leads, limit: .max) }
}
