import Glibc

/// A connection that sends exactly what it is told, as well-behaved clients do not.
final class RawConnection {
  private let socket: Int32

  /// Connects to the machine's own port; nil if that fails.
  init?(port: Int) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    self.socket = socket
    guard status == 0 else { return nil }
  }

  deinit { close(socket) }

  /// Sends bytes; whether the other side still took them.
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
  }

  /// What was received until `seconds` have passed without anything, or the other side closed.
  func received(within seconds: Int) -> (text: String, isClosed: Bool) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count > 0 {
        all += buffer[..<count]
      } else {
        // The time running out is an error; the end is not.
        let isClosed = count == 0 || errno == ECONNRESET
        return (String(decoding: all, as: UTF8.self), isClosed)
      }
    }
  }
}
