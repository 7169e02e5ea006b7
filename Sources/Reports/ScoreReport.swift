import Leads
import Scoring

/// A page about the scores of a population: one HTML file for people who were not there.
///
///     let page = ScoreReport(scores: scores, population: population).html
///
/// It says how the scores are spread, how many leads each stage has, who the best are and why, where they come from,
/// what each rule does, and what is wrong with the data. It runs no script and loads nothing. All text from data is
/// escaped. It is not a place to keep scores: it has the best leads only.
public struct ScoreReport: Sendable {
  /// What the page says besides the scores.
  public struct Options: Sendable {
    /// The heading; nil for one made of the model's name.
    public var title: String?
    /// The attributes by which leads are split, as far as the leads have them.
    public var segments: [String]
    /// What is wrong with the data: sentences.
    public var findings: [String]
    /// How many of the best leads to show.
    public var topCount: Int
    /// What the leads have in common, if they are some of all: the condition as it was written.
    public var filter: String?

    /// What is usual.
    public init(
      title: String? = nil, segments: [String] = ScoreReport.usualSegments, findings: [String] = [],
      topCount: Int = 25, filter: String? = nil
    ) {
      self.title = title
      self.segments = segments
      self.findings = findings
      self.topCount = topCount
      self.filter = filter
    }
  }

  /// Attributes by which most people want to see leads split. What can be worked out goes before the text behind it.
  public static let usualSegments = [
    "lead_source", "country(country)", "country", "industry", "employees(company_size)", "company_size",
    "seniority(job_title)",
  ]

  /// The page as HTML.
  public let html: String

  /// A page about these scores.
  ///
  /// - Parameters:
  ///   - scores: with reasons, if the page is to say how many leads each rule touches.
  ///   - population: the leads that were scored.
  ///   - rows: which of them, by id; nil for all.
  ///   - options: what the page says besides the scores.
  /// - Complexity: O(leads × (segments + attributes)), and an explanation for each of the best leads.
  public init(scores: Scores, population: Population, rows: [Int]? = nil, options: Options = Options()) {
    let leads = ScoredLeads(scores, population, rows: rows ?? population.leads.rowsByID())
    html = Page.html("scores", ScorePage(leads, options))
  }
}
