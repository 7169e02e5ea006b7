import Store

/// The leads that a commit touched, as bytes: differences of neighbours, zigzag-coded, seven bits a byte, the lowest first.
///
/// Leads in order of their numbers take one or two bytes each. Any order is kept.
enum LeadList {
  /// Leads as bytes.
  static func bytes(of leads: [LeadNumber]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(leads.count * 3)
    var previous: Int64 = 0
    for lead in leads {
      let difference = lead.value &- previous
      var rest = UInt64(bitPattern: (difference << 1) ^ (difference >> 63))
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
      previous = lead.value
    }
    return bytes
  }

  /// Bytes as leads, or nil if they are not what `bytes(of:)` makes.
  static func leads(from bytes: [UInt8]) -> [LeadNumber]? {
    var leads: [LeadNumber] = []
    var previous: Int64 = 0
    var value: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      guard shift < 64 else { return nil }
      value |= UInt64(byte & 0x7f) << shift
      shift += 7
      guard byte < 0x80 else { continue }
      previous &+= Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
      leads.append(LeadNumber(previous))
      value = 0
      shift = 0
    }
    return shift == 0 ? leads : nil
  }
}
