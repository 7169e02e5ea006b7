#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Leads
import Statistics

/// What open leads are expected to bring, month by month, with the range in which it lies nine times of ten.
///
/// The assumptions, of which people should know:
/// - whether a lead is won hangs on its likelihood, and not on the other leads, but for one shift of the odds of all that
///   past leads leave open (`DealHistory.shift`);
/// - a won lead is worth its value, and values do not change the likelihood;
/// - a lead that is won takes as long as those of the past; where it is known how long won and lost leads took, an old
///   lead is less (or more) likely to be won by the share of each that is still open at its age.
///
/// The expected amounts are exact sums. Ranges come from seeded draws of all leads.
public struct PipelineForecast: Sendable, Hashable {
  /// An open lead.
  public struct Lead: Sendable, Hashable {
    /// The probability to be won, from 0 to 1, and what it brings then.
    public var probability: Double, value: Double
    /// The days since its creation, not negative; nil if not known.
    public var age: Int?

    /// A lead.
    public init(probability: Double, value: Double, age: Int?) {
      self.probability = probability
      self.value = value
      self.age = age
    }
  }

  /// When deals are won.
  public enum Period: Sendable, Hashable {
    /// In this month; the first is what is left of the running one.
    case month(Month)
    /// After the last month.
    case later
    /// It is not known when: nobody knows how old the lead is, or no won lead of the past took so long.
    case unknown
  }

  /// What a period brings.
  public struct Part: Sendable, Hashable {
    /// Which.
    public var period: Period
    /// How many deals are expected, and what they bring.
    public var deals: Double, amount: Double
    /// The range in which the amount lies nine times of ten.
    public var low: Double, high: Double
  }

  /// The periods in their order; those in which nothing can happen are left out at the end.
  public let parts: [Part]
  /// All periods together.
  public let total: Part
  /// How many deals would be expected if the age of leads did not matter.
  public let dealsWithoutAge: Double

  /// The months that are told apart.
  public static let months = 12
  private static let slots = months + 2

  /// A forecast. O(leads × draws).
  ///
  /// - Parameters:
  ///   - history: how long deals take and how far the odds may be off; without the former all is `unknown`.
  ///   - draws: nil for as many as a second or so allows, 400 to 4000.
  public init(
    _ leads: [Lead], _ history: DealHistory, asOf: AsOf, seed: UInt64 = 0, draws: Int? = nil, threads: Int = 1
  ) {
    let calendar = Calendar(asOf)
    var ages = AgeClasses(history, calendar)
    let odds = Odds(leads, &ages)
    let simulation = Simulation(odds: odds, classes: ages.classes, shift: history.shift, seed: seed)
    let count = draws ?? min(4000, max(400, 100_000_000 / max(1, leads.count)))
    let drawn = parallel(count: count, threads: threads) { simulation.amounts(draw: $0) }
    var deals = [Double](repeating: 0, count: Self.slots)
    var amounts = deals
    for lead in leads.indices {
      let p = odds.odds[lead] / (1 + odds.odds[lead])
      var before = 0.0
      for (slot, cumulative) in ages.classes[odds.classes[lead]].cumulative.enumerated() {
        deals[slot] += p * (cumulative - before)
        amounts[slot] += p * (cumulative - before) * leads[lead].value
        before = cumulative
      }
    }
    func part(_ period: Period, _ slots: Range<Int>) -> Part {
      let sums = drawn.map { $0[slots].reduce(0, +) }.sorted()
      return Part(
        period: period, deals: deals[slots].reduce(0, +), amount: amounts[slots].reduce(0, +),
        low: Bootstrap.quantile(sums, 0.05), high: Bootstrap.quantile(sums, 0.95))
    }
    let periods = calendar.months.map(Period.month) + [.later, .unknown]
    let last = deals[..<Self.months].lastIndex { $0 > 0 } ?? -1
    parts = periods.indices.filter { $0 <= last || ($0 >= Self.months && deals[$0] > 0) }
      .map { part(periods[$0], $0..<$0 + 1) }
    total = part(.unknown, 0..<Self.slots)
    dealsWithoutAge = leads.reduce(0) { $0 + $1.probability }
  }

  /// The months from a day on.
  private struct Calendar {
    let months: [Month]
    /// For each month the days from now until the next begins.
    let ends: [Int]

    init(_ asOf: AsOf) {
      var month = Month(ofDay: asOf.day)
      var months: [Month] = []
      var ends: [Int] = []
      for _ in 0..<PipelineForecast.months {
        months.append(month)
        month = month.next
        ends.append(Int(month.firstDay - asOf.day))
      }
      self.months = months
      self.ends = ends
    }

    /// The slot of a day, counted from now.
    func slot(of day: Int) -> Int { ends.firstIndex { day < $0 } ?? PipelineForecast.months }
  }

  /// What leads of one age have in common.
  private struct AgeClass: Sendable {
    /// What the odds are multiplied by.
    var factor = 1.0
    /// For each slot the share of won leads that are won in it or before.
    var cumulative: [Double]
  }

  /// The classes that occur.
  private struct AgeClasses {
    private let history: DealHistory
    private let calendar: Calendar
    private(set) var classes: [AgeClass] = []
    private var known: [Int?: Int] = [:]

    init(_ history: DealHistory, _ calendar: Calendar) {
      self.history = history
      self.calendar = calendar
    }

    /// The class of an age.
    mutating func index(of age: Int?) -> Int {
      let own = history.origin == .moment ? 0 : age
      if let index = known[own] { return index }
      known[own] = classes.count
      classes.append(made(own))
      return classes.count - 1
    }

    private func made(_ age: Int?) -> AgeClass {
      var shares = [Double](repeating: 0, count: PipelineForecast.slots)
      let left = age.flatMap { history.wonDays?.left(after: $0) } ?? []
      if left.isEmpty { shares[PipelineForecast.slots - 1] = 1 }
      for (days, share) in left { shares[calendar.slot(of: days)] += share }
      var own = AgeClass(cumulative: shares)
      for slot in shares.indices.dropFirst() { own.cumulative[slot] += own.cumulative[slot - 1] }
      own.cumulative[shares.count - 1] = 1
      if let age, history.origin == .creation, let won = history.wonDays, let lost = history.lostDays {
        own.factor = won.stillOpen(after: age) / lost.stillOpen(after: age)
      }
      return own
    }
  }

  /// The leads by columns.
  private struct Odds: Sendable {
    var odds: [Double] = [], values: [Double] = [], classes: [Int] = []

    init(_ leads: [Lead], _ ages: inout AgeClasses) {
      for lead in leads {
        let own = ages.index(of: lead.age)
        let p = min(max(lead.probability, 1e-9), 1 - 1e-9)
        odds.append(p / (1 - p) * ages.classes[own].factor)
        values.append(lead.value)
        classes.append(own)
      }
    }
  }

  /// Draws what happens.
  private struct Simulation: Sendable {
    let odds: Odds
    let classes: [AgeClass]
    let shift: Double
    let seed: UInt64

    /// For each slot what it brings in one draw.
    func amounts(draw: Int) -> [Double] {
      var chance = SplitMix64(seed: seed, stream: "forecast", number: draw)
      let factor = exp(shift * chance.normal())
      var amounts = [Double](repeating: 0, count: PipelineForecast.slots)
      for lead in odds.odds.indices {
        let own = odds.odds[lead] * factor
        guard chance.unit() * (1 + own) < own else { continue }
        let when = chance.unit()
        let slot = classes[odds.classes[lead]].cumulative.firstIndex { when < $0 }
        amounts[slot ?? PipelineForecast.slots - 1] += odds.values[lead]
      }
      return amounts
    }
  }
}
