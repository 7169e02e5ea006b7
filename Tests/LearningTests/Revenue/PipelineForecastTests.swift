import Leads
import Statistics
import Testing

@testable import Learning

@Suite struct PipelineForecastTests {
  private static let asOf = AsOf(Instant("2026-06-20")!)

  /// All sums that can come out, with their probabilities: every set of won leads is gone through.
  private static func exactQuantiles(_ p: [Double], _ values: [Double]) -> (low: Double, high: Double) {
    var outcomes: [(sum: Double, probability: Double)] = []
    for set in 0..<(1 << p.count) {
      var (sum, probability) = (0.0, 1.0)
      for lead in p.indices {
        let isWon = set >> lead & 1 == 1
        sum += isWon ? values[lead] : 0
        probability *= isWon ? p[lead] : 1 - p[lead]
      }
      outcomes.append((sum, probability))
    }
    outcomes.sort { $0.sum < $1.sum }
    func quantile(_ share: Double) -> Double {
      var mass = 0.0
      return outcomes.first {
        mass += $0.probability; return mass >= share
      }!.sum
    }
    return (quantile(0.05), quantile(0.95))
  }

  @Test func theRangeIsThatOfAllThatCanHappen() {
    let p = [0.9, 0.5, 0.35, 0.2, 0.65, 0.05, 0.8, 0.4, 0.55, 0.3, 0.7, 0.15]
    let values = [120.0, 800, 333, 1500, 90, 4000, 210, 640, 77, 1100, 505, 2300]
    let leads = zip(p, values).map { PipelineForecast.Lead(probability: $0, value: $1, age: 3) }
    let forecast = PipelineForecast(leads, DealHistory(), asOf: Self.asOf, seed: 1, draws: 20_000, threads: 2)
    let expected = zip(p, values).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(forecast.total.amount - expected) < 1e-9)
    #expect(abs(forecast.total.deals - p.reduce(0, +)) < 1e-9)
    let exact = Self.exactQuantiles(p, values)
    #expect(abs(forecast.total.low - exact.low) < 60, "\(forecast.total.low) and \(exact.low)")
    #expect(abs(forecast.total.high - exact.high) < 120, "\(forecast.total.high) and \(exact.high)")
    // Nothing is known of time.
    #expect(forecast.parts.map(\.period) == [.unknown])
  }

  @Test func threadsAndRepetitionChangeNothing() {
    let leads = (0..<50).map { PipelineForecast.Lead(probability: Double($0) / 60, value: Double($0), age: $0) }
    let once = PipelineForecast(leads, DealHistory(), asOf: Self.asOf, seed: 5, draws: 100, threads: 1)
    #expect(PipelineForecast(leads, DealHistory(), asOf: Self.asOf, seed: 5, draws: 100, threads: 4) == once)
    #expect(PipelineForecast(leads, DealHistory(), asOf: Self.asOf, seed: 6, draws: 100, threads: 1) != once)
  }

  /// From 20 June: 5 days lie in June, 15 and 41 days on in July, 400 days on beyond twelve months.
  @Test func monthsAreThoseOfTheCalendar() throws {
    var history = DealHistory()
    history.wonDays = DaysToClose([5, 15, 41, 400].flatMap { day in (0..<5).map { _ in .init(days: day, most: 999) } })
    let forecast = PipelineForecast([.init(probability: 0.8, value: 100, age: 0)], history, asOf: Self.asOf, draws: 200)
    let amounts = forecast.parts.map(\.amount)
    #expect(amounts.elementsEqual([20, 40, 20]) { abs($0 - $1) < 1e-9 })
    #expect(
      forecast.parts.map(\.period) == [
        .month(Month(ofDay: Self.asOf.day)), .month(Month(ofDay: Self.asOf.day).next), .later,
      ])
    // At an age of 20 days only 41 and 400 are left: 21 days on is July.
    let older = PipelineForecast([.init(probability: 0.8, value: 100, age: 20)], history, asOf: Self.asOf, draws: 200)
    #expect(older.parts.map(\.amount).elementsEqual([0, 40, 40]) { abs($0 - $1) < 1e-9 })
    // Older than any won lead was: nobody knows when.
    let oldest = PipelineForecast([.init(probability: 0.8, value: 100, age: 401)], history, asOf: Self.asOf, draws: 200)
    #expect(oldest.parts.map(\.period) == [.unknown])
  }

  /// By Bayes: half of the won and a tenth of the lost leads are open at the age, nearly; the odds of 1 become about 5.
  @Test func ageCountsByHowManyAreStillOpen() throws {
    func days(_ late: Int, of all: Int) -> DaysToClose? {
      DaysToClose((0..<all).map { .init(days: $0 < late ? 50 : 1, most: 99) })
    }
    var history = DealHistory()
    history.wonDays = days(5000, of: 10_000)
    history.lostDays = days(1000, of: 10_000)
    let forecast = PipelineForecast([.init(probability: 0.5, value: 1, age: 10)], history, asOf: Self.asOf, draws: 10)
    #expect(abs(forecast.total.deals - 5.0 / 6) < 0.001)
    #expect(forecast.dealsWithoutAge == 0.5)
    // With an event as outcome the likelihood is one from now on already.
    history.origin = .moment
    let moment = PipelineForecast([.init(probability: 0.5, value: 1, age: 10)], history, asOf: Self.asOf, draws: 10)
    #expect(moment.total.deals == 0.5)
  }

  /// A company that is watched for 400 days: the history is learned from what has closed by then, the forecast is for
  /// what is open, and what really happens is drawn by the company.
  @Test func nineOfTenForecastsHold() throws {
    var (total, months, wanted, naive) = (0, 0, 0, 0)
    let companies = 100
    for company in 0..<companies {
      let world = Company(seed: UInt64(company))
      let forecast = PipelineForecast(world.open, world.history, asOf: Self.asOf, seed: 9, draws: 300, threads: 2)
      total += forecast.total.low...forecast.total.high ~= world.brought.reduce(0) { $0 + $1.value } ? 1 : 0
      for part in forecast.parts.prefix(2) {
        guard case .month(let month) = part.period else { continue }
        let own = world.brought.filter { Month(ofDay: Self.asOf.day + Int64($0.day)) == month }
        months += part.low...part.high ~= own.reduce(0) { $0 + $1.value } ? 1 : 0
        wanted += 1
      }
      var ageless = world.history
      ageless.lostDays = nil
      let other = PipelineForecast(world.open, ageless, asOf: Self.asOf, seed: 9, draws: 100, threads: 2)
      naive += other.total.low...other.total.high ~= world.brought.reduce(0) { $0 + $1.value } ? 1 : 0
    }
    // Two standard errors of 100 and 200 tries at 90 % are 6 and 4.2 points.
    #expect((84...97).contains(total), "\(total) of \(companies)")
    #expect(Double(months) / Double(wanted) > 0.85 && Double(months) / Double(wanted) < 0.96, "\(months) of \(wanted)")
    #expect(naive < 70, "without the age of leads \(naive) would hold")
  }

  /// Where the odds of all move together from year to year, the range has to know it.
  @Test func aSharedShiftWidensTheRange() throws {
    var (aware, blind) = (0, 0)
    var chance = SplitMix64(seed: 77)
    var history = DealHistory()
    history.shift = 0.3
    let leads = (0..<300).map { PipelineForecast.Lead(probability: 0.1 + 0.6 * Double($0) / 300, value: 10, age: nil) }
    let forecast = PipelineForecast(leads, history, asOf: Self.asOf, seed: 2, draws: 600, threads: 2)
    let narrow = PipelineForecast(leads, DealHistory(), asOf: Self.asOf, seed: 2, draws: 600, threads: 2)
    let years = 400
    for _ in 0..<years {
      // ±0.3 with equal chance has the standard deviation 0.3, and is not what the forecast draws from.
      let factor = chance.below(2) == 0 ? 1.3498588 : 1 / 1.3498588
      let brought = leads.reduce(0.0) { sum, lead in
        let odds = lead.probability / (1 - lead.probability) * factor
        return sum + (chance.unit() < odds / (1 + odds) ? lead.value : 0)
      }
      aware += forecast.total.low...forecast.total.high ~= brought ? 1 : 0
      blind += narrow.total.low...narrow.total.high ~= brought ? 1 : 0
    }
    #expect(Double(aware) / Double(years) > 0.86, "\(aware) of \(years)")
    #expect(Double(blind) / Double(years) < 0.75, "\(blind) of \(years)")
  }
}

/// An invented company whose won leads close faster than the lost ones are given up.
private struct Company {
  var open: [PipelineForecast.Lead] = []
  var history = DealHistory()
  /// What open leads bring, and how many days from now.
  var brought: [(day: Int, value: Double)] = []

  init(seed: UInt64) {
    var chance = SplitMix64(seed: seed, stream: "company", number: 0)
    var (won, lost): ([DaysToClose.Seen], [DaysToClose.Seen]) = ([], [])
    for age in (0..<400).reversed() {
      for _ in 0..<3 {
        let p = 0.05 + 0.6 * chance.unit()
        let value = 100 + 900 * chance.unit()
        let isWon = chance.unit() < p
        // Won leads take up to 40 days, lost ones up to 160.
        let days = isWon ? chance.below(40) : chance.below(160)
        if days < age {
          if isWon {
            won.append(.init(days: days, most: age - 1))
          } else {
            lost.append(.init(days: days, most: age - 1))
          }
        } else {
          open.append(.init(probability: p, value: value, age: age))
          if isWon { brought.append((day: days - age, value: value)) }
        }
      }
    }
    history.wonDays = DaysToClose(won)
    history.lostDays = DaysToClose(lost)
  }
}
