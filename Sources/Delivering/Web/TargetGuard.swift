import NIOCore
import NIOPosix

/// Which addresses deliveries may go to.
///
/// Whoever may make subscriptions could otherwise have the server send requests to machines that only the server can reach.
public enum AllowedTargets: String, Sendable, Hashable, CaseIterable {
  /// Addresses of the public internet.
  case publicOnly = "public"
  /// These, and this machine.
  case loopbackToo = "loopback"
  /// Any address.
  case all
}

/// Where an address lies.
enum AddressScope: Sendable, Hashable {
  case global, loopback, local

  /// The scope of an address of the internet; anything else is local.
  ///
  /// Source: the IANA registries of special-purpose addresses for IPv4 and IPv6.
  init(_ address: SocketAddress) {
    switch address {
    case .v4(let address):
      self.init(ipv4: withUnsafeBytes(of: address.address.sin_addr) { Array($0) })
    case .v6(let address):
      self.init(ipv6: withUnsafeBytes(of: address.address.sin6_addr) { Array($0) })
    case .unixDomainSocket: self = .local
    }
  }

  init(ipv4 bytes: [UInt8]) {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (127, _, _): self = .loopback
    case (0, _, _), (10, _, _), (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (192, 0, 0),
      (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113), (224..., _, _):
      self = .local
    default: self = .global
    }
  }

  init(ipv6 bytes: [UInt8]) {
    let isZero = { (range: Range<Int>) in bytes[range].allSatisfy { $0 == 0 } }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case _ where isZero(0..<15): self = bytes[15] == 1 ? .loopback : .local
    // An address of version 4 in one of version 6: mapped, translated, or 6to4.
    case _ where isZero(0..<10) && bytes[10] == 0xFF && bytes[11] == 0xFF: self.init(ipv4: Array(bytes[12...]))
    case (0x00, 0x64, 0xFF, 0x9B) where isZero(4..<12): self.init(ipv4: Array(bytes[12...]))
    case (0x20, 0x02, _, _): self.init(ipv4: Array(bytes[2..<6]))
    // Only 2000::/3 is given out; of it Teredo, benchmarks and documentation are not for use.
    case (0x20, 0x01, 0x00, _), (0x20, 0x01, 0x0D, 0xB8), (0x3F, 0xFF, _, _): self = .local
    case (0x20...0x3F, _, _, _): self = .global
    default: self = .local
    }
  }
}

extension AllowedTargets {
  /// Whether a delivery may go to an address.
  func allows(_ address: SocketAddress) -> Bool {
    switch (self, AddressScope(address)) {
    case (.all, _), (_, .global), (.loopbackToo, .loopback): true
    case (.publicOnly, .loopback), (_, .local): false
    }
  }

  /// Whether a delivery may go to a host, by the first address that its name has now. A connection is checked again once it
  /// is there, because a name can mean something else a moment later.
  func allows(host: String, port: Int) async throws -> Bool {
    if self == .all { return true }
    let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    let address = try await NIOThreadPool.singleton.runIfActive {
      try SocketAddress.makeAddressResolvingHost(bare, port: port)
    }
    return allows(address)
  }
}
