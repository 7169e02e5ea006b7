import Learning
import Scoring

/// How good the model is for groups of leads.
struct CardSegments: Sendable {
  let finding: String
  let groups: [Group]

  struct Group: Sendable {
    let attribute: String
    let rows: [Row]
  }

  struct Row: Sendable {
    let name: String
    let leads: String
    let rate: String
    let interval: Interval?
    let ends: String
    let expected: String
    let rocAUC: String
  }

  /// Nil if there are none.
  init?(_ evaluation: Evaluation) {
    let segments = evaluation.segments.filter { $0.count > 0 }
    if segments.isEmpty { return nil }
    let rates = segments.map { CloseRate(won: $0.won, known: $0.count) }
    let highest = rates.compactMap { $0.interval?.upperBound }.max() ?? 1
    var names: [String] = []
    for segment in segments where !names.contains(segment.attribute) { names.append(segment.attribute) }
    groups = names.map { name in
      Group(
        attribute: name.shortened(to: 60),
        rows: zip(segments, rates).filter { $0.0.attribute == name }.map { Self.row($0, $1, highest) })
    }
    let off = zip(segments, rates).filter { segment, rate in rate.interval?.contains(segment.expected) == false }
    finding =
      off.max { abs($0.0.expected - ($0.1.share ?? 0)) < abs($1.0.expected - ($1.1.share ?? 0)) }.map { segment, rate in
        "\(Figures.count(off.count)) of \(Figures.count(segments.count)) groups \(off.count == 1 ? "was" : "were") won more or less often than chance explains, the farthest “\(segment.value.shortened(to: 40))”: the model says \(Figures.percent(segment.expected)), \(Figures.percent(segment.won, of: segment.count)) were won. One of twenty does so by chance."
      } ?? "Every group was won as often as the model says, as far as chance lets one see."
  }

  private static func row(_ segment: Evaluation.Segment, _ rate: CloseRate, _ highest: Double) -> Row {
    let range = segment.rocAUCRange.map {
      ", \(Figures.decimal($0.low, places: 2)) to \(Figures.decimal($0.high, places: 2))"
    }
    return Row(
      name: segment.value.shortened(to: 60), leads: Figures.count(segment.count),
      rate: Figures.percent(segment.won, of: segment.count), interval: Interval(rate, highest: highest),
      ends: rate.interval.map { Figures.percent(from: $0.lowerBound, to: $0.upperBound) } ?? "–",
      expected: Figures.percent(segment.expected),
      rocAUC: segment.rocAUC.map { "ROC AUC \(Figures.decimal($0, places: 3))\(range ?? "")" }
        ?? "too few won or lost for a ROC AUC")
  }

  static let template = #"""
    <section id="segments">
    <div class="intro"><h2>By group</h2><p>The model may be good for all and bad for some. The dot is how many were won, the bar what chance may do.</p></div>
    <div class="body">
    <table class="bars c4 groups">
    <caption class="vh">Groups of leads, how many were won, and what the model says</caption>
    <thead><tr><th scope="col">Group</th><th scope="col" class="num">Leads</th><th scope="col" class="num">Won</th><th scope="col" class="barcol"><span class="vh">Interval</span></th><th scope="col" class="num">May be</th><th scope="col" class="num">Model says</th></tr></thead>
    {{#groups}}
    <tbody>
    <tr class="group"><th scope="rowgroup" colspan="6"><bdi>{{attribute}}</bdi></th></tr>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi><small>{{rocAUC}}</small></th><td class="num">{{leads}}</td><td class="num strong">{{rate}}</td><td class="barcol">{{#interval}}{{>interval}}{{/interval}}</td><td class="num">{{ends}}</td><td class="num">{{expected}}</td></tr>
    {{/rows}}
    </tbody>
    {{/groups}}
    </table>
    <p class="finding">{{finding}}</p>
    </div>
    </section>

    """#
}
