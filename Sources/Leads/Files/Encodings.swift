/// Converts UTF-16 to UTF-8 as it comes, in pieces that may end anywhere.
struct UTF16Decoder {
  let byteOrderMarkLength: Int
  private let isBigEndian: Bool
  private var pendingByte: UInt8?
  private var pendingUnit: UInt16?

  /// nil if the start of a file does not look like UTF-16: neither a byte-order mark nor a zero in every other byte.
  init?(start: [UInt8]) {
    if start.starts(with: [0xFF, 0xFE]) {
      (isBigEndian, byteOrderMarkLength) = (false, 2)
    } else if start.starts(with: [0xFE, 0xFF]) {
      (isBigEndian, byteOrderMarkLength) = (true, 2)
    } else {
      let sample = start.prefix(256)
      guard sample.count >= 4 else { return nil }
      let zerosAtEven = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
      let zerosAtOdd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
      let half = sample.count / 2
      guard max(zerosAtEven, zerosAtOdd) * 10 >= half * 7, min(zerosAtEven, zerosAtOdd) * 10 <= half else { return nil }
      (isBigEndian, byteOrderMarkLength) = (zerosAtEven > zerosAtOdd, 0)
    }
  }

  /// The UTF-8 of the next piece; lone surrogates become U+FFFD.
  mutating func utf8(of piece: [UInt8], isEnd: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(piece.count / 2 + 2)
    if let unit = pendingUnit { units.append(unit) }
    pendingUnit = nil
    for byte in piece {
      if let first = pendingByte {
        units.append(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first))
        pendingByte = nil
      } else {
        pendingByte = byte
      }
    }
    if !isEnd, let last = units.last, 0xD800..<0xDC00 ~= last { pendingUnit = units.removeLast() }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// Windows-1252, of which Latin-1 is the part that CRM exports use.
enum Windows1252 {
  /// The characters of 0x80 to 0x9F; all others stand for themselves.
  private static let special: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]

  /// Whether bytes that are not all ASCII are rather Windows-1252 than UTF-8, of which a character may be damaged.
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    if String(validating: bytes, as: UTF8.self) != nil { return false }
    var whole = 0
    var broken = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 { continue }
      let following = 0xC2...0xDF ~= byte ? 1 : 0xE0...0xEF ~= byte ? 2 : 0xF0...0xF4 ~= byte ? 3 : 0
      let end = min(index + following, bytes.endIndex)
      if following > 0, end == index + following, bytes[index..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        whole += 1
        index = end
      } else {
        broken += 1
      }
    }
    return broken >= whole
  }

  /// The UTF-8 of these bytes. O(count).
  static func utf8(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let scalar = byte < 0xA0 ? special[Int(byte) - 0x80] : UInt32(byte)
        if scalar >= 0x800 { result.append(UInt8(0xE0 | scalar >> 12)) }
        result.append(UInt8(scalar >= 0x800 ? 0x80 | scalar >> 6 & 0x3F : 0xC0 | scalar >> 6))
        result.append(UInt8(0x80 | scalar & 0x3F))
      }
    }
    return result
  }
}
