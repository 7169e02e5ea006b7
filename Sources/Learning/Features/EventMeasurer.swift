import Leads
import Scoring

/// Works out measures of events for observations, in one pass over each lead's events.
struct EventMeasurer: Sendable {
  private let selectors: [EventSelector]
  private let columns: [(selector: Int, measure: EventMeasure)]
  /// For each kind of event the selectors that it fits.
  private let fitting: [[Int]]

  /// What is kept of one selector while a lead's events go by.
  private struct Tally {
    var counts = InlineArray<5, Int32>(repeating: 0)
    var days = InlineArray<5, Int32>(repeating: 0)
    var newestAge: Int64 = -1
    var lastAge: Int64 = -1
  }

  /// The windows in days that are counted together: 7, 14, 30 and 90 days, and everything.
  static let windows: [Int?] = [7, 14, 30, 90, nil]

  /// - Precondition: the windows of the measures are among `windows`.
  init(_ columns: [(selector: EventSelector, measure: EventMeasure)], _ kinds: EventKinds) {
    var selectors: [EventSelector] = []
    self.columns = columns.map { selector, measure in
      let index = selectors.firstIndex(of: selector) ?? selectors.count
      if index == selectors.count { selectors.append(selector) }
      return (index, measure)
    }
    self.selectors = selectors
    fitting = Self.fitting(selectors, kinds)
  }

  private static func fitting(_ selectors: [EventSelector], _ kinds: EventKinds) -> [[Int]] {
    (0..<kinds.count).map { kind in
      let name = kinds.name(kind).folded
      return selectors.indices.filter { index in
        let selector = selectors[index]
        guard selector.name == nil || selector.name == name else { return false }
        guard let property = selector.property else { return true }
        guard case .text(let text) = kinds.value(property, of: kind) else { return false }
        return text.folded == selector.value
      }
    }
  }

  /// For each column the values of the observations. O(observations × columns + events × selectors that fit).
  func values(of observations: Observations, in log: EventLog) -> [[Double]] {
    var values = columns.map { _ in [Double](repeating: 0, count: observations.count) }
    if columns.isEmpty { return values }
    var tallies = Array(repeating: Tally(), count: selectors.count)
    for index in 0..<observations.count {
      for selector in tallies.indices { tallies[selector] = Tally() }
      add(log.events(of: observations.leads[index]), observations.asOf(index), to: &tallies)
      for (column, wanted) in columns.enumerated() {
        values[column][index] = Self.value(wanted.measure, tallies[wanted.selector])
      }
    }
    return values
  }

  private func add(_ events: ArraySlice<Event>, _ asOf: AsOf, to tallies: inout [Tally]) {
    for event in events.reversed() {
      let at = Instant(secondsSince1970: Int64(event.secondsSince1970))
      if at > asOf.instant { continue }
      let age = asOf.ageInDays(of: at)
      let first = age < 7 ? 0 : age < 14 ? 1 : age < 30 ? 2 : age < 90 ? 3 : 4
      for selector in fitting[Int(event.kind)] {
        let isNewDay = tallies[selector].lastAge != age
        for window in first..<5 {
          tallies[selector].counts[window] &+= 1
          if isNewDay { tallies[selector].days[window] &+= 1 }
        }
        tallies[selector].lastAge = age
        if tallies[selector].newestAge < 0 { tallies[selector].newestAge = age }
      }
    }
  }

  private static func value(_ measure: EventMeasure, _ tally: Tally) -> Double {
    switch measure {
    case .count(let days): Double(tally.counts[window(days)])
    case .activeDays(let days): Double(tally.days[window(days)])
    case .recency: tally.newestAge < 0 ? .nan : Double(tally.newestAge)
    case .trend: Double(2 * tally.counts[1] - tally.counts[window(30)])
    }
  }

  private static func window(_ days: Int?) -> Int {
    switch days {
    case 7: 0
    case 14: 1
    case 30: 2
    case 90: 3
    default: 4
    }
  }
}

extension String {
  /// The text as texts are compared: trimmed, in lower case.
  var folded: String { String(decoding: foldedUTF8, as: UTF8.self) }
}
