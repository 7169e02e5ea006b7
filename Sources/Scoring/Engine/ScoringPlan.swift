import Conditions
import Leads

/// A model compiled for a population and a moment.
///
/// A *cell* is a group of a score, or the rules of a score without a group: sums are kept for each cell, because limits
/// apply to cells.
struct ScoringPlan: Sendable {
  /// A score's cells and their limits.
  struct CellRange: Sendable {
    var cells: Range<Int>
    var limits: [Limits]
  }

  /// The rules that depend on one column alone.
  ///
  /// Classes for which the same rules hold share a signature, of which there are few.
  struct ColumnRules: Sendable {
    /// The column's position in the program.
    var column: Int
    /// For each class its signature.
    var signatures: [UInt32]
    /// For each cell concerned what each signature adds, in billionths.
    var cells: [(cell: Int, worths: [Int64])]
    /// For each signature the rules that hold and what they give.
    var reasons: [[Scores.Reason]]
  }

  /// A branch of a rule that joins several columns.
  struct CompositeRule: Sendable {
    var node: ConditionProgram.Node
    var cell: Int
    var reason: Scores.Reason
    var sign: Int64
  }

  let model: ScoringModel
  let asOf: AsOf
  let cellCount: Int
  /// For each score its cells; none for one that is derived or learned.
  let cellRanges: [CellRange]
  /// For each rule the position of its score; -1 if that is the part of another score with a tag.
  let scoreOfRule: [Int]
  let program: ConditionProgram
  let finders: [ClassFinder?]
  private(set) var columnRules: [ColumnRules] = []
  private(set) var compositeRules: [CompositeRule] = []
  let events: EventProgram
  let createdAt: [Int64]?
  /// For each score that is learned the likelihoods of all leads.
  let likelihoods: [Likelihoods?]
  /// Nodes of the exclusions, of the scores' conditions, and of the grade's criteria with what they need to be known.
  private(set) var exclusions: [ConditionProgram.Node] = []
  private(set) var applies: [ConditionProgram.Node?] = []
  private(set) var criteria: [(holds: ConditionProgram.Node, isKnown: ConditionProgram.Node)] = []

  /// Which rules are to be added, and which taken away again.
  struct SignedRule {
    var score: Int
    var rule: Rule
    var position: Int32
    var sign: Int64
  }

  /// All rules of a model.
  static func allRules(of model: ScoringModel) -> [SignedRule] {
    var position: Int32 = -1
    return model.scores.enumerated().flatMap { score, definition in
      definition.rules.map { rule in
        position += 1
        return SignedRule(score: score, rule: rule, position: position, sign: 1)
      }
    }
  }

  /// - Parameters:
  ///   - rules: the rules to compile; by default all.
  ///   - judges: whether exclusions, the scores' conditions and the grade are compiled too.
  init(
    _ model: ScoringModel, _ population: Population, asOf: AsOf, threads: Int, rules: [SignedRule]? = nil,
    judges: Bool = true
  ) {
    self.model = model
    self.asOf = asOf
    var cellCount = 0
    cellRanges = model.scores.map { score in
      guard score.isOfRules else { return CellRange(cells: cellCount..<cellCount, limits: []) }
      let first = cellCount
      cellCount += score.groups.count + 1
      return CellRange(cells: first..<cellCount, limits: score.groups.map(\.limits) + [Limits()])
    }
    self.cellCount = cellCount
    scoreOfRule = model.scores.enumerated().flatMap { index, score in
      Array(repeating: score.tag == nil ? index : -1, count: score.rules.count)
    }
    let signed = rules ?? Self.allRules(of: model)
    let ranges = cellRanges
    func cell(_ rule: SignedRule) -> Int {
      ranges[rule.score].cells.lowerBound + (rule.rule.group ?? model.scores[rule.score].groups.count)
    }

    var branches: [(condition: Condition, cell: Int, reason: Scores.Reason, sign: Int64)] = []
    for rule in signed {
      guard case .attributes(let all) = rule.rule.body else { continue }
      for branch in all {
        let worth = rule.rule.limits.clamp(branch.points.billionths)
        branches.append((branch.condition, cell(rule), Scores.Reason(rule: rule.position, worth: worth), rule.sign))
      }
    }
    var conditions = branches.map(\.condition)
    let judged = conditions.count
    if judges {
      conditions += model.exclusions.map(\.condition)
      conditions += model.scores.compactMap(\.condition)
      for criterion in model.grade?.criteria ?? [] {
        conditions.append(criterion.condition)
        let known = criterion.neededAttributes.map { Condition.test(Test(Operand($0, .any), .known)) }
        conditions.append(known.isEmpty ? .constant(true) : .all(known))
      }
    }
    let leads = population.leads
    let program = ConditionProgram(conditions, asOf: asOf, threads: threads) { name in
      leads.column(name).map { Classes(of: $0, name: name, conditions: conditions, asOf: asOf) }
    }
    self.program = program
    finders = program.columns.indices.map { index in
      leads.column(program.columns[index]).map { ClassFinder($0, program.classes[index]) }
    }
    events = EventProgram(
      signed.map { EventProgram.Assigned(rule: $0.rule, position: $0.position, cell: cell($0), sign: $0.sign) },
      kinds: population.kinds, asOf: asOf)
    if case .instant(let instants)? = leads.column("created_at") { createdAt = instants } else { createdAt = nil }
    likelihoods = model.scores.map { score in
      score.learned.map { population.likelihoods(by: $0, asOf: asOf, threads: threads) }
    }

    if judges {
      var rest = program.nodes[judged...]
      exclusions = model.exclusions.map { _ in rest.removeFirst() }
      applies = model.scores.map { $0.condition == nil ? nil : rest.removeFirst() }
      criteria = (model.grade?.criteria ?? []).map { _ in (rest.removeFirst(), rest.removeFirst()) }
    }
    compile(branches.enumerated().map { ($1.cell, $1.reason, $1.sign, program.nodes[$0]) })
  }

  private mutating func compile(
    _ branches: [(cell: Int, reason: Scores.Reason, sign: Int64, node: ConditionProgram.Node)]
  ) {
    var ofColumn: [Int: [(cell: Int, reason: Scores.Reason, sign: Int64, truths: [UInt8])]] = [:]
    for branch in branches {
      switch branch.node {
      case .constant(false): continue
      case .table(let column, let truths):
        ofColumn[column, default: []].append((branch.cell, branch.reason, branch.sign, truths))
      default:
        compositeRules.append(
          CompositeRule(node: branch.node, cell: branch.cell, reason: branch.reason, sign: branch.sign))
      }
    }
    for (column, branches) in ofColumn.sorted(by: { $0.key < $1.key }) {
      columnRules.append(Self.columnRules(column, branches))
    }
  }

  private static func columnRules(
    _ column: Int, _ branches: [(cell: Int, reason: Scores.Reason, sign: Int64, truths: [UInt8])]
  ) -> ColumnRules {
    var signatures = [UInt32](repeating: 0, count: branches[0].truths.count)
    // For each signature which branches hold.
    var holding: [[Int]] = [[]]
    for (index, branch) in branches.enumerated() {
      var renumbered = [UInt32](repeating: .max, count: holding.count)
      let truths = branch.truths.span
      var codes = signatures.mutableSpan
      for i in truths.indices where truths[i] == 1 {
        let old = Int(codes[i])
        if renumbered[old] == .max {
          renumbered[old] = UInt32(holding.count)
          holding.append(holding[old] + [index])
        }
        codes[i] = renumbered[old]
      }
    }
    let cells = Set(branches.map(\.cell)).sorted().map { cell in
      (
        cell: cell,
        worths: holding.map {
          $0.reduce(Int64(0)) { sum, index in
            branches[index].cell == cell ? sum + branches[index].sign * branches[index].reason.worth : sum
          }
        }
      )
    }
    let reasons = holding.map { $0.map { branches[$0].reason }.filter { $0.worth != 0 } }
    return ColumnRules(column: column, signatures: signatures, cells: cells, reasons: reasons)
  }
}
