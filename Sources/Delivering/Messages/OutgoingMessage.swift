import Service
import Store

/// What goes to a receiver at once: one crossing, or an hour's crossings that were too many to tell one by one.
public struct OutgoingMessage: Sendable {
  /// The id, the same however often it is sent.
  public var id: String
  /// What machines are told, as JSON.
  public var json: String
  /// The JSON of each crossing, in order.
  public var parts: [String]
  /// Whether it is a digest.
  public var isDigest: Bool

  /// One crossing.
  init(_ delivery: Delivery) {
    id = CrossingMessage.id(crossing: delivery.crossing, subscription: delivery.subscription)
    json = delivery.payload
    parts = [delivery.payload]
    isDigest = false
  }

  /// A digest of at least one crossing; its time is that of the last one.
  init(digest deliveries: [Delivery]) {
    let id = "dig_\(deliveries[0].number)_\(deliveries[0].subscription)"
    let parts = deliveries.map(\.payload)
    let data = JSONWriter.object {
      $0.add("count", Int64(parts.count))
      $0.add("messages", raw: "[" + parts.joined(separator: ",") + "]")
    }
    json = JSONWriter.object {
      $0.add("id", id)
      $0.add("type", "leads.digest")
      $0.add("timestamp", parts.last.flatMap { try? AlertContent.read($0).timestamp })
      $0.add("data", raw: data)
    }
    self.id = id
    self.parts = parts
    isDigest = true
  }
}
