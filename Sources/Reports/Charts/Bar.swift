/// A bar in the cell of a table, as wide as the cell. The number stands beside it, so it is not read out.
struct Bar: Sendable {
  /// Pieces of the bar.
  let pieces: [Piece]
  /// Where a line stands that bars are compared with, or start from, in per cent of the width; nil for none.
  let line: String?

  struct Piece: Sendable {
    let x: String
    let width: String
    let shade: String
  }

  /// The least width of something that is not nothing, in per cent.
  static let least = 0.8

  init(pieces: [Piece], line: String?) {
    self.pieces = pieces
    self.line = line
  }

  /// A bar from the left: a part of a whole.
  init(_ part: Double, of whole: Double, shade: String = "s0", line: Double? = nil) {
    let width = whole > 0 && part > 0 ? max(Self.least, min(100, part / whole * 100)) : 0
    pieces = width > 0 ? [Piece(x: "0", width: Figures.length(width), shade: shade)] : []
    self.line = line.map(Figures.length)
  }

  /// A bar from the left: a number of leads of a number.
  init(_ part: Int, of whole: Int, shade: String = "s0", line: Double? = nil) {
    self.init(Double(part), of: Double(whole), shade: shade, line: line)
  }

  /// A bar to the right for what is above nothing, to the left for what is below.
  ///
  /// - Parameters:
  ///   - lowest: the lowest value that any bar of the column shows, at most 0.
  ///   - highest: the highest, at least 0.
  init(_ value: Double, lowest: Double, highest: Double) {
    let span = max(highest - lowest, .leastNonzeroMagnitude)
    let zero = -lowest / span * 100
    let width = value == 0 ? 0 : max(Self.least, min(100, abs(value) / span * 100))
    pieces = [
      Piece(
        x: Figures.length(value < 0 ? zero - width : zero), width: Figures.length(width),
        shade: value < 0 ? "minus" : "s0")
    ]
    line = Figures.length(zero)
  }

  static let template =
    #"<svg class="bar" aria-hidden="true" focusable="false">{{#pieces}}<rect class="{{shade}}" x="{{x}}%" width="{{width}}%" height="100%"/>{{/pieces}}{{#line}}<line x1="{{.}}%" x2="{{.}}%" y1="0" y2="100%"/>{{/line}}</svg>"#

  /// The shade of a stage or band, from the best to the last.
  static func shade(_ position: Int, of count: Int) -> String {
    count < 2 ? "s0" : "s\((position * 5 + (count - 1) / 2) / (count - 1))"
  }
}
