import Tracking

/// Where the server listens, and how much it takes.
public struct ServerSettings: Sendable, Hashable {
  /// The address that it listens at. Only the machine itself can reach the usual one.
  public var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port = 8080
  /// How many connections may be open; further ones wait until one closes.
  public var connections = 20_000
  /// Seconds after which a connection is closed that does not ask for anything, or has not got to the end of a
  /// request's head.
  public var idleSeconds = 60
  /// Seconds within which a body that is being sent has to come forward by `bodyBytesPerInterval`.
  public var bodySeconds = 15
  /// How many bytes of a body have to come in `bodySeconds`: who sends less only holds a place.
  public var bodyBytesPerInterval = 4 << 10
  /// Bytes of a request's head.
  public var headBytes = 16 << 10
  /// Bytes of a body, as sent and inflated. Segment's own limit, and that of its libraries, is 500 kB.
  public var bodyBytes = 1 << 20
  /// How many messages of an import are handed on together.
  public var importBatch = 500
  /// How often an import waits for room before it gives up.
  public var importAttempts = 60
  /// How much a message may hold.
  public var tracking = TrackingLimits()

  /// The usual settings.
  public init() {}
}
