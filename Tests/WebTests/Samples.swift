import Foundation

/// Bodies that were made with other programs.
enum Samples {
  /// `python3 -c "import gzip; gzip.compress(b'...', mtime=0)"` of a track call, in Base64.
  static let compressedTrack =
    "H4sIAAAAAAACA6tWKi1OLfJMUbJSKlXSUUotS80rAbJTgezc1OLixPRUsFyuUi0AHH/XpioAAAA="

  /// Two lines of an import, in the same way.
  static let compressedLines =
    "H4sIAAAAAAACA6tWKqksSFWyUiopSkzOVtJRKkpNzi9K8UwBChkCuallqXklQHaqUi1XNR61RmhqAYrQ2udYAAAA"

  /// 64 kB of spaces, compressed by Python's gzip, in Base64.
  private static let spaces = """
    H4sIAAAAAAACA+3BgQAAAACAIJX9KRepCgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAGqUGSy0AAABAA==
    """

  /// 20 MB of spaces: gzip files may stand one behind the other.
  static var bomb: Data {
    let one = Data(base64Encoded: spaces, options: .ignoreUnknownCharacters) ?? Data()
    return Data(repeatElement(one, count: 320).joined())
  }
}
