import Foundation
import Leads
import Learning

/// A learned model's file.
struct LearnedFile {
  let path: String
  let model: LearnedModel
  /// Names its content.
  let checksum: String

  /// The largest file that is read.
  private static let limit = 256 << 20

  /// Reads the file; says clearly if it is none, damaged, or newer.
  init(path: String) throws {
    self.path = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileProblem(path, "there is no such file")
    }
    guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
      throw FileProblem(path, "cannot be read", isFailure: !isFolder.boolValue)
    }
    let data = try file.read(upToCount: Self.limit + 1) ?? Data()
    guard data.count <= Self.limit else { throw FileProblem(path, "the file is larger than 256 MiB") }
    do {
      (model, checksum) = try LearnedModelFile.contents(of: [UInt8](data))
    } catch LearnedModelFile.Problem.notLearned {
      throw FileProblem(
        path, "this is not a learned model", hint: "leadline train LEADS --outcome COLUMN --out FILE.learned makes one")
    } catch LearnedModelFile.Problem.newer(let version) {
      throw FileProblem(
        path, "this learned model has version \(version), and this program reads up to \(LearnedModelFile.version)",
        hint: "use a newer leadline, or train again")
    } catch LearnedModelFile.Problem.damaged(let what) {
      throw FileProblem(path, "this learned model is damaged: \(what)", hint: "copy it again, or train again")
    }
  }
}
