/// Tells people's acts from those of scanners and programs, and acts that are paid already from new ones.
///
/// | an event is | if |
/// |---|---|
/// | `bot` | it came by a honeypot link, or its program is none that a person sits in front of |
/// | `bot` | a link was followed within `scanSeconds` of the mail's delivery |
/// | `bot` | `scanLinks` different links of one mail were followed within `sweepSeconds`, or all that it has |
/// | `repeated` | the same event, with the same properties, came within `repeatSeconds` under another message's id |
/// | `implied` | a mail was opened within `impliedSeconds` of a link in it being followed |
///
/// The first that holds counts. Nothing is dropped: labels can be changed later, and scores follow.
public struct EventLabelling: Sendable, Hashable {
  /// Seconds from a mail's delivery within which nobody reads it and follows a link.
  public var scanSeconds: Int64 = 5
  /// How many different links of one mail nobody follows within `sweepSeconds`.
  public var scanLinks = 3
  /// Seconds within which links are followed all at once.
  public var sweepSeconds: Int64 = 5
  /// Seconds within which the same event is the same act.
  public var repeatSeconds: Int64 = 2
  /// Seconds between opening a mail and following a link in it that make them one act.
  public var impliedSeconds: Int64 = 60

  /// The usual limits.
  public init() {}

  /// How far back and ahead of an event others matter, in seconds.
  public var windowSeconds: Int64 { max(scanSeconds, sweepSeconds, repeatSeconds, impliedSeconds) }

  /// What was found.
  public struct Verdict: Sendable, Hashable {
    /// What the event is taken for.
    public var label: TrackedLabel
    /// What earlier events are taken for now that this one is known: their positions in `recent`, and the labels.
    public var relabelled: [Relabelling] = []
  }

  /// A new label of an event that came before.
  public struct Relabelling: Sendable, Hashable {
    /// The event's position among the recent ones.
    public var index: Int
    /// What it is taken for now.
    public var label: TrackedLabel

    /// A relabelling.
    public init(index: Int, label: TrackedLabel) {
      self.index = index
      self.label = label
    }
  }

  /// What an event is taken for.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - recent: other events of the same lead, in any order; those further away than `windowSeconds` do not matter.
  ///   - linkCount: how many links the mail has, if that is known.
  /// - Complexity: O(recent).
  public func label(
    of event: LabelledEvent, among recent: [LabelledEvent], linkCount: Int? = nil
  ) -> Verdict {
    if event.isBot || event.userAgent.map(UserAgents.isProgram) == true { return Verdict(label: .bot) }
    if isTooSoon(event, after: recent) { return Verdict(label: .bot) }
    let sweep = sweep(with: event, among: recent, linkCount: linkCount)
    if !sweep.isEmpty {
      return Verdict(
        label: .bot,
        relabelled: sweep.filter { recent[$0].label != .bot }.map { Relabelling(index: $0, label: .bot) })
    }
    if recent.contains(where: { isSameAct(event, $0) }) { return Verdict(label: .repeated) }
    return implication(of: event, among: recent)
  }

  /// Whether a link was followed sooner after the mail's delivery than people do.
  public func isTooSoon(_ event: LabelledEvent, after recent: [LabelledEvent]) -> Bool {
    guard event.mailAct == .clicked else { return false }
    return recent.contains {
      $0.mailAct == .delivered && $0.campaign == event.campaign && 0...scanSeconds ~= event.at - $0.at
    }
  }

  /// The recent clicks that, with this one, follow the links of a mail all at once; empty if they do not.
  public func sweep(with event: LabelledEvent, among recent: [LabelledEvent], linkCount: Int? = nil) -> [Int] {
    guard event.mailAct == .clicked, let link = event.link else { return [] }
    let clicks = recent.indices.filter {
      recent[$0].mailAct == .clicked && recent[$0].campaign == event.campaign && recent[$0].link != nil
        && abs(recent[$0].at - event.at) <= sweepSeconds
    }
    let links = Set(clicks.compactMap { recent[$0].link } + [link]).count
    // Of a mail with one link, all links are followed by anybody.
    let all = linkCount.map { max(2, min($0, scanLinks)) } ?? scanLinks
    return links >= all ? clicks : []
  }

  private func isSameAct(_ event: LabelledEvent, _ other: LabelledEvent) -> Bool {
    other.label == .person && other.name == event.name && other.properties == event.properties
      && abs(other.at - event.at) <= repeatSeconds && (event.messageID == nil || other.messageID != event.messageID)
  }

  /// Following a link says that the mail was opened: the opening counts for nothing more, whichever is told first.
  private func implication(of event: LabelledEvent, among recent: [LabelledEvent]) -> Verdict {
    guard event.mailAct == .opened || event.mailAct == .clicked else { return Verdict(label: .person) }
    let other: LabelledEvent.MailAct = event.mailAct == .opened ? .clicked : .opened
    let near = recent.indices.filter {
      recent[$0].mailAct == other && recent[$0].label == .person && recent[$0].campaign == event.campaign
        && abs(recent[$0].at - event.at) <= impliedSeconds
    }
    if event.mailAct == .opened { return Verdict(label: near.isEmpty ? .person : .implied) }
    return Verdict(label: .person, relabelled: near.map { Relabelling(index: $0, label: .implied) })
  }
}
