import Store
import Synchronization
import Tracking

/// Calls that wait for the one writer, and the writer: all that waits goes into one transaction, so that many callers
/// share the cost of one commit.
///
/// Bounded: what does not fit is refused at once, and memory does not grow.
actor IngestQueue {
  typealias Entry = (message: TrackedMessage, source: Int64)
  /// Takes entries into one transaction and says what became of each.
  typealias Work = @Sendable ([Entry]) async throws -> [Intake.Fate]

  private struct Call {
    var entries: [Entry]
    var answer: CheckedContinuation<Result<Receipt, Refusal>, Never>
  }

  private let limit: Int
  private let groupLimit: Int
  private var waiting: [Call] = []
  private var count = 0
  private var isRunning = false
  /// How many messages wait, for whoever watches.
  private let depthSeen = Atomic(0)

  /// A queue.
  ///
  /// - Parameters:
  ///   - limit: the most messages that wait.
  ///   - groupLimit: the most messages of one transaction, but for a single call that has more.
  init(limit: Int, groupLimit: Int) {
    self.limit = limit
    self.groupLimit = groupLimit
  }

  /// How many messages wait.
  nonisolated var depth: Int { depthSeen.load(ordering: .relaxed) }

  /// Waits for a place in a transaction and for its commit.
  func submit(_ messages: [TrackedMessage], source: Int64, _ work: @escaping Work) async throws(Refusal) -> Receipt {
    guard count + messages.count <= limit || count == 0 else { throw .overloaded(retryAfterSeconds: 1) }
    count += messages.count
    depthSeen.store(count, ordering: .relaxed)
    let answer = await withCheckedContinuation { answer in
      waiting.append(Call(entries: messages.map { ($0, source) }, answer: answer))
      if !isRunning {
        isRunning = true
        Task { await run(work) }
      }
    }
    return try answer.get()
  }

  private func run(_ work: Work) async {
    while !waiting.isEmpty {
      let group = nextGroup()
      let entries = group.flatMap(\.entries)
      let outcome: Result<[Intake.Fate], Refusal>
      do {
        outcome = .success(try await work(entries))
      } catch let refusal as Refusal {
        outcome = .failure(refusal)
      } catch let problem as StoreProblem where problem.kind == .busy {
        outcome = .failure(.overloaded(retryAfterSeconds: 2))
      } catch {
        outcome = .failure(.unavailable("\(error)"))
      }
      count -= entries.count
      depthSeen.store(count, ordering: .relaxed)
      answer(group, outcome)
    }
    isRunning = false
  }

  private func nextGroup() -> [Call] {
    var taken = 0
    var messages = 0
    while taken < waiting.count, taken == 0 || messages + waiting[taken].entries.count <= groupLimit {
      messages += waiting[taken].entries.count
      taken += 1
    }
    let group = Array(waiting.prefix(taken))
    waiting.removeFirst(taken)
    return group
  }

  private func answer(_ group: [Call], _ outcome: Result<[Intake.Fate], Refusal>) {
    var start = 0
    for call in group {
      let end = start + call.entries.count
      call.answer.resume(returning: outcome.map { Receipt($0[start..<end]) })
      start = end
    }
  }
}

extension Receipt {
  /// What became of a call's messages.
  init(_ fates: ArraySlice<Intake.Fate>) {
    self.init()
    for (index, fate) in fates.enumerated() {
      switch fate {
      case .accepted: accepted += 1
      case .repeated: repeated += 1
      case .problem(let message): problems.append(Problem(index: index, message: message))
      }
    }
  }
}
