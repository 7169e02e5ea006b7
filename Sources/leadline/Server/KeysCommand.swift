import ArgumentParser
import Leads
import Service
import Store

/// `leadline keys`
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Makes, lists and takes back the keys by which callers are known.",
    discussion: """
      leadline keys create website --scope ingest
      leadline keys list
      leadline keys revoke 3

      A key is shown once, when it is made; the ledger has only its digest.
      """,
    subcommands: [Create.self, List.self, Revoke.self], defaultSubcommand: List.self)

  /// `leadline keys create`
  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Makes a key and shows it, once.")

    @Argument(help: "A name for people: what it is used for.")
    var name: String

    @Option(
      help: "What it allows: ingest (send events; may stand in a web page), read (leads and scores), admin (all).")
    var scope: Scope = .read

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
      let keys = AccessKeys(try ledger.store(isThere: false), clock: SystemClock.now)
      let (key, text) = try await keys.create(name, scope, actor: "command line")
      try Terminal.write(text)
      Terminal.writeError("key \(key.number) \"\(name)\" allows \(scope.rawValue); it is not shown again")
    }
  }

  /// `leadline keys list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the keys, without the keys themselves.")

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
      let keys = try await AccessKeys(try ledger.store(), clock: SystemClock.now).all()
      if keys.isEmpty { return try Terminal.write("There are no keys; leadline keys create NAME makes one.") }
      try Terminal.write("number  scope   begins with      made        name")
      for key in keys {
        let columns = [
          String(key.number).padded(to: 6), key.scope.rawValue.padded(to: 6), (key.prefix + "…").padded(to: 15),
          String(Instant(secondsSince1970: key.createdAt).description.prefix(10)), key.name,
        ]
        try Terminal.write(columns.joined(separator: "  ") + (key.revokedAt == nil ? "" : "  (taken back)"))
      }
    }
  }

  /// `leadline keys revoke`
  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a key back: whoever has it is refused from now on.")

    @Argument(help: "The key's number, as leadline keys list shows it.")
    var number: Int64

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
      guard try await AccessKeys(try ledger.store(), clock: SystemClock.now).revoke(number, actor: "command line")
      else {
        throw InputProblem(message: "there is no key \(number) that holds", hint: "leadline keys list shows them")
      }
      try Terminal.write("key \(number) is taken back")
    }
  }
}

extension Scope: ExpressibleByArgument {}

extension String {
  /// The text with spaces behind it up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
