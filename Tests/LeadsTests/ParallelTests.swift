import Testing

@testable import Leads

struct ParallelTests {
  private struct Failure: Error, Equatable { let index: Int }

  @Test(arguments: [0, 1, 2, 8])
  func resultsAreInOrder(threads: Int) {
    for count in [0, 1, 2, 100] {
      #expect(parallel(count: count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }
  }

  @Test(arguments: [1, 2, 8])
  func theFirstErrorByIndexIsThrown(threads: Int) {
    let error = #expect(throws: Failure.self) {
      try parallel(count: 50, threads: threads) { index in
        if index >= 20 { throw Failure(index: index) }
        return index
      }
    }
    #expect(error == Failure(index: 20))
  }
}
