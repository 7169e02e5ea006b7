/// One event of a lead: when, and of which kind. Eight bytes; ordered by time, then kind.
public struct Event: Sendable, Hashable, Comparable {
  /// The instant in the high 32 bits, the kind in the low ones.
  @usableFromInline let bits: UInt64

  /// Seconds since 1970 that an event can have: up to 2106.
  public static let instants = 0...Int64(UInt32.max)

  /// An event. Precondition: the instant lies in `instants`.
  @inlinable
  public init(secondsSince1970: Int64, kind: UInt32) {
    precondition(Self.instants.contains(secondsSince1970))
    bits = UInt64(secondsSince1970) << 32 | UInt64(kind)
  }

  @usableFromInline init(bits: UInt64) { self.bits = bits }

  /// When it happened.
  @inlinable public var secondsSince1970: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  /// What happened: a row of the table of kinds.
  @inlinable public var kind: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// By time, then kind.
  @inlinable public static func < (a: Event, b: Event) -> Bool { a.bits < b.bits }
}

/// What leads did: for each lead its events by time.
///
/// Kept in shards of `leadsPerShard` leads, which are also the pieces of work for the engine's threads.
public struct EventLog: Sendable {
  /// The events of a range of leads.
  public struct Shard: Sendable {
    /// Where each lead's events start in `events`; one more than leads, the last is the end.
    public var offsets: [UInt32]
    /// The events, lead by lead, each lead's by time.
    public var events: [Event]

    /// A shard of so many leads without events.
    public init(leads: Int) {
      offsets = Array(repeating: 0, count: leads + 1)
      events = []
    }
  }

  /// How many leads a shard has; the last may have fewer.
  public static let leadsPerShard = 1 << 14

  /// The shards, in the order of leads.
  public var shards: [Shard]
  /// The number of leads.
  public let leadCount: Int

  /// A log of so many leads, none of whom did anything.
  public init(leadCount: Int) {
    self.leadCount = leadCount
    shards = stride(from: 0, to: leadCount, by: Self.leadsPerShard).map {
      Shard(leads: min(Self.leadsPerShard, leadCount - $0))
    }
  }

  /// The number of events.
  public var count: Int { shards.reduce(0) { $0 + $1.events.count } }

  /// A lead's events by time.
  public func events(of lead: Int) -> ArraySlice<Event> {
    let shard = shards[lead / Self.leadsPerShard]
    let row = lead % Self.leadsPerShard
    return shard.events[Int(shard.offsets[row])..<Int(shard.offsets[row + 1])]
  }

  /// When the newest event happened, and how many happened after a moment; nil without any event. O(leads).
  public func span(around moment: Instant) -> (newest: Instant, later: Int)? {
    var newest: UInt32 = 0
    var later = 0
    for shard in shards {
      for row in 0..<shard.offsets.count - 1 {
        var end = Int(shard.offsets[row + 1])
        let start = Int(shard.offsets[row])
        if end > start { newest = max(newest, shard.events[end - 1].secondsSince1970) }
        while end > start, Int64(shard.events[end - 1].secondsSince1970) > moment.secondsSince1970 {
          end -= 1
          later += 1
        }
      }
    }
    return count == 0 ? nil : (Instant(secondsSince1970: Int64(newest)), later)
  }

  /// A log of these events, each with its lead's row, in any order.
  public init(leadCount: Int, events: [(lead: Int, event: Event)]) {
    self.init(leadCount: leadCount)
    var buckets = Array(repeating: EventBucket(), count: shards.count)
    for (lead, event) in events {
      buckets[lead / Self.leadsPerShard].append(lead: UInt16(lead % Self.leadsPerShard), event)
    }
    for i in shards.indices { shards[i].fill(from: [buckets[i]], kinds: [nil]) }
  }
}

/// Events of a shard's leads in the order of arrival.
struct EventBucket: Sendable {
  var leads: [UInt16] = []
  var events: [Event] = []

  @inline(__always)
  mutating func append(lead: UInt16, _ event: Event) {
    leads.append(lead)
    events.append(event)
  }
}

extension EventLog.Shard {
  /// Groups the events of some buckets by lead, and orders each lead's by time. O(n) if the buckets are by time.
  ///
  /// - Parameter kinds: for each bucket the new code of each kind, or nil to keep the codes.
  mutating func fill(from buckets: [EventBucket], kinds: [[UInt32]?]) {
    let total = buckets.reduce(0) { $0 + $1.events.count }
    if total == 0 { return }
    let leadCount = offsets.count - 1
    var starts = [UInt32](repeating: 0, count: leadCount + 1)
    for bucket in buckets {
      let leads = bucket.leads.span
      for i in leads.indices { starts[Int(leads[i]) + 1] += 1 }
    }
    for lead in 0..<leadCount { starts[lead + 1] += starts[lead] }
    offsets = starts
    var grouped = [Event](repeating: Event(bits: 0), count: total)
    for (bucket, renumbered) in zip(buckets, kinds) {
      let leads = bucket.leads.span
      let source = bucket.events.span
      for i in leads.indices {
        let lead = Int(leads[i])
        let position = Int(starts[lead])
        starts[lead] += 1
        var event = source[i]
        if let renumbered {
          event = Event(bits: event.bits & ~0xFFFF_FFFF | UInt64(renumbered[Int(event.kind)]))
        }
        grouped[position] = event
      }
    }
    events = grouped
    orderByTime()
  }

  private mutating func orderByTime() {
    for lead in 0..<offsets.count - 1 {
      let low = Int(offsets[lead])
      let high = Int(offsets[lead + 1])
      var i = low + 1
      while i < high, !(events[i] < events[i - 1]) { i += 1 }
      if i < high { events[low..<high].sort() }
    }
  }
}
