import Foundation
import Leads
import Learning
import Scoring

/// A model file and its text, which messages about the model show.
struct ModelFile {
  let path: String
  let text: String
  let model: ScoringModel

  /// Reads and checks a model file; throws `ModelIssues` with all that is wrong.
  init(path: String, utcOffset: Int64) throws {
    self.path = path
    text = try Self.text(atPath: path)
    let folder = (path as NSString).deletingLastPathComponent
    /// What `read` gives for a file that the model names, from where the model stands.
    func named<Content>(_ file: String, _ read: (String) throws -> Content) throws -> Content {
      do {
        return try read(file.hasPrefix("/") ? file : (folder as NSString).appendingPathComponent(file))
      } catch let problem as FileProblem {
        throw ModelIssue(problem.message, hint: problem.hint)
      }
    }
    model = try ModelReader.model(
      from: text, path: path, utcOffset: utcOffset, listFile: { try named($0, Self.text) },
      learnedFile: { file in
        let learned = try named(file) { try LearnedFile(path: $0) }
        return learned.model.source(file: file, checksum: learned.checksum)
      })
  }

  /// A file's text. Throws a `FileProblem` if it is none.
  static func text(atPath path: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileProblem(path, "there is no such file")
    }
    if isFolder.boolValue { throw FileProblem(path, "this is a folder, not a file") }
    // Read as a stream, so that a pipe will do.
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw FileProblem(path, "cannot be read", isFailure: true)
    }
    let data = try file.read(upToCount: (16 << 20) + 1) ?? Data()
    guard data.count <= 16 << 20 else { throw FileProblem(path, "the file is larger than 16 MiB") }
    guard let text = String(validating: data, as: UTF8.self), !text.utf8.contains(0) else {
      throw FileProblem(path, "this is not a text in UTF-8", hint: "save it as UTF-8")
    }
    // A byte-order mark, and the line ends of Windows.
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    return plain.contains("\r\n") ? plain.replacingOccurrences(of: "\r\n", with: "\n") : plain
  }

  /// The model's issues with these, shown with their lines.
  func issues(_ issues: [ModelIssue]) -> ModelIssues { ModelIssues(path: path, text: text, issues: issues) }

  /// Whether leads and events read for this model serve the other too: nothing is read as two types, and the same
  /// texts are missing.
  func sharesColumns(with other: ModelFile) -> Bool {
    func agree(_ a: [Attribute], _ b: [Attribute]) -> Bool {
      let types = Dictionary(a.map { ($0.name, $0.type) }) { first, _ in first }
      return b.allSatisfy { attribute in
        guard let type = types[attribute.name] else { return true }
        // As a text an attribute is known exactly where it is for whom only that matters; as a number it may not be.
        return type == attribute.type || Set([type, attribute.type]) == [.any, .text]
      }
    }
    return model.placeholders == other.model.placeholders && model.vocabulary == other.model.vocabulary
      && agree(model.attributes, other.model.attributes) && agree(model.properties, other.model.properties)
  }
}
