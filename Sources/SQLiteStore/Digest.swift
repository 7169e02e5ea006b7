import Store

/// The digest by which kinds are looked up: FNV-1a over name and properties with a byte between them that UTF-8 does not
/// use. It is no secret and promises nothing: whoever finds a digest compares the texts.
///
/// Source: Fowler, Noll, Vo, The FNV Non-Cryptographic Hash Algorithm (draft-eastlake-fnv), 64 bits.
func digest(of kind: EventKind) -> Int64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  for byte in kind.name.utf8 { add(byte) }
  add(0xff)
  for byte in kind.properties.utf8 { add(byte) }
  return Int64(bitPattern: hash)
}
