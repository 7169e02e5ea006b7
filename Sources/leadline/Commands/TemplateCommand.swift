import ArgumentParser
import Foundation
import Leads
import Templates

/// `leadline template`
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Shows a gallery of commented models to start from.",
    discussion: """
      Each is a complete model with worked examples. Take the one that is nearest to what you sell, change what its \
      comment says to change first, and check it on your leads:
        leadline template list
        leadline template use smb-saas --out model.yaml
        leadline check model.yaml LEADS.csv
      """,
    subcommands: [List.self, Show.self, Use.self])
}

extension TemplateCommand {
  /// `leadline template list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the templates, and whom each is for.")

    func run() throws {
      let width = Template.all.map(\.name.columns).max() ?? 0
      for category in Template.Category.allCases {
        try Terminal.write(Terminal.styled(category.rawValue, .bold))
        for template in Template.all where template.category == category {
          try Terminal.write("  \(template.name.fitted(to: width))  \(template.summary)".clipped(to: Terminal.width))
        }
        try Terminal.write("")
      }
      try Terminal.write(
        Terminal.styled("leadline template show NAME reads one, leadline template use NAME --out FILE takes it.", .dim))
    }
  }

  /// `leadline template show NAME`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes a template to standard output.")

    @Argument(help: "The template.", completion: .list(Template.all.map(\.name)))
    var name: String

    func run() throws { try Terminal.write(String(try Template.asked(name).text.dropLast())) }
  }

  /// `leadline template use NAME --out FILE`
  struct Use: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a template to a file of yours, and says what to do next.")

    @Argument(help: "The template.", completion: .list(Template.all.map(\.name)))
    var name: String

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
    var out: String

    @Flag(help: "Overwrite the file if there is one.")
    var force = false

    mutating func validate() throws {
      guard !out.isEmpty else { throw ValidationError("--out must name a file.") }
    }

    func run() throws {
      let template = try Template.asked(name)
      try refuseExistingFile()
      let file = try SafeFile(path: out)
      try file.write(Array(template.text.utf8))
      try file.finish()
      let path = out.quotedForShell
      try Terminal.write(
        """
        \(out): \(template.title). Open it, and begin with the comment “Change first” at its top.

        Then see whether it still does what its examples say, and what it makes of your leads:
          leadline check \(path)
          leadline check \(path) LEADS.csv --events EVENTS.csv
          leadline score LEADS.csv --events EVENTS.csv --model \(path) --out scores.csv
        """)
    }

    /// Throws if there is a file that somebody may have written.
    private func refuseExistingFile() throws {
      var status = stat()
      if force || stat(out, &status) != 0 || status.st_mode & S_IFMT != S_IFREG { return }
      throw InputProblem(
        message: "--out \(out): there is a file of this name already",
        hint: "name another one, or add --force to overwrite it")
    }
  }
}

extension Template {
  /// The template that the user asked for; throws with a suggestion if there is none.
  fileprivate static func asked(_ name: String) throws -> Template {
    if let template = named(name) { return template }
    let names = all.map(\.name)
    // A word of the name or of what it is for is enough to be told where to look.
    let word = name.lowercased()
    let related = all.filter { word.count > 2 && "\($0.name) \($0.title) \($0.summary)".lowercased().contains(word) }
    let hint =
      nearest(to: name, among: names).map { "did you mean \($0)?" }
      ?? (related.isEmpty
        ? "leadline template list shows all" : "there are: \(related.map(\.name).joined(separator: ", "))")
    throw InputProblem(message: "there is no template \"\(name.prefix(80))\"", hint: hint)
  }
}
