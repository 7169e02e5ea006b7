/// The symbols and codes that mark an amount of money, before or after the number.
///
/// Codes are those of ISO 4217, in capitals only, since `all`, `try` and `top` are words. The currency itself is not
/// kept: a column of amounts is in one currency. Nothing is converted, and cents are not known: `50¢` is no number.
enum CurrencyMarks {
  /// The number of bytes of the mark that the range starts with; 0 if there is none.
  static func length(startOf text: Span<UInt8>, _ range: Range<Int>) -> Int {
    for symbol in symbols where matches(symbol, text, at: range.lowerBound, in: range) { return symbol.count }
    return isCode(text, at: range.lowerBound, in: range) ? 3 : 0
  }

  /// The number of bytes of the mark that the range ends with; 0 if there is none.
  static func length(endOf text: Span<UInt8>, _ range: Range<Int>) -> Int {
    for symbol in symbols where matches(symbol, text, at: range.upperBound - symbol.count, in: range) {
      return symbol.count
    }
    return isCode(text, at: range.upperBound - 3, in: range) ? 3 : 0
  }

  /// The first mark of a text; nil if there is none.
  static func mark(in text: Span<UInt8>) -> String? {
    for start in 0..<text.count {
      let length = length(startOf: text, start..<text.count)
      if length == 0 { continue }
      var bytes: [UInt8] = []
      for index in start..<start + length { bytes.append(text[index]) }
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  private static func matches(_ symbol: [UInt8], _ text: Span<UInt8>, at index: Int, in range: Range<Int>) -> Bool {
    guard index >= range.lowerBound, index + symbol.count <= range.upperBound else { return false }
    for offset in symbol.indices where text[index + offset] != symbol[offset] { return false }
    return true
  }

  private static func isCode(_ text: Span<UInt8>, at index: Int, in range: Range<Int>) -> Bool {
    guard index >= range.lowerBound, index + 3 <= range.upperBound else { return false }
    for position in index..<index + 3 where !(0x41...0x5A ~= text[position]) { return false }
    return codes.contains(key(text[index], text[index + 1], text[index + 2]))
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }

  /// Longest first, so that `US$` is not taken for `$` with letters in front.
  private static let symbols: [[UInt8]] = [
    "$", "€", "£", "¥", "￥", "₹", "₩", "₽", "₺", "₴", "₪", "₫", "₦", "₱", "₡", "₲", "₵", "₸", "₼", "₾", "₿", "฿", "US$",
    "CA$",
    "AU$", "NZ$", "HK$", "NT$", "MX$", "C$", "A$", "S$", "R$", "kr.", "kr", "Kr.", "Kr", "zł", "Kč", "Ft", "Rs.", "Rs",
    "Fr.",
  ].map { Array($0.utf8) }.sorted { $0.count > $1.count }

  private static let codes: Set<UInt32> = {
    let list = """
      AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
      CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK
      HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL
      MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
      RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
      UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
      """
    return Set(
      list.split { $0 == " " || $0 == "\n" }.map { code in
        code.utf8.reduce(0) { $0 << 8 | UInt32($1) }
      })
  }()
}
