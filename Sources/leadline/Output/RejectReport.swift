import Leads

extension [RejectLog] {
  /// Says on standard error what could not be used, by kind.
  ///
  /// - Parameter file: where all of them stand, if they were written.
  func report(file: String?) {
    for category in flatMap(\.categories) {
      let first = category.examples[0]
      let kind = category.keepsRecord ? "note" : "rejected"
      Terminal.writeError(
        "\(kind): \(first.path): \(category.count.formatted()) × \(category.name), first on line \(first.line): \(first.reason.description)"
      )
    }
    if let file, contains(where: { !$0.categories.isEmpty }) {
      Terminal.writeError("      all of them, with line and reason, are in \(file)")
    }
  }
}
