import Foundation
import TestSupport
import Testing

@testable import Tracking

/// The cursor against Foundation's parser: both take the same texts for JSON.
@Suite struct JSONCursorTests {
  private func accepts(_ bytes: [UInt8]) -> Bool {
    var cursor = JSONCursor(0..<bytes.count, bounds: JSONBounds(depth: 64, members: 512))
    cursor.skipSpace(bytes.span)
    guard (try? cursor.skipValue(bytes.span, depth: 0)) != nil, cursor.refusal == nil else { return false }
    cursor.skipSpace(bytes.span)
    return cursor.position == bytes.count && (!cursor.hasNonASCII || bytes.span.isUTF8(0..<bytes.count))
  }

  @Test(arguments: [
    "0", "-0", "1.5e+10", "[]", "{}", "[1,[2,{\"a\":null}]]", " true ", "\"\\ud83d\\ude00\"", "\"a\\/b\"", "1E400",
  ])
  func jsonIsAccepted(text: String) { #expect(accepts(Array(text.utf8)), "\(text)") }

  @Test(arguments: [
    "", " ", "01", "1.", ".5", "+1", "-", "1e", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "{'a':1}", "tru", "nul", "[1 2]",
    "{\"a\" 1}", "\"a", "\"\\x\"", "\"\\u12G4\"", "\"\t\"", "[}", "{\"a\":1]", "1 1", "//x", "NaN", "-Infinity",
    "\u{FEFF}1",
  ])
  func whatIsNoJSONIsNot(text: String) { #expect(!accepts(Array(text.utf8)), "\(text)") }

  @Test func chanceIsJudgedAsFoundationDoes() {
    let seed: UInt64 = 7
    var chance = SeededGenerator(seed: seed)
    var accepted = 0
    for round in 0..<20_000 {
      let bytes = MutationTests.mutated(
        Array(MutationTests.messages.randomElement(using: &chance)!.utf8), using: &chance)
      let ours = accepts(bytes)
      // Stricter by intent than Foundation: no NUL, nothing given twice.
      guard ours || !isRefused(bytes) else { continue }
      let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      // Foundation also guesses encodings, refuses halves of surrogate pairs, and takes a comma behind the last member.
      let isJudgedOtherwise = ["\\u", ",}"].contains { !bytes.ranges(of: Array($0.utf8)).isEmpty }
      if bytes.contains(0) || isJudgedOtherwise { continue }
      #expect(ours == theirs, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
      if ours { accepted += 1 }
    }
    #expect(accepted > 100)
  }

  private func isRefused(_ bytes: [UInt8]) -> Bool {
    var cursor = JSONCursor(0..<bytes.count, bounds: JSONBounds(depth: 64, members: 512))
    cursor.skipSpace(bytes.span)
    try? cursor.skipValue(bytes.span, depth: 0)
    return cursor.refusal != nil
  }
}
