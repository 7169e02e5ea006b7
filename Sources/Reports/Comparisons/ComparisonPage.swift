import Leads
import Scoring

/// What the page about a change of a model says.
struct ComparisonPage: Sendable {
  let frame: PageFrame
  let lede: String
  let keys: [KeyFigure]
  let changes: ChangedRules
  let spread: ScoreShift?
  let flow: StageFlows?
  let work: LineShift?
  let rates: CloseRates?
  let movers: Movers?
  let findings: [String]
  let hasFindings: Bool

  init(
    _ comparison: ModelComparison, _ leads: LeadTable, capacity: Int?, title: String?, findings: [String],
    moverCount: Int
  ) {
    let names = StageNames(comparison)
    changes = ChangedRules(comparison)
    spread = ScoreShift(comparison)
    flow = StageFlows(comparison, names)
    work = LineShift(comparison, capacity: capacity)
    rates = CloseRates(comparison, names)
    movers = Movers(comparison, leads, names, count: moverCount)
    self.findings = findings.prefix(40).map { $0.shortened(to: 400) }
    hasFindings = !findings.isEmpty
    (lede, keys) = ComparisonSummary(comparison, names, capacity: capacity).parts

    let (old, new) = (comparison.old.model, comparison.new.model)
    let name = new.name.shortened(to: 80)
    var facts = [
      PageFrame.Fact(term: "As of", value: Figures.day(comparison.new.asOf)),
      PageFrame.Fact(term: "Leads", value: Figures.count(comparison.new.count)),
      PageFrame.Fact(
        term: "Model",
        value: "\(name.isEmpty ? "version" : "\(name), version") \(old.version.prefix(8)) → \(new.version.prefix(8))"),
    ]
    if let capacity { facts.append(PageFrame.Fact(term: "Sales can work", value: "\(Figures.leads(capacity)) a week")) }
    let contents: [(Bool, String, String)] = [
      (true, "rules", "What was changed"), (flow != nil, "stages", "Stages"), (spread != nil, "scores", "Scores"),
      (work != nil, "work", "Work for sales"), (rates != nil, "rates", "Close rates"),
      (movers != nil, "leads", "Leads"),
      (hasFindings, "data", "The data"),
    ]
    frame = PageFrame(
      kind: "Leadline · What if",
      title: title?.shortened(to: 120) ?? (name.isEmpty ? "What the change does" : "\(name): what the change does"),
      facts: facts, contents: contents.filter(\.0).map { PageFrame.Link(anchor: $0.1, name: $0.2) })
  }

  static let template = #"""
    {{>head}}
    <section class="summary" aria-label="Summary">
    <p class="lede">{{lede}}</p>
    {{>keys}}
    </section>

    {{#changes}}
    <section id="rules">
    <div class="intro"><h2>What was changed</h2><p>{{sentence}}</p></div>
    <div class="body">
    {{#hasRows}}
    <table class="bars c4">
    <caption class="vh">Rules that differ, and what each does</caption>
    <thead><tr><th scope="col">Rule</th><th scope="col" class="num">Leads</th><th scope="col" class="num">Points each</th><th scope="col" class="num">Move down</th><th scope="col" class="barcol"><span class="vh">Bar, down to the left and up to the right</span></th><th scope="col" class="num">Move up</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><span class="tag">{{kind}}</span> <bdi>{{rule}}</bdi> <small><bdi>{{score}}</bdi></small>{{#differences}}<small class="code"><bdi>{{.}}</bdi></small>{{/differences}}</th><td class="num">{{leads}}</td><td class="num">{{points}}</td><td class="num">{{down}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{up}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    {{/hasRows}}
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    </div>
    </section>
    {{/changes}}

    {{#flow}}
    <section id="stages" class="keep">
    <div class="intro"><h2>Who enters and leaves each stage</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars c4">
    <caption class="vh">Leads in each stage before and after, and who enters and leaves</caption>
    <thead><tr><th scope="col">Stage</th><th scope="col" class="num">Before</th><th scope="col" class="num">After</th><th scope="col" class="num">Leave</th><th scope="col" class="barcol"><span class="vh">Bar, leaving to the left and entering to the right</span></th><th scope="col" class="num">Enter</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi></th><td class="num">{{before}}</td><td class="num strong">{{after}}</td><td class="num">{{left}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{entered}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    {{#hasMoves}}
    <h3>From where to where</h3>
    <table class="bars c1">
    <caption class="vh">Moves between stages</caption>
    <thead><tr><th scope="col">Move</th><th scope="col" class="num">Leads</th><th scope="col" class="barcol"><span class="vh">Bar</span></th></tr></thead>
    <tbody>
    {{#moves}}
    <tr><th scope="row"><bdi>{{from}}</bdi><span class="arrow">→</span><bdi>{{to}}</bdi></th><td class="num">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td></tr>
    {{/moves}}
    </tbody>
    </table>
    {{/hasMoves}}
    </div>
    </section>
    {{/flow}}

    {{#spread}}
    <section id="scores" class="keep">
    <div class="intro"><h2>How the scores shift</h2><p>{{sentence}}</p></div>
    <div class="body">
    <figure>{{#chart}}{{>pairs}}{{/chart}}<figcaption>{{caption}}</figcaption></figure>
    <details><summary>The numbers</summary>
    <table>
    <caption class="vh">Leads by {{name}} before and after</caption>
    <thead><tr><th scope="col"><bdi>{{name}}</bdi></th><th scope="col" class="num">Before</th><th scope="col" class="num">After</th><th scope="col" class="num">Change</th></tr></thead>
    <tbody>{{#rows}}<tr><th scope="row">{{range}}</th><td class="num">{{before}}</td><td class="num">{{after}}</td><td class="num">{{change}}</td></tr>{{/rows}}</tbody>
    </table>
    </details>
    </div>
    </section>
    {{/spread}}

    {{#work}}
    <section id="work" class="keep">
    <div class="intro"><h2>Work for sales</h2><p>{{sentence}}</p></div>
    <div class="body">
    {{#chart}}
    <figure>{{>pairs}}<figcaption>New leads above the line, by the week in which they came. Outline: before; filled: after.</figcaption></figure>
    {{/chart}}
    {{#hasWeeks}}
    <details><summary>The numbers</summary>
    <table>
    <caption class="vh">New leads above the line by week</caption>
    <thead><tr><th scope="col">Seven days to</th><th scope="col" class="num">New leads</th><th scope="col" class="num">Above before</th><th scope="col" class="num">Above after</th></tr></thead>
    <tbody>{{#weeks}}<tr><th scope="row">{{to}}</th><td class="num">{{created}}</td><td class="num">{{before}}</td><td class="num">{{after}}</td></tr>{{/weeks}}</tbody>
    </table>
    </details>
    {{/hasWeeks}}
    {{#note}}<p class="finding">{{.}}</p>{{/note}}
    </div>
    </section>
    {{/work}}

    {{#rates}}
    <section id="rates">
    <div class="intro"><h2>How these leads really ended</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars c3 rates">
    <caption class="vh">Close rates with their intervals</caption>
    <thead><tr><th scope="col">Leads</th><th scope="col" class="num">Outcome known</th><th scope="col" class="num">Close rate</th><th scope="col" class="barcol"><span class="vh">Interval</span></th><th scope="col" class="num">May be</th></tr></thead>
    {{#groups}}
    <tbody>
    <tr class="group"><th scope="rowgroup" colspan="5"><bdi>{{name}}</bdi></th></tr>
    {{#rows}}
    <tr><th scope="row">{{set}}</th><td class="num">{{known}}</td><td class="num strong">{{rate}}</td><td class="barcol">{{#interval}}{{>interval}}{{/interval}}</td><td class="num">{{ends}}</td></tr>
    {{/rows}}
    </tbody>
    {{/groups}}
    </table>
    </div>
    </section>
    {{/rates}}

    {{#movers}}
    <section id="leads" class="wide new-page">
    <div class="intro"><h2>{{heading}}</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="movers">
    <caption class="vh">The leads that move furthest</caption>
    <thead><tr><th scope="col">Lead</th><th scope="col" class="num">Before</th><th scope="col" class="num">After</th><th scope="col">Stage</th><th scope="col">Mostly because of</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi>{{#id}}<small><bdi>{{.}}</bdi></small>{{/id}}</th><td class="num">{{before}}</td><td class="num strong">{{after}}</td><td><bdi>{{from}}</bdi>{{#to}}<span class="arrow">→</span><bdi>{{.}}</bdi>{{/to}}</td><td><bdi>{{cause}}</bdi></td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    </section>
    {{/movers}}

    {{#hasFindings}}
    <section id="data">
    <div class="intro"><h2>The data</h2><p>What was found in the files, and how it was dealt with.</p></div>
    <div class="body"><ul class="findings">{{#findings}}<li>{{.}}</li>{{/findings}}</ul></div>
    </section>
    {{/hasFindings}}
    {{>foot}}
    """#
}

/// The names of a comparison's stages.
struct StageNames: Sendable {
  private let names: [String]

  init(_ comparison: ModelComparison) {
    names = comparison.stages.map { $0.name?.shortened(to: 40) ?? "no stage" }
  }

  subscript(stage: Int) -> String { names.indices.contains(stage) ? names[stage] : "no stage" }

  /// A stage and those above it: `“warm” or better`.
  static func line(_ comparison: ModelComparison, _ stage: String) -> String {
    "“\(stage.shortened(to: 40))”" + (comparison.new.model.stages.first?.name == stage ? "" : " or better")
  }
}
