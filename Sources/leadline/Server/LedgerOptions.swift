import ArgumentParser
import Foundation
import SQLiteStore
import Service
import Store

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file of the ledger.", valueName: "file"), completion: .file(extensions: ["db"]))
  var data = "leadline.db"

  /// Opens the ledger. With `isThere`, a file that is not there is an error and not made.
  func store(isThere: Bool = true, access: SQLiteStore.Access = .readWrite) throws -> SQLiteStore {
    if isThere, !FileManager.default.fileExists(atPath: data) {
      throw InputProblem(
        message: "\(data): there is no such ledger", hint: "leadline serve makes one; --data FILE names another")
    }
    do {
      return try SQLiteStore(path: data, access: access)
    } catch let problem as StoreProblem {
      throw Self.failure(problem)
    }
  }

  /// A store's problem as the program ends with it.
  static func failure(_ problem: StoreProblem) -> any Error {
    switch problem.kind {
    case .damaged, .newer: InputProblem(message: problem.message)
    case .busy, .full, .readOnly, .other: WorkFailure(message: problem.message)
    }
  }
}

/// The time, as those who ask for it have it.
enum SystemClock {
  /// Seconds since 1970.
  static let now: @Sendable () -> Int64 = { Int64(Date.now.timeIntervalSince1970) }
}
