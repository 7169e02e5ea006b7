import Foundation
import Service
import Testing
import Tracking

@testable import Web

@Suite(.serialized) struct LinkRouteTests {
  private let link = SignedLinks.Link(user: "ü 1", campaign: "spring")
  private let url = "https://example.com/pricing?a=1&b=%20"

  @Test func aSignedLinkLeadsWhereItsMakerWanted() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let target = TestServer.links.redirect(to: url, link: link)
      let answer = try await server.request("GET", target, key: nil, headers: ["User-Agent": "Mozilla/5.0 test"])
      #expect(answer.status == 302)
      #expect(answer.headers["location"] == url)
      let message = try #require(server.ingesting.messages.first)
      #expect(message.userID == "ü 1")
      #expect(message.act == .track(name: "email_clicked", properties: #"{"campaign":"spring","url":"\#(url)"}"#))
      #expect(message.userAgent == "Mozilla/5.0 test")
      #expect(!message.isBot)
    }
  }

  @Test func onlyAskingWhereItLeadsIsNoClick() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.request("HEAD", TestServer.links.redirect(to: url, link: link), key: nil)
      #expect(answer.status == 302)
      #expect(server.ingesting.messages.isEmpty)
    }
  }

  @Test func theHoneypotKnowsBots() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let honeypot = SignedLinks.Link(record: "r", isHoneypot: true)
      let answer = try await server.request("GET", TestServer.links.redirect(to: url, link: honeypot), key: nil)
      #expect(answer.status == 302)
      #expect(server.ingesting.messages.map(\.isBot) == [true])
      #expect(server.ingesting.messages.map(\.recordID) == ["r"])
    }
  }

  @Test func changedLinksLeadNowhere() async throws {
    let target = TestServer.links.redirect(to: url, link: link)
    let evil = SignedLinks(secret: Array("another secret, sixteen".utf8))
    let forged = [
      target.replacing("example.com", with: "evil.example"), target.replacing("spring", with: "summer"),
      String(target.dropLast()), String(target.dropLast(64)), target.replacing("/r?", with: "/r?h=1&"),
      target + "&u=https%3A%2F%2Fevil.example", "/r?u=https%3A%2F%2Fevil.example", "/r", "/r?s=", "/r?&s=00",
      evil.redirect(to: url, link: link),
      // Signed, but for a picture.
      TestServer.links.pixel(link).replacing("/p.gif", with: "/r"),
      // Signed, but no address of the web.
      TestServer.links.redirect(to: "javascript:alert(1)", link: link),
      TestServer.links.redirect(to: "https://example.com/\r\nSet-Cookie: a=b", link: link),
    ]
    try await TestServer.run { (server: TestServer) async throws in
      for target in forged {
        let answer = try await server.request("GET", target, key: nil)
        #expect(answer.status == 400, "\(target)")
        #expect(answer.headers["location"] == nil)
      }
      #expect(server.ingesting.messages.isEmpty)
    }
  }

  @Test func peopleGetThereEvenIfNothingCanBeKept() async throws {
    try await TestServer.run(RecordingIngesting { _, _ throws(Refusal) in throw .unavailable("full") }) {
      (server: TestServer) async throws in
      #expect(try await server.request("GET", TestServer.links.redirect(to: url, link: link), key: nil).status == 302)
    }
  }

  @Test func thePixelTellsOfOpenings() async throws {
    try await TestServer.run { (server: TestServer) async throws in
      let answer = try await server.request("GET", TestServer.links.pixel(link), key: nil)
      #expect(answer.status == 200)
      #expect(answer.headers["content-type"] == "image/gif")
      #expect(answer.headers["cache-control"] == "no-store")
      #expect(answer.body.starts(with: Array("GIF89a".utf8)))
      #expect(
        server.ingesting.messages.map(\.act) == [.track(name: "email_opened", properties: #"{"campaign":"spring"}"#)])
      #expect(try await server.request("GET", "/p.gif?i=forged&s=00", key: nil).status == 200)
      #expect(server.ingesting.messages.count == 1)
    }
  }

  /// RFC 4231, test case 2, is of HMAC itself; this one is of what is signed. Worked out with Python's hmac module.
  @Test func signaturesAreHMACSHA256() {
    let target = SignedLinks(secret: Array("0123456789abcdef".utf8)).pixel(SignedLinks.Link(user: "u", campaign: "c"))
    #expect(target == "/p.gif?i=u&c=c&s=abb30642b547239f3c5844af26eeb5f125737fa23139eaa8759d4807e8952c42")
  }
}
