import TestSupport
import Testing

@testable import Leads

struct EventLogTests {
  @Test func agreesWithADictionaryOfLists() {
    let seed: UInt64 = 41
    var generator = SeededGenerator(seed: seed)
    let perShard = EventLog.leadsPerShard
    for leadCount in [1, perShard - 1, perShard, perShard + 1, 2 * perShard + 5000] {
      var reference: [Int: [Event]] = [:]
      var events: [(lead: Int, event: Event)] = []
      for index in 0..<8000 {
        // Some leads have many events, most have none, and the first and last of a shard have some.
        let near = [0, leadCount - 1, perShard - 1, perShard][index % 4]
        let any = Int.random(in: 0..<leadCount, using: &generator)
        let lead = index % 3 == 0 && near < leadCount ? near : any
        let event = Event(
          secondsSince1970: .random(in: 0..<2000, using: &generator), kind: .random(in: 0..<4, using: &generator))
        events.append((lead, event))
        reference[lead, default: []].append(event)
      }
      let log = EventLog(leadCount: leadCount, events: events)
      #expect(log.count == events.count)
      #expect(log.shards.count == (leadCount + perShard - 1) / perShard)
      #expect(log.shards.reduce(0) { $0 + $1.offsets.count - 1 } == leadCount)
      for lead in 0..<leadCount where reference[lead] != nil || lead % 97 == 0 {
        let expected = (reference[lead] ?? []).sorted {
          ($0.secondsSince1970, $0.kind) < ($1.secondsSince1970, $1.kind)
        }
        if Array(log.events(of: lead)) != expected { Issue.record("seed \(seed): lead \(lead) of \(leadCount)") }
      }
    }
  }

  @Test func bucketsOfSeveralWorkersBecomeOneShard() {
    let seed: UInt64 = 42
    var generator = SeededGenerator(seed: seed)
    // The second worker calls kind k what is k + 10 in the end.
    let renumbered: [[UInt32]?] = [nil, (10..<15).map { UInt32($0) }, nil]
    var buckets = Array(repeating: EventBucket(), count: 3)
    var reference: [[Event]] = Array(repeating: [], count: 100)
    for _ in 0..<2000 {
      let worker = Int.random(in: 0..<3, using: &generator)
      let lead = Int.random(in: 0..<100, using: &generator)
      let seconds = Int64.random(in: 0...Int64(UInt32.max), using: &generator)
      let kind = UInt32.random(in: 0..<5, using: &generator)
      buckets[worker].append(lead: UInt16(lead), Event(secondsSince1970: seconds, kind: kind))
      reference[lead].append(Event(secondsSince1970: seconds, kind: renumbered[worker]?[Int(kind)] ?? kind))
    }
    var shard = EventLog.Shard(leads: 100)
    shard.fill(from: buckets, kinds: renumbered)
    for lead in 0..<100 {
      let events = shard.events[Int(shard.offsets[lead])..<Int(shard.offsets[lead + 1])]
      #expect(Array(events) == reference[lead].sorted(), "seed \(seed)")
    }
  }

  @Test func aLogWithoutLeadsOrEventsIsEmpty() {
    #expect(EventLog(leadCount: 0).shards.isEmpty)
    #expect(EventLog(leadCount: 0, events: []).count == 0)
    #expect(EventLog(leadCount: 3, events: []).events(of: 2).isEmpty)
  }

  @Test func anEventKeepsItsInstantAndKind() {
    for seconds in [0, 1, Int64(Int32.max), Int64(Int32.max) + 1, Int64(UInt32.max)] {
      for kind in [0, 1, UInt32.max] {
        let event = Event(secondsSince1970: seconds, kind: kind)
        #expect(Int64(event.secondsSince1970) == seconds)
        #expect(event.kind == kind)
      }
    }
    #expect(Event(secondsSince1970: 1, kind: .max) < Event(secondsSince1970: 2, kind: 0))
    #expect(Event(secondsSince1970: 2, kind: 0) < Event(secondsSince1970: 2, kind: 1))
  }
}
