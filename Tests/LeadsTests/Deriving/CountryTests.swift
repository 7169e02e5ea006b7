import Testing

@testable import Leads

@Suite struct CountryTests {
  @Test(arguments: [
    ("Germany", "DE"), ("GERMANY ", "DE"), ("Deutschland", "DE"), ("de", "DE"), ("DEU", "DE"), ("U.S.A.", "US"),
    ("Oesterreich", "AT"), ("Côte d’Ivoire", "CI"), ("cote d'ivoire", "CI"), ("Korea (South)", "KR"),
    ("Korea, Republic of", "KR"), ("Bosnia & Herzegovina", "BA"), ("Россия", "RU"), ("日本", "JP"), ("Ελλάδα", "GR"),
    ("Georgia", "GE"), ("CA", "CA"), ("Scotland", "GB"), ("Tu\u{308}rkei", "TR"), ("\"Spain\"", "ES"),
  ])
  func namesAndCodes(text: String, code: String) {
    #expect(derived(.country, text) == code)
  }

  @Test(arguments: [
    ("Berlin, Germany", "DE"), ("Germany (DE)", "DE"), ("DE - Germany", "DE"), ("10115 Berlin Germany", "DE"),
    ("Atlanta, Georgia, USA", "US"), ("Austin, TX", "US"), ("Toronto, Ontario, CA", "CA"), ("San Francisco, CA", ""),
    ("France, Germany", ""), ("France / Germany", ""), ("UK & Ireland", ""), ("Latin America", ""), ("Congo", ""),
  ])
  func placesWithTheirCountry(text: String, code: String) {
    #expect(derived(.country, text) == code)
  }

  @Test(arguments: [
    ("Germny", "DE"), ("Switzerlnd", "CH"), ("Untied States", "US"), ("Itlay", "IT"), ("Slovania", ""), ("Spainn", ""),
    ("Irap", ""), ("Nether", ""), ("Xyzzyland", ""),
  ])
  func slipsAreForgivenWhereOneCountryIsMeant(text: String, code: String) {
    #expect(derived(.country, text) == code)
  }

  @Test(arguments: [
    ("+49 30 000000", "DE"), ("0049 (0)30/000000", "DE"), ("tel:+49-30-000000", "DE"), ("+1 212 555 0100", "US"),
    ("+1 416 555 0100", "CA"), ("+1 876 555 0100", "JM"), ("+1 800 555 0100", ""), ("001 416 555 0100", "CA"),
    ("+7 495 0000000", "RU"), ("+7 701 0000000", "KZ"), ("+39 06 698 00000", "VA"), ("+39 06 000000", "IT"),
    ("+262 639 000000", "YT"), ("+262 262 000000", "RE"), ("+44 1534 000000", "GB"), ("030 000000", ""), ("+999 1", ""),
    ("+", ""), ("00", ""), ("++49 30", ""),
  ])
  func telephoneNumbers(text: String, code: String) {
    #expect(derived(.country, text) == code)
  }

  @Test func everyCodeStandsForItself() throws {
    let codes = try #require(DerivedFunction.country.knownValues)
    #expect(codes.count == 250 && Set(codes).count == 250 && codes == codes.sorted())
    for code in codes {
      #expect(derived(.country, code) == code)
      #expect(derived(.country, code.lowercased()) == code)
    }
  }

  @Test(arguments: ["", " ", "-", "12345", "🇩", "(", ",,,"])
  func nothingIsMissing(text: String) {
    #expect(derived(.country, text) == "")
  }

  @Test func wordsOfTheVocabularyWin() {
    var words = Vocabulary()
    words[.country, "de"] = ["Bundesgebiet", "Allemagne de l'Ouest"]
    words[.country, "US"] = ["CA"]
    #expect(derived(.country, "bundesgebiet", words) == "DE")
    #expect(derived(.country, "ALLEMAGNE DE L’OUEST", words) == "DE")
    #expect(derived(.country, "CA", words) == "US")
    #expect(derived(.country, "France", words) == "FR")
  }

  @Test func longTextsNameNoCountry() {
    #expect(derived(.country, "Germany" + String(repeating: " ", count: 1_000_000)) == "DE")
    #expect(derived(.country, String(repeating: "Germany ", count: 100_000)) == "")
  }
}
