import NIOCore
import NIOHTTPTypes

/// Closes connections whose bodies come so slowly that they only hold a place (a "slow-loris").
///
/// While a body is being sent, it has to come forward by some bytes in each interval. What we do not read ourselves,
/// because an import waits for room, is not held against the sender. Heads that do not come to an end are closed by the
/// idle timeout, which counts whole parts of requests.
final class SlowBodyHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let interval: TimeAmount
  private let bytesPerInterval: Int
  private var isReceiving = false
  private var receivedBytes = 0
  private var timer: Scheduled<Void>?
  /// Whether bytes were asked for that have not come: whether we wait for the sender.
  private var isReading = false

  init(interval: TimeAmount, bytesPerInterval: Int) {
    self.interval = interval
    self.bytesPerInterval = bytesPerInterval
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    isReading = false
    switch unwrapInboundIn(data) {
    case .head:
      isReceiving = true
      receivedBytes = 0
    case .body(let buffer): receivedBytes += buffer.readableBytes
    case .end:
      isReceiving = false
      timer?.cancel()
      timer = nil
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    // A request that comes in one piece, as nearly all do, needs no timer.
    if isReceiving, timer == nil { schedule(context) }
    context.fireChannelReadComplete()
  }

  func read(context: ChannelHandlerContext) {
    isReading = true
    context.read()
  }

  private func schedule(_ context: ChannelHandlerContext) {
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { self.check(context) }
  }

  private func check(_ context: ChannelHandlerContext) {
    timer = nil
    guard isReceiving else { return }
    if isReading, receivedBytes < bytesPerInterval { return context.close(promise: nil) }
    receivedBytes = 0
    schedule(context)
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    context.fireChannelInactive()
  }
}

@available(*, unavailable)
extension SlowBodyHandler: Sendable {}
