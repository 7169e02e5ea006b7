import Crypto
import Store

extension Workspace {
  private static let utcOffsetSetting = "utc_offset"

  /// Seconds east of UTC at which a ledger's days begin; nil if nobody said yet.
  public static func utcOffset(of ledger: any LedgerReading) throws -> Int64? {
    try ledger.setting(utcOffsetSetting).flatMap { Int64($0) }
  }

  /// Says where a ledger's days begin. Precondition: nobody said yet.
  public static func setUTCOffset(_ offset: Int64, in ledger: any LedgerWriting) throws {
    try ledger.set(setting: utcOffsetSetting, String(offset))
  }
}

extension Workspace {
  /// The secret that links in mails are signed with: made once, and kept with the ledger.
  public func linkSecret() async throws -> [UInt8] {
    let made = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    let text = made.map { String($0) }.joined(separator: " ")
    let kept = try await store.write { ledger in
      if let kept = try ledger.setting("link_secret") { return kept }
      try ledger.set(setting: "link_secret", text)
      return text
    }
    return kept.split(separator: " ").compactMap { UInt8($0) }
  }
}
