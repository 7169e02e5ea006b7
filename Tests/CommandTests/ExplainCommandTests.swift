import Testing

@Suite struct ExplainCommandTests {
  @Test func everyPointIsExplainedAndTheNearestWayUpIsSaid() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    let arguments = ["explain", "l.csv", "--events", "e.csv", "--model", "m.yaml", "--as-of", "2026-07-01", "--lead"]
    let nine = try program.run(arguments + ["9"])
    #expect(nine.code == 0, "\(nine.errors)")
    #expect(nine.output.contains("Demo, 30 days ago"))
    // 40 points are there; two page views of the pricing page (10 each) make 60, which is hot.
    #expect(
      nine.output.contains("2 more page views (url /pricing) today would make this lead hot (total 40 to 60)"),
      "\(nine.output)")
    let ten = try program.run(arguments + ["10"])
    #expect(!ten.output.contains("nearest way up"))
    let unknown = try program.run(arguments + ["12"])
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("there is no lead \"12\""))
  }
}
