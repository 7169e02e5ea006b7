import Foundation
import Testing

/// Documents that promise something about the tree.
@Suite struct DocumentTests {
  @Test func relativeLinksLeadSomewhere() throws {
    let files = Repository.files(endingIn: ".md")
    #expect(files.count > 5)
    for file in files {
      let folder = Repository.root.appending(path: file.path).deletingLastPathComponent()
      for (number, line) in Self.prose(of: file) {
        for link in Self.links(in: line)
        where !link.contains("://") && !link.hasPrefix("mailto:") && !link.hasPrefix("doc:") {
          let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          let target =
            parts[0].isEmpty ? Repository.root.appending(path: file.path) : folder.appending(path: String(parts[0]))
          guard FileManager.default.fileExists(atPath: target.path) else {
            Issue.record("\(file.path):\(number) links to \(link), which is not there")
            continue
          }
          guard parts.count == 2, target.pathExtension == "md" else { continue }
          let text = try String(contentsOf: target, encoding: .utf8)
          let anchors = Self.anchors(in: Repository.File(path: "", text: text))
          #expect(
            anchors.contains(String(parts[1])), "\(file.path):\(number) links to \(link); there is no such heading")
        }
      }
    }
  }

  /// File names in back-ticks that look like paths of this repository, in the documents that describe it.
  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "BENCHMARKS.md"])
  func pathsInBackTicksExist(path: String) throws {
    let file = try #require(Repository.files(endingIn: ".md").first { $0.path == path })
    let roots = [
      "Sources/", "Tests/", "Benchmarks/", "Fuzz/", "Conformance/", "Documentation/", "Examples/", "scripts/", ".ci/",
    ]
    // `Leads/Files/LeadFile.swift` stands in Sources.
    let modules = ["Leads/", "Conditions/", "Scoring/", "leadline/"]
    for (number, line) in Self.prose(of: file) {
      for (index, piece) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where index % 2 == 1 {
        var named = String(piece.split(separator: " ").first ?? "")
        if modules.contains(where: named.hasPrefix) { named = "Sources/\(named)" }
        guard roots.contains(where: named.hasPrefix), !named.contains(where: { "<*[{".contains($0) }) else { continue }
        let exists = FileManager.default.fileExists(atPath: Repository.root.appending(path: named).path)
        // What a command makes is not there before.
        #expect(
          exists || named.contains("/.build/") || named.contains("/.work"),
          "\(path):\(number) names \(named), which is not there")
      }
    }
  }

  /// The lines outside of code blocks.
  private static func prose(of file: Repository.File) -> [(number: Int, text: Substring)] {
    var isCode = false
    return file.lines.filter { line in
      if line.text.drop(while: { $0 == " " }).hasPrefix("```") {
        isCode.toggle()
        return false
      }
      return !isCode
    }
  }

  /// The targets of Markdown's `[text](target)`.
  private static func links(in line: Substring) -> [String] {
    var links: [String] = []
    var rest = line
    while let start = rest.firstRange(of: "](") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: ")") else { break }
      links.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return links
  }

  /// The names by which headings can be linked to: lower case, hyphens for spaces, no punctuation.
  private static func anchors(in file: Repository.File) -> Set<String> {
    Set(
      prose(of: file).filter { $0.text.hasPrefix("#") }.map { line in
        let title = line.text.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return title.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }.map {
          $0 == " " ? "-" : String($0)
        }.joined()
      })
  }
}
