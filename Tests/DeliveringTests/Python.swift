import Foundation

/// Programs in Python that check from outside what we made.
enum Python {
  /// Whether a package is installed.
  static func has(_ package: String) -> Bool { (try? run("import \(package)", []))?.code == 0 }

  struct Outcome: Sendable {
    var code: Int32
    var output: String
  }

  /// Runs a program with arguments, and a text on its standard input, without holding up other tests.
  static func run(_ program: String, _ arguments: [String], input: String = "") async throws -> Outcome {
    try await blocking { try run(program, arguments, input: input) }
  }

  /// Does something that waits, on a thread that nobody else waits for.
  static func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
    }
  }

  private static func run(_ program: String, _ arguments: [String], input: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let file = FileManager.default.temporaryDirectory.appending(path: "leadline-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }
}
