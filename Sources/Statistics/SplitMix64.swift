/// A small generator of random numbers: the same seed gives the same numbers on every machine, for ever.
///
///     var chance = SplitMix64(seed: 7)
///     let die = 1 + chance.below(6)
///
/// It has ways of its own to draw, in integers, because those of the standard library may change between its versions.
/// Not for secrets. Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that starts here.
  public init(seed: UInt64) { state = seed }

  /// One of many independent generators: that of the thing with this number.
  public init(seed: UInt64, stream: String, number: Int) {
    // FNV-1a over the name of the stream, then a step of the generator for the seed and one for the number.
    let name = stream.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var mixer = SplitMix64(seed: seed ^ name)
    self.init(seed: mixer.next() ^ UInt64(number) &* 0xD1B5_4A32_D192_ED03)
    self.init(seed: next())
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `count` - 1.
  ///
  /// - Precondition: `count` is 1 or more. The bias, at most `count` / 2⁶⁴, is of no matter here.
  public mutating func below(_ count: Int) -> Int {
    precondition(count > 0)
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number from 0 up to, but not including, 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number of the standard normal distribution, near enough for intervals: the sum of twelve numbers from 0 to 1, less
  /// 6. It lies within ±6 and needs no function whose last digit hangs on the machine.
  public mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }

  /// A number of this range, which must not be empty.
  public mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// Whether something happens that happens so often in a thousand times.
  public mutating func happens(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// One of these.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// One of these, each as often as its weight says.
  ///
  /// - Precondition: no weight is negative, and one is positive.
  public mutating func pick<Element>(weighted elements: [(element: Element, weight: Int)]) -> Element {
    var left = below(elements.reduce(0) { $0 + $1.weight })
    for (element, weight) in elements {
      if left < weight { return element }
      left -= weight
    }
    preconditionFailure("the weights have no sum")
  }
}
