extension Sequence where Element == UInt8 {
  /// Whether a CSV file must have the text in quotes.
  var needsCSVQuotes: Bool {
    contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13 }
  }
}

extension Array where Element == UInt8 {
  /// Appends a value of a CSV file, in quotes if it needs them.
  mutating func appendCSV(_ text: String) { appendCSV(Array(text.utf8)[...]) }

  /// Appends a value of a CSV file, in quotes if it needs them.
  mutating func appendCSV(_ text: ArraySlice<UInt8>) {
    if !text.needsCSVQuotes {
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

extension SafeFile {
  /// Writes one row of CSV.
  func writeRow(_ values: [String]) throws {
    var row: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      row.appendCSV(value)
    }
    row.append(10)
    try write(row)
  }
}
