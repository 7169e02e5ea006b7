import Foundation
import Testing

/// Runs the built program in a folder of its own, as a user would.
struct Program {
  /// The folder, which goes when the test ends.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "leadline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  /// The program beside the test bundle.
  static let executable: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let beside = (bundle ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
    return beside.appending(path: "leadline")
  }()

  /// Writes a file into the folder.
  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Writes a file into the folder.
  func write(_ name: String, _ data: Data) throws { try data.write(to: folder.appending(path: name)) }

  /// The content of a file in the folder.
  func read(_ name: String) throws -> String { try String(contentsOf: folder.appending(path: name), encoding: .utf8) }

  /// Runs the program with these arguments, in the folder, without a terminal.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, environment: environment)
  }

  /// Runs the program with these arguments, in the folder, without a terminal.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: nothing can fill up.
    let (output, errors) = (folder.appending(path: ".stdout"), folder.appending(path: ".stderr"))
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A small model that reads `size` (number), `role` (text), `created_at` (instant) and the events' `url`.
  static let model = """
    leadline: 1
    name: Small
    scores:
      fit:
        range: 0..100
        rules:
          - { name: Big, when: size >= 100, points: 20 }
          - { name: Boss, when: "role = 'boss'", points: 30 }
          - { name: New, when: age(created_at) < 30d, points: 5 }
      engagement:
        range: 0..100
        rules:
          - { name: Pricing, on: page_view, where: "contains(url, 'pricing')", within: 30d, points: 10, max: 20 }
          - { name: Demo, on: demo_request, count: once, points: 40 }
      total: { range: 0..100, sum: { fit: 1, engagement: 1 } }
    stages:
      - { name: hot, when: total >= 60 }
      - { name: cold }

    """

  /// Three leads for that model.
  static let leads = """
    id,role,size,created_at
    10,boss,500,2026-06-20
    9,clerk,50,2025-01-01
    11,,N/A,

    """

  /// Events of those leads.
  static let events = """
    lead_id,type,at,url
    10,page_view,2026-06-25T10:00:00Z,/pricing
    9,demo_request,2026-06-01T10:00:00Z,
    10,page_view,2026-07-05T10:00:00Z,/pricing

    """
}
