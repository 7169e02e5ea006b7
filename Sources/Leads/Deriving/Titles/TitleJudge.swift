/// Gathers what the phrases of a title say, from left to right.
struct TitleJudge {
  /// Nothing that follows can matter.
  private(set) var isDone = false

  private var seniority: Seniority?
  private var department: (value: Department, weight: Int8, phrase: Int)?
  private var chosen: (seniority: Seniority?, department: Department?) = (nil, nil)
  /// Counts noun phrases: `and`, `of` and breaks begin another.
  private var phrase = 0
  private var isJunior = false
  private var isBeginner = false
  private var isSenior = false
  /// A `chief` without an officer, and nothing yet that says what for.
  private var isChief = false
  private var isAssistant = false
  private var isRetired = false
  /// What is skipped: everything up to a break, or seniorities only.
  private var skipped = Skipped.nothing
  /// The seniority before the last phrase, for a word that turns that phrase into what is served.
  private var before: (seniority: Seniority?, department: (value: Department, weight: Int8, phrase: Int)?) = (nil, nil)
  private var isFirst = true
  private var isDeputy = false

  private enum Skipped { case nothing, seniorities, all }

  /// What the title says.
  var verdict: (seniority: Seniority?, department: Department?) {
    if isRetired { return (chosen.seniority, chosen.department) }
    var seniority = self.seniority
    if isChief { seniority = max(seniority ?? .senior, .senior) }
    if isSenior, seniority ?? .staff <= .staff { seniority = .senior }
    if isBeginner, seniority ?? .staff <= .staff { seniority = .entry }
    if isJunior, seniority ?? .staff < .vp { seniority = .entry }
    if isDeputy, seniority == .cLevel { seniority = .vp }
    var department = self.department
    if isAssistant, department == nil, seniority ?? .staff <= .senior { department = (.administration, 1, 0) }
    if isAssistant, seniority == nil { seniority = .staff }
    return (chosen.seniority ?? seniority, chosen.department ?? department?.value)
  }

  mutating func take(_ match: TitleMatch) {
    if match.gap >= .end {
      phrase += 1
      skipped = .nothing
    }
    if match.gap == .at {
      isDone = true
      return
    }
    guard let meaning = match.meaning else { return }
    defer { isFirst = false }
    if meaning.isChosen, skipped == .nothing {
      chosen.seniority = chosen.seniority ?? meaning.seniority
      chosen.department = chosen.department ?? meaning.department
      return
    }
    if skipped == .all { return }
    switch meaning.kind {
    case .plain: takePlain(meaning)
    case .former: skipped = .all
    case .retired:
      isRetired = true
      isDone = true
    case .to: skipped = .all
    case .at: isDone = !isFirst
    case .and: phrase += 1
    case .of:
      phrase += 1
      if isAssistant, seniority ?? .staff <= .staff { skipped = .seniorities }
    case .assistant: takeAssistant(match)
    case .deputy: isDeputy = true
    case .possessive: (seniority, department) = before
    case .office:
      if match.next?.seniority ?? .staff >= .vp || match.next?.kind == .of { skipped = .all }
      if seniority ?? .staff >= .vp, match.gap < .end { (seniority, department) = before }
      say(.administration, 1)
    case .chief: if match.hasOfficer { raise(.cLevel) } else { isChief = true }
    case .officer: if seniority != .cLevel { raise(.staff) }
    case .head: raise(match.nextIsRole ? .manager : .director)
    case .lead: if match.isFollowed && isFirst || match.nextIsRole { isSenior = true } else { raise(.manager) }
    case .principal:
      if match.isFollowed && match.next?.kind != .of { isSenior = true } else { raise(.director) }
    case .partner:
      if !match.isFollowed || match.next.map({ [.and, .of, .at].contains($0.kind) }) ?? false { takeTop(.owner) }
    case .owner: takeTop(.owner)
    case .executive:
      if match.next?.seniority ?? .staff >= .director {
        say(.executive, 0)
      } else if !isFirst {
        raise(.staff)
      } else {
        say(.executive, 0)
      }
    case .junior: isJunior = true
    case .weak: isBeginner = true
    case .senior: isSenior = true
    }
  }

  private mutating func takePlain(_ meaning: TitleMeaning) {
    before = (seniority, department)
    if let rank = meaning.seniority, skipped == .nothing { raise(rank) }
    if let value = meaning.department, skipped == .nothing || meaning.weight == 2 { say(value, meaning.weight) }
    // "Account Manager Education": what follows the title is its field.
    if meaning.seniority != nil { phrase += 1 }
  }

  private mutating func takeTop(_ rank: Seniority) {
    before = (seniority, department)
    raise(rank)
    say(.executive, 0)
  }

  /// `CEO Assistant` serves the chief executive; `Assistant Manager` is a manager.
  private mutating func takeAssistant(_ match: TitleMatch) {
    if seniority ?? .staff >= .director, match.gap < .end { (seniority, department) = before }
    isAssistant = true
    raise(.staff)
    if match.next?.kind == .to { skipped = .all }
  }

  private mutating func raise(_ rank: Seniority) {
    if rank > seniority ?? .entry || seniority == nil { seniority = rank }
  }

  private mutating func say(_ value: Department, _ weight: Int8) {
    if let department {
      if weight < department.weight { return }
      if weight == department.weight, department.phrase != phrase { return }
    }
    department = (value, weight, phrase)
  }
}

extension TitleMatch {
  /// Whether a role follows in the same noun phrase: `Head Nurse`, `Lead Engineer`.
  fileprivate var nextIsRole: Bool {
    guard isFollowed, let next else { return false }
    return next.seniority == .staff || next.kind == .assistant
  }
}
