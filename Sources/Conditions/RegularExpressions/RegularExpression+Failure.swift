extension RegularExpression {
  /// Why a pattern cannot be used, and where.
  ///
  ///     offset 3: there is nothing to repeat before *
  ///     hint: write \* for the character itself
  ///
  /// Messages and hints are fragments without a capital or a full stop, ready to follow a path and a colon. They quote
  /// at most a character or two of the pattern, and only printable ASCII.
  public struct Failure: Error, Sendable, Hashable {
    /// Where the faulty part of the pattern starts, in Unicode scalars from its start.
    ///
    /// A group or class that is not closed is reported where it opens, a repeat where its sign stands. The offset
    /// equals the number of scalars if something is missing after the end.
    public let offset: Int

    /// What is wrong.
    public let message: String

    /// What to write instead, if that can be said.
    public let hint: String?

    init(at offset: Int, _ message: String, hint: String? = nil) {
      self.offset = offset
      self.message = message
      self.hint = hint
    }

    /// A number as messages show it: `10,000`.
    static func grouped(_ number: Int) -> String {
      guard number >= 1_000 else { return String(number) }
      let tail = String(number % 1_000)
      return grouped(number / 1_000) + "," + String(repeating: "0", count: 3 - tail.count) + tail
    }
  }
}
