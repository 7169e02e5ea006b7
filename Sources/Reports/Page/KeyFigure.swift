/// One of the few numbers that stand at the top of a report, with a sentence that says what it means.
struct KeyFigure: Sendable {
  let name: String
  let number: String
  let sentence: String
  /// Whether the number needs a smaller size.
  let isLong: Bool

  init(name: String, number: String, sentence: String) {
    self.name = name
    self.number = number
    self.sentence = sentence
    isLong = number.unicodeScalars.count > 8
  }

  /// All of them, from `keys` of the view around.
  static let template = #"""
    <dl class="keys">
    {{#keys}}
    <div><dt>{{name}}</dt><dd class="number{{#isLong}} long{{/isLong}}"><bdi>{{number}}</bdi></dd><dd class="says">{{sentence}}</dd></div>
    {{/keys}}
    </dl>

    """#
}
