import NIOCore
import Testing

@testable import Delivering

@Suite struct TargetGuardTests {
  @Test(arguments: [
    ("8.8.8.8", AddressScope.global), ("1.1.1.1", .global), ("172.15.255.255", .global), ("172.32.0.0", .global),
    ("100.63.255.255", .global), ("100.128.0.0", .global), ("223.255.255.255", .global), ("192.169.0.1", .global),
    ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("0.0.0.0", .local), ("10.0.0.1", .local),
    ("100.64.0.1", .local), ("169.254.169.254", .local), ("172.16.0.1", .local), ("172.31.255.255", .local),
    ("192.168.1.1", .local), ("198.18.0.1", .local), ("224.0.0.1", .local), ("255.255.255.255", .local),
    ("2606:4700:4700::1111", .global), ("::1", .loopback), ("::", .local), ("fe80::1", .local), ("fc00::1", .local),
    ("fd12:3456::1", .local), ("ff02::1", .local), ("2001:db8::1", .local), ("::ffff:127.0.0.1", .loopback),
    ("::ffff:10.0.0.1", .local), ("::ffff:8.8.8.8", .global), ("64:ff9b::a9fe:a9fe", .local),
    ("2002:0a00:0001::", .local),
    ("2002:0808:0808::", .global), ("2001:0:1::", .local), ("::127.0.0.1", .local),
  ])
  func addressesLieWhereTheRegistriesSay(text: String, scope: AddressScope) throws {
    #expect(AddressScope(try SocketAddress(ipAddress: text, port: 443)) == scope)
  }

  @Test func whatIsAllowedIsWhatIsSet() throws {
    let addresses = try ["8.8.8.8", "127.0.0.1", "10.0.0.1"].map { try SocketAddress(ipAddress: $0, port: 80) }
    #expect(addresses.map(AllowedTargets.publicOnly.allows) == [true, false, false])
    #expect(addresses.map(AllowedTargets.loopbackToo.allows) == [true, true, false])
    #expect(addresses.map(AllowedTargets.all.allows) == [true, true, true])
  }

  @Test(arguments: [
    "http://localhost:9/", "http://127.0.0.1:9/", "http://[::1]:9/", "http://0x7f.1:9/", "http://2130706433:9/",
  ])
  func namesOfThisMachineAreRefusedBeforeAnythingIsSent(target: String) async {
    let sender = WebSender(targets: .publicOnly, timeoutSeconds: 5)
    let attempt = await sender.post("{}", to: target)
    await sender.shutdown()
    guard case .refused(let problem) = attempt else {
      // A host name that does not resolve is not refused, but nothing can be sent to it either.
      #expect(target.contains("0x7f") || target.contains("2130706433"), "\(attempt)")
      return
    }
    #expect(problem.contains("public internet"))
  }
}
