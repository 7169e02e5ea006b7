/// The calls of the tracking API.
public enum TrackedCall: String, Sendable, Hashable, CaseIterable {
  /// Who somebody is.
  case identify
  /// Something was done.
  case track
  /// A page was seen.
  case page
  /// A screen of an app was seen.
  case screen
  /// Somebody belongs to an account.
  case group
  /// Two ids are of one person.
  case alias
}

/// What is wrong with a message or with the request around it.
public struct TrackingProblem: Error, Sendable, Hashable {
  /// The message's position in the request, from 0; nil if the request as a whole is wrong.
  public var index: Int?
  /// What is wrong, in words, the member's name first where there is one.
  public var message: String

  /// A problem.
  public init(index: Int?, message: String) {
    self.index = index
    self.message = message
  }
}

/// What a request of the tracking API held.
public struct TrackedBatch: Sendable, Hashable {
  /// The messages that were understood, in the order of the request.
  public var messages: [TrackedMessage] = []
  /// For each of them its position in the request, from 0.
  public var positions: [Int] = []
  /// What was not understood, in the order of the request.
  public var problems: [TrackingProblem] = []
  /// The key in the request's body, where browsers that cannot send headers have it.
  public var writeKey: String?

  /// A batch of nothing.
  public init() {}
}
