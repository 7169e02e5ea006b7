import Foundation
import Testing

/// The five-minute tour of the README is run as it is written, and what it shows is what comes out.
@Suite struct TourTests {
  private struct Block {
    var language: String
    var lines: [String]
  }

  /// The code blocks of the section.
  private static func blocks() throws -> [Block] {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let text = try String(contentsOfFile: "/\(path)/README.md", encoding: .utf8)
    let section = try #require(
      text.split(separator: "\n## ").first { $0.hasPrefix("From a raw export") }, "the README has no tour")
    var blocks: [Block] = []
    var isInside = false
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append(Block(language: String(line.dropFirst(3)), lines: [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }

  @Test func everyLineOfTheTourRuns() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("demo", "--out", "demo").code == 0)
    var output = ""
    var commands = 0
    for block in try Self.blocks() {
      if block.language == "sh" {
        let lines = block.lines.filter { !$0.hasPrefix("make ") }
        output = try Self.run(lines.joined(separator: "\n"), in: program.folder)
        commands += lines.count { $0.hasPrefix("leadline ") }
      } else {
        for line in block.lines where line != "..." && !line.isEmpty {
          #expect(output.contains(line), "the README shows “\(line)”, and there came:\n\(output)")
        }
      }
    }
    #expect(commands >= 7)
    for page in ["scores.html", "compare.html"] { #expect(try program.read(page).contains("</html>")) }
  }

  /// Runs lines of a shell that knows the program, and gives what they print. All of them must succeed.
  private static func run(_ script: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", script]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] =
      Program.executable.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["COLUMNS"] = nil
    process.environment = environment
    let file = folder.appending(path: ".tour")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.standardError
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let output = try String(contentsOf: file, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(script)\n\(output)")
    return output
  }
}
