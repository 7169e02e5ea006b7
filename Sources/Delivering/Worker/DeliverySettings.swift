/// How deliveries are sent.
public struct DeliverySettings: Sendable {
  /// Where requests may go.
  public var targets = AllowedTargets.publicOnly
  /// How long a request may take, in seconds.
  public var requestTimeoutSeconds = 15
  /// For how long a delivery belongs to the process that took it, in seconds; longer than any attempt.
  public var leaseSeconds: Int64 = 120
  /// How many attempts are under way at once.
  public var inFlight = 32
  /// How many of them go to one receiver.
  public var inFlightForEach = 4
  /// When attempts are repeated.
  public var retry = RetrySchedule()
  /// The time between two looks for what other processes committed, in milliseconds.
  public var pollMilliseconds = 1000
  /// The time between two looks for digests that are due, in seconds.
  public var digestLookSeconds: Int64 = 15
  /// Where the server's pages are, without a slash at the end, for links in messages; nil for no links.
  public var publicURL: String?
  /// The server that mail is handed to; nil if there is none.
  public var smtp: SMTPSettings?

  /// The usual settings.
  public init() {}
}
