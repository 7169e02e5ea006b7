/// Writes model files; most are valid, some are valid YAML of the wrong shape.
struct ModelGrammar {
  static let words = [
    "leadline: 1\n", "scores:\n", "  fit:\n", "    rules:\n", "      - ", "{ name: X, ", "when: ", "by: ", "on: ",
    "where: ", "within: 30d",
    "count: at least 3", "count: latest 5", "points: 10", "points: { other: 1 }", "decay: half-life 10d",
    "decay: 10% every 7d", "max: 20",
    "min: -5", "idle: { 30d: -5 }", "tags: [a]", "sum: { fit: 1 }", "split: [a]", "for: \"x = 'y'\"", "range: 0..100",
    "groups: { a: {max: 5} }",
    "bands:\n", "matrix: [fit]", "grade:\n", "stages:\n", "exclude:\n", "missing: []", "lists:\n", "{ file: list.txt }",
    "&a ", "*a", "<<: *a",
    "!!str ", "!!binary ", "|\n", ">-\n", "---\n", "...\n", "? ", ": ", "%YAML 1.2\n", "[", "]", "{", "}", "\"", "'",
    "#", "\t", "10000.001", "1e3",
    "0x1F", "~", "null", "\"1..5\"", "\"<10\"", "\"1000+\"", "a | b", "missing", "other", "36500d", "1000000",
    "at least 1000000",
  ]

  private let conditions = ConditionGrammar()

  func model(_ random: inout SeededGenerator) -> String {
    if random.once(in: 40) { return nested(&random) }
    var text = "leadline: 1\nname: Fuzz\n"
    if random.once(in: 4) { text += "missing: [Select, '', 'N/A']\n" }
    if random.once(in: 4) {
      text +=
        "lists: { partners: [Acme, Globex], more: { file: \(usual(["list.txt"], or: ["nowhere.txt"], &random)) } }\n"
    }
    if random.once(in: 3) { text += "exclude:\n  - { name: Competitor, when: \(quoted(condition(&random))) }\n" }
    let scores = (0...random.below(3)).map { "s\($0)" }
    text += "scores:\n"
    for score in scores { text += self.score(score, &random) }
    if random.once(in: 2) {
      text += "  total:\n    sum: { \(scores.map { "\($0): \(points(&random))" }.joined(separator: ", ")) }\n"
    }
    text += outcomes(scores, &random)
    return text
  }

  private func score(_ name: String, _ random: inout SeededGenerator) -> String {
    var text = "  \(name):\n"
    if random.once(in: 6) { text += "    for: \(quoted(condition(&random)))\n" }
    if random.once(in: 2) {
      text += "    range: \(usual(["-50..100", "0..", "..100", "-10000..10000"], or: ["5..1", ".."], &random))\n"
    }
    text += "    groups: { g0: {max: 35}, g1: {min: -\(random.below(50)), max: \(random.below(10_000))} }\n    rules:\n"
    for index in 0...random.below(6) { text += "      - \(rule(index, &random))\n" }
    if random.once(in: 8), text.contains("tags") { text += "    split: [hot]\n" }
    return text
  }

  private func rule(_ index: Int, _ random: inout SeededGenerator) -> String {
    var fields = ["name: R\(index)"]
    if random.once(in: 2) { fields.append("group: g\(random.below(2))") }
    switch random.below(5) {
    case 0, 1: fields += ["when: \(quoted(condition(&random)))", "points: \(points(&random))"]
    case 2:
      fields += [
        "by: \(random.one(of: ["x\(index)", "y\(index)", "z\(index)", "age(created_at)", "length(email)", "domain(email)"]))",
        "points: { \(table(&random)) }",
      ]
    case 3: fields += event(&random)
    default:
      fields += [
        "idle: { \(usual(["30d: -5", "30d: -5, 60d: -10", "1y: 10000"], or: ["0d: 1", "1d: 1, 1d: 2"], &random)) }",
        "ignoring: [email_sent]",
      ]
    }
    if random.once(in: 3) { fields.append("max: \(random.below(10_000))") }
    if random.once(in: 6) { fields.append("tags: [hot, cold]") }
    return "{ \(fields.joined(separator: ", ")) }"
  }

  private func event(_ random: inout SeededGenerator) -> [String] {
    var fields = [
      "on: \(random.one(of: ["page_view", "[page_view, demo_request]", "Demo Request"]))", "points: \(points(&random))",
    ]
    if random.once(in: 3) {
      fields.append("where: \(quoted(random.one(of: ["contains(url, '/pricing')", "amount > 5", "campaign = 'x'"])))")
    }
    if random.once(in: 2) {
      fields.append("within: \(usual(["1d", "30d", "6mo", "36500d"], or: ["0d", "36501d"], &random))")
    }
    if random.once(in: 2) {
      fields.append(
        "count: \(usual(["each", "each per day", "each per week", "once", "latest 3", "at least 3", "latest 1000000"], or: ["often"], &random))"
      )
    }
    if random.once(in: 2), fields.last?.hasPrefix("count: at") != true {
      fields.append(
        "decay: \(random.one(of: ["half-life 1d", "half-life 36500d", "linear 90d", "10% every 7d", "100% every 1d", "0.0001% every 1d", "none"]))"
      )
    }
    return fields
  }

  private func table(_ random: inout SeededGenerator) -> String {
    let tables = [
      ["\"<10\"", "\"10..19\"", "\"20+\""], ["Software", "\"a | b\"", "\"é\"", "yes"],
      ["\"<30d\"", "\"30d..59d\"", "\"60d+\""],
      ["5", "\">= 1e9\"", "\"6..6.5\""],
    ]
    let keys =
      random.one(of: tables).prefix(1 + random.below(4)) + (random.once(in: 3) ? ["other"] : [])
      + (random.once(in: 3) ? ["missing"] : [])
    let wrong = random.once(in: 80) ? ["\"5..1\""] : []
    return (keys + wrong).map { "\($0): \(points(&random))" }.joined(separator: ", ")
  }

  /// One that is fine; seldom one that is not, for a model has many places to be wrong.
  private func usual(_ good: [String], or bad: [String], _ random: inout SeededGenerator) -> String {
    random.once(in: 80) ? random.one(of: bad) : random.one(of: good)
  }

  private func points(_ random: inout SeededGenerator) -> String {
    usual(
      ["1", "-5", "0.5", "10", "0.001", "10000", "-10000", "0", "2.5000"], or: ["10001", "ten", "1.2345", "", "1e3"],
      &random)
  }

  private func condition(_ random: inout SeededGenerator) -> String {
    random.once(in: 20)
      ? conditions.condition(&random, depth: 2)
      : random.one(of: [
        "country = 'US'", "company_size >= 50", "opted_in", "age(created_at) < 30d", "email is missing",
        "email in partners",
      ])
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.reduce(into: "") { $0 += $1 == "\\" ? "\\\\" : $1 == "\"" ? "\\\"" : String($1) } + "\""
  }

  private func outcomes(_ scores: [String], _ random: inout SeededGenerator) -> String {
    var text = ""
    if random.once(in: 2) {
      text +=
        "bands:\n" + scores.map { "  \($0): { A: \(random.below(100)), B: \(random.below(50) - 25), C: }\n" }.joined()
      if random.once(in: 2) { text += "matrix: [\(scores.joined(separator: ", "))]\n" }
    }
    if random.once(in: 4) {
      text += "grade:\n  start: \(usual(["C", "a+", "F"], or: ["E"], &random))\n  criteria:\n"
      for _ in 0...random.below(3) {
        text +=
          "    - { when: \(quoted(condition(&random))), match: \(usual(["1/3", "2/3", "1", "-1 1/3"], or: ["9", "1/2"], &random)), miss: -1/3 }\n"
      }
    }
    if random.once(in: 2) {
      let when = usual(
        ["s0 >= 50", "s0 is missing", "not s0 between 1 and 5"],
        or: ["s0_band = 'A'", "grade >= 'B'", "s0 > s1", "matrix like 'A%'"], &random)
      text += "stages:\n  - { name: hot, when: \(quoted(when)) }\n  - { name: cold }\n"
    }
    return text
  }

  /// YAML that is small and means much: nesting, and aliases of aliases.
  private func nested(_ random: inout SeededGenerator) -> String {
    let depth = 1 + random.below(random.once(in: 4) ? 3000 : 60)
    switch random.below(7) {
    case 0: return "leadline: 1\nscores: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    case 1: return String(repeating: "{a: ", count: depth) + "1" + String(repeating: "}", count: depth)
    case 2: return String(repeating: "- ", count: depth) + "x"
    case 3: return (0..<min(depth, 200)).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    case 4: return "? " + String(repeating: "? ", count: depth) + "x"
    default:
      // Each line refers to the one before it several times.
      let levels = 2 + random.below(30)
      let lines = (1..<levels).map { "  l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1), *l\($0 - 1), *l\($0 - 1)]\n" }
      let use = random.one(of: [
        "scores: *l\(levels - 1)\n", "? *l\(levels - 1)\n: 1\n", "stages: *l\(levels - 1)\n",
        "bands: { fit: *l\(levels - 1) }\n", "<<: *l\(levels - 1)\n",
      ])
      return "leadline: 1\nlists:\n  l0: &l0 [a, b]\n" + lines.joined() + use
    }
  }
}
