/// Something that reads what people give it.
protocol Target {
  /// Texts that mean something to it.
  static var words: [String] { get }

  /// The seeds of a folder's files, if a file is not one seed.
  static func seeds(in file: [UInt8]) -> [[UInt8]]

  /// Makes a valid input, or nearly so.
  func valid(_ random: inout SeededGenerator) -> [UInt8]

  /// Reads an input; whether it was accepted. Throws a `Finding` if a promise was broken.
  mutating func accepts(_ input: [UInt8]) throws -> Bool
}

extension Target {
  static func seeds(in file: [UInt8]) -> [[UInt8]] { [file] }
}

/// A promise that an input broke.
struct Finding: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
