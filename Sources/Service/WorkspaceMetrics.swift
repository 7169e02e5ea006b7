import Synchronization

/// Figures about how a workspace does, for whoever watches it.
final class WorkspaceMetrics: Sendable {
  /// Transactions that took messages in, since the start.
  let transactions = Atomic(0)
  /// Leads scored since the start.
  let rescored = Atomic(0)
  /// Seconds by which the nightly sweep is late; 0 once it is done.
  let sweepLagSeconds = Atomic(0)

  init() {}

  /// The figures in Prometheus' text format.
  ///
  /// - Parameter waiting: messages that wait for the writer.
  func text(waiting: Int) -> String {
    """
    # HELP leadline_waiting_messages Messages that wait for the writer.
    # TYPE leadline_waiting_messages gauge
    leadline_waiting_messages \(waiting)
    # HELP leadline_transactions_total Transactions that took messages in.
    # TYPE leadline_transactions_total counter
    leadline_transactions_total \(transactions.load(ordering: .relaxed))
    # HELP leadline_rescored_leads_total Leads that were scored again.
    # TYPE leadline_rescored_leads_total counter
    leadline_rescored_leads_total \(rescored.load(ordering: .relaxed))
    # HELP leadline_sweep_lag_seconds Seconds since midnight while scores are not as of today yet.
    # TYPE leadline_sweep_lag_seconds gauge
    leadline_sweep_lag_seconds \(sweepLagSeconds.load(ordering: .relaxed))

    """
  }
}
