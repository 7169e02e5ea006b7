import ArgumentParser
import Foundation
import Leads
import Scoring

#if SERVER
  import Store
#endif

/// The command line of Leadline.
@main
struct Leadline: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leadline",
    abstract: "Scores sales leads and says why.",
    discussion: """
      Try it:
        leadline demo --out demo
        leadline score demo/leads.csv --events demo/events.csv \\
          --model demo/model.yaml --as-of 2026-07-01

      Your own data:
        leadline template list
        leadline template use b2b-six-parts --out model.yaml
        leadline check MODEL.yaml LEADS.csv
        leadline score LEADS.csv --model MODEL.yaml --out scores.csv

      Completions: leadline --generate-completion-script bash|zsh|fish

      Exit codes: 0 fine, 1 the work failed, 2 the input was wrong.
      """,
    version: "0.1.0",
    subcommands: [
      ScoreCommand.self, ExplainCommand.self, CheckCommand.self, CompareCommand.self, SweepCommand.self,
      TemplateCommand.self, TrainCommand.self, EvaluateCommand.self, SuggestCommand.self, ProfileCommand.self,
      CleanCommand.self, DemoCommand.self,
    ] + serverCommands)

  /// The commands of the server, which the program of `LEADLINE_CORE` does not have.
  private static var serverCommands: [any ParsableCommand.Type] {
    #if SERVER
      [
        ServeCommand.self, KeysCommand.self, ImportCommand.self, ExportCommand.self, BackupCommand.self,
        RestoreCommand.self, DoctorCommand.self,
      ]
    #else
      []
    #endif
  }

  /// Runs the command that the arguments name, and ends with the exit code that its outcome has.
  static func main() async {
    // A closed pipe (`| head`) is no failure to shout about.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var serving = command as? any AsyncParsableCommand {
        try await serving.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// What was meant, if the first argument is nearly the name of a command.
  private static var commandHint: String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let given = CommandLine.arguments.dropFirst().first, !given.hasPrefix("-"), !names.contains(given) else {
      return nil
    }
    return nearest(to: given, among: names).map { "did you mean leadline \($0)?" }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let problem as InputProblem:
      Terminal.writeError(problem.description)
      Foundation.exit(2)
    case let problem as FileProblem:
      Terminal.writeError("error: \(problem.description)")
      Foundation.exit(problem.isFailure ? 1 : 2)
    case let issues as ModelIssues:
      Terminal.writeError(issues.description)
      Foundation.exit(2)
    #if SERVER
      case let problem as StoreProblem:
        end(with: LedgerOptions.failure(problem))
    #endif
    case let failure as WorkFailure:
      Terminal.writeError("error: \(failure.message)")
      Foundation.exit(1)
    case is BrokenPipe:
      Foundation.exit(0)
    default:
      let message = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        print(message)
        Foundation.exit(0)
      }
      Terminal.writeError(message)
      if let hint = commandHint { Terminal.writeError("  hint: \(hint)") }
      Foundation.exit(2)
    }
  }
}

/// Something wrong with what the user gave.
struct InputProblem: Error, CustomStringConvertible {
  var message: String
  var hint: String?
  var description: String { "error: \(message)" + (hint.map { "\n  hint: \($0)" } ?? "") }
}

/// The machine failed: a full disk, a missing permission.
struct WorkFailure: Error {
  var message: String
}

/// Whoever read our output has stopped reading.
struct BrokenPipe: Error {}
