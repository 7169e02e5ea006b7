/// Curves, dots with whiskers and marks on a plane of two shares, each from 0 at the lower left.
///
/// As in `Histogram`, widths are in per cent and heights in pixels. The curves lie in a drawing of their own that is
/// stretched to the plane; its strokes are not.
struct LineChart: Sendable {
  let id: String
  let title: String
  let description: String
  let height: Int
  let top: Int
  let plotHeight: Int
  let baseline: Int
  let tickY: Int
  let nameY: Int
  /// What the plane shows upwards and across.
  let upName: String
  let acrossName: String
  let gridlines: [Gridline]
  let ticks: [Tick]
  let curves: [Curve]
  let whiskers: [Whisker]
  let dots: [Dot]
  let marks: [Mark]
  /// What the curves are, for the line above the chart.
  let legend: [Legend]
  let hasLegend: Bool

  struct Gridline: Sendable {
    let y: String
    let label: String
  }

  struct Tick: Sendable {
    let x: String
    let label: String
    let anchor: String
  }

  struct Curve: Sendable {
    let kind: String
    let points: String
  }

  struct Whisker: Sendable {
    let x: String
    let y1: String
    let y2: String
  }

  struct Dot: Sendable {
    let x: String
    let y: String
    let tip: String
  }

  /// An upright line with words.
  struct Mark: Sendable {
    let x: String
    let y1: String
    let y2: String
    let textY: String
    let anchor: String
    let dx: Int
    let label: String
  }

  struct Legend: Sendable {
    let kind: String
    let words: String
  }

  /// A curve before it is drawn.
  struct Line {
    /// How it looks: `k0` to `k2`, or `kx` for what others are compared with.
    var kind: String
    /// What it is; empty if the text around says it.
    var words = ""
    var points: [(x: Double, y: Double)]
  }

  /// A dot before it is drawn, with the ends of its whisker.
  struct Point {
    var x: Double, y: Double
    var low: Double?, high: Double?
    var tip: String
  }

  /// An upright line before it is drawn: from one height to another.
  struct Upright {
    var x: Double
    var from = 0.0, to = 1.0
    /// How far up the line its words stand, from 0 to 1.
    var labelAt = 0.5
    var label: String
  }

  private static let usualHeight = 240

  /// - Parameters:
  ///   - reach: the share at the right end, and at the upper end.
  ///   - uprights: lines with words, from the left to the right.
  init(
    id: String, title: String, description: String, up: String, across: String, reach: Double = 1, lines: [Line],
    points: [Point] = [], uprights: [Upright] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    upName = up
    acrossName = across
    let top = 26
    let plot = Self.usualHeight
    self.top = top
    plotHeight = plot
    baseline = top + plot
    tickY = baseline + 18
    nameY = baseline + 38
    height = baseline + 44
    func x(_ share: Double) -> String { Figures.length(share / reach * 100) }
    func y(_ share: Double) -> String {
      let part = min(max(share / reach, 0), 1)
      return Figures.decimal(Double(top) + (1 - part) * Double(plot), places: 1)
    }
    let steps = (0...4).map { Double($0) / 4 * reach }
    gridlines = steps.map { Gridline(y: y($0), label: Self.name($0)) }
    ticks = steps.map { share in
      Tick(x: x(share), label: Self.name(share), anchor: share == 0 ? "start" : share == reach ? "end" : "middle")
    }
    curves = lines.map { line in
      let shown = line.points.filter { $0.x.isFinite && $0.y.isFinite }
      return Curve(
        kind: line.kind,
        points: shown.map { "\(x($0.x)),\(Figures.length((1 - $0.y / reach) * 100))" }.joined(separator: " "))
    }
    let sound = points.filter { $0.x.isFinite && $0.y.isFinite }
    whiskers = sound.compactMap { point in
      guard let low = point.low, let high = point.high else { return nil }
      return Whisker(x: x(point.x), y1: y(high), y2: y(low))
    }
    dots = sound.map { Dot(x: x($0.x), y: y($0.y), tip: $0.tip) }
    marks = uprights.filter { $0.x.isFinite && (0...reach).contains($0.x) }.map { mark in
      let isLeft = mark.x > reach * 0.55
      return Mark(
        x: x(mark.x), y1: y(mark.to), y2: y(mark.from), textY: y(mark.from + (mark.to - mark.from) * mark.labelAt),
        anchor: isLeft ? "end" : "start", dx: isLeft ? -7 : 7, label: mark.label)
    }
    legend = lines.filter { !$0.words.isEmpty }.map { Legend(kind: $0.kind, words: $0.words) }
    hasLegend = !legend.isEmpty
  }

  /// A share on an axis: `25 %`, with a decimal only where it needs one.
  private static func name(_ share: Double) -> String { Figures.number((share * 1000).rounded() / 10) + "\u{A0}%" }

  /// The least of some round shares that has room for all, so that a chart of small ones is not empty.
  static func reach(_ shares: some Sequence<Double>) -> Double {
    let highest = shares.filter(\.isFinite).max() ?? 1
    return [0.02, 0.04, 0.1, 0.2, 0.4, 0.6, 0.8].first { $0 >= highest } ?? 1
  }

  static let template = #"""
    {{#hasLegend}}
    <ul class="legend">{{#legend}}<li><svg class="swatch" width="28" height="10" aria-hidden="true" focusable="false"><line class="curve {{kind}}" x1="1" x2="27" y1="5" y2="5"/></svg>{{words}}</li>{{/legend}}</ul>
    {{/hasLegend}}
    <svg class="chart plot" height="{{height}}" role="img" aria-labelledby="{{id}}-t {{id}}-d">
    <title id="{{id}}-t">{{title}}</title>
    <desc id="{{id}}-d">{{description}}</desc>
    <text class="up" x="0" y="11" dx="-40">{{upName}}</text>
    {{#gridlines}}<line class="gridline" x1="0" x2="100%" y1="{{y}}" y2="{{y}}"/><text x="0" y="{{y}}" dx="-8" dy="4" text-anchor="end">{{label}}</text>{{/gridlines}}
    {{#ticks}}<text x="{{x}}%" y="{{tickY}}" text-anchor="{{anchor}}">{{label}}</text>{{/ticks}}
    <text x="100%" y="{{nameY}}" text-anchor="end">{{acrossName}}</text>
    <svg class="plane" x="0" y="{{top}}" width="100%" height="{{plotHeight}}" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{{#curves}}<polyline class="curve {{kind}}" points="{{points}}"/>{{/curves}}</svg>
    {{#whiskers}}<line class="whisker" x1="{{x}}%" x2="{{x}}%" y1="{{y1}}" y2="{{y2}}"/>{{/whiskers}}
    {{#dots}}<circle class="dot" cx="{{x}}%" cy="{{y}}" r="4"><title>{{tip}}</title></circle>{{/dots}}
    {{#marks}}<line class="mark" x1="{{x}}%" x2="{{x}}%" y1="{{y1}}" y2="{{y2}}"/><text class="at" x="{{x}}%" y="{{textY}}" dx="{{dx}}" dy="4" text-anchor="{{anchor}}">{{label}}</text>{{/marks}}
    </svg>
    """#
}
