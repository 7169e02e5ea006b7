import Foundation
import Synchronization

/// A line on standard error that says how far long work has come; silent unless a person watches.
final class Progress: Sendable {
  private let total: Int
  private let label: String
  /// What is counted; nil for bytes, which are shown as megabytes.
  private let unit: String?
  private let done = Atomic(0)
  /// When the line was last shown, and whether it ever was; short work shows none.
  private let shown = Mutex((last: Date.now, ever: false))

  /// Progress through a file, by its bytes.
  init(reading path: String) {
    label = "Reading \((path as NSString).lastPathComponent)"
    total = ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    unit = nil
  }

  /// Progress through so many things.
  init(_ label: String, total: Int, _ unit: String) {
    self.label = label
    self.total = total
    self.unit = unit
  }

  /// Notes how many of the things are done.
  func reach(_ count: Int) { add(count - done.load(ordering: .relaxed)) }

  /// Notes further bytes.
  func add(_ bytes: Int) {
    let sum = done.wrappingAdd(bytes, ordering: .relaxed).newValue
    guard Terminal.showsProgress else { return }
    shown.withLock { shown in
      guard Date.now.timeIntervalSince(shown.last) > 0.2 else { return }
      shown = (.now, true)
      let part = total > 0 ? min(1, Double(sum) / Double(total)) : 0
      let filled = Int(part * 30)
      let bar = String(repeating: "━", count: filled) + String(repeating: "╌", count: 30 - filled)
      let size =
        unit.map { "\(sum.formatted()) of \(total.formatted()) \($0)" }
        ?? (total > 0 ? "\(sum >> 20) of \(total >> 20) MB" : "\(sum >> 20) MB")
      FileHandle.standardError.write(Data("\r\u{1B}[K\(label)  \(bar)  \(size)".utf8))
    }
  }

  /// Takes the line away.
  func end() {
    let wasShown = shown.withLock { $0.ever }
    if Terminal.showsProgress, wasShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
