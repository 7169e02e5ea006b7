/// The members of a JSON object, as attributes and properties know them.
public enum JSONObject {
  /// Calls `found` for each member that is no array: its path, such as `plan.name`, and its value as text. A null and an
  /// array give an empty text.
  ///
  /// - Returns: what is wrong with the object, or nil.
  /// - Complexity: O(length).
  public static func forEach(of json: some Sequence<UInt8>, _ found: (_ path: [UInt8], _ value: [UInt8]) -> Void)
    -> String?
  {
    var bytes = Array(json)
    // Values are reported while the scanner owns the bytes, so their places are kept until it is done.
    var members: [(path: [UInt8], value: Range<Int>)] = []
    let problem = JSONScanner.members(of: &bytes, from: 0, to: bytes.count) { members.append(($0, $1)) }
    for (path, value) in members { found(path, Array(bytes[value])) }
    return problem?.message
  }
}
