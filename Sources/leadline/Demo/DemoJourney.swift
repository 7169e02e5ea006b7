import Statistics

/// The events of one lead, told along its story.
struct DemoJourney {
  /// The events by time.
  private(set) var events: [DemoEvent] = []
  /// Days before the last day at which the lead looked at Harbourlight in earnest; nil if it never did.
  private(set) var evaluatedDaysAgo: Int?
  private let lead: DemoLead
  private var chance: SplitMix64

  init(of lead: DemoLead, number: Int, seed: UInt64) {
    self.lead = lead
    chance = SplitMix64(seed: seed, stream: "journey", number: number)
    arrive()
    tellStory()
    if lead.newsletter || lead.story == .bounced { newsletters() }
    events.sort { ($0.at, $0.type, $0.url) < ($1.at, $1.type, $1.url) }
  }

  // MARK: Stories

  private mutating func arrive() {
    // A bought list brings addresses, not visitors.
    if lead.source == "Purchased list" || lead.story == .bounced || lead.story == .jobSeeker { return }
    visit(lead.daysKnown, pages: chance.number(1...5), of: DemoTables.blogPages)
    if lead.source == "Webinar" { webinar(lead.daysKnown) } else if chance.happens(200) { download(lead.daysKnown) }
  }

  private mutating func tellStory() {
    switch lead.story {
    case .hot: evaluate(chance.number(0...9), eagerness: 850)
    case .evaluating: evaluate(chance.number(12...55), eagerness: 120)
    case .faded: evaluate(chance.number(90...(lead.daysKnown - 1)), eagerness: 700)
    case .customer:
      evaluate(chance.number(110...(lead.daysKnown - 1)), eagerness: 900)
      for week in 0..<8 where chance.happens(700) { add("login", week * 7 + chance.below(7), "/app") }
    case .following: for day in days(every: 24) { visit(day, pages: chance.number(2...5), of: pages) }
    case .reader: break
    case .silent:
      if chance.happens(250) { visit(chance.number(0...lead.daysKnown), pages: 1, of: DemoTables.blogPages) }
    case .student: study()
    case .jobSeeker: lookForWork()
    case .competitor: for day in days(every: 15) { visit(day, pages: 3, of: ["/pricing"] + DemoTables.productPages) }
    case .bounced: break
    }
  }

  /// Three weeks of interest that come to a head so many days ago.
  private mutating func evaluate(_ daysAgo: Int, eagerness: Int) {
    let end = lead.story == .hot && lead.isNamed ? 0 : daysAgo
    evaluatedDaysAgo = end
    for _ in 0..<chance.number(2...5) { visit(end + chance.number(1...21), pages: chance.number(2...5), of: pages) }
    for _ in 0..<chance.number(1...4) where chance.happens(300 + eagerness * 6 / 10) {
      visit(end + chance.number(0...6), pages: 1, of: ["/pricing"])
    }
    if chance.happens(350) { webinar(end + chance.number(5...25)) }
    if chance.happens(400) { download(end + chance.number(3...20)) }
    if chance.happens(eagerness) || lead.isNamed { add("demo_request", end, "/demo") }
    if chance.happens(eagerness / 2) {
      add("trial_signup", end, "/signup")
      for day in max(0, end - 12)...end where chance.happens(450) { add("trial_login", day, "/app") }
    }
  }

  private mutating func study() {
    for _ in 0..<chance.number(4...9) {
      visit(
        min(lead.daysKnown, chance.number(2...60)), pages: chance.number(1...4),
        of: DemoTables.blogPages + DemoTables.productPages)
    }
    for _ in 0..<chance.number(1...3) { download(min(lead.daysKnown, chance.number(2...90))) }
  }

  private mutating func lookForWork() {
    for _ in 0..<chance.number(2...5) {
      let day = min(lead.daysKnown, chance.number(1...80))
      add("page_view", day, "/careers")
      if chance.happens(700) {
        add("page_view", day, "/careers/\(chance.pick(["product-designer", "support-engineer", "sales-rep"]))")
      }
      if chance.happens(400) { add("page_view", day, "/about") }
    }
  }

  // MARK: Episodes

  private var pages: [String] { DemoTables.productPages + DemoTables.blogPages }

  /// Days of visits, from the first to the last, about so far apart.
  private mutating func days(every gap: Int) -> [Int] {
    var days: [Int] = []
    var day = lead.daysKnown - chance.number(1...gap)
    while day >= 0 {
      days.append(day)
      day -= chance.number(gap / 2...gap * 2)
    }
    return days
  }

  private mutating func visit(_ daysAgo: Int, pages: Int, of choice: [String]) {
    let campaign = lead.source == "Paid search" && chance.happens(300) ? "search-fair-rotas" : ""
    for _ in 0..<pages { add("page_view", daysAgo, chance.pick(choice), campaign) }
  }

  private mutating func webinar(_ daysAgo: Int) {
    add("webinar_registered", daysAgo + 4, "/webinars/fair-rotas-live")
    if chance.happens(600) { add("webinar_attended", daysAgo, "/webinars/fair-rotas-live") }
  }

  private mutating func download(_ daysAgo: Int) { add("content_download", daysAgo, chance.pick(DemoTables.guides)) }

  /// An issue every other Thursday, for as long as the lead wants it.
  private mutating func newsletters() {
    var day = lead.daysKnown - chance.number(0...3)
    day -= (day + 9) % 14
    while day >= 0 {
      let campaign = day < 45 && day > 20 ? "summer-rota-sale" : "newsletter-\(26 - day / 14)"
      // Sent at nine; read when there is time, but not after the last day.
      let sent = DemoCalendar.start(daysAgo: day) + 9 * 3600 + chance.below(240)
      add("email_sent", at: sent, "", campaign)
      if lead.story == .bounced {
        add("bounce", at: sent + 3, "", campaign)
        return
      }
      if chance.happens(lead.story.opensPerMille) {
        let days = chance.happens(800) ? 0 : min(day, chance.number(1...3))
        let opened = sent + days * 86_400 + chance.number(200...40_000)
        add("email_open", at: opened, "", campaign)
        if chance.happens(140) {
          add("email_click", at: opened + chance.number(5...90), chance.pick(DemoTables.blogPages), campaign)
        }
      }
      if !lead.isNamed, chance.happens(lead.story == .silent ? 14 : 3) {
        add("unsubscribe", at: sent + chance.number(300...30_000), "", campaign)
        return
      }
      day -= 14
    }
  }

  /// Adds an event on a day, in its waking hours.
  private mutating func add(_ type: String, _ daysAgo: Int, _ path: String, _ campaign: String = "") {
    let at =
      DemoCalendar.start(daysAgo: min(daysAgo, lead.daysKnown)) + chance.number(7...21) * 3600 + chance.below(3600)
    add(type, at: at, path, campaign)
  }

  /// Adds an event at a second since 1970, but never before the lead came.
  private mutating func add(_ type: String, at: Int, _ path: String, _ campaign: String) {
    let arrival = DemoCalendar.start(daysAgo: lead.daysKnown) + lead.second
    let url = path.isEmpty ? "" : "https://harbourlight.example" + path
    events.append(DemoEvent(type: type, at: max(at, arrival + chance.below(900)), url: url, campaign: campaign))
  }
}
