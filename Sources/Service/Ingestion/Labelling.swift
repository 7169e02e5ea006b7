import Leads
import Store
import Synchronization
import Tracking

/// Labels events as they come in, by what is known of the person around their time (`EventLabelling`).
///
/// Events of mails are compared with the ledger's, labelled ones included. Of all others only a repetition matters, and
/// acts of people are held in memory: nothing is asked of the ledger for them.
struct Labelling {
  /// An earlier event that is taken for something else now.
  enum Relabelled {
    /// An event of the running transaction, by its position among those.
    case taken(Int)
    /// An event of the ledger, with the label that it had.
    case kept(EventRecord)
  }

  /// What an event is taken for, and what that makes of earlier ones.
  struct Verdict {
    var label: EventLabel
    var relabelled: [(event: Relabelled, label: EventLabel)] = []
  }

  /// An event of the running transaction.
  private struct Taken {
    var index: Int
    var kind: Int64
    var event: LabelledEvent
  }

  private let rules = EventLabelling()
  /// The acts of people by row, as far as they are committed.
  private let acts: [[Event]]
  private var taken: [Int: [Taken]] = [:]
  /// New labels of events of the ledger, by number.
  private var labels: [Int64: EventLabel] = [:]

  init(_ live: LiveLedger) { acts = live.events }

  /// Labels an event and remembers it.
  ///
  /// - Parameters:
  ///   - number: the number of its kind.
  ///   - row: the lead whose own it is.
  ///   - rows: all leads that are this person.
  ///   - index: its position among the events of the transaction.
  mutating func verdict(
    on message: TrackedMessage, _ kind: EventKind, number: Int64, at: Int64, row: Int, of rows: [Int], index: Int,
    _ ledger: any LedgerReading
  ) throws -> Verdict {
    let isBot = message.isBot || message.userAgent.map(Self.isProgram) == true
    var event = LabelledEvent(
      name: kind.name, properties: kind.properties, at: at, messageID: message.messageID, isBot: isBot)
    let verdict = try isBot ? Verdict(label: .bot) : verdict(on: event, number: number, rows, ledger)
    event.label = TrackedLabel(verdict.label)
    for (earlier, label) in verdict.relabelled { remember(label, of: earlier, rows) }
    taken[row, default: []].append(Taken(index: index, kind: number, event: event))
    return verdict
  }

  private func verdict(
    on event: LabelledEvent, number: Int64, _ rows: [Int], _ ledger: any LedgerReading
  ) throws -> Verdict {
    guard event.mailAct != nil else {
      return Verdict(label: isRepeated(event, number: number, rows) ? .repeated : .person)
    }
    var recent: [LabelledEvent] = []
    var sources: [Relabelled] = []
    let window = rules.windowSeconds
    for row in rows {
      for other in taken[row] ?? [] where abs(other.event.at - event.at) <= window {
        recent.append(other.event)
        sources.append(.taken(other.index))
      }
      // New leads have nothing in the ledger yet.
      guard row < acts.count else { continue }
      for record in try ledger.events(of: LeadNumber(row: row), from: event.at - window, through: event.at + window) {
        guard let kind = try ledger.kind(record.kind) else { continue }
        recent.append(
          LabelledEvent(
            name: kind.name, properties: kind.properties, at: record.at,
            label: TrackedLabel(labels[record.number] ?? record.label)))
        sources.append(.kept(record))
      }
    }
    let found = rules.label(of: event, among: recent)
    return Verdict(
      label: EventLabel(found.label),
      relabelled: found.relabelled.map { relabelling in
        var source = sources[relabelling.index]
        if case .kept(var record) = source {
          record.label = labels[record.number] ?? record.label
          source = .kept(record)
        }
        return (source, EventLabel(relabelling.label))
      })
  }

  /// Whether the same act was taken in moments ago, or moments later.
  private func isRepeated(_ event: LabelledEvent, number: Int64, _ rows: [Int]) -> Bool {
    rows.contains { row in
      let isTaken = (taken[row] ?? []).contains {
        $0.kind == number && $0.event.label == .person && abs($0.event.at - event.at) <= rules.repeatSeconds
          && (event.messageID == nil || $0.event.messageID != event.messageID)
      }
      return isTaken || row < acts.count && isKept(number, at: event.at, acts[row])
    }
  }

  /// Whether a person's acts, by time, have one of this kind near a moment. O(acts that are as new).
  private func isKept(_ kind: Int64, at: Int64, _ acts: [Event]) -> Bool {
    var index = acts.count
    while index > 0 {
      index -= 1
      let moment = Int64(acts[index].secondsSince1970)
      if moment < at - rules.repeatSeconds { return false }
      if moment <= at + rules.repeatSeconds, Int64(acts[index].kind) == kind { return true }
    }
    return false
  }

  private mutating func remember(_ label: EventLabel, of event: Relabelled, _ rows: [Int]) {
    switch event {
    case .kept(let record): labels[record.number] = label
    case .taken(let index):
      for row in rows {
        guard let place = taken[row]?.firstIndex(where: { $0.index == index }) else { continue }
        taken[row]?[place].event.label = TrackedLabel(label)
      }
    }
  }

  // MARK: Programs

  /// What is known of the names that programs give themselves: looking for all words in one costs more than an event.
  private static let programs = Mutex<[String: Bool]>([:])

  private static func isProgram(_ userAgent: String) -> Bool {
    programs.withLock { known in
      if let isProgram = known[userAgent] { return isProgram }
      let isProgram = UserAgents.isProgram(userAgent)
      if known.count >= 4_096 { known.removeAll(keepingCapacity: true) }
      known[userAgent] = isProgram
      return isProgram
    }
  }
}

extension TrackedLabel {
  fileprivate init(_ label: EventLabel) {
    switch label {
    case .person: self = .person
    case .bot: self = .bot
    case .repeated: self = .repeated
    case .implied: self = .implied
    }
  }
}

extension EventLabel {
  fileprivate init(_ label: TrackedLabel) {
    switch label {
    case .person: self = .person
    case .bot: self = .bot
    case .repeated: self = .repeated
    case .implied: self = .implied
    }
  }
}
