/// Sets of scalars as automata over the bytes of UTF-8.
///
/// A set becomes a small tree of states, one level per byte, in which equal branches are shared: `.` takes eight
/// states although it has a million scalars. Overlong forms and surrogates have no branch, so bytes that are not UTF-8
/// match nothing.
///
/// Source: Russ Cox, "Regular Expression Matching in the Wild", 2010, "UTF-8"; the Unicode Standard, table 3-7.
extension RegularExpression.NFA.Builder {
  typealias ScalarSet = RegularExpression.ScalarSet
  typealias Step = RegularExpression.NFA.Step
  typealias StateID = RegularExpression.NFA.StateID
  private typealias Values = ClosedRange<UInt32>

  /// Scalars that take the same number of bytes.
  private struct Form {
    let scalars: ClosedRange<UInt32>
    /// The bits that mark the first byte.
    let mark: UInt32
    /// How many bytes follow the first.
    let following: UInt32

    static let all = [
      Form(scalars: 0...0x7F, mark: 0, following: 0),
      Form(scalars: 0x80...0x7FF, mark: 0xC0, following: 1),
      Form(scalars: 0x800...0xFFFF, mark: 0xE0, following: 2),
      Form(scalars: 0x10000...0x10FFFF, mark: 0xF0, following: 3),
    ]
  }

  /// Adds states that read one scalar of a set, and returns the one they start with.
  mutating func add(_ set: ScalarSet, then next: StateID) throws(Failure) -> StateID {
    var steps: [Step] = []
    var shared: [[Step]: StateID] = [:]
    for form in Form.all {
      let values = set.ranges.compactMap { $0.overlaps(form.scalars) ? $0.clamped(to: form.scalars) : nil }
      guard !values.isEmpty else { continue }
      steps += try self.steps(
        reading: values, mark: form.mark, following: form.following, then: next, sharing: &shared)
    }
    return try add(steps)
  }

  /// The steps for one byte of an encoding; adds the states for the bytes after it.
  ///
  /// - Parameters:
  ///   - values: What this and the following bytes encode, in ascending order.
  ///   - mark: The bits that mark this byte.
  ///   - following: How many bytes follow.
  ///   - shared: The states added for this set, by their steps.
  private mutating func steps(
    reading values: [Values], mark: UInt32, following: UInt32, then next: StateID,
    sharing shared: inout [[Step]: StateID]
  ) throws(Failure) -> [Step] {
    if following == 0 {
      return values.map { Step(first: UInt8(mark | $0.lowerBound), last: UInt8(mark | $0.upperBound), next: next) }
    }
    var steps: [Step] = []
    for branch in Self.branches(of: values, width: 6 * following) {
      let rest = try self.steps(
        reading: branch.rest, mark: 0x80, following: following - 1, then: next, sharing: &shared)
      let state: StateID
      if let known = shared[rest] {
        state = known
      } else {
        state = try add(rest)
        shared[rest] = state
      }
      steps.append(
        Step(first: UInt8(mark | branch.byte.lowerBound), last: UInt8(mark | branch.byte.upperBound), next: state))
    }
    return steps
  }

  /// The values grouped by their bits above the lowest `width`, with the lower bits that go with each group.
  ///
  ///     [0x41...0x43, 0x80...0x100], width 6    1: [0x01...0x03], 2...3: [0x00...0x3F], 4: [0x00...0x00]
  private static func branches(of values: [Values], width: UInt32) -> [(byte: Values, rest: [Values])] {
    let mask: UInt32 = 1 << width - 1
    var branches: [(byte: Values, rest: [Values])] = []
    for range in values {
      var low = range.lowerBound
      while low <= range.upperBound {
        let byte = low >> width
        let firstIncomplete = (range.upperBound + 1) >> width
        let high: UInt32
        if low & mask == 0, firstIncomplete > byte {
          high = firstIncomplete << width - 1
          branches.append((byte...(firstIncomplete - 1), [0...mask]))
        } else {
          high = min(range.upperBound, low | mask)
          let rest = (low & mask)...(high & mask)
          if let last = branches.last, last.byte == byte...byte {
            branches[branches.count - 1].rest.append(rest)
          } else {
            branches.append((byte...byte, [rest]))
          }
        }
        low = high + 1
      }
    }
    return branches
  }
}
