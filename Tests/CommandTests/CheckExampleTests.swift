import Testing

/// What `leadline check` makes of the examples of a model.
@Suite struct CheckExampleTests {
  static let right = """
    examples:
      - name: A boss who looked at prices
        lead: { role: Boss, size: 100 }
        created: 29d
        events: [{ event: page_view, url: /pricing, ago: 3d, times: 2 }]
        expect: { fit: 55, engagement: 20, total: 75, stage: hot }

    """

  static let wrong = """
      - name: A clerk
        lead: { role: clerk, size: 100 }
        expect: { fit: 30, stage: cold }

    """

  @Test func examplesThatHoldAreListed() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model + Self.right)
    let run = try program.run("check", "m.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("    ok      A boss who looked at prices\n"), "\(run.output)")
    #expect(run.output.contains("m.yaml: no errors, no warnings"))
  }

  @Test func anExampleThatFailsIsWrongInput() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model + Self.right + Self.wrong)
    let run = try program.run("check", "m.yaml")
    #expect(run.code == 2)
    #expect(run.output.contains("    ok      A boss who looked at prices\n    failed  A clerk\n"), "\(run.output)")
    #expect(run.output.contains("m.yaml: 1 of 2 examples failed, no warnings"))
    #expect(
      run.errors == """
        m.yaml:27:15: error: the example "A clerk" expects fit 30, but it is 20
              expect: { fit: 30, stage: cold }
                        ^
          hint: it comes from: Big +20

        """, "\(run.errors)")
  }

  @Test func dataAreTriedAllTheSame() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model + Self.right + Self.wrong)
    try program.write("l.csv", Program.leads)
    try program.write("e.csv", Program.events)
    let run = try program.run("check", "m.yaml", "l.csv", "--events", "e.csv", "--as-of", "2026-07-01")
    #expect(run.code == 2)
    #expect(run.output.contains("tried on 3 leads"), "\(run.output)")
    #expect(run.errors.contains("the example \"A clerk\" expects fit 30"))
  }

  @Test(arguments: ["+02:00", "-05:00", "+14:00"]) func theTimeZoneDoesNotMatter(offset: String) throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model + Self.right)
    let run = try program.run("check", "m.yaml", "--utc-offset=\(offset)")
    #expect(run.code == 0, "\(run.errors)")
  }

  /// Whoever renames an event must not be kept from scoring by an example; `check` is there to say it.
  @Test func aMisspeltAttributeIsAnErrorOfTheCheckOnly() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model + Self.right.replacing("role:", with: "roel:"))
    try program.write("l.csv", Program.leads)
    let check = try program.run("check", "m.yaml")
    #expect(check.code == 2)
    #expect(check.errors.contains("no rule reads the attribute \"roel\", so it proves nothing"), "\(check.errors)")
    #expect(check.errors.contains("hint: did you mean role?"))
    #expect(try program.run("score", "l.csv", "--model", "m.yaml").code == 0)
  }
}
