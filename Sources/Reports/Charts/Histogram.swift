/// How many leads have how many points: a column for each range, split by stage, with lines where stages begin.
///
/// Widths are in per cent and heights in pixels, so that the drawing fills any width and its text keeps its size.
struct Histogram: Sendable {
  let id: String
  let title: String
  let description: String
  let height: Int
  let baseline: Int
  let tickY: Int
  let columns: [Column]
  let ticks: [Tick]
  let marks: [Mark]

  struct Column: Sendable {
    let x: String
    let width: String
    let middle: String
    let tip: String
    let parts: [Part]
    let label: String
    let labelY: Int
    let labelClass: String
  }

  struct Part: Sendable {
    let y: String
    let height: String
    let shade: String
  }

  struct Tick: Sendable {
    let x: String
    let label: String
    let anchor: String
  }

  /// A line at which something begins.
  struct Mark: Sendable {
    let x: String
    let top: Int
    let textY: Int
    let anchor: String
    let dx: Int
    let label: String
  }

  /// A line before it is drawn: where on the scale it stands, and what begins there.
  struct Threshold {
    var at: Int64
    var label: String
  }

  private static let plotHeight = 190
  private static let rowHeight = 18

  /// - Parameters:
  ///   - bins: the ranges of scores.
  ///   - counts: for each range the leads of each shade, the best first.
  ///   - shades: the shades.
  ///   - thresholds: lines from the lowest score to the highest.
  init(
    id: String, title: String, description: String, bins: Bins, counts: [[Int]], shades: [String],
    thresholds: [Threshold] = []
  ) {
    self.id = id
    self.title = title
    self.description = description
    let totals = counts.map { $0.reduce(0, +) }
    let most = max(1, totals.max() ?? 1)
    let shown = thresholds.filter { $0.at > bins.start && $0.at <= bins.end }.sorted { $0.at < $1.at }
    let top = shown.count * Self.rowHeight + 20
    baseline = top + Self.plotHeight
    tickY = baseline + 20
    height = baseline + 30
    let step = 100 / Double(bins.count)
    let bottom = baseline
    columns = counts.indices.map { index in
      let x = Double(index) * step
      var y = Double(bottom)
      let parts = zip(counts[index], shades).compactMap { count, shade -> Part? in
        if count == 0 { return nil }
        let height = max(1, Double(count) / Double(most) * Double(Self.plotHeight))
        y -= height
        return Part(
          y: Figures.decimal(y, places: 1), height: Figures.decimal(height, places: 1), shade: shade)
      }
      let isPeak = totals[index] == most
      return Column(
        x: Figures.length(x + step * 0.05), width: Figures.length(step * 0.9), middle: Figures.length(x + step / 2),
        tip: "\(bins.name(index)): \(Figures.leads(totals[index]))", parts: parts,
        label: totals[index] == 0 ? "" : Figures.count(totals[index]), labelY: Int(y) - 6,
        labelClass: isPeak ? "n peak" : "n")
    }
    ticks = bins.ticks.map { value in
      let part = bins.position(value)
      return Tick(
        x: Figures.length(part), label: Figures.count(value),
        anchor: part < 1 ? "start" : part > 99 ? "end" : "middle")
    }
    // The leftmost label stands highest, so that no line crosses a label.
    marks = shown.enumerated().map { row, threshold in
      let part = bins.position(threshold.at)
      let isLeft = part > 62
      let y = row * Self.rowHeight
      return Mark(
        x: Figures.length(part), top: y, textY: y + 12, anchor: isLeft ? "end" : "start", dx: isLeft ? -6 : 6,
        label: threshold.label)
    }
  }

  static let template = #"""
    <svg class="chart" width="100%" height="{{height}}" role="img" aria-labelledby="{{id}}-t {{id}}-d">
    <title id="{{id}}-t">{{title}}</title>
    <desc id="{{id}}-d">{{description}}</desc>
    {{#columns}}
    <g><title>{{tip}}</title><rect class="hit" x="{{x}}%" width="{{width}}%" y="0" height="{{baseline}}"/>{{#parts}}<rect class="{{shade}}" x="{{x}}%" width="{{width}}%" y="{{y}}" height="{{height}}"/>{{/parts}}<text class="{{labelClass}}" x="{{middle}}%" y="{{labelY}}">{{label}}</text></g>
    {{/columns}}
    <line class="axis" x1="0" x2="100%" y1="{{baseline}}" y2="{{baseline}}"/>
    {{#ticks}}
    <text class="tick" x="{{x}}%" y="{{tickY}}" text-anchor="{{anchor}}">{{label}}</text>
    {{/ticks}}
    {{#marks}}
    <line class="mark" x1="{{x}}%" x2="{{x}}%" y1="{{top}}" y2="{{baseline}}"/>
    <text class="at" x="{{x}}%" y="{{textY}}" dx="{{dx}}" text-anchor="{{anchor}}">{{label}}</text>
    {{/marks}}
    </svg>
    """#
}
