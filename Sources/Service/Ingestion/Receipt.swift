import Tracking

/// What became of messages that were handed in, once they are on the disk.
public struct Receipt: Sendable, Hashable {
  /// A message that was not taken.
  public struct Problem: Sendable, Hashable {
    /// Its position among those handed in.
    public var index: Int
    /// Why, in words.
    public var message: String

    /// A problem.
    public init(index: Int, message: String) {
      self.index = index
      self.message = message
    }
  }

  /// How many were taken and are kept now.
  public var accepted = 0
  /// How many were known already.
  public var repeated = 0
  /// Those that were not taken; the others are kept.
  public var problems: [Problem] = []

  /// A receipt for nothing.
  public init() {}
}

/// Why messages were not taken at all; none of them is kept, and they may be sent again.
public enum Refusal: Error, Sendable, Hashable {
  /// More waits than the server holds: after so many seconds there may be room.
  case overloaded(retryAfterSeconds: Int)
  /// The store cannot take anything now: its disk is full, say.
  case unavailable(String)
  /// The server is stopping.
  case stopping
}

/// Takes messages in: what the web sees of ingestion.
public protocol Ingesting: Sendable {
  /// Takes messages in, in their order; returns when they are on the disk.
  ///
  /// Each is taken or not by itself: the receipt names those that were not.
  ///
  /// - Parameters:
  ///   - messages: the messages.
  ///   - source: the number of the key or the job that they come from.
  func ingest(_ messages: [TrackedMessage], source: Int64) async throws(Refusal) -> Receipt
}
