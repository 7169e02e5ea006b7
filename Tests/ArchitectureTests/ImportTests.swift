import Testing

/// Dependencies point down only, as the table of `ARCHITECTURE.md` has them.
@Suite struct ImportTests {
  /// What a module may import. Of several libraries of C each is the same one on another system.
  static let allowed: [String: Set<String>] = [
    "Leads": ["CZlib", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Conditions": ["Leads"],
    "Scoring": ["Conditions", "Leads", "Yams", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Profiling": ["Leads"],
    "Templates": [],
    "CXGBoost": [],
    "Statistics": ["Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"],
    "BoostedTrees": ["CXGBoost", "Statistics", "FoundationEssentials", "Glibc", "Musl", "Darwin"],
    "Learning": [
      "BoostedTrees", "Statistics", "Scoring", "Conditions", "Leads", "FoundationEssentials", "Glibc", "Musl", "Darwin",
    ],
    "Reports": ["Learning", "Statistics", "Profiling", "Scoring", "Conditions", "Leads", "Mustache"],
    "Tracking": ["Leads"],
    "Store": [],
    "StoreTesting": ["Store"],
    "SQLiteStore": ["Store", "GRDB", "GRDBSQLite", "Synchronization", "Glibc", "Musl", "Darwin"],
    "Service": [
      "Store", "Tracking", "Learning", "Statistics", "Scoring", "Conditions", "Leads", "Crypto", "Logging",
      "FoundationEssentials", "Synchronization", "Glibc", "Musl", "Darwin",
    ],
    "Delivering": [
      "Service", "Store", "Leads", "AsyncHTTPClient", "Crypto", "Foundation", "Logging", "NIOCore", "NIOHTTP1",
      "NIOPosix",
      "NIOSSL",
    ],
    "Web": [
      "Service", "Store", "Tracking", "Learning", "Scoring", "Conditions", "Leads", "Hummingbird", "HummingbirdCore",
      "Logging",
      "AsyncHTTPClient", "Crypto", "NIOCore", "NIOPosix", "NIOHTTPTypes", "ServiceLifecycle", "FoundationEssentials",
      "Synchronization", "Glibc", "Musl", "Darwin",
    ],
    "leadline": [
      "Web", "Delivering", "Service", "SQLiteStore", "Store", "Tracking", "ServiceLifecycle", "Logging",
      "Reports", "Profiling", "Templates", "Learning", "Statistics", "Scoring", "Conditions", "Leads", "ArgumentParser",
      "Foundation", "Dispatch",
      "Synchronization", "Glibc", "Musl",
      "Darwin",
    ],
  ]

  @Test func everyModuleImportsOnlyWhatTheTableAllows() throws {
    let files = Repository.files(in: "Sources", endingIn: ".swift")
    #expect(files.count > 50)
    for file in files {
      let allowed = try #require(Self.allowed[file.module], "\(file.module) is not in the table")
      for (number, line) in file.lines {
        guard let module = Self.imported(by: line) else { continue }
        #expect(allowed.contains(module), "\(file.path):\(number): \(file.module) may not import \(module)")
      }
    }
  }

  @Test(
    arguments: [
      ("import Leads", "Leads"), ("  @testable import Scoring", "Scoring"),
      ("import struct Foundation.Date", "Foundation"),
      ("@preconcurrency import Dispatch", "Dispatch"), ("public import Leads", "Leads"), ("// import Leads", nil),
      ("let important = 1", nil),
      ("import Foundation  // dates", "Foundation"),
    ] as [(Substring, String?)])
  func importLinesAreRecognised(line: Substring, module: String?) {
    #expect(Self.imported(by: line) == module)
  }

  /// The module that a line imports, or nil.
  static func imported(by line: Substring) -> String? {
    var words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"),
      words[..<place].allSatisfy({
        $0.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains($0)
      })
    else { return nil }
    words.removeSubrange(...place)
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
