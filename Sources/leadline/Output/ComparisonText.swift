import Leads
import Scoring

/// A comparison of two models for people at a terminal.
struct ComparisonText {
  let comparison: ModelComparison
  let leads: LeadTable
  let capacity: Int?
  private var hasOutcomes: Bool { comparison.stages.contains { $0.beforeRate.known > 0 } }

  init(_ comparison: ModelComparison, _ leads: LeadTable, capacity: Int?) {
    self.comparison = comparison
    self.leads = leads
    self.capacity = capacity
  }

  func write(top: Int) throws {
    try writeSummary()
    try writeRules()
    try writeStages()
    try writeLine()
    try writeDistribution()
    try writeMovers(top)
  }

  private func heading(_ text: String) throws { try Terminal.write("\n" + Terminal.styled(text, .bold)) }

  private func writeSummary() throws {
    let (old, new) = (comparison.old.model, comparison.new.model)
    let name = new.name.isEmpty ? "" : "“\(new.name)” "
    try Terminal.write(
      Terminal.styled(
        "\(name)\(old.version.prefix(8)) → \(new.version.prefix(8)), \(comparison.new.count.formatted()) leads, as of \(comparison.new.asOf.instant)",
        .dim))
    let moved = comparison.movedCount
    let share = Self.percent(Double(moved) / Double(max(1, comparison.new.count)))
    var sentence =
      moved == 1 ? "1 lead (\(share)) changes its stage" : "\(moved.formatted()) leads (\(share)) change their stage"
    if comparison.stages.isEmpty { sentence = "The models have no stages" }
    if let score = new.rankingScore {
      sentence +=
        "; \(new.scores[score].name) rises for \(comparison.rising.formatted()), falls for \(comparison.falling.formatted()), and stays for \(comparison.staying.formatted())"
    }
    try Terminal.write(sentence + ".")
  }

  // MARK: Rules

  private func writeRules() throws {
    let effects = comparison.rulesByEffect
    if effects.isEmpty {
      try heading("No rule differs")
    } else {
      try heading(effects.count == 1 ? "1 rule differs" : "\(effects.count) rules differ")
    }
    for effect in effects.prefix(30) {
      let mark = [RuleChange.Kind.added: "+", .removed: "-", .changed: "~"][effect.change.kind]!
      let what = effect.change.differences.joined(separator: ", ")
      try Terminal.write("  \(mark) \(effect.change.score): \(effect.change.rule), \(what)".clipped(to: Terminal.width))
      try Terminal.write("      " + Self.consequence(of: effect))
    }
    if effects.count > 30 { try Terminal.write("  … and \(effects.count - 30) more") }
    try writeDifferences()
  }

  /// What differs besides the rules, and how many leads move because of it.
  private func writeDifferences() throws {
    let differences = comparison.differences
    if !differences.isEmpty {
      try heading(differences.count == 1 ? "Also different" : "\(differences.count) other things differ")
      for difference in differences.prefix(20) { try Terminal.write("  ~ \(difference)".clipped(to: Terminal.width)) }
      if differences.count > 20 { try Terminal.write("  … and \(differences.count - 20) more") }
    }
    let (up, down) = comparison.unexplained
    if up + down > 0 {
      let moves = up + down == 1 ? "1 lead moves" : "\((up + down).formatted()) leads move"
      try Terminal.write("  \(moves) because of \(differences.count == 1 ? "this" : "these"), and not of a rule")
    }
  }

  private static func consequence(of effect: ModelComparison.RuleEffect) -> String {
    if effect.leads == 0 { return "changes nothing for any lead" }
    let leads = effect.leads == 1 ? "1 lead" : "\(effect.leads.formatted()) leads"
    let mean = effect.points / Double(effect.leads)
    var text =
      "\(mean < 0 ? "takes" : "gives") \(leads) \(Self.decimal(abs(mean))) points \(mean < 0 ? "" : "more ")on average"
    if effect.movedUp > 0 { text += "; \(effect.movedUp.formatted()) move up because of it" }
    if effect.movedDown > 0 { text += "; \(effect.movedDown.formatted()) move down because of it" }
    return text.replacing("  ", with: " ")
  }

  // MARK: Stages

  private func writeStages() throws {
    if comparison.stages.isEmpty { return }
    try heading("Stages")
    var rows = [["", "before", "after", "change", "enter", "leave"]]
    if hasOutcomes { rows[0] += ["close rate before", "after", "of those who enter", "of those who leave"] }
    for stage in comparison.stages {
      var row = [
        stage.name ?? "(none)", stage.before.formatted(), stage.after.formatted(),
        Self.signed(stage.after - stage.before),
        stage.entered.formatted(), stage.left.formatted(),
      ]
      if hasOutcomes {
        row += [stage.beforeRate, stage.afterRate].map { $0.share.map(Self.percent) ?? "–" }
        row += [stage.enteredRate, stage.leftRate].map(Self.rate)
      }
      rows.append(row)
    }
    try TextTable(rows).write()
    let moves = comparison.moves.prefix(6).map { move in
      "\(name(move.from)) → \(name(move.to)) \(move.count.formatted())"
    }
    if !moves.isEmpty { try Terminal.write("  " + moves.joined(separator: " · ").clipped(to: Terminal.width - 2)) }
  }

  private func name(_ stage: Int) -> String {
    comparison.stages.indices.contains(stage) ? comparison.stages[stage].name ?? "(none)" : ""
  }

  private func writeLine() throws {
    guard let line = comparison.line else { return }
    try heading("Above the line (\(line.stage)\(comparison.stages.first?.name == line.stage ? "" : " or better"))")
    try Terminal.write(
      "  \(line.before.formatted()) leads before, \(line.after.formatted()) after: \(line.entered.formatted()) come, \(line.left.formatted()) go"
    )
    if hasOutcomes {
      try Terminal.write(
        "  close rate \(Self.rate(line.beforeRate)) before, \(Self.rate(line.afterRate)) after; of those who come \(Self.rate(line.enteredRate)), of those who go \(Self.rate(line.leftRate))"
      )
    }
    guard let perWeek = line.perWeek else {
      try Terminal.write("  leads a week: not known, because the leads have no created_at within the last 8 weeks")
      return
    }
    let weeks = line.weeks.count == 1 ? "week" : "\(line.weeks.count) weeks"
    var text =
      "  of the leads created in the last \(weeks), \(Self.decimal(perWeek.before)) a week are above it before, \(Self.decimal(perWeek.after)) after"
    if let capacity {
      let spare = Double(capacity) - perWeek.after
      text +=
        spare < 0
        ? "; sales can work \(capacity.formatted()): \(Self.decimal(-spare)) too many"
        : "; sales can work \(capacity.formatted()): room for \(Self.decimal(spare)) more"
    }
    try Terminal.write(text)
  }

  private func writeDistribution() throws {
    guard let score = comparison.new.model.rankingScore, !comparison.bins.isEmpty else { return }
    try heading(comparison.new.model.scores[score].name)
    var rows = [["", "before", "after", "change", ""]]
    let most = comparison.bins.map { max($0.before, $0.after) }.max() ?? 1
    for bin in comparison.bins.reversed() {
      let bar = ScoreTable.bar(Double(bin.after) / Double(max(1, most)), width: 30)
      rows.append([
        bin.low == bin.high ? "\(bin.low)" : "\(bin.low) to \(bin.high)", bin.before.formatted(), bin.after.formatted(),
        Self.signed(bin.after - bin.before), bar,
      ])
    }
    try TextTable(rows).write()
  }

  private func writeMovers(_ top: Int) throws {
    let movers = comparison.movers.prefix(top)
    if movers.isEmpty { return }
    try heading("Who moves furthest")
    let names = LeadNames(leads: leads)
    let other = comparison.differences
    var rows = [["id", "lead", "score", "stage", "mostly because of"]]
    for mover in movers {
      rows.append([
        leads.id(of: mover.lead), names.name(of: mover.lead),
        "\(mover.before.map(String.init) ?? "–") → \(mover.after.map(String.init) ?? "–")",
        mover.from == mover.to ? name(mover.to) : "\(name(mover.from)) → \(name(mover.to))",
        mover.cause.map { comparison.rules[$0].change.rule } ?? (other.count == 1 ? other[0] : "not a rule"),
      ])
    }
    // Without stages there is nothing to say of them.
    if comparison.stages.isEmpty { rows = rows.map { Array($0[..<3] + $0[4...]) } }
    try TextTable(rows, leading: [0, 1, 3, 4]).write()
  }

  // MARK: Numbers

  static func percent(_ share: Double) -> String { "\(decimal(share * 100)) %" }

  /// With one decimal, unless it is a whole number.
  static func decimal(_ number: Double) -> String {
    let tenths = (number * 10).rounded()
    let whole = Int(tenths / 10)
    let rest = Int(abs(tenths).truncatingRemainder(dividingBy: 10))
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return rest == 0 ? sign + whole.formatted() : "\(sign)\(whole.formatted()).\(rest)"
  }

  static func signed(_ number: Int) -> String { number > 0 ? "+\(number.formatted())" : number.formatted() }

  /// `71 % (65 to 77)`.
  static func rate(_ rate: CloseRate) -> String {
    guard let share = rate.share, let interval = rate.interval else { return "–" }
    func whole(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return "\(whole(share)) % (\(whole(interval.lowerBound)) to \(whole(interval.upperBound)))"
  }
}
