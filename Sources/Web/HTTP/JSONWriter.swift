import Hummingbird
import NIOCore
import Tracking

/// Writes JSON, byte by byte and without reflection.
///
///     var json = JSONWriter()
///     json.object { $0.member("accepted", 3) }
///     json.buffer                                  // {"accepted":3}
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var needsComma = false

  /// What was written.
  var buffer: ByteBuffer { ByteBuffer(bytes: bytes) }

  /// An object, whose members `content` writes.
  mutating func object(_ content: (inout JSONWriter) -> Void) { nest("{", "}", content) }

  /// An array, whose elements `content` writes.
  mutating func array(_ content: (inout JSONWriter) -> Void) { nest("[", "]", content) }

  private mutating func nest(_ open: StaticString, _ close: StaticString, _ content: (inout JSONWriter) -> Void) {
    separate()
    append(open)
    needsComma = false
    content(&self)
    append(close)
    needsComma = true
  }

  /// A member that is a text.
  mutating func member(_ name: String, _ value: String) {
    self.name(name)
    JSONText.append(value, to: &bytes)
  }

  /// A member that is a whole number.
  mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    bytes += String(value).utf8
  }

  /// A member that is a whole number.
  mutating func member(_ name: String, _ value: Int64) { member(name, raw: String(value)) }

  /// A member whose value is JSON already.
  mutating func member(_ name: String, raw json: String) {
    self.name(name)
    bytes += json.utf8
  }

  /// A member whose value `content` writes.
  mutating func member(_ name: String, nesting content: (inout JSONWriter) -> Void) {
    self.name(name)
    needsComma = false
    content(&self)
    needsComma = true
  }

  /// A member that is an array, each of whose elements `content` writes.
  mutating func member<Elements: Sequence>(
    _ name: String, array elements: Elements, _ content: (inout JSONWriter, Elements.Element) -> Void
  ) {
    member(
      name,
      nesting: { json in
        json.array { json in
          for element in elements { content(&json, element) }
        }
      })
  }

  /// An element that is a text.
  mutating func value(_ value: String) {
    separate()
    JSONText.append(value, to: &bytes)
  }

  /// An element that is a whole number.
  mutating func value(_ value: Int64) {
    separate()
    bytes += String(value).utf8
  }

  /// An answer with what was written.
  func response(_ status: HTTPResponse.Status = .ok) -> Response {
    Response(status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: buffer))
  }

  /// A member that is true or false.
  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    append(value ? "true" : "false")
  }

  /// A member that is an array of problems, whose positions are called `place`.
  mutating func member(_ name: String, _ problems: [TrackingProblem], place: String) {
    member(name, array: problems) { json, problem in
      json.object { json in
        if let index = problem.index { json.member(place, index) }
        json.member("message", problem.message)
      }
    }
  }

  private mutating func name(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
