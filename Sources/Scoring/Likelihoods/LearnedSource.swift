import Leads

/// The learned model that a score comes from: what it reads, and what asks it.
///
/// Scoring knows nothing of learning. It gets likelihoods as a column (`Likelihoods`), and whoever reads a model file hands
/// over what makes such a column.
public struct LearnedSource: Sendable, Hashable {
  /// The file, as the scoring model names it.
  public var file: String
  /// Names the content of the learned model: another checksum is another model.
  public var checksum: String
  /// The attributes of leads that it reads, with their types.
  public var attributes: [Attribute]
  /// The properties of events that it reads, with their types.
  public var properties: [Attribute]
  /// The events that it tells apart.
  public var acts: [Act]
  /// Whether it reads any event, such as the last one.
  public var readsAnyEvent: Bool
  /// Makes likelihoods.
  public var model: any LikelihoodModel

  /// Events that a learned model tells apart.
  public struct Act: Sendable, Hashable {
    /// Their name, folded.
    public var name: String
    /// The property that is asked for, and its value, folded; nil for none.
    public var property: String?, value: String?

    /// Events of a name, and of a property's value if one is given.
    public init(_ name: String, property: String? = nil, value: String? = nil) {
      self.name = name
      self.property = property
      self.value = value
    }
  }

  /// A learned model.
  public init(
    file: String, checksum: String, attributes: [Attribute], properties: [Attribute], acts: [Act],
    readsAnyEvent: Bool, model: any LikelihoodModel
  ) {
    self.file = file
    self.checksum = checksum
    self.attributes = attributes
    self.properties = properties
    self.acts = acts
    self.readsAnyEvent = readsAnyEvent
    self.model = model
  }

  /// Whether it reads events at all.
  public var readsEvents: Bool { readsAnyEvent || !acts.isEmpty }

  /// The same content is the same model, whatever its file is called.
  public static func == (a: Self, b: Self) -> Bool { a.checksum == b.checksum }

  /// Hashes what makes models equal.
  public func hash(into hasher: inout Hasher) { hasher.combine(checksum) }
}

/// What makes likelihoods: a learned model.
public protocol LikelihoodModel: Sendable {
  /// A scorer of a population as of a moment. Events after it do not exist.
  func scorer(of population: Population, asOf: AsOf) -> any LikelihoodScorer
}

/// What a learned model says of a population as of a moment.
public protocol LikelihoodScorer: Sendable {
  /// For all leads how likely they are to be won. The same at any number of threads.
  func likelihoods(threads: Int) -> Likelihoods
  /// For some leads why, in their order.
  func explanations(of leads: [Int]) -> [LikelihoodExplanation]
}
