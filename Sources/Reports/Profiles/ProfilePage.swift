import Leads
import Profiling

/// What the page about a file says.
struct ProfilePage: Sendable {
  let frame: PageFrame
  let lede: String
  let keys: [KeyFigure]
  let groups: [FindingGroup]
  let hasFindings: Bool
  let uses: FileUses
  let cards: [ColumnCard]
  let columnsSentence: String
  let rest: String?

  /// How many columns get a card.
  private static let shownColumns = 250

  init(_ profile: Profile, fileName: String, asOf: AsOf, title: String?) {
    let summary = profile.summary
    groups = FindingGroup.groups(profile.findings)
    hasFindings = !groups.isEmpty
    uses = FileUses(summary)
    cards = profile.columns.prefix(Self.shownColumns).map { ColumnCard($0, rows: summary.rowCount, asOf: asOf) }
    let more = profile.columns.count - cards.count
    rest = more > 0 ? "And \(Figures.count(more, of: "further column"))." : nil
    columnsSentence = "The \(Figures.count(summary.columnCount, of: "column")) in the order of the file."

    let serious = profile.findings.count { $0.severity == .serious }
    let doubtful = profile.findings.count { $0.severity == .doubtful }
    let noun = summary.rowCount == 1 ? String(summary.subject.rawValue.dropLast()) : summary.subject.rawValue
    let rows = "\(Figures.count(summary.rowCount)) \(noun)"
    lede =
      "\(rows) in \(Figures.count(summary.columnCount, of: "column")): "
      + (serious + doubtful == 0
        ? "nothing looks wrong."
        : [
          serious > 0 ? "\(Figures.count(serious, of: "thing")) to put right first" : nil,
          doubtful > 0 ? "\(Figures.count(doubtful)) to look at" : nil,
        ].compactMap { $0 }.joined(separator: ", ") + ".")
    let cells = summary.rowCount * summary.columnCount
    let filled = profile.columns.reduce(0) { $0 + $1.filled }
    let empty = profile.columns.count { $0.filled == 0 }
    keys = [
      KeyFigure(
        name: summary.subject.rawValue.capitalisedFirst, number: Figures.count(summary.rowCount),
        sentence: summary.idColumn.map { "Told apart by the column \($0.shortened(to: 40))." }
          ?? "No column tells them apart by an id."),
      KeyFigure(
        name: "Columns", number: Figures.count(summary.columnCount),
        sentence: "\(Figures.count(summary.recognised.count)) of them have a name that Leadline knows."),
      KeyFigure(
        name: "Filled", number: Figures.percent(filled, of: cells),
        sentence: "Of all values."
          + (empty > 0 ? " \(Figures.count(empty, of: "column")) \(empty == 1 ? "is" : "are") empty." : "")),
      KeyFigure(
        name: "To put right first", number: Figures.count(serious),
        sentence: serious == 0 ? "Nothing would make scores wrong." : "Scores would be wrong or data lost."),
      KeyFigure(
        name: "To look at", number: Figures.count(doubtful),
        sentence: doubtful == 0 ? "Nothing looks misleading." : "These may mislead."),
    ]
    let name = fileName.shortened(to: 80)
    let contents: [(Bool, String, String)] = [
      (hasFindings, "findings", "What was found"), (true, "columns", "Columns"),
      (uses.isWorthSaying, "uses", "What can be done with it"),
    ]
    frame = PageFrame(
      kind: "Leadline · Data profile", title: title?.shortened(to: 120) ?? (name.isEmpty ? "Data profile" : name),
      facts: [
        PageFrame.Fact(term: "File", value: title == nil ? "" : name),
        PageFrame.Fact(term: "As of", value: Figures.day(asOf)),
        PageFrame.Fact(term: "Ids in", value: summary.idColumn?.shortened(to: 60) ?? ""),
      ].filter { !$0.value.isEmpty },
      contents: contents.filter(\.0).map { PageFrame.Link(anchor: $0.1, name: $0.2) })
  }

  static let template = #"""
    {{>head}}
    <section class="summary" aria-label="Summary">
    <p class="lede">{{lede}}</p>
    {{>keys}}
    </section>

    {{#hasFindings}}
    <section id="findings">
    <div class="intro"><h2>What was found</h2><p>What a careful colleague would say about this file, the most important first, and what to do about it.</p></div>
    <div class="body">
    {{#groups}}
    <h3>{{heading}} <small>{{count}}</small></h3>
    <ul class="findings {{severity}}">
    {{#findings}}
    <li><p>{{#sentence}}{{#code}}<code><bdi>{{.}}</bdi></code>{{/code}}{{#plain}}{{.}}{{/plain}}{{/sentence}}</p><p class="advice">{{#advice}}{{#code}}<code><bdi>{{.}}</bdi></code>{{/code}}{{#plain}}{{.}}{{/plain}}{{/advice}}</p>{{#hasExamples}}<ul class="examples">{{#examples}}<li>line {{line}}: <code><bdi>{{text}}</bdi></code></li>{{/examples}}</ul>{{/hasExamples}}</li>
    {{/findings}}
    </ul>
    {{/groups}}
    </div>
    </section>
    {{/hasFindings}}

    <section id="columns" class="wide new-page">
    <div class="intro"><h2>Column by column</h2><p>{{columnsSentence}}</p></div>
    <ul class="cards">
    {{#cards}}
    <li>
    <h3><bdi>{{name}}</bdi></h3>
    <p class="sub">{{type}}{{#attribute}} · read as <bdi>{{.}}</bdi>{{/attribute}}</p>
    <div class="filled"><span>filled</span><span class="barcol">{{#bar}}{{>bar}}{{/bar}}</span><span class="num strong">{{share}}</span></div>
    <p class="sub">{{distinct}}</p>
    {{#hasTop}}
    <table class="reasons">
    <caption class="vh">The most frequent values</caption>
    <colgroup><col><col class="c-points"><col class="c-bar"></colgroup>
    <thead class="vh"><tr><th scope="col">Value</th><th scope="col">Rows</th><th scope="col">Bar</th></tr></thead>
    <tbody>{{#top}}<tr><th scope="row"><bdi>{{text}}</bdi></th><td class="num">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td></tr>{{/top}}</tbody>
    </table>
    {{/hasTop}}
    {{#spread}}
    {{#box}}<svg class="bar box" aria-hidden="true" focusable="false"><rect class="s4" x="{{low}}%" width="{{lowToHigh}}%" y="40%" height="20%"/><rect class="s2" x="{{quarter}}%" width="{{quarterToThree}}%" y="0" height="100%"/><line x1="{{median}}%" x2="{{median}}%" y1="0" y2="100%"/></svg>{{/box}}
    <p class="sub">{{words}}</p>
    {{/spread}}
    {{#hasNotes}}<ul class="notes">{{#notes}}<li>{{label}}{{#values}} <span class="value"><code><bdi>{{text}}</bdi></code> {{count}}</span>{{/values}}</li>{{/notes}}</ul>{{/hasNotes}}
    </li>
    {{/cards}}
    </ul>
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    </section>

    {{#uses}}
    {{#isWorthSaying}}
    <section id="uses">
    <div class="intro"><h2>What can be done with it</h2><p>{{sentence}}</p></div>
    <div class="body">
    {{#hasHints}}
    <ul class="findings">{{#hints}}<li>{{.}}</li>{{/hints}}</ul>
    {{/hasHints}}
    {{#hasRecognised}}
    <h3>Columns that Leadline knows</h3>
    <table>
    <caption class="vh">Columns, the attributes that they hold, and what can be worked out from them</caption>
    <thead><tr><th scope="col">Column</th><th scope="col">Read as</th><th scope="col">Can be worked out</th></tr></thead>
    <tbody>{{#recognised}}<tr><th scope="row"><bdi>{{column}}</bdi></th><td><bdi>{{attribute}}</bdi></td><td><bdi>{{derived}}</bdi></td></tr>{{/recognised}}</tbody>
    </table>
    {{/hasRecognised}}
    </div>
    </section>
    {{/isWorthSaying}}
    {{/uses}}
    {{>foot}}
    """#
}
