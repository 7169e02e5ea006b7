import Leads
import Scoring

/// A page about the scores of a population.
public struct ScoreReport: Sendable {}
