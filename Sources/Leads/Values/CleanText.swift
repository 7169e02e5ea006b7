extension String {
  /// The text as it should have been typed: composed (Unicode's NFC), without control characters and marks that nobody
  /// sees, with single plain spaces, and none around it. Everything else stays, case included.
  ///
  ///     "  Mu\u{308}ller\u{A0}\t& Co ".cleaned   // "Müller & Co"
  public var cleaned: String {
    if isClean { return self }
    var scalars = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in Composition.composed(self).unicodeScalars {
      if scalar.properties.isWhitespace {
        needsSpace = !scalars.isEmpty
      } else if !scalar.isUnseen {
        if needsSpace { scalars.append(" ") }
        needsSpace = false
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Whether it is plain ASCII with single spaces inside: most texts are.
  private var isClean: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      if byte < 32 || byte > 126 || byte == 32 && last == 32 { return false }
      last = byte
    }
    return last != 32 || utf8.isEmpty
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, a mark of direction, a byte-order mark or a space of no width. Joiners stay:
  /// Persian, Hindi and emoji are written with them.
  fileprivate var isUnseen: Bool {
    switch value {
    case 0x200C, 0x200D: false
    case 0x200B, 0x2060, 0xFEFF, 0x00AD, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: properties.generalCategory == .control
    }
  }
}
