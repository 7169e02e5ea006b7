import ArgumentParser
import Foundation

/// How files are split into values, and by how many threads; the same for every command that reads some.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What separates the values of CSV files: , ; tab or |. Default: recognised.", valueName: "character"))
  var delimiter: String?

  @Option(help: ArgumentHelp("The most threads to use.", valueName: "n"))
  var threads = min(8, max(1, ProcessInfo.processInfo.activeProcessorCount))

  mutating func validate() throws {
    guard 1...256 ~= threads else { throw ValidationError("--threads must be between 1 and 256.") }
  }

  /// The delimiter as a byte, or nil to recognise it.
  func delimiterByte() throws -> UInt8? {
    guard let delimiter else { return nil }
    if delimiter.lowercased() == "tab" || delimiter == "\\t" { return 9 }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first, byte != 10, byte != 13, byte != UInt8(ascii: "\"")
    else {
      throw InputProblem(message: "--delimiter \(delimiter): expected a single character, or tab")
    }
    return byte
  }
}
