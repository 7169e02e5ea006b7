/// How many leads have two things at once: a table whose cells are the darker the more leads they hold.
struct Grid: Sendable {
  let caption: String
  let rowTitle: String
  let columnTitle: String
  let columns: [Heading]
  let rows: [Row]

  struct Heading: Sendable {
    let name: String
    let detail: String?
  }

  struct Row: Sendable {
    let name: String
    let detail: String?
    let cells: [Cell]
  }

  struct Cell: Sendable {
    let count: String
    let share: String
    /// How dark: `h0` to `h7`.
    let level: String
  }

  /// - Parameter counts: for each row the leads of each column.
  init(
    caption: String, rowTitle: String, rows: [Heading], columnTitle: String, columns: [Heading], counts: [[Int]]
  ) {
    self.caption = caption
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.columns = columns
    let most = counts.joined().max() ?? 0
    let all = counts.joined().reduce(0, +)
    self.rows = zip(rows, counts).map { heading, counts in
      Row(
        name: heading.name, detail: heading.detail,
        cells: counts.map { count in
          // By the square root, so that a few in a cell differ from none.
          let level = count == 0 ? 0 : 1 + Int(((Double(count) / Double(most)).squareRoot() * 6).rounded())
          return Cell(
            count: count == 0 ? "·" : Figures.count(count), share: count == 0 ? "" : Figures.percent(count, of: all),
            level: "h\(level)")
        })
    }
  }

  static let template = #"""
    <div class="grid-box">
    <table class="grid">
    <caption class="vh">{{caption}}</caption>
    <thead>
    <tr><td></td><th class="over" scope="colgroup" colspan="{{count(columns)}}"><bdi>{{columnTitle}}</bdi></th></tr>
    <tr><th scope="col" class="side"><bdi>{{rowTitle}}</bdi></th>{{#columns}}<th scope="col"><bdi>{{name}}</bdi>{{#detail}}<small>{{.}}</small>{{/detail}}</th>{{/columns}}</tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><bdi>{{name}}</bdi>{{#detail}}<small>{{.}}</small>{{/detail}}</th>{{#cells}}<td class="{{level}}">{{count}}<small>{{share}}</small></td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    """#
}
