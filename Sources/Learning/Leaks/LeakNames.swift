import Leads

/// What the name of a column, or the values in it, say about when it gets its value.
enum LeakNames {
  /// Words of names that stand for a judgement about the lead: by sales, or by a system that goes on looking at it.
  private static let judgements: Set<String> = [
    "score", "scores", "index", "grade", "rating", "quality", "tag", "tags", "disposition", "outcome", "result",
    "temperature", "priority", "sentiment", "verdict", "remark", "remarks", "notes", "probability", "forecast",
  ]
  /// Words that are a judgement only of the lead itself: a city has a status too.
  private static let judgementsOfLead: Set<String> = [
    "status", "stage", "profile", "state", "type", "category", "segment", "lifecycle", "class",
  ]
  /// Words that say where a lead stands if the name has no others: `status`, `Lifecycle Stage`.
  private static let standings: Set<String> = ["status", "stage", "lifecycle"]
  private static let leadWords: Set<String> = ["lead", "prospect", "deal", "opportunity", "contact", "customer"]
  /// Words of names of what was last: it goes on changing until the file is written.
  private static let lastWords: Set<String> = ["last", "latest", "recent", "current", "newest", "final"]
  private static let actWords: Set<String> = [
    "activity", "action", "event", "contact", "contacted", "touch", "touched", "engagement", "modified", "updated",
    "update", "call", "called", "note", "email", "visit", "reply", "seen", "interaction", "step", "status",
  ]
  private static let endWords: Set<String> = [
    "closed", "close", "won", "lost", "loss", "converted", "conversion", "won_at", "revenue", "contract", "invoice",
    "churned", "churn", "paid", "payment",
  ]

  /// What the name says, in a sentence; nil if it says nothing.
  static func evidence(inName name: String) -> String? {
    let words = Set(words(of: name))
    if !words.isDisjoint(with: endWords) {
      return "its name says that it belongs to the end of the sale"
    }
    if !words.isDisjoint(with: lastWords), !words.isDisjoint(with: actWords) {
      return "its name says that it is what was last when the file was written, which can be long after the outcome"
    }
    if !words.isDisjoint(with: judgements) || words.isSubset(of: standings) && !words.isEmpty
      || (!words.isDisjoint(with: leadWords) && !words.isDisjoint(with: judgementsOfLead) && !words.contains("source"))
    {
      return
        "its name says that it is a judgement about the lead, by sales or by another system, that may be made after the outcome"
    }
    return nil
  }

  /// `LastNotable_activity` as `last`, `notable`, `activity`.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    var wasLower = false
    for character in name {
      guard character.isLetter || character.isNumber else {
        isOpen = false
        continue
      }
      if !isOpen || (character.isUppercase && wasLower) { words.append("") }
      words[words.count - 1] += character.lowercased()
      isOpen = true
      wasLower = character.isLowercase
    }
    return words
  }

  /// Pieces of values that are written when it is clear how a sale goes. Each is whole words.
  private static let dispositions: [[String]] = [
    ["closed"], ["lost"], ["won"], ["converted"], ["revert"], ["not", "interested"], ["interested"],
    ["no", "interest"],
    ["unqualified"], ["disqualified"], ["not", "eligible"], ["already", "a"], ["wrong", "number"],
    ["invalid", "number"],
    ["ringing"], ["switched", "off"], ["not", "reachable"], ["follow", "up"], ["call", "back"], ["callback"],
    ["no", "answer"], ["not", "answering"], ["signed"], ["negotiation"], ["proposal", "sent"], ["demo", "done"],
    ["relevance"], ["gewonnen"], ["verloren"], ["kein", "interesse"], ["perdu"], ["gagné"], ["cerrado"],
  ]

  /// Whether a value sounds as if it were written when it is clear how a sale goes.
  static func isDisposition(_ value: String) -> Bool {
    let own = words(of: value)
    return dispositions.contains { piece in
      own.indices.contains { start in own[start...].starts(with: piece) }
    }
  }
}
