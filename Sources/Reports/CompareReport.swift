import Leads
import Scoring

/// A page about what a change of a model does: one HTML file for people who decide whether to make it.
///
///     let page = CompareReport(comparison: comparison, leads: population.leads, capacity: 40).html
///
/// It says which rules differ and what each does, how scores and stages shift, whether sales can work what comes, how
/// the leads that come and go really ended, and who moves furthest. Like every report it runs no script, loads nothing,
/// and escapes all text from data.
public struct CompareReport: Sendable {
  /// The page as HTML.
  public let html: String

  /// A page about a comparison.
  ///
  /// - Parameters:
  ///   - comparison: what to tell of.
  ///   - leads: the leads that were scored.
  ///   - capacity: how many new leads sales can work in a week; nil if nobody said.
  ///   - title: the heading; nil for one made of the model's name.
  ///   - findings: what is wrong with the data: sentences.
  ///   - moverCount: how many of the leads that move furthest to show.
  public init(
    comparison: ModelComparison, leads: LeadTable, capacity: Int? = nil, title: String? = nil,
    findings: [String] = [], moverCount: Int = 25
  ) {
    html = Page.html(
      "comparison",
      ComparisonPage(
        comparison, leads, capacity: capacity, title: title, findings: findings, moverCount: moverCount))
  }
}
