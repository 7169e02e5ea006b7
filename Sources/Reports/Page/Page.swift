import Mustache

/// The templates of all pages.
///
/// They are literals in Swift files, each beside the values that it shows, so that a chart is one file and a page needs
/// nothing but the program. Values come in by `{{ }}` alone; a test looks for any other way.
enum Page {
  /// Every template by its name.
  static let templates: [String: String] = [
    "head": PageFrame.head, "keys": KeyFigure.template, "foot": PageFrame.foot, "style": PageStyle.css,
    "bar": Bar.template, "histogram": Histogram.template, "grid": Grid.template,
    "pairs": PairChart.template, "interval": Interval.template, "lines": LineChart.template,
    "scores": ScorePage.template, "comparison": ComparisonPage.template,
    "profile": ProfilePage.template,
  ].merging(CardPage.sections) { own, _ in own }

  /// A page, made of the values of a view.
  static func html(_ template: String, _ view: some Sendable) -> String {
    library.render(view, withTemplate: template) ?? ""
  }

  private static let library: MustacheLibrary = {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    for (name, text) in templates {
      do {
        // Each says it for itself: a partial does not inherit how its page escapes.
        try library.register("{{% CONTENT_TYPE: \(PageText.name)}}" + text, named: name)
      } catch {
        preconditionFailure("the template \(name) cannot be read: \(error)")
      }
    }
    return library
  }()
}

/// What stands above and below every report.
struct PageFrame: Sendable {
  /// What the page is about: `Lead scores`.
  let kind: String
  let title: String
  /// What was looked at, when and by what, in a few words each.
  let facts: [Fact]
  /// The sections, for the contents.
  let contents: [Link]

  struct Fact: Sendable {
    let term: String
    let value: String
  }

  struct Link: Sendable {
    let anchor: String
    let name: String
  }

  static let head = #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    <meta name="generator" content="Leadline">
    <title>{{frame.title}}</title>
    <style>
    {{>style}}
    </style>
    </head>
    <body>
    <header class="top">
    <p class="kind"><svg class="mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M9 0v9" class="mark-line"/><path d="M6.5 9h5l1.6 6.2a2.2 2.2 0 0 1-2.1 2.8H7a2.2 2.2 0 0 1-2.1-2.8z"/></svg>{{frame.kind}}</p>
    <h1><bdi>{{frame.title}}</bdi></h1>
    <dl class="facts">
    {{#frame.facts}}
    <div><dt>{{term}}</dt><dd><bdi>{{value}}</bdi></dd></div>
    {{/frame.facts}}
    </dl>
    <nav aria-label="Contents"><ul>{{#frame.contents}}<li><a href="#{{anchor}}">{{name}}</a></li>{{/frame.contents}}</ul></nav>
    </header>
    <main>
    """#

  static let foot = #"""
    </main>
    <footer>
    <p>Made by Leadline. This page is one file: it loads nothing, runs nothing and sends nothing. It holds data about people; pass it on with care.</p>
    </footer>
    </body>
    </html>

    """#
}
