import Learning

/// A page about a learned model: one HTML file for people who are to trust its likelihoods, or not.
///
///     let page = CardReport(card: model.card, learner: model.learner).html
///
/// It shows what was learned from, how good the model is on leads that it had not seen, where a line can be drawn, what
/// tells and what was left out, each in a short sentence with its figures and ranges. Like every report it runs no
/// script, loads nothing, and escapes all text from data.
public struct CardReport: Sendable {
  /// The page as HTML.
  public let html: String

  /// A page about a model card.
  ///
  /// - Parameters:
  ///   - card: what to tell of.
  ///   - learner: how the model was learned.
  ///   - earlier: the card from when the model was learned, if `card` is of a trial on other leads.
  ///   - title: the heading; nil for one that says what the page is.
  public init(card: ModelCard, learner: Learner, earlier: ModelCard? = nil, title: String? = nil) {
    html = Page.html("card", CardPage(card, learner: learner, earlier: earlier, title: title))
  }
}
