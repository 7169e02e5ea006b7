import Foundation

/// Feeds inputs to a target and watches time and memory.
///
/// The input at hand stands in a file, so that it survives a crash; time and memory beyond the limits of the process
/// are a crash too.
struct Run<Subject: Target> {
  var target: Subject
  let name: String
  let inputs: Int
  let seed: UInt64
  /// Stop after so many seconds even if there are inputs left.
  let seconds: Double
  let mutator: Mutator
  let current: CurrentInput
  private(set) var accepted = 0
  private(set) var findings = 0
  private var slowest = 0.0

  /// Processor seconds that a single input may take; the process is stopped at ten times that.
  static var slow: Double { 1 }
  /// What the process may hold, in MiB.
  static var memory: Int { 1024 }

  init(
    _ target: Subject, name: String, inputs: Int, seed: UInt64, seconds: Double, corpus: [[UInt8]],
    current: CurrentInput
  ) {
    self.target = target
    self.name = name
    self.inputs = inputs
    self.seed = seed
    self.seconds = seconds
    self.current = current
    mutator = Mutator(corpus: corpus, words: Subject.words)
  }

  /// Runs; whether nothing was found.
  mutating func passes() throws -> Bool {
    let start = Clock.wall()
    var done = 0
    while done < inputs, findings < 10, done % 256 != 0 || Clock.wall() - start < seconds {
      try feed(input(done))
      done += 1
      if done % 4096 == 0, Memory.peakMegabytes() > Self.memory {
        try note("the process has grown to \(Memory.peakMegabytes()) MiB", input(done - 1))
        break
      }
      if done % 100_000 == 0 { say("\(done) inputs, \(accepted) accepted, \(Int(Clock.wall() - start)) s") }
    }
    say(
      "\(done) inputs from seed \(seed), \(accepted) accepted, \(findings) findings, slowest \(Clock.milliseconds(slowest)) ms, "
        + "peak \(Memory.peakMegabytes()) MiB, \(Int(Clock.wall() - start)) s")
    return findings == 0
  }

  /// The input of a number: valid, a changed seed, a changed valid one, or noise.
  func input(_ number: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed, input: number)
    if number < mutator.corpus.count { return mutator.corpus[number] }
    switch random.below(16) {
    case 0..<6: return target.valid(&random)
    case 6..<11: return mutator.mutated(nil, &random)
    case 11..<15: return mutator.mutated(target.valid(&random), &random)
    default: return Mutator.noise(&random)
    }
  }

  /// Feeds one input.
  mutating func feed(_ input: [UInt8]) throws {
    try current.set(input)
    Clock.limit(seconds: 10 * Self.slow)
    let start = Clock.processor()
    do {
      if try target.accepts(input) { accepted += 1 }
    } catch let finding as Finding {
      try note(finding.description, input)
    }
    let taken = Clock.processor() - start
    slowest = max(slowest, taken)
    if taken > Self.slow { try note("it took \(Clock.milliseconds(taken)) ms", input) }
  }

  private mutating func note(_ what: String, _ input: [UInt8]) throws {
    findings += 1
    let path = try current.keep(input, as: "\(name)-\(seed)-\(findings)")
    say("FOUND \(what)\n  the input is in \(path)")
  }

  private func say(_ text: String) {
    print("\(name): \(text)")
    fflush(nil)
  }
}

/// The file of the input at hand.
struct CurrentInput {
  let path: String
  private let descriptor: Int32
  private let folder: String

  /// In memory where there is such a file system.
  init(folder: String) throws {
    self.folder = folder
    let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(base)/leadline-fuzz-\(getpid()).input"
    descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    if descriptor < 0 { throw Finding("\(path): \(String(cString: strerror(errno)))") }
  }

  func set(_ input: [UInt8]) throws {
    guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, input, input.count, 0) == input.count else {
      throw Finding("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Keeps an input for later.
  func keep(_ input: [UInt8], as name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/\(name)"
    try Data(input).write(to: URL(fileURLWithPath: path))
    return path
  }

  func remove() { unlink(path) }
}

/// Times and limits of the process.
enum Clock {
  static func wall() -> Double { time(CLOCK_MONOTONIC) }
  static func processor() -> Double { time(CLOCK_PROCESS_CPUTIME_ID) }
  static func milliseconds(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  /// Ends the process after so many seconds of processor time, or a minute and a half of waiting.
  static func limit(seconds: Double) {
    var timer = itimerval()
    timer.it_value.tv_sec = Int(seconds)
    setitimer(profilingTimer, &timer, nil)
    alarm(90)
  }

  /// `ITIMER_PROF`, which Glibc gives another type than its own function takes.
  private static let profilingTimer: Int32 = 2

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The memory of the process.
enum Memory {
  static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
  }

  /// `RLIMIT_AS`, likewise.
  private static let addressSpace: Int32 = 9

  /// Lets the process fail rather than the machine.
  static func limit(megabytes: Int) {
    var limit = rlimit(rlim_cur: rlim_t(megabytes) << 20, rlim_max: rlim_t(megabytes) << 20)
    setrlimit(addressSpace, &limit)
  }
}
