import ArgumentParser
import Foundation
import SQLiteStore
import Store

/// Measures what writing to a ledger costs, beside the same rows written to the same tables by SQLite alone.
///
/// Prints a JSON line for each step and size of transaction:
///
/// - `bare`: prepared statements of SQLite insert events, messages, scores and history; nothing else. The yardstick.
/// - `store`: the same rows through `SQLiteStore`.
/// - `ingest`: as a server does it, with the messages, identities and kinds looked up first.
@main
struct StoreBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-bench", abstract: "Measures writing to a ledger against SQLite alone.")

  enum Step: String, CaseIterable, ExpressibleByArgument {
    case bare, store, ingest
  }

  @Option(help: ArgumentHelp("How many leads there are.", valueName: "n"))
  var leads: Int64 = 100_000

  @Option(help: ArgumentHelp("How many events each lead has before.", valueName: "n"))
  var before: Int64 = 10

  @Option(help: ArgumentHelp("How many events are written by each step.", valueName: "n"))
  var events: Int64 = 100_000

  @Option(help: ArgumentHelp("Events in one transaction.", valueName: "n"))
  var batch: [Int64] = [100]

  @Option(help: "The steps.")
  var step: [Step] = Step.allCases

  @Option(help: ArgumentHelp("The seed of the events.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Where the ledgers are made, and removed again.", valueName: "folder"))
  var folder = FileManager.default.temporaryDirectory.path

  @Option(help: ArgumentHelp("Drop an index first, to see what it costs.", valueName: "name"))
  var drop: [String] = []

  @Option(help: ArgumentHelp("Pages in the log before they are moved.", valueName: "n"))
  var checkpoint = SQLiteStore.Settings().checkpointPages

  @Option(help: ArgumentHelp("Memory for pages, in MiB.", valueName: "n"))
  var cache = SQLiteStore.Settings().cacheBytes >> 20

  @Option(help: ArgumentHelp("The part of the file that is mapped, in MiB.", valueName: "n"))
  var map = SQLiteStore.Settings().mapBytes >> 20

  mutating func validate() throws {
    guard leads > 0, before >= 0, events > 0, batch.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("Numbers of leads and events must be above 0.")
    }
  }

  func run() async throws {
    var settings = SQLiteStore.Settings()
    settings.checkpointPages = checkpoint
    settings.cacheBytes = cache << 20
    settings.mapBytes = map << 20
    for size in batch {
      for step in step {
        let ledger = URL(filePath: folder).appending(path: "store-bench-\(UUID().uuidString).db").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: ledger + end) } }
        var workload = Workload(leads: leads, seed: seed)
        try await workload.fill(ledger, eventsPerLead: before)
        for name in drop { try BareSQLite.run("DROP INDEX \(name)", in: ledger) }
        let batches = (0..<max(1, events / size)).map { _ in workload.batch(size) }
        let writer: any BatchWriter =
          switch step {
          case .bare: try BareSQLite(ledger, settings)
          case .store: StoreWriter(store: try SQLiteStore(path: ledger, settings: settings), looksUp: false)
          case .ingest: StoreWriter(store: try SQLiteStore(path: ledger, settings: settings), looksUp: true)
          }
        try await Measurement.of(batches, by: writer).report(step.rawValue, leads: leads, batch: size)
      }
    }
  }
}

/// Something that writes batches, each durably when it returns.
protocol BatchWriter {
  func write(_ batch: Workload.Batch) async throws
}

/// What writing took.
struct Measurement {
  var events = 0
  var wallSeconds = 0.0
  var cpuSeconds = 0.0
  var transactionSeconds: [Double] = []

  /// Writes all batches.
  static func of(_ batches: [Workload.Batch], by writer: any BatchWriter) async throws -> Measurement {
    var measurement = Measurement()
    let (wall, cpu) = (clock(CLOCK_MONOTONIC), clock(CLOCK_PROCESS_CPUTIME_ID))
    for batch in batches {
      let start = clock(CLOCK_MONOTONIC)
      try await writer.write(batch)
      measurement.transactionSeconds.append(clock(CLOCK_MONOTONIC) - start)
      measurement.events += batch.events.count
    }
    measurement.wallSeconds = clock(CLOCK_MONOTONIC) - wall
    measurement.cpuSeconds = clock(CLOCK_PROCESS_CPUTIME_ID) - cpu
    return measurement
  }

  /// Prints a JSON line.
  func report(_ step: String, leads: Int64, batch: Int64) {
    let sorted = transactionSeconds.sorted()
    func milliseconds(_ part: Double) -> String {
      String(format: "%.2f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))] * 1e3)
    }
    var load = [0.0]
    getloadavg(&load, 1)
    print(
      """
      {"peer": "store", "step": "\(step)", "leads": \(leads), "batch": \(batch), "events": \(events), \
      "events_per_s": \(Int(Double(events) / wallSeconds)), \
      "cpu_us_per_event": \(String(format: "%.1f", cpuSeconds / Double(events) * 1e6)), \
      "transaction_p50_ms": \(milliseconds(0.5)), "transaction_p99_ms": \(milliseconds(0.99)), \
      "load_average": \(String(format: "%.1f", load[0]))}
      """)
    fflush(nil)
  }

  private static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
