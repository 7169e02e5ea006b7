import Foundation
import NIOCore
import Service
import Store
import Testing

@testable import Delivering

@Suite(.timeLimit(.minutes(3))) struct SMTPTests {
  private func settings(
    _ sink: SMTPSink, _ security: SMTPSettings.Security, user: String? = nil, password: String? = nil
  )
    -> SMTPSettings
  {
    SMTPSettings(
      host: "localhost", port: sink.port, security: security, user: user, password: password, from: "leads@example.com",
      trustedCertificates: security == .none ? nil : sink.certificate)
  }

  private static let hasSink = Python.has("aiosmtpd")

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd")) func aMailArrivesAsItIs() async throws {
    let sink = try await SMTPSink.started(.plain)
    let mail = MailTests.mail(subject: "Ä", text: ".\n..two\nplain\n")
    try await SMTPClient(settings(sink, .none)).send(mail)
    let received = try #require(try sink.received.first)
    #expect(received.from == "leads@example.com" && received.to == ["sales@example.org"])
    #expect(received.data == mail.data)
  }

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd"), arguments: [SMTPSettings.Security.startTLS, .tls])
  func connectionsAreProtectedBeforeAPasswordIsSent(security: SMTPSettings.Security) async throws {
    let sink = try await SMTPSink.started(security == .tls ? .tls : .starttls, user: "ada", password: "pässword")
    let client = try SMTPClient(settings(sink, security, user: "ada", password: "pässword"))
    try await client.send(MailTests.mail())
    let received = try #require(try sink.received.first)
    #expect(received.isProtected && received.user == "ada")
    let wrong = try SMTPClient(settings(sink, security, user: "ada", password: "wrong"))
    await #expect(throws: SMTPProblem("the mail server refused the sign-in: 535")) {
      try await wrong.send(MailTests.mail())
    }
  }

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd"), arguments: [SMTPSettings.Security.startTLS, .tls])
  func aCertificateThatNobodyVouchesForEndsIt(security: SMTPSettings.Security) async throws {
    let sink = try await SMTPSink.started(security == .tls ? .tls : .starttls)
    var settings = settings(sink, security)
    settings.trustedCertificates = nil
    await #expect(throws: SMTPProblem.self) { try await SMTPClient(settings).send(MailTests.mail()) }
    #expect(try sink.received.isEmpty)
  }

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd")) func withoutSTARTTLSNothingIsSent() async throws {
    let sink = try await SMTPSink.started(.plain)
    var settings = settings(sink, .none)
    settings.security = .startTLS
    await #expect(throws: SMTPProblem("the mail server does not offer STARTTLS")) {
      try await SMTPClient(settings).send(MailTests.mail())
    }
    #expect(try sink.received.isEmpty)
  }

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd")) func aReceiverThatDoesNotExistIsFinal() async throws {
    let sink = try await SMTPSink.started(.plain, refusing: "sales@example.org")
    await #expect(throws: SMTPProblem("the mail server refused the receiver: 550", isFinal: true)) {
      try await SMTPClient(settings(sink, .none)).send(MailTests.mail())
    }
  }

  @Test(.enabled(if: hasSink, "needs: pip install aiosmtpd")) func anAlertIsAMailInPlainWords() async throws {
    let sink = try await SMTPSink.started(.plain)
    var settings = DeliverySettings()
    settings.smtp = self.settings(sink, .none)
    settings.publicURL = "https://leads.example.com"
    let messenger = try ChannelMessenger(settings)
    let outbox = Outbox()
    let number = try await outbox.subscribe(channel: "email", target: "sales@example.org")
    try await outbox.cross([45], number)
    try await outbox.worker(messenger).deliverDue()
    await messenger.shutdown()
    #expect(try await outbox.states() == [.delivered])
    let data = try #require(try sink.received.first?.data)
    #expect(data.contains("Subject: Lead 45 is now sql, up from mql\r\n"))
    #expect(
      data.hasSuffix(
        "\r\n\r\nLead 45 is now sql, up from mql,\r\nbecause time passed\r\n\r\nScores: total 85\r\n"
          + "https://leads.example.com/leads/45\r\n\r\n--=20\r\nLeadline, crs_1_1\r\n"))
  }

  // MARK: Servers that are something else

  private func problem(_ answer: Receiver.Answer) async throws -> SMTPProblem? {
    // Whatever is said to it, the receiver waits for the end of a request's head, so it is the greeting that is missing.
    try await Receiver.with({ _, _ in answer }) { receiver in
      let settings = SMTPSettings(
        host: "127.0.0.1", port: receiver.port, security: .none, from: "a@example.com", timeoutSeconds: 1)
      let client = try SMTPClient(settings)
      do throws(SMTPProblem) {
        try await client.send(MailTests.mail())
        return nil
      } catch { return error }
    }
  }

  @Test func aServerThatSaysNothingIsGivenUp() async throws {
    #expect(try await problem(.silence) == SMTPProblem("the mail server did not answer in time"))
  }

  @Test func answersAreTakenApart() throws {
    var buffer = ByteBuffer(string: "250-mail.example.com\r\n250-AUTH LOGIN PLAIN\r\n250 STARTTLS\r\n354 go")
    let reply = try #require(try SMTPReply.take(from: &buffer))
    #expect(reply.code == 250 && reply.offers("STARTTLS") && !reply.offers("SIZE"))
    #expect(reply.words(of: "AUTH") == ["LOGIN", "PLAIN"])
    #expect(try SMTPReply.take(from: &buffer) == nil)
    #expect(String(buffer: buffer) == "354 go")
  }

  @Test(arguments: ["HTTP/1.1 400 Bad\r\n", "\r\n", "99 low\r\n", "SSH-2.0-x\r\n"])
  func whatIsNotSMTPIsNotTakenForIt(text: String) {
    var buffer = ByteBuffer(string: text)
    #expect(throws: SMTPProblem.self) { try SMTPReply.take(from: &buffer) }
  }

  @Test func anAnswerWithoutEndIsCutOff() throws {
    var buffer = ByteBuffer(string: String(repeating: "250-more\r\n", count: 10_000))
    #expect(throws: SMTPProblem.self) { try SMTPReply.take(from: &buffer) }
  }

  @Test func linesThatBeginWithADotBeginWithTwo() {
    #expect(SMTPDialogue.stuffed(".\r\n..\r\na.\r\n") == "..\r\n...\r\na.\r\n")
  }
}
