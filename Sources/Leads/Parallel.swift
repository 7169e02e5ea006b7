import Dispatch
import Synchronization

/// Runs `body` for each index below `count`, at most `threads` at once, and returns the results by index.
///
/// The order in which the indices run is not defined, so a body must not depend on it: with one thread or with many
/// the results are the same. The first error, by index, is thrown after all have ended.
public func parallel<Result: Sendable>(
  count: Int, threads: Int, _ body: @Sendable (Int) throws -> Result
) throws -> [Result] {
  if threads <= 1 || count <= 1 { return try (0..<count).map(body) }
  let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = Swift.Result { try body(index) }
      results.withLock { $0[index] = result }
    }
  }
  return try results.withLock { results in try results.map { try $0!.get() } }
}

/// `parallel(count:threads:_:)` for bodies that do not throw.
public func parallel<Result: Sendable>(count: Int, threads: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
  let throwing: @Sendable (Int) throws -> Result = { body($0) }
  do {
    return try parallel(count: count, threads: threads, throwing)
  } catch {
    preconditionFailure("a body that cannot throw threw \(error)")
  }
}
