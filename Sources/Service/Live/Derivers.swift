import Leads
import Synchronization

/// Derivers by vocabulary: making one costs more than using it.
enum Derivers {
  private static let made = Mutex<[Vocabulary: Deriver]>([:])

  /// The deriver of a vocabulary.
  static func shared(_ vocabulary: Vocabulary) -> Deriver {
    made.withLock { made in
      if let deriver = made[vocabulary] { return deriver }
      let deriver = Deriver(vocabulary)
      made[vocabulary] = deriver
      return deriver
    }
  }
}
