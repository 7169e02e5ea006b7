import Hummingbird
import Synchronization

/// What the web counts of itself.
final class WebCounters: Sendable {
  private let successes = Atomic(0)
  private let redirects = Atomic(0)
  private let problems = Atomic(0)
  private let failures = Atomic(0)
  private let accepted = Atomic(0)
  private let repeated = Atomic(0)
  private let refused = Atomic(0)

  /// Counts an answer by the hundred of its status.
  func count(_ status: HTTPResponse.Status) {
    switch status.code / 100 {
    case 2: successes.add(1, ordering: .relaxed)
    case 3: redirects.add(1, ordering: .relaxed)
    case 4: problems.add(1, ordering: .relaxed)
    default: failures.add(1, ordering: .relaxed)
    }
  }

  /// Counts messages.
  func count(accepted: Int, repeated: Int, refused: Int) {
    self.accepted.add(accepted, ordering: .relaxed)
    self.repeated.add(repeated, ordering: .relaxed)
    self.refused.add(refused, ordering: .relaxed)
  }

  /// The counts in Prometheus' text format.
  var text: String {
    """
    # HELP leadline_http_responses_total Answers by the hundred of their status.
    # TYPE leadline_http_responses_total counter
    leadline_http_responses_total{status="2xx"} \(successes.load(ordering: .relaxed))
    leadline_http_responses_total{status="3xx"} \(redirects.load(ordering: .relaxed))
    leadline_http_responses_total{status="4xx"} \(problems.load(ordering: .relaxed))
    leadline_http_responses_total{status="5xx"} \(failures.load(ordering: .relaxed))
    # HELP leadline_messages_total Messages of the tracking API by what became of them.
    # TYPE leadline_messages_total counter
    leadline_messages_total{outcome="accepted"} \(accepted.load(ordering: .relaxed))
    leadline_messages_total{outcome="repeated"} \(repeated.load(ordering: .relaxed))
    leadline_messages_total{outcome="refused"} \(refused.load(ordering: .relaxed))

    """
  }
}
