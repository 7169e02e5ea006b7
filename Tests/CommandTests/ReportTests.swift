import Foundation
import Testing

@Suite struct ReportTests {
  static let hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>"

  private func program() throws -> Program {
    let program = try Program()
    try program.write("old.yaml", CompareCommandTests.model)
    try program.write("new.yaml", CompareCommandTests.model.replacingOccurrences(of: "points: 30", with: "points: 40"))
    try program.write(
      "leads.csv",
      CompareCommandTests.leads
        + "\n\"\(Self.hostile.replacingOccurrences(of: "\"", with: "\"\""))\",vp,20,2026-06-30,yes\n")
    return program
  }

  @Test(arguments: [
    ["score", "leads.csv", "--model", "old.yaml"],
    ["compare", "old.yaml", "new.yaml", "leads.csv", "--outcome", "won"],
    ["profile", "leads.csv"],
  ])
  func pagesAreWholeAndHarmless(arguments: [String]) throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(arguments + ["--as-of", "2026-07-01", "--report", "r.html"])
    #expect(run.code == 0, "\(run.errors)")
    let page = try program.read("r.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
    #expect(page.contains("</html>"))
    // Whatever a form let through is text here.
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(!page.contains("http:") && !page.contains("https:"))
  }

  @Test(arguments: [
    (["--report", "r.txt"], "must end in .html"), (["--report", "leads.csv"], "must end in .html"),
    (["--report", "no/such/r.html"], "r.html"),
  ])
  func whatCannotBeWrittenIsSaidFirst(arguments: [String], message: String) throws {
    let program = try program()
    defer { program.remove() }
    let run = try program.run(["score", "leads.csv", "--model", "old.yaml"] + arguments)
    #expect(run.code != 0 && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
