import Foundation

extension String {
  /// The text as a shell takes it for one word.
  var quotedForShell: String {
    let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+".contains($0)) }
    return isPlain && !hasPrefix("-") ? self : "'\(replacingOccurrences(of: "'", with: "'\\''"))'"
  }
}
