import Leads

/// What a file of records holds, column by column, and what is wrong with it.
public struct Profile: Sendable {}
