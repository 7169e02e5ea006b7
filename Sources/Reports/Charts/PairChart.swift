/// Two numbers for each of a few ranges or weeks: what was as an outline, what is as a column.
struct PairChart: Sendable {
  let id: String
  let title: String
  let description: String
  let height: Int
  let baseline: Int
  let tickY: Int
  let columns: [Column]
  /// A level that columns are compared with; nil for none.
  let level: Level?

  struct Column: Sendable {
    let x: String
    let width: String
    let middle: String
    let tip: String
    let label: String
    let labelY: String
    let change: String
    let before: Part
    let after: Part
  }

  struct Part: Sendable {
    let y: String
    let height: String
  }

  struct Level: Sendable {
    let y: String
    let textY: String
    let textX: String
    let anchor: String
    let label: String
  }

  /// A pair before it is drawn.
  struct Pair {
    /// What stands below it.
    var label: String
    /// What it is, in full.
    var name: String
    var before: Int
    var after: Int
  }

  private static let plotHeight = 170

  /// - Parameter level: a number to compare with, and what it is.
  init(id: String, title: String, description: String, pairs: [Pair], level: (value: Int, label: String)? = nil) {
    self.id = id
    self.title = title
    self.description = description
    let top = 26
    baseline = top + Self.plotHeight
    tickY = baseline + 20
    height = baseline + 28
    // A level far above the columns would flatten them; then it is left to the text.
    let most = max(1, pairs.map { max($0.before, $0.after) }.max() ?? 1)
    let shownLevel = level.flatMap { $0.value <= 4 * most ? $0 : nil }
    let scale = Double(max(most, shownLevel?.value ?? 0))
    let bottom = Double(baseline)
    func part(_ value: Int) -> Part {
      let height = value == 0 ? 0 : max(1, Double(value) / scale * Double(Self.plotHeight))
      return Part(y: Self.pixels(bottom - height), height: Self.pixels(height))
    }
    let step = 100 / Double(max(1, pairs.count))
    columns = pairs.enumerated().map { index, pair in
      let x = Double(index) * step
      let highest = Double(max(pair.before, pair.after)) / scale * Double(Self.plotHeight)
      let change = pair.after - pair.before
      return Column(
        x: Figures.length(x + step * 0.08), width: Figures.length(step * 0.84), middle: Figures.length(x + step / 2),
        tip: "\(pair.name): \(Figures.count(pair.before)) before, \(Figures.count(pair.after)) after",
        label: pair.label, labelY: Self.pixels(bottom - highest - 7), change: change == 0 ? "" : Figures.signed(change),
        before: part(pair.before), after: part(pair.after))
    }
    self.level = shownLevel.map { level in
      let y = bottom - Double(level.value) / scale * Double(Self.plotHeight)
      // The label stands on the side where the columns leave it room.
      func highest(_ pairs: some Sequence<Pair>) -> Int { pairs.map { max($0.before, $0.after) }.max() ?? 0 }
      let third = (pairs.count + 2) / 3
      let isLeft = highest(pairs.prefix(third)) < highest(pairs.suffix(third))
      return Level(
        y: Self.pixels(y), textY: Self.pixels(y - 6), textX: isLeft ? "0" : "100", anchor: isLeft ? "start" : "end",
        label: level.label)
    }
  }

  private static func pixels(_ value: Double) -> String { Figures.decimal(max(0, value), places: 1) }

  static let template = #"""
    <svg class="chart pairs" width="100%" height="{{height}}" role="img" aria-labelledby="{{id}}-t {{id}}-d">
    <title id="{{id}}-t">{{title}}</title>
    <desc id="{{id}}-d">{{description}}</desc>
    {{#columns}}
    <g><title>{{tip}}</title><rect class="hit" x="{{x}}%" width="{{width}}%" y="0" height="{{baseline}}"/><rect class="s2" x="{{x}}%" width="{{width}}%" y="{{after.y}}" height="{{after.height}}"/><rect class="was" x="{{x}}%" width="{{width}}%" y="{{before.y}}" height="{{before.height}}"/><text class="n" x="{{middle}}%" y="{{labelY}}">{{change}}</text><text class="tick" x="{{middle}}%" y="{{tickY}}" text-anchor="middle">{{label}}</text></g>
    {{/columns}}
    <line class="axis" x1="0" x2="100%" y1="{{baseline}}" y2="{{baseline}}"/>
    {{#level}}
    <line class="mark" x1="0" x2="100%" y1="{{y}}" y2="{{y}}"/>
    <text class="at" x="{{textX}}%" y="{{textY}}" text-anchor="{{anchor}}">{{label}}</text>
    {{/level}}
    </svg>
    """#
}
