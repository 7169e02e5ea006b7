import Statistics

/// What a lead is up to, which nobody at Harbourlight knows and the scores are there to find out.
enum DemoStory: CaseIterable {
  /// Looks at prices, asks for a demo, tries the product: all within the last two weeks.
  case hot
  /// Reads up on it these weeks.
  case evaluating
  /// Was hot once, months ago, and has gone quiet.
  case faded
  /// Was hot once, and bought.
  case customer
  /// Comes by every few weeks.
  case following
  /// Reads the newsletter and nothing else.
  case reader
  /// Came once.
  case silent
  /// Writes a thesis about shift work.
  case student
  /// Looks for a job at Harbourlight.
  case jobSeeker
  /// Works for somebody who sells the same.
  case competitor
  /// Gave an address that does not exist.
  case bounced

  /// The story of a lead who fits so well (0 to 100) and came so many days ago. Who fits comes closer to buying.
  init(fit: Int, daysKnown: Int, _ chance: inout SplitMix64) {
    let story = chance.pick(weighted: [
      (DemoStory.hot, 10 + fit * 7 / 10), (.evaluating, 30 + fit), (.faded, 170 - fit / 2), (.customer, fit * 11 / 10),
      (.following, 210), (.reader, 130), (.silent, 310 - fit), (.student, 45), (.jobSeeker, 40), (.competitor, 12),
      (.bounced, 30),
    ])
    switch story {
    case .faded where daysKnown < 100, .customer where daysKnown < 130: self = .silent
    case .evaluating where daysKnown < 15: self = .following
    default: self = story
    }
  }

  /// How many of a thousand such leads buy within three months, if they fit in the middling way.
  var salesPerMille: Int {
    switch self {
    case .hot: 440
    case .evaluating: 170
    case .faded: 30
    case .customer: 1000
    case .following: 26
    case .reader: 16
    case .silent: 9
    case .student, .jobSeeker, .bounced: 3
    case .competitor: 0
    }
  }

  /// How many of a thousand e-mails they open.
  var opensPerMille: Int {
    switch self {
    case .hot: 550
    case .evaluating: 450
    case .customer: 350
    case .following: 300
    case .reader: 800
    case .student: 300
    case .faded, .silent, .jobSeeker: 70
    case .competitor: 500
    case .bounced: 0
    }
  }
}
