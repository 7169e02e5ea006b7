import Leads

/// How likely the leads of a population are to be won, as a learned model says as of a moment: a column that a scoring
/// model reads.
public struct Likelihoods: Sendable {
  /// For each lead the likelihood, from 0 to 100.
  public var values: [UInt8]
  /// For each lead the probability, in millionths.
  public var probabilities: [UInt32]
  /// The moment.
  public var asOf: AsOf
  /// Says why.
  public var scorer: any LikelihoodScorer

  /// A column. Precondition: a probability for each value, and no value above 100.
  public init(values: [UInt8], probabilities: [UInt32], asOf: AsOf, scorer: any LikelihoodScorer) {
    precondition(values.count == probabilities.count && values.allSatisfy { $0 <= 100 })
    self.values = values
    self.probabilities = probabilities
    self.asOf = asOf
    self.scorer = scorer
  }

  /// A lead's probability to be won.
  public func probability(of lead: Int) -> Double { Double(probabilities[lead]) / 1e6 }
}

/// Why a learned model takes a lead for as likely as it does: `base` and the worths of the reasons add up to `margin`.
///
/// In points of which ten double the odds; they are not points of a scoring model.
public struct LikelihoodExplanation: Sendable, Hashable {
  /// The likelihood, from 0 to 100.
  public var likelihood: Int64
  /// The probability, in millionths.
  public var probability: UInt32
  /// What all leads start from.
  public var base: Double
  /// What the likelihood comes from.
  public var margin: Double
  /// Everything that gave or took something, the largest first.
  public var reasons: [Reason]

  /// Something that makes a lead more or less likely to be won.
  public struct Reason: Sendable, Hashable {
    /// What it is, for people: `page_view /pricing 3 times in 7 days`.
    public var text: String
    /// What it gave.
    public var worth: Double

    /// A reason.
    public init(_ text: String, worth: Double) {
      self.text = text
      self.worth = worth
    }

    /// The reason with its worth in whole points: `Lead Source Google +6`.
    public var description: String { "\(text) \(worth < 0 ? "-" : "+")\(Int(abs(worth).rounded()))" }
  }

  /// What a learned model says of a lead.
  public init(likelihood: Int64, probability: UInt32, base: Double, margin: Double, reasons: [Reason]) {
    self.likelihood = likelihood
    self.probability = probability
    self.base = base
    self.margin = margin
    self.reasons = reasons
  }

  /// The reasons that are worth a whole point, the largest first: at most `limit`.
  public func strongest(_ limit: Int) -> ArraySlice<Reason> {
    reasons.prefix(limit).prefix { abs($0.worth).rounded() > 0 }
  }
}

extension Population {
  /// The population with the likelihoods that a model reads, worked out once: scoring, rescoring and comparing as of this
  /// moment then take them from here. Likelihoods that it has already stay.
  public func adding(likelihoodsFor model: ScoringModel, asOf: AsOf, threads: Int = 1) -> Population {
    var population = self
    for learned in model.scores.compactMap(\.learned) {
      population.likelihoods[learned.checksum] = population.likelihoods(by: learned, asOf: asOf, threads: threads)
    }
    return population
  }

  /// What a learned model says of all leads: the column that the population has, or else one that is made now.
  public func likelihoods(by learned: LearnedSource, asOf: AsOf, threads: Int = 1) -> Likelihoods {
    if let known = likelihoods[learned.checksum], known.asOf == asOf { return known }
    let made = learned.model.scorer(of: self, asOf: asOf).likelihoods(threads: threads)
    precondition(made.values.count == leads.count)
    return made
  }

  /// One lead who did these events, of these kinds, and of whom `value` says what is known: what a learned model is asked
  /// when one lead is explained, or might have done something else.
  init(of learned: LearnedSource, events: [Event], kinds: EventKinds, _ value: (String) -> Value) {
    var ids = TextPool()
    _ = ids.code(of: "1".utf8Span.span)
    var leads = LeadTable(ids: ids)
    for attribute in learned.attributes {
      leads.add(attribute.name, Column(of: [value(attribute.name)], attribute.type, .onlyEmpty))
    }
    // Only the kinds that the lead has, so that the work does not grow with the file; in their order, by which events of
    // one second stand.
    let used = Set(events.map(\.kind)).sorted()
    let codes = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, UInt32($0)) })
    let own = EventKinds(
      names: TextColumn(of: used.map { .text(kinds.name(Int($0))) }, .onlyEmpty),
      properties: learned.properties.map { property in
        (property, Column(of: used.map { kinds.value(property.name, of: Int($0)) }, property.type, .onlyEmpty))
      })
    let log = EventLog(
      leadCount: 1,
      events: events.map {
        (lead: 0, event: Event(secondsSince1970: Int64($0.secondsSince1970), kind: codes[$0.kind]!))
      })
    self.init(leads: leads, events: log, kinds: own)
  }
}

extension Column {
  /// A column of these values; one that is not of the type is missing.
  init(of values: [Value], _ type: AttributeType, _ placeholders: Placeholders) {
    switch type {
    case .text: self = .text(TextColumn(of: values, placeholders))
    case .number: self = .number(values.map { if case .number(let number) = $0 { number } else { .nan } })
    case .flag: self = .flag(values.map { if case .flag(let flag) = $0 { flag ? 2 : 1 } else { 0 } })
    case .any: self = .flag(values.map { $0 == .missing ? 0 : 2 })
    case .instant:
      self = .instant(
        values.map { if case .instant(let instant) = $0 { instant.secondsSince1970 } else { Column.missingInstant } })
    }
  }
}

extension TextColumn {
  /// A column of these texts; what is none is missing.
  init(of values: [Value], _ placeholders: Placeholders) {
    var pool = TextPool()
    let codes = values.map { value in
      let text = if case .text(let text) = value { text } else { "" }
      return pool.code(of: text.utf8Span.span)
    }
    self.init(codes: codes, pool: pool, placeholders: placeholders)
  }
}
