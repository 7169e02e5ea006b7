import CZlib

/// Inflates gzip, several members one after the other included, piece by piece with zlib.
package final class Inflater {
  private let path: String
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8]
  private var consumed = 0
  private var isAtMemberEnd = false
  private var output: [UInt8]

  /// An inflater with the first compressed bytes.
  ///
  /// - Parameters:
  ///   - path: what problems name.
  ///   - outputCapacity: how many bytes are inflated at a time.
  package init(path: String, compressed: [UInt8], outputCapacity: Int = 1 << 18) throws(FileProblem) {
    self.path = path
    input = compressed
    output = [UInt8](repeating: 0, count: outputCapacity)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 window bits, and 16 more for "gzip and nothing else".
    let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib cannot be initialised (\(status))")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Takes further compressed bytes; the earlier ones must have been used up.
  package func feed(_ bytes: [UInt8]) {
    input = bytes
    consumed = 0
  }

  /// Up to `count` inflated bytes; none when more input is needed.
  package func inflated(upTo count: Int) throws(FileProblem) -> [UInt8] {
    let wanted = min(count, output.count)
    while consumed < input.count {
      if isAtMemberEnd {
        // Padding after the last member is common on tapes and harmless.
        if input[consumed] == 0 {
          consumed += 1
          continue
        }
        inflateReset(stream)
        isAtMemberEnd = false
      }
      let (status, produced) = step(upTo: wanted)
      switch status {
      case Z_STREAM_END: isAtMemberEnd = true
      case Z_OK, Z_BUF_ERROR: break
      default: throw FileProblem(path, "the gzip data is damaged", hint: "fetch or export the file again")
      }
      if produced > 0 { return Array(output[..<produced]) }
      if status == Z_BUF_ERROR { break }
    }
    return []
  }

  /// Called at the end of the file: a member must not be open.
  package func finish() throws(FileProblem) {
    if !isAtMemberEnd {
      throw FileProblem(path, "the gzip data ends too early", hint: "the file was cut short: fetch or export it again")
    }
  }

  private func step(upTo wanted: Int) -> (status: Int32, produced: Int) {
    let stream = stream
    let from = consumed
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.pointee.next_in = source.baseAddress! + from
        stream.pointee.avail_in = UInt32(source.count - from)
        stream.pointee.next_out = target.baseAddress
        stream.pointee.avail_out = UInt32(wanted)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        return (status, wanted - Int(stream.pointee.avail_out), source.count - Int(stream.pointee.avail_in))
      }
    }
    consumed = result.2
    return (result.0, result.1)
  }
}
