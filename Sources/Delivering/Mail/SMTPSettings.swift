/// The server that mail is handed to, and who sends.
public struct SMTPSettings: Sendable, Hashable {
  /// How the connection is protected.
  public enum Security: String, Sendable, Hashable, CaseIterable {
    /// TLS from the first byte, as a rule on port 465.
    case tls
    /// TLS after a greeting, as a rule on port 587; without it nothing is sent.
    case startTLS = "starttls"
    /// None: for a server on the same machine.
    case none
  }

  /// The server's name or address.
  public var host: String
  /// Its port.
  public var port: Int
  /// How the connection is protected.
  public var security: Security
  /// Who signs in; nil for nobody.
  public var user: String?
  /// With which password.
  public var password: String?
  /// The address that mail comes from.
  public var from: String
  /// The name that mail comes from; empty for none.
  public var fromName: String
  /// What the server calls itself when it says hello.
  public var helloName: String
  /// PEM file of certificates that are trusted besides those of the system; nil for none.
  public var trustedCertificates: String?
  /// How long a mail may take, in seconds.
  public var timeoutSeconds: Int

  /// A server.
  public init(
    host: String, port: Int, security: Security, user: String? = nil, password: String? = nil, from: String,
    fromName: String = "Leadline", helloName: String = "localhost", trustedCertificates: String? = nil,
    timeoutSeconds: Int = 30
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.password = password
    self.from = from
    self.fromName = fromName
    self.helloName = helloName
    self.trustedCertificates = trustedCertificates
    self.timeoutSeconds = timeoutSeconds
  }
}

/// Why a mail was not taken.
public struct SMTPProblem: Error, Sendable, Hashable {
  /// In words; without what the server said, which may hold addresses.
  public var message: String
  /// Whether trying again is in vain: the receiver or the mail itself was refused.
  public var isFinal: Bool

  init(_ message: String, isFinal: Bool = false) {
    self.message = message
    self.isFinal = isFinal
  }
}
