import Foundation

/// A file that appears only when it is complete: written beside its place and moved there at the end, so that a full
/// disk or a stop half-way leaves the old one whole.
final class SafeFile {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Starts a file at this path. Throws `WorkFailure` if nothing can be written there.
  init(path given: String) throws {
    // A link stays one: what it points to is written.
    let path =
      given.hasPrefix("/dev/")
      ? given
      : realpath(given, nil).map { resolved in
        defer { free(resolved) }
        return String(cString: resolved)
      } ?? given
    self.path = path
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw InputProblem(message: "\(path): this is a folder; name a file to write")
    }
    // A pipe or device is written as it is; so is `/dev/stdout` where it leads to a file, or the link would be replaced.
    if exists, status.st_mode & S_IFMT != S_IFREG || path.hasPrefix("/dev/") {
      temporary = path
      descriptor = open(path, O_WRONLY)
    } else {
      temporary = "\(path).\(getpid()).part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    }
    guard descriptor >= 0 else { throw Self.failure(given, errno) }
    if exists, temporary != path { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Throws if two of the files are one, so that writing the one would destroy the other.
  ///
  /// - Parameter files: what each is called, and its path; the outputs first.
  static func refuseOverlap(outputs: [(String, String?)], inputs: [(String, String?)]) throws {
    func identity(_ path: String) -> String {
      var status = stat()
      guard stat(path, &status) == 0 else { return URL(filePath: path).standardizedFileURL.path }
      return status.st_mode & S_IFMT == S_IFREG ? "\(status.st_dev):\(status.st_ino)" : path + ":\(UUID())"
    }
    var seen = inputs.compactMap { name, path in path.map { (name, identity($0)) } }
    for case (let name, let path?) in outputs {
      let own = identity(path)
      if let other = seen.first(where: { $0.1 == own }) {
        throw InputProblem(
          message: "\(name) \(path) is the same file as \(other.0)", hint: "name another file to write")
      }
      seen.append((name, own))
    }
  }

  deinit {
    if isFinished { return }
    close(descriptor)
    if temporary != path { unlink(temporary) }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Writes what is left, and gives the file its name.
  func finish() throws {
    try flush()
    if temporary != path {
      if fsync(descriptor) != 0 { throw Self.failure(path, errno) }
      if rename(temporary, path) != 0 { throw Self.failure(path, errno) }
    }
    isFinished = true
    close(descriptor)
  }

  private func flush() throws {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + start, buffer.count - start)
      }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw BrokenPipe() }
        throw Self.failure(path, errno)
      }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String, _ code: Int32) -> WorkFailure {
    var status = stat()
    let kept =
      stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? "; the file that was there is unchanged" : ""
    return WorkFailure(message: "\(path): cannot be written: \(String(cString: strerror(code)))\(kept)")
  }
}
