import Scoring

extension Training {
  /// Attributes and events that look as if they came after the outcome; none below the floor of leads.
  public static func leaks(
    _ population: Population, _ leads: TrainingLeads, without attributes: Set<String>, events: Set<String>
  ) -> [Leak] {
    let won = leads.outcomes.count { $0 }
    guard won >= floor, leads.outcomes.count - won >= floor else { return [] }
    let catalog = FeatureCatalog(population, without: attributes, events: events)
    let split = Split(leads, folds: 5, seed: 0)
    return LeakDetector(Examples(catalog.sources, population, leads), split).leaks(of: catalog, population, leads)
  }
}
