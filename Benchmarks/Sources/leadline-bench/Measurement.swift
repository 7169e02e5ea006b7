import Foundation

/// What a step took, by wall clock and by the processor time of all threads.
struct Measurement {
  var wallSeconds: Double
  var cpuSeconds: Double

  /// Measures one run and returns what it gave.
  static func of<Result>(_ body: () throws -> Result) rethrows -> (Measurement, Result) {
    let wall = clock(CLOCK_MONOTONIC)
    let cpu = clock(CLOCK_PROCESS_CPUTIME_ID)
    let result = try body()
    return (
      Measurement(wallSeconds: clock(CLOCK_MONOTONIC) - wall, cpuSeconds: clock(CLOCK_PROCESS_CPUTIME_ID) - cpu), result
    )
  }

  /// The medians of so many warm runs, after one that does not count, and what the last one gave.
  static func warm<Result>(runs: Int = 3, _ body: () throws -> Result) rethrows -> (Measurement, Result) {
    var last = try body()
    var all: [Measurement] = []
    for _ in 0..<runs {
      let (one, result) = try of(body)
      all.append(one)
      last = result
    }
    return (Measurement(wallSeconds: median(all.map(\.wallSeconds)), cpuSeconds: median(all.map(\.cpuSeconds))), last)
  }

  /// A clock's time in seconds.
  static func clock(_ id: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(id, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The middle of some numbers; 0 of none.
  static func median(_ numbers: [Double]) -> Double { quantile(0.5, of: numbers) }

  /// The number below which this part of them lies.
  static func quantile(_ part: Double, of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }

  /// Prints the JSON line of a step: the measurement, the process's peak memory, and fields of the step's own.
  func report(_ step: Step, rows: Int, _ own: [(name: String, value: Double)] = []) {
    var load = [0.0]
    getloadavg(&load, 1)
    var fields = [
      "\"peer\": \"leadline\"", "\"step\": \"\(step.rawValue)\"", "\"wall_s\": \(Self.text(wallSeconds, 4))",
      "\"cpu_s\": \(Self.text(cpuSeconds, 4))", "\"peak_rss_mb\": \(Self.peakMegabytes())", "\"rows\": \(rows)",
      "\"load_average\": \(Self.text(load[0], 1))",
    ]
    fields += own.map { "\"\($0.name)\": \(Self.text($0.value, 3))" }
    print("{\(fields.joined(separator: ", "))}")
    fflush(nil)
  }

  private static func text(_ number: Double, _ places: Int) -> String { String(format: "%.\(places)f", number) }

  /// The resident set now, in MiB.
  static func residentMegabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1024
  }

  /// The high-water mark of the resident set, in MiB.
  private static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }
}
