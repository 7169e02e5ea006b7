/// How much one message may hold. What holds more is refused with the reason; nothing is cut off silently.
public struct TrackingLimits: Sendable, Hashable {
  /// How many messages a batch may have.
  public var messages = 5000
  /// Bytes of one message. Segment's own limit, and that of its libraries, is 32 kB; 64 kB leave room for others.
  public var messageBytes = 64 << 10
  /// Bytes of an id: of users, devices, accounts, records and messages.
  public var idBytes = 512
  /// Bytes of an event's name.
  public var eventBytes = 256
  /// How many traits a message may have, nested ones counted one by one.
  public var traits = 256
  /// Bytes of a trait's name, those of the objects around it included.
  public var traitNameBytes = 128
  /// Bytes of a trait's value.
  public var traitValueBytes = 8 << 10
  /// How deep objects and arrays may nest, the message itself included.
  public var depth = 64
  /// How many members an object may have.
  public var members = 512

  /// The usual limits.
  public init() {}
}
