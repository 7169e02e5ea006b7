import Foundation

/// Makes a failing input smaller: takes pieces out as long as it still fails in the same way.
struct Shrinking {
  private let target: String
  private let file: String
  private let trial: String

  init(_ target: String, _ file: String) {
    self.target = target
    self.file = file
    trial = "\(file).trial"
  }

  func run() throws {
    guard let data = FileManager.default.contents(atPath: file) else { throw Finding("\(file) cannot be read") }
    var bytes = Array(data)
    let wanted = try outcome(of: bytes)
    if wanted == 0 { throw Finding("\(file) does not fail") }
    var piece = max(1, bytes.count / 2)
    while true {
      var start = 0
      var hasShrunk = false
      while start < bytes.count {
        var less = bytes
        less.removeSubrange(start..<min(start + piece, less.count))
        if try outcome(of: less) == wanted {
          bytes = less
          hasShrunk = true
        } else {
          start += piece
        }
      }
      if piece == 1, !hasShrunk { break }
      piece = max(1, piece / 2)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: "\(file).small"))
    try? FileManager.default.removeItem(atPath: trial)
    print("\(bytes.count) bytes in \(file).small")
  }

  /// The exit code of a replay; negative for a signal.
  private func outcome(of bytes: [UInt8]) throws -> Int32 {
    try Data(bytes).write(to: URL(fileURLWithPath: trial))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["replay", target, trial]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.environment = ["SWIFT_BACKTRACE": "enable=no"]
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
  }
}
