import Leads
import Synchronization

/// Writes rejected records to a CSV file: file, line, reason and the record itself.
final class RejectWriter: Sendable {
  private struct State {
    var file: SafeFile
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  init(path: String) throws {
    let file = try SafeFile(path: path)
    try file.write(Array("file,line,reason,record\n".utf8))
    state = Mutex(State(file: file))
  }

  func write(_ reject: Reject) {
    state.withLock { state in
      if state.failure != nil { return }
      var row: [UInt8] = []
      row.appendCSV(reject.path)
      row.append(UInt8(ascii: ","))
      row.append(contentsOf: String(reject.line).utf8)
      row.append(UInt8(ascii: ","))
      row.appendCSV(reject.reason.description)
      row.append(UInt8(ascii: ","))
      row.appendCSV(reject.record)
      row.append(10)
      do { try state.file.write(row) } catch { state.failure = error }
    }
  }

  /// Completes the file; throws what went wrong while writing.
  func finish() throws {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      try state.file.finish()
    }
  }
}
