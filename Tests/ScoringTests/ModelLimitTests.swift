import TestSupport
import Testing

@testable import Scoring

/// Files that would take the program's time or memory are refused, and soon.
@Suite(.timeLimit(.minutes(1))) struct ModelLimitTests {
  private func issues(_ text: String) -> [ModelIssue] {
    do throws(ModelIssues) {
      _ = try ModelReader.model(from: text, path: "model.yaml")
      return []
    } catch {
      return error.issues
    }
  }

  private func messages(_ text: String) -> [String] { issues(text).map(\.message) }

  private static let head = "leadline: 1\nscores:\n  s:\n    rules:\n      - { name: A, when: a = 1, points: 1 }\n"

  // MARK: Texts

  @Test(arguments: ["", " \n\n", "# only a comment\n", "---\n"]) func anEmptyFileIsEmpty(text: String) {
    #expect(messages(text).first?.hasPrefix("the file") == true || messages(text).first?.hasPrefix("the model") == true)
  }

  @Test func fourMebibytesAreTheLimit() {
    let rest = YAMLDocument.limit - Self.head.utf8.count - 2
    #expect(issues(Self.head + "# " + String(repeating: "x", count: rest)).isEmpty)
    #expect(messages(Self.head + "# " + String(repeating: "x", count: rest + 1)) == ["the file is larger than 4 MiB"])
  }

  @Test func controlCharactersAreNamedWithTheirLine() {
    let found = issues(Self.head + "# a \u{1} bell\n")
    #expect(found.count == 1)
    #expect(found.first?.line == 6)
    #expect(found.first?.message.contains("U+1") == true, "\(found)")
  }

  @Test func aByteOrderMarkDoesNotMatter() { #expect(issues("\u{FEFF}" + Self.head).isEmpty) }

  // MARK: Depth

  @Test func deepNestingIsRefused() {
    for text in [
      String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 500_000),
      String(repeating: "- ", count: 500_000),
      String(repeating: "? ", count: 500_000),
      (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      (0..<2_000).map { String(repeating: "  ", count: $0) + "-" }.joined(separator: "\n"),
    ] {
      #expect(messages(text).contains { $0.contains("nests deeper") || $0.contains("not YAML") }, "\(text.prefix(30))")
    }
  }

  @Test func bracketsInTextsDoNotNest() {
    let rules = (0..<100).map { "      - { name: R\($0), when: \"matches(a, '[[]')\", points: 1 }\n" }.joined()
    #expect(issues(Self.head.replacing("a = 1", with: "a = 'x'") + rules).isEmpty)
  }

  // MARK: Aliases

  @Test func billionsOfLaughsDoNotUnfold() {
    var text = "leadline: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(messages(text + "scores: *a40\n").contains { $0.hasPrefix("*a40 would be an alias") })
    // As names, which a parser compares with each other.
    #expect(!messages(text + "? *a40\n: 1\n? [*a40, *a39]\n: 2\n").isEmpty)
    #expect(!messages(text + "scores: { ? *a40 : 1, *a40 : 2 }\n").isEmpty)
  }

  @Test func chainsOfAliasesDoNotNest() {
    var text = "leadline: 1\na0: &a0 [x]\n"
    for level in 1...20_000 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(!messages(text).isEmpty)
  }

  @Test func starsInTextsStay() throws {
    let model = try ModelReader.model(
      from:
        "leadline: 1\nname: \"* * *\"\nscores:\n  s:\n    rules:\n      - { name: a * b, when: \"x like '*%'\", points: 1 }\n",
      path: "")
    #expect(model.name == "* * *")
    #expect(model.scores[0].rules[0].name == "a * b")
    #expect(model.scores[0].rules[0].body == .attributes([.init(try .parsed("x like '*%'"), Points(1))]))
  }

  // MARK: Numbers of things

  private func model(rules: Int) -> String {
    "leadline: 1\nscores:\n  s:\n    rules:\n"
      + (0..<rules).map { "      - { name: R\($0), when: a = \($0), points: 1 }\n" }.joined()
  }

  @Test func fiveThousandRulesAreTheLimit() {
    #expect(issues(model(rules: ModelLimits.rules)).isEmpty)
    #expect(messages(model(rules: ModelLimits.rules + 1)).first == "the model has more than 5000 rules")
  }

  @Test func stagesScoresAndExclusionsHaveLimits() {
    func list(_ count: Int, _ entry: (Int) -> String) -> String { (0..<count).map(entry).joined() }
    let stages = { (count: Int) in Self.head + "stages:\n" + list(count) { "  - { name: x\($0), when: s > \(-$0) }\n" }
    }
    #expect(issues(stages(ModelLimits.stages)).isEmpty)
    #expect(messages(stages(ModelLimits.stages + 1)) == ["the model has more than 250 stages"])
    let scores = { (count: Int) in
      "leadline: 1\nscores:\n" + list(count) { "  s\($0): { rules: [{ name: A, when: a = 1, points: 1 }] }\n" }
    }
    #expect(issues(scores(ModelLimits.scores)).isEmpty)
    #expect(messages(scores(ModelLimits.scores + 1)) == ["the model has more than 500 scores"])
    let exclusions = { (count: Int) in Self.head + "exclude:\n" + list(count) { "  - { when: a = \($0) }\n" } }
    #expect(issues(exclusions(ModelLimits.exclusions)).isEmpty)
    #expect(messages(exclusions(ModelLimits.exclusions + 1)) == ["the model has more than 5000 exclusions"])
  }

  @Test func tablesAndMatricesHaveLimits() {
    func table(_ count: Int) -> String {
      "leadline: 1\nscores:\n  s:\n    rules:\n      - { name: A, by: zip, points: { "
        + (0..<count).map { "z\($0): 1" }.joined(separator: ", ") + " } }\n"
    }
    #expect(issues(table(ModelLimits.tableEntries)).isEmpty)
    #expect(messages(table(ModelLimits.tableEntries + 1)) == ["the table has more than 2000 entries"])
    let bands = (1...101).map { "B\($0): \(-$0)" }.joined(separator: ", ")
    let banded =
      Self.head.replacing("scores:\n", with: "scores:\n  t: { sum: { s: 1 } }\n")
      + "bands: { s: { \(bands) }, t: { \(bands) } }\n"
    #expect(issues(banded).isEmpty)
    #expect(messages(banded + "matrix: [s, t]\n") == ["the matrix has more than 10000 labels"])
  }

  @Test func longListsCannotBeUsedWithoutEnd() {
    let list = "lists: { l: [" + (0..<100_000).map { "w\($0)" }.joined(separator: ", ") + "] }\n"
    let rules = (0..<500).map { "      - { name: R\($0), when: \"starts_with(a, l)\", points: 1 }\n" }.joined()
    let found = messages("leadline: 1\n\(list)scores:\n  s:\n    rules:\n\(rules)")
    #expect(found == ["the conditions up to here have more than 1000000 texts, with those of their lists"])
  }

  @Test func longChainsOfSumsAreReadInOrder() {
    var text = Self.head
    for index in 1..<ModelLimits.scores {
      text += "  s\(index): { sum: { s\(index == 1 ? "" : String(index - 1)): 1 } }\n"
    }
    #expect(issues(text).isEmpty)
  }

  // MARK: Anything

  @Test(arguments: 0..<150 as Range<UInt64>) func damagedModelsAreReadOrRefusedButNeverCrash(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let original = Array(RandomModel(seed: seed).yaml.utf8)
    for _ in 0..<4 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let place = Int.random(in: 0..<bytes.count, using: &chance)
        switch Int.random(in: 0...3, using: &chance) {
        case 0: bytes.remove(at: place)
        case 1:
          bytes.insert(Array("{}[]:,-#&*!|>'\"%@`\t\n 09\u{0}é".utf8).randomElement(using: &chance) ?? 0, at: place)
        case 2: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &chance))
        default: bytes.removeSubrange(place..<min(place + 40, bytes.count))
        }
      }
      do throws(ModelIssues) {
        _ = try ModelReader.model(from: String(decoding: bytes, as: UTF8.self), path: "seed \(seed)")
      } catch {
        #expect(!error.issues.isEmpty && !error.description.isEmpty, "seed \(seed)")
        #expect(error.issues.allSatisfy { $0.line >= 0 && $0.line <= error.lines.count + 1 }, "seed \(seed)")
      }
    }
  }
}
