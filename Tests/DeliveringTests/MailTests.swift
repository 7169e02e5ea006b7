import Foundation
import Testing

@testable import Delivering

@Suite struct MailTests {
  static func mail(
    subject: String = "Hello", text: String = "Hello\n", fromName: String = "Leadline"
  ) -> Mail {
    Mail(
      from: "leads@example.com", fromName: fromName, to: "sales@example.org", subject: subject, text: text,
      id: "crs_812_3", at: 1_772_442_900)
  }

  /// What Python's parser of mails reads: subject, sender, body, and the headers' names.
  private func parsed(_ mail: Mail) async throws -> [String: String] {
    let program = """
      import sys, json
      from email import policy
      from email.parser import BytesParser
      message = BytesParser(policy=policy.default).parse(sys.stdin.buffer)
      print(json.dumps({"subject": message["subject"], "from": message["from"].addresses[0].display_name,
        "address": message["from"].addresses[0].addr_spec, "to": message["to"].addresses[0].addr_spec,
        "date": message["date"].datetime.isoformat(), "id": message["message-id"], "body": message.get_content().replace("\\r\\n", "\\n"),
        "names": ",".join(message.keys()), "defects": str(message.defects)}))
      """
    let outcome = try await Python.run(program, [], input: mail.data)
    return try JSONDecoder().decode([String: String].self, from: Data(outcome.output.utf8))
  }

  @Test(arguments: [
    ("Ada is now sql", "Plain text\nof two lines\n"),
    (
      "Überraschung: Größe Ä → sql 😀 und noch viel mehr, so dass es nicht auf eine einzige Zeile passt, sondern auf drei",
      "ÄÖÜ 😀\n"
    ),
    ("=?utf-8?B?x?= is not ours", ".\n..\n.dot at the start\n"),
    (
      "A subject that is plain but goes on for so long that it has to be folded into more than a single line of text",
      "= and =3D\n"
    ),
    ("short", String(repeating: "long line Ä ", count: 100) + "\n"),
    ("trailing", "space at the end \ntab at the end\t\n\n\nlast\n"),
  ])
  func whatIsWrittenIsWhatAParserReads(subject: String, text: String) async throws {
    let mail = Self.mail(subject: subject, text: text, fromName: "Müller & \"Co\"")
    let read = try await parsed(mail)
    #expect(read["subject"] == subject && read["body"] == text)
    #expect(read["from"] == "Müller & \"Co\"" && read["address"] == "leads@example.com")
    #expect(read["to"] == "sales@example.org" && read["id"] == "<crs_812_3@example.com>")
    #expect(read["date"] == "2026-03-02T09:15:00+00:00" && read["defects"] == "[]")
    // Every line is one that mail servers have to pass on.
    let lines = mail.data.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 } && !lines.contains { $0.contains("\n") || $0.contains("\r") })
    #expect(mail.data.utf8.allSatisfy { $0 < 0x80 } && mail.data.hasSuffix("\r\n"))
  }

  @Test(arguments: ["x\r\nBcc: all@example.com", "x\nBcc: all@example.com", "x\r\n\r\nbody", "x\u{0}\u{85}\u{2028}y"])
  func nothingThatPeopleTypedAddsAHeader(text: String) async throws {
    let read = try await parsed(Self.mail(subject: text, fromName: text))
    #expect(
      read["names"]
        == "From,To,Subject,Date,Message-ID,Auto-Submitted,MIME-Version,Content-Type,Content-Transfer-Encoding")
    #expect(read["body"] == "Hello\n")
    #expect(read["subject"]?.contains("\n") == false)
  }

  @Test func datesAreThoseOfTheCalendar() {
    #expect(Mail.date(0) == "Thu, 01 Jan 1970 00:00:00 +0000")
    #expect(Mail.date(951_782_400) == "Tue, 29 Feb 2000 00:00:00 +0000")
    #expect(Mail.date(1_772_442_900) == "Mon, 02 Mar 2026 09:15:00 +0000")
  }
}
