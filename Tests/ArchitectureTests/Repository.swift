import Foundation
import Testing

/// The files of this repository, as they stand on disk.
struct Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A text file.
  struct File: CustomTestStringConvertible {
    /// The path from the root.
    var path: String
    var text: String

    var testDescription: String { path }

    /// The lines, with their numbers from 1.
    var lines: [(number: Int, text: Substring)] {
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
    }

    /// The folder's name below `Sources`.
    var module: String { String(path.split(separator: "/")[1]) }
  }

  /// The files below a folder whose names end so, by path; what is built or generated left out.
  static func files(in folder: String = "", endingIn suffix: String) -> [File] {
    let start = folder.isEmpty ? root : root.appending(path: folder)
    guard let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil) else { return [] }
    var files: [File] = []
    for case let url as URL in all {
      let name = url.lastPathComponent
      if [".build", ".git", ".work", ".venv", "demo"].contains(name) || name.hasPrefix(".build") {
        all.skipDescendants()
        continue
      }
      guard name.hasSuffix(suffix), let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      files.append(
        File(path: String(url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count + 1)), text: text))
    }
    return files.sorted { $0.path < $1.path }
  }
}
