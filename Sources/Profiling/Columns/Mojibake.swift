import Leads

/// Text whose UTF-8 was once read as Windows-1252: `MÃ¼ller` for `Müller`; and U+FFFD, which stands where something was lost.
enum Mojibake {
  /// Whether a text has such characters. Linear in its length.
  ///
  /// The first byte of a two-byte letter becomes `Ã` or `Â`, and what follows it a character that hardly ever stands
  /// behind them in real text; the quotes and dashes become `â€` and one more.
  static func isPresent(in text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < text.count {
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xEF, 0xBF, 0xBD): return true
      case (0xC3, 0x83, 0xC2), (0xC3, 0x83, 0xC5), (0xC3, 0x83, 0xC6), (0xC3, 0x83, 0xCB), (0xC3, 0x83, 0xE2):
        return true
      case (0xC3, 0x82, 0xC2): return true
      case (0xC3, 0xA2, 0xE2) where index + 4 < text.count && text[index + 3] == 0x82 && text[index + 4] == 0xAC:
        return true
      default: index += 1
      }
    }
    return false
  }

  /// The text as it was before, or nil if that cannot be told. Linear in its length.
  static func repaired(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x100 {
        bytes.append(UInt8(scalar.value))
      } else if let byte = windows1252[scalar.value] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    guard let repaired = String(validating: bytes, as: UTF8.self), repaired != text else { return nil }
    return repaired
  }

  /// The characters that Windows-1252 has at 0x80 to 0x9F.
  private static let windows1252: [UInt32: UInt8] = {
    let scalars: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
      0x017D,
      0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
      0x017E, 0x0178,
    ]
    return Dictionary(uniqueKeysWithValues: scalars.enumerated().map { ($1, UInt8(0x80 + $0)) })
  }()
}
