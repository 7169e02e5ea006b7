import Foundation
import Leads
import Profiling
import Scoring

/// What can be measured.
enum Step: String {
  /// Both files into columns in memory.
  case load
  /// Everybody's scores from the columns.
  case score
  /// Everybody's scores after three changed point values, from the sums of the scores before.
  case whatif
  /// What a change of three point values does to everybody: both scorings, who moves, and because of which rule.
  case compare
  /// Everything about the leads' file, column by column: what `leadline profile` does.
  case profile
  /// One lead at a time, with all reasons.
  case explain
  /// What an event costs.
  case events
  /// Finding the values of the leads' file without keeping any.
  case scan

  func run(on workload: Workload, explanations: Int, out: String?) throws {
    switch self {
    case .load: try load(workload)
    case .score: try score(workload, out: out)
    case .whatif: try whatIf(workload, out: out)
    case .compare: try compare(workload)
    case .profile: try profile(workload)
    case .explain: try explain(workload, count: explanations)
    case .events: try events(workload)
    case .scan: try scan(workload)
    }
  }

  private func load(_ workload: Workload) throws {
    let (measured, population) = try Measurement.of { try workload.loaded() }
    measured.report(self, rows: population.leads.count + population.events.count)
  }

  private func score(_ workload: Workload, out: String?) throws {
    let population = try workload.loaded()
    let (measured, scores) = Measurement.warm { workload.scores(of: population) }
    measured.report(self, rows: scores.count)
    if let out { try ScoreFile.write(scores, population.leads, to: out) }
  }

  private func whatIf(_ workload: Workload, out: String?) throws {
    let population = try workload.loaded()
    let before = workload.scores(of: population, keepsSums: true)
    let changed = ScoringEngine(try workload.changedModel())
    let (measured, scores) = Measurement.warm {
      changed.rescored(before, of: population, options: .init(threads: workload.threads))
    }
    let anew = workload.scores(of: population, by: changed.model)
    for lead in 0..<population.leads.count {
      for score in changed.model.scores.indices where scores.score(score, of: lead) != anew.score(score, of: lead) {
        throw Difference(lead: population.leads.id(of: lead), score: changed.model.scores[score].name)
      }
    }
    measured.report(self, rows: scores.count)
    if let out { try ScoreFile.write(scores, population.leads, to: out) }
  }

  private func compare(_ workload: Workload) throws {
    let population = try workload.loaded()
    let changed = try workload.changedModel()
    let (measured, comparison) = Measurement.warm {
      let before = workload.scores(of: population, keepsSums: true)
      return ModelComparison(from: before, to: changed, population, threads: workload.threads)
    }
    measured.report(self, rows: comparison.new.count, [("moved", Double(comparison.movedCount))])
  }

  /// Reading is measured too; what it leaves in memory is the measure of what the rest may take besides.
  private func profile(_ workload: Workload) throws {
    let reading = ReadingSettings(threads: workload.threads)
    var megabytesOfColumns = 0.0
    let (measured, profile) = try Measurement.of {
      let table = try RowFile(path: workload.leadsPath).read(settings: reading, rejects: RejectLog())
      megabytesOfColumns = Measurement.residentMegabytes()
      return try Profile(of: table, settings: ProfileSettings(asOf: workload.asOf, reading: reading), rejects: [])
    }
    measured.report(
      self, rows: profile.summary.rowCount,
      [("columns_mb", megabytesOfColumns), ("findings", Double(profile.findings.count))])
  }

  private func explain(_ workload: Workload, count: Int) throws {
    let population = try workload.loaded()
    let explainer = Explainer(workload.model, population, asOf: workload.asOf)
    var random = RandomLeads(count: population.leads.count)
    for _ in 0..<200 { _ = explainer.explanation(of: random.next()) }
    var microseconds: [Double] = []
    microseconds.reserveCapacity(count)
    var contributions = 0
    let (measured, _) = Measurement.of {
      for _ in 0..<count {
        let lead = random.next()
        let start = Measurement.clock(CLOCK_THREAD_CPUTIME_ID)
        let explanation = explainer.explanation(of: lead)
        microseconds.append((Measurement.clock(CLOCK_THREAD_CPUTIME_ID) - start) * 1e6)
        contributions += explanation.scores.reduce(0) { $0 + $1.contributions.count }
      }
    }
    measured.report(
      self, rows: count,
      [
        ("us_per_lead_median", Measurement.median(microseconds)),
        ("us_per_lead_p99", Measurement.quantile(0.99, of: microseconds)),
        ("contributions_per_lead", Double(contributions) / Double(max(1, count))),
      ])
  }

  /// The cost of an event is that of a model whose attribute rules have been taken out.
  private func events(_ workload: Workload) throws {
    let population = try workload.loaded()
    var model = workload.model
    for score in model.scores.indices {
      model.scores[score].rules.removeAll { if case .attributes = $0.body { true } else { false } }
    }
    let count = population.events.count
    // Small workloads are over in milliseconds: as many runs as make half a second or so.
    let runs = max(3, 20_000_000 / max(1, count))
    let (all, _) = Measurement.warm(runs: runs) { workload.scores(of: population) }
    let (ofEvents, scores) = Measurement.warm(runs: runs) { workload.scores(of: population, by: model) }
    ofEvents.report(
      self, rows: scores.count,
      [
        ("events", Double(count)), ("ns_per_event", ofEvents.cpuSeconds * 1e9 / Double(max(1, count))),
        ("ns_per_event_with_attributes", all.cpuSeconds * 1e9 / Double(max(1, count))),
      ])
  }

  private func scan(_ workload: Workload) throws {
    let size = try FileManager.default.attributesOfItem(atPath: workload.leadsPath)[.size] as? Int ?? 0
    let (measured, leads) = try Measurement.warm {
      try LeadFile(path: workload.leadsPath).read([], settings: workload.settings, rejects: RejectLog())
    }
    measured.report(self, rows: leads.count, [("mb_per_cpu_s", Double(size) / 1e6 / max(measured.cpuSeconds, 1e-9))])
  }
}

/// What-if gave another score than scoring anew.
struct Difference: Error, CustomStringConvertible {
  var lead: String
  var score: String
  var description: String { "lead \(lead): \(score) by what-if differs from \(score) scored anew" }
}

/// Random leads, the same in each run: a linear congruential generator's high bits.
private struct RandomLeads {
  let count: Int
  private var state: UInt64 = 20_250_701

  init(count: Int) { self.count = count }

  mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}
