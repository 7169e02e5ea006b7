/// Makes an event's properties: a JSON object without spaces, the call's own members first and as they were sent.
struct PropertyReader {
  private var json: [UInt8] = []

  init() { json.reserveCapacity(1024) }

  /// The properties as text; empty for none.
  ///
  /// - Parameters:
  ///   - own: the place of the call's properties.
  ///   - further: members that are added where the call's own lack them: their names, and the places of their values.
  mutating func properties(
    _ bytes: Span<UInt8>, own: Range<Int>?, further: [(name: [UInt8], value: Range<Int>)]
  ) -> String {
    json.removeAll(keepingCapacity: true)
    var lacking = further
    if let own {
      JSONText.appendCompact(bytes, own, to: &json)
      json.removeLast()
      if !lacking.isEmpty {
        var members = JSONMembers(own)
        while let (name, _) = members.next(bytes) { lacking.removeAll { bytes.equals($0.name, at: name) } }
      }
    } else {
      json.append(UInt8(ascii: "{"))
    }
    for (name, value) in lacking {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      json.append(UInt8(ascii: "\""))
      json += name
      json += [UInt8(ascii: "\""), UInt8(ascii: ":")]
      JSONText.appendCompact(bytes, value, to: &json)
    }
    if json.count == 1 { return "" }
    json.append(UInt8(ascii: "}"))
    return String(decoding: json, as: UTF8.self)
  }
}
