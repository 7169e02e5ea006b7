import Testing

/// What the sources do not have.
@Suite struct SourceTests {
  static let longestFile = 450

  /// Shortcuts that a reader would have to trust.
  static let forbidden = ["try!", "fatalError(", "@unchecked Sendable", "nonisolated(unsafe)", "TODO", "FIXME"]

  @Test func filesAreShort() {
    for folder in ["Sources", "Tests", "Benchmarks/Sources", "Fuzz/Sources"] {
      for file in Repository.files(in: folder, endingIn: ".swift") {
        #expect(file.lines.count <= Self.longestFile + 1, "\(file.path) has \(file.lines.count) lines")
      }
    }
  }

  @Test(arguments: forbidden)
  func sourcesAreWithout(shortcut: String) {
    for file in Repository.files(in: "Sources", endingIn: ".swift") {
      for (number, line) in file.lines where line.contains(shortcut) {
        Issue.record("\(file.path):\(number) has \(shortcut)")
      }
    }
  }

  /// No folder is a drawer for whatever fits nowhere else.
  @Test func foldersAreNamedForWhatTheyOwn() {
    let drawers: Set<Substring> = ["Utilities", "Utils", "Helpers", "Common", "Misc", "New", "V2", "Extensions"]
    for file in Repository.files(in: "Sources", endingIn: ".swift") {
      for folder in file.path.split(separator: "/").dropLast() {
        #expect(!drawers.contains(folder), "\(file.path)")
      }
    }
  }

  /// Leads, Conditions and Scoring have no clock, no chance and print nothing: the moment is an argument.
  @Test(arguments: [
    "Date(", "Date.now", ".now", "random(", "SystemRandomNumberGenerator", "print(", "ProcessInfo", "getenv",
  ])
  func theLibraryIsPure(effect: String) {
    for module in ["Leads", "Conditions", "Scoring"] {
      for file in Repository.files(in: "Sources/\(module)", endingIn: ".swift") {
        for (number, line) in file.lines {
          let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
          guard let place = code.firstRange(of: effect) else { continue }
          // `description.print(` and `asOf.now` are other things than the bare word.
          let before = place.lowerBound == code.startIndex ? " " : code[code.index(before: place.lowerBound)]
          let isWord = effect.hasPrefix(".") || !(before.isLetter || before.isNumber || before == "_")
          if isWord { Issue.record("\(file.path):\(number) has \(effect)") }
        }
      }
    }
  }
}
