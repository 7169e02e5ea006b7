import Statistics

/// What happens to good data on its way through forms, imports and tired hands.
struct DemoMess {
  private var chance: SplitMix64

  init(number: Int, seed: UInt64) { chance = SplitMix64(seed: seed, stream: "mess", number: number) }

  /// The value, or now and then what stands where nobody wrote one.
  mutating func sometimesMissing(_ value: String, perMille: Int = 30) -> String {
    value.isEmpty || !chance.happens(perMille) ? value : chance.pick(["", "N/A", "Select", "-", "unknown"])
  }

  /// The text in another case, or with spaces around it, now and then.
  mutating func untidy(_ text: String) -> String {
    switch chance.below(100) {
    case 0..<4: text.uppercased()
    case 4..<9: text.lowercased()
    case 9..<12: " \(text)"
    case 12..<15: "\(text)  "
    default: text
    }
  }

  /// A number of people, in one of the ways of writing it.
  mutating func headcount(_ size: Int) -> String {
    if size >= 1000, chance.happens(500) { return "\(size / 1000),\(String(1000 + size % 1000).dropFirst())" }
    return String(size)
  }

  /// A sum of dollars, in one of the ways of writing it.
  mutating func dollars(_ sum: Int) -> String {
    if sum >= 1000, chance.happens(400) { return "$\(sum / 1000),\(String(1000 + sum % 1000).dropFirst())" }
    return String(sum)
  }

  /// Yes or no, in one of the ways of writing it.
  mutating func flag(_ isTrue: Bool) -> String {
    let ways = isTrue ? ["yes", "yes", "yes", "Yes", "TRUE", "1"] : ["no", "no", "no", "No", "FALSE", "0"]
    return chance.pick(ways)
  }

  /// A phone number of those that belong to nobody.
  mutating func phone() -> String {
    "\(chance.pick(["+1 ", "", "+1-"]))\(chance.number(201...989))-555-01\(String(100 + chance.below(100)).dropFirst())"
  }
}
