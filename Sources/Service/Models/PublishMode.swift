/// What publishing a model does with those whose stage it changes.
public enum PublishMode: String, Sendable, Hashable, CaseIterable {
  /// Stages follow at once, and nobody is told.
  case quiet
  /// Stages stay until something happens to a lead, or midnight comes; what it crosses then is told.
  case fromNow = "from-now"
  /// Stages follow at once, and who crosses is told, so many an hour.
  case announced
}

/// Why something cannot be done with a version of a model.
public enum ModelRefusal: Error, Sendable, Hashable {
  /// There is no such version.
  case unknown(Int64)
  /// Somebody else has to publish it than who made it.
  case needsAnother(author: String)
  /// It is not in a state in which that can be done.
  case state(String)
}
