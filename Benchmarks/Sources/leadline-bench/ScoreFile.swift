import Foundation
import Leads
import Scoring

/// Writes scores as the oracle has them: a row for each lead by ascending id, without reasons.
enum ScoreFile {
  /// Writes all leads' scores, bands, matrix label and stage to a CSV file.
  static func write(_ scores: Scores, _ leads: LeadTable, to path: String) throws {
    let model = scores.model
    let banded = model.scores.indices.compactMap { model.bands(of: $0) }
    var heading = ["lead_id"] + model.scores.map(\.name) + banded.map { "\(model.scores[$0.score].name)_band" }
    heading += ["matrix", "stage"]
    var text = heading.joined(separator: ",") + "\n"
    for lead in leads.rowsByID() {
      var row = [leads.id(of: lead)]
      row += model.scores.indices.map { scores.score($0, of: lead).map(String.init) ?? "" }
      row += banded.map { scores.band($0, of: lead) ?? "" }
      row += [scores.matrix(of: lead) ?? "", scores.stageName(of: lead) ?? ""]
      text += row.joined(separator: ",") + "\n"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
