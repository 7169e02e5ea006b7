extension RegularExpression {
  /// A set of Unicode scalars, as ranges.
  ///
  /// The ranges are in ascending order and neither overlap nor touch. Surrogates are not scalars and never members:
  /// a range given across them is split.
  struct ScalarSet: Sendable, Hashable {
    private(set) var ranges: [ClosedRange<UInt32>]

    /// The scalars of ranges in any order, which may overlap.
    ///
    /// - Complexity: O(*n* log *n*) for *n* ranges.
    init(_ ranges: some Sequence<ClosedRange<UInt32>>) {
      var sorted: [ClosedRange<UInt32>] = []
      for range in ranges {
        for block in Self.blocks where block.overlaps(range) {
          sorted.append(range.clamped(to: block))
        }
      }
      sorted.sort { $0.lowerBound < $1.lowerBound }
      self.ranges = []
      for range in sorted {
        if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
          self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        } else {
          self.ranges.append(range)
        }
      }
    }

    /// The set of one scalar.
    init(_ scalar: Unicode.Scalar) {
      ranges = [scalar.value...scalar.value]
    }
  }
}

extension RegularExpression.ScalarSet {
  /// All scalars that are not in this set.
  var inverted: Self {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound {
        gaps.append(next...(range.lowerBound - 1))
      }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF {
      gaps.append(next...0x10FFFF)
    }
    return Self(gaps)
  }

  /// Everything but a line feed: what `.` stands for.
  static let allButLineFeed = Self([0x0A...0x0A]).inverted

  /// The ASCII digits: what `\d` stands for.
  static let digits = Self([0x30...0x39])

  /// ASCII letters, digits and the underscore: what `\w` stands for.
  static let wordScalars = Self([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// Space, tab, line feed, vertical tab, form feed and carriage return: what `\s` stands for.
  static let spaces = Self([0x09...0x0D, 0x20...0x20])

  /// The two blocks of scalars, before and after the surrogates.
  private static let blocks: [ClosedRange<UInt32>] = [0...0xD7FF, 0xE000...0x10FFFF]
}
