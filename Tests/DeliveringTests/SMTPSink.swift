import Foundation

/// A mail server on this machine, written in Python with aiosmtpd, that keeps what it is given.
final class SMTPSink: Sendable {
  struct Received: Decodable {
    var from: String
    var to: [String]
    var data: String
    var isProtected: Bool
    var user: String?
  }

  enum Mode: String, Sendable { case plain, starttls, tls }

  let port: Int
  /// The certificate that the server shows.
  let certificate: String
  private let process: Process
  private let folder: URL

  /// Starts a server; `refusing` is a receiver whom it does not take.
  static func started(
    _ mode: Mode, user: String? = nil, password: String = "", refusing: String = ""
  ) async throws -> SMTPSink {
    try await Python.blocking { try SMTPSink(mode, user: user, password: password, refusing: refusing) }
  }

  private init(_ mode: Mode, user: String? = nil, password: String = "", refusing: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "leadline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "cert.pem").path
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program, mode.rawValue, user ?? "", password, refusing, folder.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let lines = output.fileHandleForReading
    var text = ""
    while !text.hasSuffix("\n") {
      let data = lines.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    port = Int(text.dropLast()) ?? 0
  }

  deinit {
    // Not waited for: that would hold up a thread that other tests need.
    process.terminate()
    try? FileManager.default.removeItem(at: folder)
  }

  /// What was received so far.
  var received: [Received] {
    get throws {
      let file = folder.appending(path: "received.jsonl")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
      return try text.split(separator: "\n").map { try JSONDecoder().decode(Received.self, from: Data($0.utf8)) }
    }
  }

  private static let program = """
    import asyncio, json, ssl, subprocess, sys
    from aiosmtpd.smtp import SMTP, AuthResult
    mode, user, password, refusing, folder = sys.argv[1:]
    context = None
    if mode != "plain":
      subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem"],
        check=True, stderr=subprocess.DEVNULL)
      context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
      context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    class Handler:
      async def handle_RCPT(self, server, session, envelope, address, options):
        if address == refusing: return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"
      async def handle_DATA(self, server, session, envelope):
        protected = mode == "tls" or session.ssl is not None
        login = session.auth_data.login.decode() if session.authenticated else None
        with open(folder + "/received.jsonl", "a") as file:
          file.write(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos,
            "data": envelope.content.decode("ascii"), "isProtected": protected, "user": login}) + "\\n")
        return "250 OK"
    def check(server, session, envelope, mechanism, data):
      known = data.login.decode() == user and data.password.decode() == password
      return AuthResult(success=known, handled=known, auth_data=data)
    def make():
      return SMTP(Handler(), hostname="sink", tls_context=context if mode == "starttls" else None,
        require_starttls=mode == "starttls", auth_required=bool(user), auth_require_tls=mode == "starttls",
        authenticator=check if user else None, loop=asyncio.get_running_loop())
    async def main():
      server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, ssl=context if mode == "tls" else None)
      print(server.sockets[0].getsockname()[1], flush=True)
      await asyncio.sleep(600)
    asyncio.run(main())
    """
}
