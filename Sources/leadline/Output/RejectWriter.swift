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

extension Array where Element == UInt8 {
  /// Appends a value of a CSV file, in quotes if it needs them.
  mutating func appendCSV(_ text: String) { appendCSV(Array(text.utf8)[...]) }

  /// Appends a value of a CSV file, in quotes if it needs them.
  mutating func appendCSV(_ text: ArraySlice<UInt8>) {
    let needsQuotes = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
    if !needsQuotes {
      append(contentsOf: text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a text of JSON, in quotes and escaped.
  mutating func appendJSON(_ text: some Sequence<UInt8>) {
    append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(contentsOf: (byte < 16 ? "0" : "1").utf8)
        append(contentsOf: String(byte & 15, radix: 16).utf8)
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a whole number.
  mutating func appendDecimal(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var magnitude = number.magnitude
    let start = count
    repeat {
      append(UInt8(truncatingIfNeeded: 48 + magnitude % 10))
      magnitude /= 10
    } while magnitude > 0
    var low = start
    var high = count - 1
    while low < high {
      swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
