import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Hands mails to an SMTP server, one connection for each.
///
/// Source: RFC 5321 (SMTP), RFC 3207 (STARTTLS), RFC 4954 (AUTH), RFC 8314 (TLS from the start).
struct SMTPClient: Sendable {
  private typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  private let settings: SMTPSettings
  private let tls: NIOSSLContext?

  init(_ settings: SMTPSettings) throws {
    self.settings = settings
    if settings.security == .none {
      tls = nil
    } else {
      var configuration = TLSConfiguration.makeClientConfiguration()
      if let file = settings.trustedCertificates { configuration.additionalTrustRoots = [.file(file)] }
      configuration.minimumTLSVersion = .tlsv12
      tls = try NIOSSLContext(configuration: configuration)
    }
  }

  /// Hands a mail over; returns once the server has taken responsibility for it.
  func send(_ mail: Mail) async throws(SMTPProblem) {
    do {
      try await withDeadline(.seconds(settings.timeoutSeconds)) { try await deliver(mail) }
    } catch let problem as SMTPProblem {
      throw problem
    } catch is TimedOut {
      throw SMTPProblem("the mail server did not answer in time")
    } catch is NIOSSLError {
      throw SMTPProblem("no protected connection to the mail server")
    } catch {
      throw SMTPProblem("no connection to the mail server: \(type(of: error))")
    }
  }

  private func deliver(_ mail: Mail) async throws {
    let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(.seconds(10))
      .connect(host: settings.host, port: settings.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if settings.security == .tls { try protect(channel) }
          return try Connection(wrappingChannelSynchronously: channel)
        }
      }
    try await connection.executeThenClose { inbound, outbound in
      var dialogue = SMTPDialogue(inbound: inbound.makeAsyncIterator(), outbound: outbound)
      try await dialogue.expect(220, "greeting")
      var hello = try await dialogue.ask("EHLO \(settings.helloName)", 250, "greeting")
      var isProtected = settings.security == .tls
      if settings.security == .startTLS {
        guard hello.offers("STARTTLS") else { throw SMTPProblem("the mail server does not offer STARTTLS") }
        try await dialogue.ask("STARTTLS", 220, "STARTTLS")
        try dialogue.expectNothingMore()
        let channel = connection.channel
        try await channel.eventLoop.submit { try protect(channel) }.get()
        hello = try await dialogue.ask("EHLO \(settings.helloName)", 250, "greeting")
        isProtected = true
      }
      try await signIn(&dialogue, hello, isProtected: isProtected)
      try await dialogue.ask("MAIL FROM:<\(mail.from)>", 250, "sender")
      try await dialogue.ask("RCPT TO:<\(mail.to)>", 250, "receiver", isFinal: true)
      try await dialogue.ask("DATA", 354, "mail")
      try await dialogue.ask(SMTPDialogue.stuffed(mail.data) + ".", 250, "mail", isFinal: true)
      try? await dialogue.say("QUIT")
    }
  }

  private func protect(_ channel: any Channel) throws {
    guard let tls else { return }
    let isAddress = (try? SocketAddress(ipAddress: settings.host, port: 0)) != nil
    let handler = try NIOSSLClientHandler(context: tls, serverHostname: isAddress ? nil : settings.host)
    try channel.pipeline.syncOperations.addHandler(handler, position: .first)
  }

  private func signIn(_ dialogue: inout SMTPDialogue, _ hello: SMTPReply, isProtected: Bool) async throws {
    guard let user = settings.user else { return }
    let password = settings.password ?? ""
    guard isProtected || ["localhost", "127.0.0.1", "::1"].contains(settings.host) else {
      throw SMTPProblem("no password is sent to another machine without TLS")
    }
    let ways = hello.words(of: "AUTH") ?? []
    if ways.contains("PLAIN") {
      let token = Data("\0\(user)\0\(password)".utf8).base64EncodedString()
      try await dialogue.ask("AUTH PLAIN \(token)", 235, "sign-in")
    } else if ways.contains("LOGIN") {
      try await dialogue.ask("AUTH LOGIN", 334, "sign-in")
      try await dialogue.ask(Data(user.utf8).base64EncodedString(), 334, "sign-in")
      try await dialogue.ask(Data(password.utf8).base64EncodedString(), 235, "sign-in")
    } else {
      throw SMTPProblem("the mail server offers neither AUTH PLAIN nor AUTH LOGIN")
    }
  }
}

/// Lines to a server, and its answers.
struct SMTPDialogue {
  var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var received = ByteBuffer()

  init(
    inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound
    self.outbound = outbound
  }

  /// Sends a line.
  func say(_ line: String) async throws { try await outbound.write(ByteBuffer(string: line + "\r\n")) }

  /// Sends a line and gives the answer, which must have a code.
  @discardableResult
  mutating func ask(
    _ line: String, _ code: Int, _ what: String, isFinal: Bool = false
  ) async throws -> SMTPReply {
    try await say(line)
    return try await expect(code, what, isFinal: isFinal)
  }

  /// The next answer, which must have a code.
  ///
  /// - Parameters:
  ///   - what: what the server refuses if it has another, for people.
  ///   - isFinal: whether a permanent refusal is one of this mail, rather than of whoever sends it.
  @discardableResult
  mutating func expect(_ code: Int, _ what: String, isFinal: Bool = false) async throws -> SMTPReply {
    while true {
      if let reply = try SMTPReply.take(from: &received) {
        if reply.code == code || (code == 250 && reply.code == 251) { return reply }
        throw SMTPProblem("the mail server refused the \(what): \(reply.code)", isFinal: isFinal && reply.code >= 500)
      }
      guard var more = try await inbound.next() else {
        throw SMTPProblem("the mail server closed the connection")
      }
      received.writeBuffer(&more)
    }
  }

  /// What was sent in the clear before TLS began must not be taken for what comes after (RFC 3207, section 4.2).
  func expectNothingMore() throws {
    if received.readableBytes > 0 { throw SMTPProblem("the mail server sent more than an answer before TLS") }
  }

  /// A message whose lines that begin with a dot begin with two, so that no line ends it early.
  static func stuffed(_ message: String) -> String {
    let lines = message.hasPrefix(".") ? "." + message : message
    return lines.replacing("\r\n.", with: "\r\n..")
  }
}
