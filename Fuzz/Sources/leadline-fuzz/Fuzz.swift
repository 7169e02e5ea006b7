import Foundation

/// Feeds the readers of people's files with inputs that are valid, nearly valid, and nonsense.
@main
enum Fuzz {
  static let usage = """
    usage: leadline-fuzz condition|model|csv|json [--inputs N] [--seed S] [--seconds T] [--corpus FOLDER] [--findings FOLDER]
           leadline-fuzz replay condition|model|csv|json FILE
           leadline-fuzz shrink condition|model|csv|json FILE

    The same seed gives the same inputs. What breaks a promise is kept in the folder of findings; after a crash the
    input is in the file that is named at the start. shrink makes a smaller file that still fails.
    Exit codes: 0 nothing found, 1 something found, 2 wrong arguments.
    """

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if ["replay", "shrink"].contains(arguments.first), arguments.count == 3 {
        arguments[0] == "replay"
          ? try replay(arguments[1], arguments[2]) : try Shrinking(arguments[1], arguments[2]).run()
        return
      }
      try run(arguments)
    } catch {
      print(error)
      exit(error is Usage ? 2 : 1)
    }
  }

  private struct Usage: Error, CustomStringConvertible {
    var description: String { Fuzz.usage }
  }

  private static func run(_ arguments: [String]) throws {
    guard let name = arguments.first, arguments.count % 2 == 1 else { throw Usage() }
    var options = [
      "--inputs": "20000", "--seed": "1", "--seconds": "1e9", "--corpus": "Fuzz/Corpus", "--findings": "Fuzz/.work",
    ]
    for index in stride(from: 1, to: arguments.count, by: 2) {
      guard options.updateValue(arguments[index + 1], forKey: arguments[index]) != nil else { throw Usage() }
    }
    guard let inputs = Int(options["--inputs"]!), let seed = UInt64(options["--seed"]!),
      let seconds = Double(options["--seconds"]!)
    else { throw Usage() }
    Memory.limit(megabytes: 4096)
    let current = try CurrentInput(folder: options["--findings"]!)
    print("\(name): if this stops half-way, the input is in \(current.path)")
    fflush(nil)
    let folder = "\(options["--corpus"]!)/\(name)"
    func passes<Subject: Target>(_ target: Subject) throws -> Bool {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let corpus = files.flatMap {
        Subject.seeds(in: Array(FileManager.default.contents(atPath: "\(folder)/\($0)") ?? Data()))
      }
      guard !corpus.isEmpty else { throw Finding("\(folder) has no seeds") }
      var run = Run(target, name: name, inputs: inputs, seed: seed, seconds: seconds, corpus: corpus, current: current)
      return try run.passes()
    }
    let passed: Bool
    switch name {
    case "condition": passed = try passes(ConditionTarget())
    case "model": passed = try passes(ModelTarget())
    case "csv": passed = try passes(FileTarget(isJSON: false, path: current.path))
    case "json": passed = try passes(FileTarget(isJSON: true, path: current.path))
    default:
      current.remove()
      throw Usage()
    }
    current.remove()
    if !passed { exit(1) }
  }

  /// Feeds one file; several times, for a target that does different things by turns.
  private static func replay(_ name: String, _ file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else { throw Finding("\(file) cannot be read") }
    Memory.limit(megabytes: 4096)
    let current = try CurrentInput(folder: "Fuzz/.work")
    defer { current.remove() }
    func feed<Subject: Target>(_ target: Subject) throws {
      var target = target
      try current.set(Array(data))
      for turn in 0..<(target is FileTarget ? 64 : 1) {
        Clock.limit(seconds: 10)
        let start = Clock.processor()
        let isAccepted = try target.accepts(Array(data))
        let taken = Clock.processor() - start
        if turn == 0 { print("\(isAccepted ? "accepted" : "refused"), \(Clock.milliseconds(taken)) ms") }
        if taken > 1 { throw Finding("it took \(Clock.milliseconds(taken)) ms") }
      }
    }
    switch name {
    case "condition": try feed(ConditionTarget())
    case "model": try feed(ModelTarget())
    case "csv", "json": try feed(FileTarget(isJSON: name == "json", path: current.path))
    default: throw Usage()
    }
  }
}
