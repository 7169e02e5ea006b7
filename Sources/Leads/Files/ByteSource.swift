import CZlib

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as UTF-8, or as a one-byte encoding still to be settled: gzip is inflated and UTF-16 converted
/// on the way. Reads forward only, so a pipe will do.
final class ByteSource {
  let path: String
  private let descriptor: Int32
  private var inflater: Inflater?
  private var utf16: UTF16Decoder?
  /// Bytes read ahead to recognise the format, given out first.
  private var ahead: ArraySlice<UInt8> = []
  /// Converted UTF-16 that did not fit.
  private var converted: ArraySlice<UInt8> = []

  /// Opens a file and looks at its first bytes.
  init(path: String) throws(FileProblem) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.problem(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileProblem(path, "this is a folder, not a file", hint: "name the CSV or JSON Lines file in it")
    }
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    inflater = nil
    var start = try readRaw(upTo: 1 << 16)
    if start.starts(with: [0x1F, 0x8B]) {
      inflater = try Inflater(path: path, compressed: start)
      start = []
      while start.count < 1 << 16 {
        let piece = try readInflated(upTo: 1 << 16 - start.count)
        if piece.isEmpty { break }
        start += piece
      }
    }
    try Self.refuseForeignFormats(start, path: path)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      ahead = start.dropFirst(3)
    } else if let decoder = UTF16Decoder(start: start) {
      utf16 = decoder
      ahead = start.dropFirst(decoder.byteOrderMarkLength)[...]
    } else {
      if start.contains(0) {
        throw FileProblem(
          path, "this is a binary file, not text", hint: "Leadline reads CSV and JSON Lines, plain or gzipped")
      }
      ahead = start[...]
    }
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset` with up to `count` bytes; fewer only at the end of the file.
  func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(FileProblem) -> Int {
    var filled = 0
    while filled < count {
      let more = try readSome(into: &buffer, at: offset + filled, count: count - filled)
      if more == 0 { break }
      filled += more
    }
    return filled
  }

  private func readSome(
    into buffer: inout [UInt8], at offset: Int, count: Int
  ) throws(FileProblem) -> Int {
    if utf16 != nil {
      while converted.isEmpty {
        let piece = try readPlain(upTo: 1 << 16)
        converted = utf16!.utf8(of: piece, isEnd: piece.isEmpty)[...]
        if piece.isEmpty { break }
      }
      let piece = converted.prefix(count)
      converted = converted.dropFirst(count)
      buffer.replaceSubrange(offset..<offset + piece.count, with: piece)
      return piece.count
    }
    if !ahead.isEmpty || inflater != nil {
      let piece = try readPlain(upTo: count)
      buffer.replaceSubrange(offset..<offset + piece.count, with: piece)
      return piece.count
    }
    return try readDescriptor(into: &buffer, at: offset, count: count)
  }

  /// The next inflated bytes, before any conversion of UTF-16.
  private func readPlain(upTo count: Int) throws(FileProblem) -> [UInt8] {
    if !ahead.isEmpty {
      let piece = Array(ahead.prefix(count))
      ahead = ahead.dropFirst(count)
      return piece
    }
    return inflater == nil ? try readRaw(upTo: count) : try readInflated(upTo: count)
  }

  private func readInflated(upTo count: Int) throws(FileProblem) -> [UInt8] {
    while true {
      let piece = try inflater!.inflated(upTo: count)
      if !piece.isEmpty { return piece }
      let compressed = try readRaw(upTo: 1 << 18)
      if compressed.isEmpty {
        try inflater!.finish()
        return []
      }
      inflater!.feed(compressed)
    }
  }

  private func readRaw(upTo count: Int) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      // A pipe gives what it has.
      let found = try readDescriptor(into: &bytes, at: filled, count: count - filled)
      if found == 0 { break }
      filled += found
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  private func readDescriptor(into buffer: inout [UInt8], at offset: Int, count: Int) throws(FileProblem) -> Int {
    while true {
      let found = buffer.withUnsafeMutableBytes {
        Glibc_read(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[offset..<offset + count]))
      }
      if found >= 0 { return found }
      if errno != EINTR { throw Self.problem(path, errno) }
    }
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    if code == ENOENT { return FileProblem(path, "there is no such file") }
    return FileProblem(
      path, "cannot be read: \(String(cString: strerror(code)))",
      isFailure: ![ENAMETOOLONG, ENOTDIR, ELOOP].contains(code))
  }

  private static func refuseForeignFormats(_ start: [UInt8], path: String) throws(FileProblem) {
    let saveAs = "save it as CSV (UTF-8) and name that file"
    if start.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      throw FileProblem(path, "this is a zip archive or an Excel workbook, not text", hint: saveAs)
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw FileProblem(path, "this is an old Excel workbook, not text", hint: saveAs)
    }
    if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw FileProblem(path, "this is text in UTF-32", hint: saveAs)
    }
    if start.starts(with: Array("PAR1".utf8)) {
      throw FileProblem(path, "this is a Parquet file, not text", hint: "write it out as CSV or JSON Lines first")
    }
  }
}

/// `read(2)`, whose bare name would be taken for the method above.
private func Glibc_read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
