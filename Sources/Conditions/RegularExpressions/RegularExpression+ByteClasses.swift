extension RegularExpression {
  /// The bytes that an automaton cannot tell apart, as numbered classes.
  ///
  ///     [a-c]x    below a: 0, a to c: 1, d to w: 2, x: 3, above x: 4
  ///
  /// A table with a column per class rather than per byte is smaller and quicker to build. Classes are runs of bytes
  /// and numbered in their order, so a range of bytes is also a range of classes.
  struct ByteClasses: Sendable {
    /// The class of each of the 256 bytes.
    let numbers: [UInt8]

    /// How many classes there are, from 1 to 256.
    let count: Int

    /// The classes of the bytes that the steps of an automaton tell apart.
    init(_ nfa: NFA) {
      var isFirst = Array(repeating: false, count: 257)
      for step in nfa.steps {
        isFirst[Int(step.first)] = true
        isFirst[Int(step.last) + 1] = true
      }
      var numbers: [UInt8] = []
      var number: UInt8 = 0
      for byte in 0..<256 {
        if byte > 0, isFirst[byte] { number += 1 }
        numbers.append(number)
      }
      self.numbers = numbers
      count = Int(number) + 1
    }

    /// The classes of the bytes of a step.
    func range(of step: NFA.Step) -> ClosedRange<Int> {
      Int(numbers[Int(step.first)])...Int(numbers[Int(step.last)])
    }
  }
}
