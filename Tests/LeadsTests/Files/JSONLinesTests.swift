import Testing

@testable import Leads

struct JSONLinesTests {
  /// The text that a value of JSON is read as, between other members.
  private func text(_ json: String) throws -> String? {
    let read = try readLeads("{\"id\":1,\"note\":\(json),\"last\":\"x\"}\n", [.text("note"), .text("last")])
    #expect(read.rejects.isEmpty, "\(read.reasons)")
    #expect(read.texts("last") == ["x"])
    return read.texts("note").first
  }

  // MARK: Values

  @Test(arguments: [
    ("\"a\"", "a"), ("\"\"", ""), ("5", "5"), ("-1.5e3", "-1.5e3"), ("true", "true"), ("false", "false"), ("null", ""),
    ("[1,[2,{\"a\":\"]\"}]]", ""), ("[]", ""), ("\"ä😀\"", "ä😀"), (" \"a\" ", "a"), ("\"a,b}\"", "a,b}"),
  ])
  func readsAValue(json: String, value: String) throws {
    #expect(try text(json) == value)
  }

  @Test(arguments: [
    ("\\n", "\n"), ("\\t", "\t"), ("\\r", "\r"), ("\\b", "\u{8}"), ("\\f", "\u{C}"), ("\\\"", "\""), ("\\\\", "\\"),
    ("\\/", "/"), ("\\u0041", "A"), ("\\u00e9", "é"), ("\\u20AC", "€"), ("\\u0000", "\0"), ("\\ud83d\\ude00", "😀"),
    ("\\ud83d", "\u{FFFD}"), ("\\ude00", "\u{FFFD}"), ("\\ud83dx", "\u{FFFD}x"), ("\\ud83d\\u0041", "\u{FFFD}A"),
    ("\\ud83d\\n", "\u{FFFD}\n"), ("\\ude00\\ud83d", "\u{FFFD}\u{FFFD}"),
  ])
  func readsAnEscape(escape: String, value: String) throws {
    #expect(try text("\"\(escape)\"") == value)
    #expect(try text("\"a\(escape)b\(escape)\"") == "a\(value)b\(value)")
  }

  // MARK: Members

  @Test func membersMayComeInAnyOrderOrNotAtAll() throws {
    let read = try readLeads(
      """
      {"id":1,"note":"a","size":5}
      {"size":6,"id":2}

      {"note":"c","other":[1],"id":3}
      """, [.text("note"), Attribute("size", .number)])
    #expect(read.ids == ["1", "2", "3"])
    #expect(read.values("note") == [.text("a"), .missing, .text("c")])
    #expect(read.values("size") == [.number(5), .number(6), .missing])
  }

  @Test func aMemberMayAppearLateInTheFile() throws {
    var text = ""
    for row in 0..<1500 { text += "{\"id\":\(row)}\n" }
    text += "{\"id\":\"last\",\"note\":\"late\",\"Work Email\":\"a@x.de\"}\n"
    let file = try TemporaryFile(text)
    let leads = try LeadFile(path: file.path)
    #expect(try leads.has("note"))
    #expect(leads.heading.columns == ["id"])
    let table = try leads.read([.text("note"), .text("email")], settings: ReadingSettings(), rejects: RejectLog())
    #expect(table.value("note", of: 1500) == .text("late"))
    #expect(table.value("email", of: 1500) == .text("a@x.de"))
    #expect(table.value("note", of: 0) == .missing)
  }

  @Test func nestedMembersGoByTheirPath() throws {
    let read = try readLeads(
      "{\"id\":1,\"company\":{\"size\":5,\"address\":{\"city\":\"Ulm\"}}}\n",
      [Attribute("company.size", .number), .text("company_address_city")])
    #expect(read.values("company.size") == [.number(5)])
    #expect(read.values("company_address_city") == [.text("Ulm")])
  }

  @Test(arguments: ["properties", "traits", "attributes"])
  func membersOfWrappersGoByTheirOwnNames(wrapper: String) throws {
    let read = try readLeads("{\"\(wrapper)\":{\"note\":\"a\"},\"id\":1}\n", [.text("note")])
    #expect(read.texts("note") == ["a"])
  }

  @Test func aMemberOfTheObjectGoesBeforeOneInAWrapper() throws {
    let read = try readLeads(
      """
      {"id":1,"note":"own","properties":{"note":"inner","id":8}}
      {"properties":{"note":"inner","id":9},"note":"own","id":2}
      {"properties":{"note":"inner","id":3}}
      """, [.text("note")])
    #expect(read.ids == ["1", "2", "3"])
    #expect(read.texts("note") == ["own", "own", "inner"])
  }

  @Test func theFirstOfTwoEqualMembersCounts() throws {
    let read = try readLeads(
      "{\"id\":1,\"note\":\"a\",\"note\":\"b\"}\n{\"id\":2,\"Note\":null,\"note\":\"b\"}\n", [.text("note")])
    #expect(read.texts("note") == ["a", "b"])
  }

  @Test func oneMemberMayBeIdAndAttribute() throws {
    let read = try readLeads("{\"email\":\"a@x.de\"}\n{\"email\":\"b@x.de\"}\n", [.text("email")])
    #expect(read.ids == ["a@x.de", "b@x.de"])
    #expect(read.texts("email") == read.ids)
  }

  @Test func membersOfEverNewNamesAreNotRemembered() throws {
    var text = ""
    for row in 0..<60 {
      text +=
        "{\"id\":\(row)," + (0..<250).map { "\"k\(row * 250 + $0)\":1" }.joined(separator: ",") + ",\"note\":\"n\"}\n"
    }
    let read = try readLeads(text, [.text("note"), Attribute("k14999", .number)])
    #expect(read.texts("note") == Array(repeating: "n", count: 60))
    #expect(read.values("k14999").last == .number(1))
  }

  // MARK: Lines that are none

  @Test(arguments: [
    ("{\"id\":2", "expected ',' or '}'"), ("{\"id\":2}}", "there is text behind the object"),
    ("{\"id\":2} {}", "there is text behind the object"), ("[1,2]", "expected an object {...}"),
    ("id,note", "expected an object {...}"), ("{id:2}", "expected a name in double quotes"),
    ("{\"id\" 2}", "expected ':' behind a name"), ("{\"id\":}", "expected a value"),
    ("{\"id\":", "the line ends where a value should be"), ("{\"id\":\"2}", "a text is not closed"),
    ("{\"id\":\"\\x\"}", "a text is not closed"), ("{\"id\":\"\\u00g0\"}", "a text is not closed"),
    ("{\"id\":\"\\", "a text is not closed"), ("{\"id\":2,}", "expected a name in double quotes"),
    ("{\"a\":[1,2,\"id\"", "an array is not closed"), ("{\"id\":nul}", "expected a value"),
    ("{\"id\":NaN}", "expected a value"), ("{'id':2}", "expected a name in double quotes"),
  ])
  func aBadLineIsRejectedAndTheOthersAreRead(line: String, message: String) throws {
    let read = try readLeads("{\"id\":1}\n\(line)\r\n\n{\"id\":3}", blockSize: 64)
    #expect(read.ids == ["1", "3"])
    #expect(read.rejects.count == 1)
    #expect(read.rejects.first?.line == 2)
    #expect(read.rejects.first?.record == line)
    guard case .notJSON(let found, _)? = read.rejects.first?.reason else { return }
    #expect(found == message)
  }

  @Test func objectsNestUpToALimit() throws {
    func nested(_ depth: Int) -> String {
      "{\"id\":2,\"a\":" + String(repeating: "{\"a\":", count: depth - 1) + "1" + String(repeating: "}", count: depth)
    }
    #expect(try readLeads("{\"id\":1}\n" + nested(64)).ids == ["1", "2"])
    let read = try readLeads("{\"id\":1}\n" + nested(65) + "\n" + String(repeating: "{\"a\":", count: 100_000))
    #expect(read.ids == ["1"])
    #expect(read.rejects.count == 2)
  }

  @Test func arraysNestUpToALimit() throws {
    func nested(_ depth: Int) -> String {
      "{\"id\":2,\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(try readLeads("{\"id\":1}\n" + nested(64)).ids == ["1", "2"])
    #expect(
      try readLeads("{\"id\":1}\n" + nested(65)).reasons == [
        "2: not a JSON object: values nest deeper than 64 (byte 78)"
      ])
  }

  @Test func aRejectHasTheLineAsItWasWritten() throws {
    let line = "{\"note\":\"\\u0041\\n\",\"id\":null}"
    #expect(try readLeads("{\"id\":1}\n\(line)\n").rejects.map(\.record) == [line])
  }

  @Test func resultsDoNotDependOnThreadsOrBlocks() throws {
    var text = ""
    for row in 0..<300 {
      switch row % 7 {
      case 3: text += "{\"id\":\(row / 2),\"note\":\"again\"}\n"
      case 5: text += "not JSON \(row)\n"
      case 6: text += "{\"note\":\"\\u00e9 \(row % 5)\",\"id\":\"x\(row)\"}\n"
      default: text += "{\"id\":\(row),\"note\":\"n\(row % 11)\"}\n"
      }
    }
    let expected = try readLeads(text, [.text("note")])
    for blockSize in [64, 100, 1000] {
      for threads in 1...3 {
        let read = try readLeads(
          text, [.text("note")], blockSize: blockSize, settings: ReadingSettings(threads: threads))
        #expect(read.ids == expected.ids)
        #expect(read.reasons == expected.reasons)
        #expect(read.texts("note") == expected.texts("note"))
      }
    }
  }
}
