/// The countries of ISO 3166-1: two letters, three letters, and names.
///
/// The first name is the English one; then come its other English forms, its own names, and what Germans, French,
/// Spaniards, Italians, Portuguese and Dutch call it. Lines that are further in go on.
/// Accents do not matter, nor do `the`, `of` and `and`.
enum CountryTable {
  /// Everything but the regions.
  static let all = [europe, americas, asia, africa, oceaniaAndAntarctica]

  /// States and provinces that tell their country by their full name, and cities that are written alone.
  static let regions = """
    US Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho;
      Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota;
      Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico; New York;
      North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota;
      Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming; District of Columbia;
      Washington DC; Washington D.C.; New York City; NYC
    CA Ontario; Quebec; Québec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia; New Brunswick;
      Newfoundland and Labrador; Prince Edward Island
    AU New South Wales; Queensland; Tasmania; Western Australia; South Australia; Northern Territory
    DE Bayern; Bavaria; Baden-Württemberg; Nordrhein-Westfalen; Niedersachsen; Sachsen; Hessen; Rheinland-Pfalz
    """

  /// Names that two countries share.
  static let ambiguousNames = ["Congo", "Kongo", "Virgin Islands"]

  /// Letters that Americans write for states and that are no country's code; valid behind a city.
  static let stateCodes = "tx fl nj wa az oh mi wi ny or nv ut ct ks ok nh ri hi ak wv wy ia nd dc"
  /// Letters that are a state's as well as a country's: behind a city nobody knows which is meant.
  static let ambiguousCodes = "ca de il in ga al ar co id ky la ma md me mn mo ms mt nc ne pa sc sd tn va az"
}
