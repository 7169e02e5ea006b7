/// A commented scoring model to start from.
public struct Template: Sendable {}
