/// Programs that are no people, by what they call themselves.
///
/// The names are those that the programs' makers publish: crawlers of search engines and models, previews of links in
/// chats, mail gateways that open what they scan, monitors, and the libraries that programs make requests with. A
/// program that calls itself a browser is not found here; its haste may give it away (`EventLabelling`).
public enum UserAgents {
  /// Whether a program of this name is none that a person sits in front of.
  ///
  /// O(length of the text). An unnamed program is not taken for anything.
  public static func isProgram(_ userAgent: String) -> Bool {
    let text = userAgent.lowercased()
    if text.utf8.allSatisfy({ $0 <= 0x20 }) { return false }
    return words.contains(where: text.contains) || prefixes.contains(where: text.hasPrefix)
  }

  /// What crawlers, previews, scanners and monitors have in their names, in small letters.
  private static let words: [String] =
    // Search engines and others that read the web. "bot" alone stands in the name of a telephone ("Cubot").
    [
      "googlebot", "adsbot-google", "mediapartners-google", "google-inspectiontool", "googleother", "google-read-aloud",
      "feedfetcher-google", "bingbot", "bingpreview", "msnbot", "adidxbot", "yandexbot", "yandeximages", "baiduspider",
      "duckduckbot", "duckassistbot", "applebot", "slurp", "sogou", "exabot", "petalbot", "bytespider", "seznambot",
      "qwantify", "ia_archiver", "archive.org_bot", "ahrefsbot", "semrushbot", "mj12bot", "dotbot", "rogerbot",
      "screaming frog", "dataforseobot", "blexbot", "serpstatbot", "sitebulb", "amazonbot", "ccbot", "gptbot",
      "chatgpt-user", "oai-searchbot", "claudebot", "claude-web", "anthropic-ai", "perplexitybot", "cohere-ai",
      "meta-externalagent", "facebookbot", "diffbot", "imagesiftbot", "omgili", "youbot", "crawler", "spider/",
    ]
    // Previews of links.
    + [
      "facebookexternalhit", "facebookcatalog", "twitterbot", "linkedinbot", "slackbot", "slack-imgproxy",
      "discordbot", "telegrambot", "whatsapp/", "skypeuripreview", "pinterestbot", "redditbot", "embedly", "iframely",
      "vkshare", "mastodon/", "outbrain", "quora link preview", "bitlybot", "flipboardproxy",
    ]
    // Mail: gateways and scanners, and proxies that fetch images before anybody opens a mail.
    + [
      "barracudacentral", "barracuda sentinel", "proofpoint", "urldefense", "mimecast", "messagelabs", "fireeye",
      "forcepoint", "trendmicro", "trend micro", "sophos", "symantec", "cisco-ironport", "ironport", "fortiguard",
      "fortimail", "zscaler", "checkpoint", "cloudmark", "spamassassin", "mailguard", "vadesecure", "safelinks",
      "microsoft office existence discovery", "ms-office; microsoft outlook/link", "virustotal", "urlscan.io",
      "safebrowsing", "phishtank", "netcraft",
    ]
    // Monitors and browsers without a screen.
    + [
      "uptimerobot", "pingdom", "statuscake", "site24x7", "newrelicpinger", "datadog/synthetics", "datadogsynthetics",
      "betteruptime", "better uptime", "checkly", "hetrixtools", "google-stackdriver", "gtmetrix", "chrome-lighthouse",
      "pagespeed", "headlesschrome", "phantomjs", "slimerjs", "electron-fetch", "puppeteer", "playwright", "selenium",
      "cypress",
    ]

  /// Libraries and tools that make requests: their names come first.
  private static let prefixes: [String] = [
    "curl/", "wget/", "libcurl", "python-requests/", "python-urllib", "python-httpx/", "python/", "aiohttp/", "urllib",
    "go-http-client/", "java/", "apache-httpclient/", "okhttp/", "jersey/", "ruby", "faraday", "rest-client/",
    "php/", "guzzlehttp/", "symfony httpclient", "perl", "libwww-perl/", "lwp::", "lwp-", "node-fetch/", "node",
    "undici", "axios/", "got (", "superagent/", "postmanruntime/", "insomnia/", "httpie/", "dart/", "reqwest/",
    "hyper/", "scrapy/", "winhttp", "microsoft-cryptoapi", "microsoft url control", "java-http-client/", "nutch",
  ]
}
