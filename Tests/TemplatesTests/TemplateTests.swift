import Leads
import Scoring
import Testing

@testable import Templates

/// What every template is: a sound model, explained, with examples that hold.
@Suite struct TemplateTests {
  private func model(_ template: Template) throws -> ScoringModel {
    try ModelReader.model(from: template.text, path: "\(template.name).yaml")
  }

  @Test func namesAreUniqueAndPlain() {
    #expect(Template.all.count >= 18)
    #expect(Set(Template.all.map(\.name)).count == Template.all.count)
    #expect(Set(Template.all.map(\.title)).count == Template.all.count)
    for template in Template.all {
      #expect(template.name.allSatisfy { $0 == "-" || $0 == "2" || ("a"..."z").contains($0) }, "\(template.name)")
      #expect(Template.named(template.name) == template)
    }
    #expect(Template.named("BANT")?.name == "bant")
    #expect(Template.named("bantam") == nil && Template.named("") == nil)
  }

  @Test func everyCategoryHasTemplatesThatStandTogether() {
    let order = Template.all.map(\.category)
    #expect(Set(order) == Set(Template.Category.allCases))
    // Categories come in their order, each in one piece.
    let positions = order.map { Template.Category.allCases.firstIndex(of: $0)! }
    #expect(positions == positions.sorted())
  }

  @Test(arguments: Template.all) func theExamplesHold(template: Template) throws {
    let results = ExampleCheck(try model(template)).results()
    #expect(!results.isEmpty)
    for result in results {
      for issue in result.issues { Issue.record("line \(issue.line): \(issue.message)\n\(issue.hint ?? "")") }
    }
  }

  @Test(arguments: Template.all) func nothingIsDoubtful(template: Template) throws {
    for warning in ModelCheck(try model(template)).warnings() {
      Issue.record("line \(warning.line): \(warning.message)")
    }
  }

  @Test(arguments: Template.all) func everybodyHasAStage(template: Template) throws {
    let model = try model(template)
    #expect(model.stages.count >= 3)
    #expect(model.stages.last?.condition == nil)
    // The examples show more than one of them.
    let shown = Set(ExampleCheck(model).results().compactMap(\.explanation.stage))
    #expect(shown.count >= 2, "\(shown)")
  }

  @Test(arguments: Template.all) func rulesHaveNamesForPeople(template: Template) throws {
    for score in try model(template).scores {
      #expect(Set(score.rules.map(\.name)).count == score.rules.count)
      for rule in score.rules {
        #expect(rule.name.count >= 3 && !rule.name.contains("_"), "\(rule.name)")
        #expect(rule.name.first?.isUppercase == true, "\(rule.name)")
      }
    }
  }

  @Test(arguments: Template.all) func titleAndSummaryComeFromTheModel(template: Template) throws {
    #expect(try model(template).name == template.title)
    #expect(template.summary.hasPrefix("For ") && template.summary.hasSuffix("."), "\(template.summary)")
    #expect(!template.summary.dropLast().contains("."), "\(template.summary)")
    #expect(template.summary.count <= 100)
  }

  @Test(arguments: Template.all) func theCommentNamesEverythingThatIsRead(template: Template) throws {
    let model = try model(template)
    let words = Set(header(of: template).split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let attributes = model.attributes.map(\.name).filter { DerivedAttribute(named: $0) == nil && $0 != "created_at" }
    for name in attributes + model.properties.map(\.name) + eventNames(model) {
      #expect(words.contains(name), "\(name) is not in the comment")
    }
    #expect(header(of: template).contains("rename it, or write its name here"))
  }

  /// The other way round: what the comment says is read is read.
  @Test(arguments: Template.all) func theCommentNamesNothingElse(template: Template) throws {
    let model = try model(template)
    let known = Set(model.attributes.map(\.name) + model.properties.map(\.name) + eventNames(model))
    let lines = header(of: template).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("# Reads of leads:") })
    let listed = lines[start...].prefix { $0.hasPrefix("# Reads") || $0.hasPrefix("#         ") }
      .flatMap { $0.split(separator: ":").last!.split { !$0.isLetter && !$0.isNumber && $0 != "_" } }
    #expect(listed.count >= 3)
    for name in listed { #expect(known.contains(String(name)), "\(name) is not read") }
  }

  @Test(arguments: Template.all) func theCommentSaysWhatToChangeFirst(template: Template) throws {
    let advice = header(of: template).split(separator: "\n").drop { $0 != "# Change first:" }
    #expect(advice.filter { $0.hasPrefix("#   1. ") || $0.hasPrefix("#   2. ") }.count == 2)
  }

  @Test(arguments: Template.all) func examplesShowTheirArithmetic(template: Template) throws {
    let examples = try #require(template.text.components(after: "\nexamples:\n"))
    let comments = examples.split(separator: "\n").filter { $0.hasPrefix("  #") }
    #expect(comments.contains { $0.contains(where: \.isNumber) })
  }

  /// A rule that could go unnoticed is one that nobody has checked.
  @Test(arguments: Template.all) func examplesNoticeWhenRulesGo(template: Template) throws {
    let model = try model(template)
    let names = model.scores.filter { $0.tag == nil }.flatMap(\.rules).filter { !$0.isWorthNothing }.map(\.name)
    let unnoticed = names.filter { name in
      var poorer = model
      for index in poorer.scores.indices { poorer.scores[index].rules.removeAll { $0.name == name } }
      return ExampleCheck(poorer).results().allSatisfy(\.isAsExpected)
    }
    #expect(unnoticed == [])
  }

  @Test(arguments: Template.all) func theTextIsPlain(template: Template) {
    #expect(template.text.hasPrefix("leadline: 1\nname: "))
    #expect(template.text.hasSuffix("\n") && !template.text.hasSuffix("\n\n"))
    for line in template.text.split(separator: "\n", omittingEmptySubsequences: false) {
      #expect(line.count <= 120 && !line.hasSuffix(" ") && !line.contains("\t"), "\(line)")
    }
  }

  /// The comment at the top, up to the first key that is not the name or the description.
  private func header(of template: Template) -> String {
    let lines = template.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("#") }.prefix { $0.hasPrefix("#") }.joined(separator: "\n")
  }

  private func eventNames(_ model: ScoringModel) -> [String] {
    model.scores.flatMap(\.rules).flatMap { rule -> [String] in
      switch rule.body {
      case .attributes: []
      case .events(let events): events.names
      case .idle(let idle): idle.ignoring
      }
    }
  }
}

extension Rule {
  /// Whether it is there to be changed: worth 0 as it stands.
  fileprivate var isWorthNothing: Bool {
    if case .events(let events) = body { events.points == Points(0) } else { false }
  }
}

extension String {
  /// What stands behind the first place of a text; nil if it is not there.
  fileprivate func components(after text: String) -> Substring? {
    firstRange(of: text).map { self[$0.upperBound...] }
  }
}

extension Template: CustomTestStringConvertible {
  /// Its name, where the text would fill the log.
  public var testDescription: String { name }
}
