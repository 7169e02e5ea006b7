import Testing
import Tracking

@Suite struct EventLabellingTests {
  private let labelling = EventLabelling()

  private func event(
    _ name: String, _ properties: String = "", at: Int64, id: String? = nil, label: TrackedLabel = .person
  ) -> LabelledEvent {
    LabelledEvent(name: name, properties: properties, at: at, messageID: id, label: label)
  }

  private func click(_ link: Int, at: Int64, campaign: String = "c", label: TrackedLabel = .person) -> LabelledEvent {
    event("email_clicked", #"{"campaign":"\#(campaign)","url":"https://example.com/\#(link)"}"#, at: at, label: label)
  }

  @Test func anEventAloneIsAPersons() {
    #expect(labelling.label(of: event("page_view", at: 100), among: []).label == .person)
  }

  @Test(arguments: [
    ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true),
    ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 HeadlessChrome/126.0 Safari/537.36", true),
    ("python-requests/2.32.3", true), ("curl/8.5.0", true), ("Go-http-client/2.0", true), ("BarracudaCentral", true),
    ("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", true),
    (
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
      false
    ),
    ("Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", false),
    ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", false),
    ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0", false), ("", false),
  ])
  func programsAreKnownByTheirNames(userAgent: String, isProgram: Bool) {
    #expect(UserAgents.isProgram(userAgent) == isProgram)
    let event = LabelledEvent(name: "page_view", properties: "", at: 0, userAgent: userAgent)
    #expect(labelling.label(of: event, among: []).label == (isProgram ? .bot : .person))
  }

  @Test func whoFollowsAHoneypotIsABot() {
    let event = LabelledEvent(name: "email_clicked", properties: "", at: 0, isBot: true)
    #expect(labelling.label(of: event, among: []).label == .bot)
  }

  @Test(arguments: [(0, .bot), (5, .bot), (6, .person), (-1, .person)] as [(Int64, TrackedLabel)])
  func nobodyFollowsALinkWithinMomentsOfDelivery(seconds: Int64, label: TrackedLabel) {
    let delivered = event("email_delivered", #"{"campaign":"c"}"#, at: 1000)
    #expect(labelling.label(of: click(1, at: 1000 + seconds), among: [delivered]).label == label)
    #expect(labelling.label(of: click(1, at: 1000, campaign: "other"), among: [delivered]).label == .person)
  }

  @Test func allLinksAtOnceAreAScanners() {
    let recent = [click(1, at: 100), event("page_view", at: 100), click(2, at: 103, label: .bot)]
    let verdict = labelling.label(of: click(3, at: 105), among: recent)
    #expect(verdict.label == .bot)
    #expect(verdict.relabelled == [.init(index: 0, label: .bot)])
    // Two links, one too early, or another campaign: a person.
    #expect(labelling.label(of: click(2, at: 105), among: [recent[0]]).label == .person)
    #expect(labelling.label(of: click(3, at: 106), among: recent).label == .person)
    #expect(labelling.label(of: click(3, at: 105, campaign: "d"), among: recent).label == .person)
  }

  @Test func aMailsOwnNumberOfLinksCounts() {
    #expect(labelling.label(of: click(2, at: 101), among: [click(1, at: 100)], linkCount: 2).label == .bot)
    #expect(labelling.label(of: click(1, at: 101), among: [], linkCount: 1).label == .person)
  }

  @Test(arguments: [(98, .repeated), (97, .person), (102, .repeated), (103, .person)] as [(Int64, TrackedLabel)])
  func theSameWithinTwoSecondsIsARepetition(at: Int64, label: TrackedLabel) {
    let first = event("form_submitted", #"{"form":"f"}"#, at: 100, id: "1")
    #expect(
      labelling.label(of: event("form_submitted", #"{"form":"f"}"#, at: at, id: "2"), among: [first]).label == label)
    #expect(
      labelling.label(of: event("form_submitted", #"{"form":"g"}"#, at: at, id: "2"), among: [first]).label == .person)
    #expect(
      labelling.label(of: event("form_submitted", #"{"form":"f"}"#, at: at, id: "1"), among: [first]).label == .person)
  }

  /// Of three within four seconds the third is two seconds from a repetition only, so it is a new act.
  @Test func repetitionsAreOfActsNotOfRepetitions() {
    let recent = [event("e", at: 100), event("e", at: 102, label: .repeated)]
    #expect(labelling.label(of: event("e", at: 104), among: recent).label == .person)
  }

  @Test(arguments: [(0, true), (60, true), (61, false), (-60, true), (-61, false)] as [(Int64, Bool)])
  func followingALinkImpliesOpening(seconds: Int64, isImplied: Bool) {
    let opened = event("Email Opened", #"{"campaign_id":"c"}"#, at: 1000 + seconds)
    let clicked = event("Email Link Clicked", #"{"campaign_id":"c","link_url":"https://example.com/"}"#, at: 1000)
    #expect(labelling.label(of: opened, among: [clicked]).label == (isImplied ? .implied : .person))
    let later = labelling.label(of: clicked, among: [opened])
    #expect(later.label == .person)
    #expect(later.relabelled == (isImplied ? [.init(index: 0, label: .implied)] : []))
  }

  @Test func clicksOfBotsImplyNothing() {
    let opened = event("email_opened", #"{"campaign":"c"}"#, at: 1000)
    #expect(labelling.label(of: opened, among: [click(1, at: 1000, label: .bot)]).label == .person)
  }

  @Test func propertiesAreFoundByRank() {
    #expect(JSONProperties.text(of: ["campaign", "campaign_id"], in: #"{"campaign_id":7,"campaign":"c"}"#) == "c")
    #expect(JSONProperties.text(of: ["campaign", "campaign_id"], in: #"{"campaign":null,"campaign_id":7}"#) == "7")
    #expect(JSONProperties.text(of: ["a"], in: #"{"b":{"a":"x"}}"#) == nil)
    for bad in ["", "{", "[]", "null", #"{"a":"x"#, #"{"a":"x"}}"#] {
      #expect(JSONProperties.text(of: ["a"], in: bad) == nil)
    }
  }
}
