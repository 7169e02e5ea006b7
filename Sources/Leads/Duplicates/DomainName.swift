/// Names of domains, as they stand behind the `@` of an address and in the address of a website.
enum DomainName {
  /// Whether folded text has the form of a domain: labels with a dot between them, the last one not a number.
  static func isValid(_ text: ArraySlice<UInt8>) -> Bool {
    guard 4...253 ~= text.count else { return false }
    var labels = 0
    var last = text.startIndex..<text.startIndex
    var start = text.startIndex
    for index in text.startIndex...text.endIndex {
      if index < text.endIndex, text[index] != UInt8(ascii: ".") {
        if !isLabelByte(text[index]) { return false }
        continue
      }
      guard 1...63 ~= index - start, text[start] != UInt8(ascii: "-"), text[index - 1] != UInt8(ascii: "-") else {
        return false
      }
      labels += 1
      last = start..<index
      start = index + 1
    }
    return labels >= 2 && last.count >= 2 && !text[last].allSatisfy { 0x30...0x39 ~= $0 }
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }

  /// The domain of a website's address, folded, without `www.`; nil if there is none. Constant time: of an address only
  /// the first 512 bytes are looked at.
  ///
  ///     DomainName.ofWebsite("https://www.Acme.example/contact?x=1")   // "acme.example"
  static func ofWebsite(_ text: Span<UInt8>) -> [UInt8]? {
    let range = text.trimmedRange
    var folded: [UInt8] = []
    text.extracting(range.lowerBound..<min(range.upperBound, range.lowerBound + 512)).appendFolded(to: &folded)
    var rest = folded[...]
    for scheme in ["https://", "http://", "//"] where rest.starts(with: scheme.utf8) {
      rest = rest.dropFirst(scheme.utf8.count)
      break
    }
    rest = rest.prefix { byte in !"/?#:\\".utf8.contains(byte) }
    if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
    return isValid(rest) ? Array(rest) : nil
  }

  /// Whether a domain tells nothing of its user's company: a provider of mailboxes for everybody, or a platform on which
  /// people have pages.
  static func isShared(_ domain: ArraySlice<UInt8>) -> Bool {
    if sharedDomains.contains(Array(domain)) { return true }
    // `yahoo.co.uk`, `hotmail.fr`: the big ones have a domain in each country.
    let label = domain.prefix { $0 != UInt8(ascii: ".") }
    return sharedEverywhere.contains(Array(label)) && domain.count <= label.count + 7
  }

  private static let sharedEverywhere = words(
    "gmail googlemail yahoo ymail hotmail outlook live msn aol gmx yandex icloud")

  private static let sharedDomains = words(
    """
    me.com mac.com rocketmail.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io fastmail.com
    fastmail.fm hey.com zoho.com zohomail.com mail.com email.com usa.com inbox.com hushmail.com web.de t-online.de
    freenet.de arcor.de online.de posteo.de mailbox.org bluewin.ch hispeed.ch aon.at chello.at orange.fr wanadoo.fr free.fr
    laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it terra.es telefonica.net terra.com.br
    uol.com.br bol.com.br ig.com.br sapo.pt wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz abv.bg mail.ru bk.ru
    list.ru inbox.ru rambler.ru ya.ru ukr.net qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com yeah.net
    naver.com daum.net hanmail.net rediffmail.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net
    charter.net earthlink.net juno.com optonline.net frontier.com btinternet.com sky.com ntlworld.com virginmedia.com
    talktalk.net blueyonder.co.uk bigpond.com optusnet.com.au xtra.co.nz rogers.com shaw.ca telus.net sympatico.ca
    skynet.be telenet.be ziggo.nl kpnmail.nl planet.nl home.nl online.no telia.com mailinator.com
    linkedin.com facebook.com fb.com instagram.com twitter.com x.com xing.com youtube.com github.com github.io medium.com
    wordpress.com blogspot.com wixsite.com sites.google.com linktr.ee t.me wa.me google.com bit.ly
    """)

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
  }
}
