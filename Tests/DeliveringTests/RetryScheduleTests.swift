import TestSupport
import Testing

@testable import Delivering

@Suite struct RetryScheduleTests {
  @Test func waitsGrowUpToTwelveHours() {
    let schedule = RetrySchedule()
    #expect(
      (1...11).map { schedule.longest(after: $0) }
        == [5, 30, 180, 1080, 6480, 38_880, 43_200, 43_200, 43_200, 43_200, 43_200])
    // Three days and a few hours at most.
    #expect((1...11).map { schedule.longest(after: $0) }.reduce(0, +) < 76 * 3600)
  }

  @Test func theJitterIsFull() {
    var generator = SeededGenerator(seed: 7)
    let schedule = RetrySchedule()
    let waits = (0..<4000).compactMap { _ in schedule.wait(after: 3, using: &generator) }
    #expect(waits.allSatisfy { 1...180 ~= $0 })
    #expect(waits.min()! <= 3 && waits.max()! >= 178)
    // The mean of 1 to 180 is 90.5, its standard error here 0.8.
    #expect(abs(Double(waits.reduce(0, +)) / 4000 - 90.5) < 4)
  }

  @Test func theLastAttemptIsTheLast() {
    var generator = SeededGenerator(seed: 7)
    let schedule = RetrySchedule(attempts: 3)
    #expect(schedule.wait(after: 2, using: &generator) != nil)
    #expect(schedule.wait(after: 3, using: &generator) == nil)
  }

  @Test func longSchedulesDoNotOverflow() {
    #expect(RetrySchedule(firstSeconds: 1_000_000, factor: 1_000_000, attempts: 100).longest(after: 100) == 43_200)
  }
}
