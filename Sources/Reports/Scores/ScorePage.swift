import Leads
import Scoring

/// What the page about scores says.
struct ScorePage: Sendable {
  let frame: PageFrame
  let summary: Summary
  let distribution: Distribution?
  let funnel: Funnel?
  let combination: Combination?
  let best: BestLeads?
  let segments: Segments?
  let reach: RuleReach?
  let data: DataQuality

  init(_ leads: ScoredLeads, _ options: ScoreReport.Options) {
    let model = leads.model
    summary = Summary(leads)
    distribution = Distribution(leads)
    funnel = Funnel(leads)
    combination = Combination(leads)
    best = BestLeads(leads, count: options.topCount)
    segments = Segments(leads, attributes: options.segments)
    reach = options.filter == nil ? RuleReach(leads.scores) : nil
    data = DataQuality(leads, findings: options.findings)

    let name = model.name.shortened(to: 80)
    var facts = [PageFrame.Fact(term: "As of", value: Figures.day(leads.scores.asOf))]
    facts.append(PageFrame.Fact(term: "Leads", value: Figures.count(leads.rows.count)))
    if let filter = options.filter { facts.append(PageFrame.Fact(term: "Only", value: filter.shortened(to: 200))) }
    let version = String(model.version.prefix(8))
    facts.append(
      PageFrame.Fact(
        term: "Model", value: [name, version].filter { !$0.isEmpty }.joined(separator: ", version ")))
    let contents: [(Bool, String, String)] = [
      (distribution != nil, "distribution", "Distribution"),
      (funnel != nil, "stages", funnel.map { $0.nounTitle + "s" } ?? ""),
      (combination != nil, "combination", combination?.heading ?? ""), (best != nil, "leads", "The best leads"),
      (segments != nil, "segments", "Where they come from"), (reach != nil, "rules", "What the rules do"),
      (true, "data", "The data"),
    ]
    frame = PageFrame(
      kind: "Leadline · Lead scores",
      title: options.title?.shortened(to: 120) ?? (name.isEmpty ? "Lead scores" : "\(name): lead scores"),
      facts: facts, contents: contents.filter(\.0).map { PageFrame.Link(anchor: $0.1, name: $0.2) })
  }

  static let template = #"""
    {{>head}}
    {{#summary}}
    <section class="summary" aria-label="Summary">
    <p class="lede">{{lede}}</p>
    {{>keys}}
    </section>
    {{/summary}}

    {{#distribution}}
    <section id="distribution">
    <div class="intro"><h2>How the scores are spread</h2><p>{{sentence}}</p></div>
    <div class="body">
    <figure>
    {{#chart}}{{>histogram}}{{/chart}}
    <figcaption>{{caption}}</figcaption>
    </figure>
    <details><summary>The numbers</summary>
    <table>
    <caption class="vh">Leads by {{rankingName}}</caption>
    <thead><tr><th scope="col"><bdi>{{rankingName}}</bdi></th><th scope="col" class="num">Leads</th><th scope="col" class="num">Share</th><th scope="col" class="num">This or more</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row">{{range}}</th><td class="num">{{count}}</td><td class="num">{{share}}</td><td class="num">{{upward}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    </details>
    </div>
    </section>
    {{/distribution}}

    {{#funnel}}
    <section id="stages" class="keep">
    <div class="intro"><h2>{{heading}}</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars c3">
    <caption class="vh">Leads in each {{noun}}</caption>
    <thead><tr><th scope="col">{{nounTitle}}</th><th scope="col" class="num">Leads</th><th scope="col" class="barcol"><span class="vh">Bar</span></th><th scope="col" class="num">Share</th><th scope="col" class="num">This or better</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi>{{#condition}}<small class="code"><bdi>{{.}}</bdi></small>{{/condition}}{{#note}}<small>{{.}}</small>{{/note}}</th><td class="num strong">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{share}}</td><td class="num">{{upward}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    {{#hasReasons}}
    <h3>Why leads are excluded</h3>
    <table class="bars c1">
    <caption class="vh">Excluded leads by reason</caption>
    <thead><tr><th scope="col">Reason</th><th scope="col" class="num">Leads</th><th scope="col" class="barcol"><span class="vh">Bar</span></th></tr></thead>
    <tbody>
    {{#reasons}}
    <tr><th scope="row"><bdi>{{name}}</bdi></th><td class="num">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td></tr>
    {{/reasons}}
    </tbody>
    </table>
    {{/hasReasons}}
    </div>
    </section>
    {{/funnel}}

    {{#combination}}
    <section id="combination" class="keep">
    <div class="intro"><h2><bdi>{{heading}}</bdi></h2><p>{{sentence}}</p></div>
    <div class="body">{{#grid}}{{>grid}}{{/grid}}</div>
    </section>
    {{/combination}}

    {{#best}}
    <section id="leads" class="wide new-page">
    <div class="intro"><h2>{{heading}}</h2><p>{{sentence}}</p></div>
    <ol class="leads">
    {{#leads}}
    <li>
    <div class="who">
    <h3><span class="rank" aria-hidden="true">{{rank}}</span><bdi>{{name}}</bdi></h3>
    <p class="sub">{{#company}}<bdi>{{.}}</bdi><br>{{/company}}<bdi class="id">{{id}}</bdi></p>
    <p class="standing">{{#stage}}<span class="pill {{shade}}"><bdi>{{name}}</bdi></span>{{/stage}}{{#labels}}<span class="label">{{name}} <bdi>{{value}}</bdi></span>{{/labels}}</p>
    </div>
    <dl class="points">{{#scores}}<div class="{{role}}"><dt><bdi>{{name}}</bdi></dt><dd>{{value}}</dd></div>{{/scores}}</dl>
    <div class="why">
    {{#hasReasons}}
    <table class="reasons">
    <caption class="vh">Why: rules and their points</caption>
    <colgroup><col><col class="c-points"><col class="c-bar"></colgroup>
    <thead class="vh"><tr><th scope="col">Rule</th><th scope="col">Points</th><th scope="col">Bar</th></tr></thead>
    <tbody>{{#reasons}}<tr><th scope="row"><bdi>{{phrase}}</bdi></th><td class="num">{{points}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td></tr>{{/reasons}}</tbody>
    </table>
    {{/hasReasons}}
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    </div>
    </li>
    {{/leads}}
    </ol>
    </section>
    {{/best}}

    {{#segments}}
    <section id="segments" class="new-page">
    <div class="intro"><h2>Where they come from</h2><p>{{sentence}}</p></div>
    <div class="body">
    {{#tables}}
    <div class="block">
    <h3><bdi>{{title}}</bdi></h3>
    {{#finding}}<p class="finding">{{.}}</p>{{/finding}}
    <table class="bars c3 segments">
    <caption class="vh">Leads by {{title}}</caption>
    <colgroup><col><col class="c-count"><col class="c-share"><col class="c-bar"><col class="c-count"></colgroup>
    <thead><tr><th scope="col"><bdi>{{title}}</bdi></th><th scope="col" class="num">Leads</th><th scope="col" class="num">{{goodTitle}}</th><th scope="col" class="barcol"><span class="vh">Bar of that share</span></th><th scope="col" class="num">Median <bdi>{{rankingName}}</bdi></th></tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{kind}}"><th scope="row"><bdi>{{name}}</bdi></th><td class="num">{{count}}</td><td class="num strong">{{share}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{median}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{/tables}}
    </div>
    </section>
    {{/segments}}

    {{#reach}}
    <section id="rules" class="new-page">
    <div class="intro"><h2>What the rules do</h2><p>{{sentence}}</p></div>
    <div class="body">
    <table class="bars c2">
    <caption class="vh">How many leads each rule touches</caption>
    <thead><tr><th scope="col">Rule</th><th scope="col" class="num">Leads</th><th scope="col" class="barcol"><span class="vh">Bar</span></th><th scope="col" class="num">Share</th></tr></thead>
    {{#groups}}
    <tbody>
    <tr class="group"><th scope="rowgroup" colspan="4"><bdi>{{name}}</bdi></th></tr>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi></th><td class="num">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{share}}</td></tr>
    {{/rows}}
    </tbody>
    {{/groups}}
    </table>
    {{#rest}}<p class="rest">{{.}}</p>{{/rest}}
    </div>
    </section>
    {{/reach}}

    {{#data}}
    <section id="data">
    <div class="intro"><h2>The data</h2><p>{{sentence}}</p></div>
    <div class="body">
    {{#hasFindings}}
    <ul class="findings">
    {{#findings}}
    <li>{{.}}</li>
    {{/findings}}
    </ul>
    {{/hasFindings}}
    {{#hasKnown}}
    <h3>How much is known of what the model reads</h3>
    <table class="bars c2">
    <caption class="vh">For how many leads each attribute is known</caption>
    <thead><tr><th scope="col">Attribute</th><th scope="col" class="num">Known</th><th scope="col" class="barcol"><span class="vh">Bar</span></th><th scope="col" class="num">Share</th></tr></thead>
    <tbody>
    {{#known}}
    <tr><th scope="row"><bdi>{{name}}</bdi></th><td class="num">{{count}}</td><td class="barcol">{{#bar}}{{>bar}}{{/bar}}</td><td class="num">{{share}}</td></tr>
    {{/known}}
    </tbody>
    </table>
    {{/hasKnown}}
    </div>
    </section>
    {{/data}}
    {{>foot}}
    """#
}
