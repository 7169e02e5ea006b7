import Testing

@Suite struct CheckCommandTests {
  /// A model with one of each thing that is legal but doubtful.
  static let doubtful = """
    leadline: 1
    scores:
      fit:
        range: 0..100
        groups: { role: { max: 10 } }
        rules:
          - { name: Boss, group: role, when: "role = 'boss'", points: 30 }
          - { name: Boss or clerk, when: "role in ('boss', 'clerk')", points: 30 }
          - { name: Wizard, when: "role = 'wizard'", points: 40 }
      engagement:
        range: 0..40
        rules:
          - { name: Opens, on: email_open, points: 40 }
      total: { range: 0..140, sum: { fit: 1, engagement: 1 } }
    bands:
      engagement: { hot: 50, cold: }
    stages:
      - { name: sales, when: total >= 40, leave: total < 0 }
      - { name: never, when: total < 0 }
      - { name: cold }
    """

  @Test func doubtfulModelsAreWarnedOf() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Self.doubtful)
    let run = try program.run("check", "m.yaml")
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "m.yaml:7: warning: the rule \"Boss\" gives 30, of which the limit of the group role always cuts all above 10"))
    #expect(run.output.contains("whenever the rule \"Boss\" holds, \"Boss or clerk\" (line 8) holds too"))
    #expect(run.output.contains("of what \"total\" can reach comes from what leads are"))
    #expect(
      run.output.contains("nobody can reach the band hot of \"engagement\": it starts at 50, and the score ends at 40"))
    #expect(run.output.contains("nobody can reach the stage never"))
    #expect(run.output.contains("nobody can fall out of the stage sales: total < 0 never holds"))
    #expect(run.output.contains("email_open alone, repeated, makes a lead sales"))
  }

  @Test func rulesThatNeverFireAreWarnedOf() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Self.doubtful)
    try program.write("l.csv", Program.leads)
    let run = try program.run("check", "m.yaml", "l.csv", "--as-of", "2026-07-01")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("the rule \"Wizard\" gives nothing to any of the 3 leads"))
    // Without events nothing is known of the rules about them.
    #expect(!run.output.contains("the rule \"Opens\" gives nothing"))
  }

  @Test func aSoundModelHasNoWarnings() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("m.yaml", Program.model)
    let run = try program.run("check", "m.yaml")
    #expect(run.code == 0)
    #expect(run.output.contains("m.yaml: no errors, no warnings"), "\(run.output)")
  }
}
