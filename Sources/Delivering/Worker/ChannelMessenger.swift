import Service
import Store

/// Brings messages to receivers.
public protocol Messenger: Sendable {
  /// Tries to deliver a message, once.
  ///
  /// - Parameter moment: the time, in seconds since 1970.
  func send(_ message: OutgoingMessage, to subscription: Subscription, at moment: Int64) async -> Attempt
}

/// Brings messages to receivers by their channels: webhooks, Slack's format, mail.
public struct ChannelMessenger: Messenger {
  private let web: WebSender
  private let mail: SMTPClient?
  private let settings: DeliverySettings

  /// A messenger; throws if certificates that it should trust cannot be read.
  public init(_ settings: DeliverySettings) throws {
    self.settings = settings
    web = WebSender(targets: settings.targets, timeoutSeconds: settings.requestTimeoutSeconds)
    mail = try settings.smtp.map { try SMTPClient($0) }
  }

  /// Ends all connections.
  public func shutdown() async { await web.shutdown() }

  /// Tries to deliver a message, once.
  public func send(_ message: OutgoingMessage, to subscription: Subscription, at moment: Int64) async -> Attempt {
    switch Subscription.Channel(rawValue: subscription.channel) {
    case .webhook?: await webhook(message, subscription, moment)
    case .slack?: await slack(message, subscription)
    case .email?: await email(message, subscription, moment)
    case nil: .refused("there is no channel of this name")
    }
  }

  private func webhook(_ message: OutgoingMessage, _ subscription: Subscription, _ moment: Int64) async -> Attempt {
    var headers = [("webhook-id", message.id), ("webhook-timestamp", String(moment))]
    if !subscription.secret.isEmpty {
      guard let secret = WebhookSecret(subscription.secret) else { return .refused("the secret cannot be read") }
      headers.append(("webhook-signature", secret.signature(id: message.id, timestamp: moment, body: message.json)))
    }
    return await web.post(message.json, to: subscription.target, headers: headers)
  }

  private func slack(_ message: OutgoingMessage, _ subscription: Subscription) async -> Attempt {
    guard let contents = try? message.parts.prefix(SlackMessage.named).map(AlertContent.read) else {
      return .refused("the message cannot be read")
    }
    let json = SlackMessage.json(
      contents, count: message.parts.count, isDigest: message.isDigest, publicURL: settings.publicURL)
    return await web.post(json, to: subscription.target)
  }

  private func email(_ message: OutgoingMessage, _ subscription: Subscription, _ moment: Int64) async -> Attempt {
    guard let mail, let smtp = settings.smtp else {
      return .failed("the server has no mail server to hand mail to")
    }
    guard Subscription.isMailbox(subscription.target), Subscription.isMailbox(smtp.from) else {
      return .refused("the sender or the receiver is not an e-mail address")
    }
    guard let contents = try? message.parts.prefix(Mail.named).map(AlertContent.read) else {
      return .refused("the message cannot be read")
    }
    do throws(SMTPProblem) {
      try await mail.send(
        Mail(
          contents, count: message.parts.count, isDigest: message.isDigest, id: message.id, to: subscription.target,
          settings: smtp, publicURL: settings.publicURL, at: moment))
      return .delivered
    } catch {
      return error.isFinal ? .refused(error.message) : .failed(error.message)
    }
  }
}
