/// Words about the size of a company, in several languages.
enum SizeWords {
  /// What words and phrases mean beside a number.
  static let tokens: [String: SizeToken] = {
    var tokens: [String: SizeToken] = [:]
    for (token, words) in [
      (SizeToken.range, "to|bis|through|thru|until|till|a|à|al|hasta|até|tot|and|und|et|y|e|en|do|til|till|or|und"),
      (
        .limit(.above),
        """
        over|more than|above|greater than|larger than|bigger than|mehr als|über|ueber|plus de|más de|mas de|più di
        piu di
        oltre|mais de|acima de|meer dan|boven|fler än|över|mer än|mere end|over|mer enn|ponad|powyżej
        """
      ),
      (
        .limit(.atLeast),
        """
        at least|minimum|min|no fewer than|no less than|not less than|from|starting at|mindestens|ab|au moins|al menos
        almeno|pelo menos|minstens|minst|mindst|co najmniej|plus|or more|and more|and above|and over|and up|or above
        or over|upwards|und mehr|oder mehr|et plus|ou plus|o más|o mas|y más|y mas|e più|o più|ou mais|e mais|of meer
        en meer|eller fler|og mere|eller flere|i więcej|lub więcej
        """
      ),
      (
        .limit(.atMost),
        """
        up to|at most|maximum|max|no more than|not more than|bis zu|höchstens|maximal|jusqu|au plus|au maximum|fino a
        al massimo|como máximo|no máximo|tot|maximaal|hoogstens|upp till|op til|opptil|do|or less|or fewer|and under
        and below|or under|or below|oder weniger|und weniger|ou moins|o menos|o meno|ou menos|of minder|eller färre
        """
      ),
      (
        .limit(.below),
        """
        under|below|less than|fewer than|smaller than|lower than|unter|weniger als|moins de|menos de|meno di|abaixo de
        minder dan|onder|mindre än|färre än|under|mindre end|færre end|mindre enn|mniej niż|poniżej|almost|nearly
        """
      ),
      (
        .size(1),
        """
        self employed|selfemployed|solo|solopreneur|freelance|freelancer|freelancing|sole trader|sole proprietor
        just me|only me
        myself only|myself|me only|me|one man|one person|one woman|individual|independent contractor|single person|micro
        microbusiness|micro business|selbstständig|selbständig|freiberufler|freiberuflich|einzelunternehmer
        einzelunternehmen|solo selbständig|kleinstunternehmen|indépendant|auto entrepreneur|autoentrepreneur|tpe
        microentreprise|micro entreprise|autónomo|autonomo|microempresa|libero professionista|microimpresa|zzp|zzper
        zelfstandige|sme|smes|smb|smbs|kmu|pme|pmes|pyme|pymes|pmi|mkb
        """
      ),
      (
        .size(10),
        """
        small|small business|small company|smallish|kleinunternehmen|klein|kleine|petite|petite entreprise|pequeña
        pequeña empresa|pequena|pequena empresa|piccola|piccola impresa|kleinbedrijf|liten|lille|mała
        """
      ),
      (
        .size(50),
        """
        medium|mid|mid size|mid sized|midsize|midsized|mid market|midmarket|medium size|medium sized|medium business
        mittel
        mittelgroß|mittelstand|mittelständisch|mittleres unternehmen|moyenne|moyenne entreprise|mediana|mediana empresa
        média|média empresa|media|media impresa|middelgroot|middenbedrijf|medelstor|mellemstor|mellomstor|średnia
        """
      ),
      (
        .size(250),
        """
        large|large company|large business|large enterprise|big|enterprise|enterprises|corporate|corporation
        multinational
        global enterprise|groß|gross|großunternehmen|grossunternehmen|konzern|großkonzern|grande|grande entreprise|grand
        grand groupe|ge|eti|grande empresa|gran empresa|multinacional|grande impresa|grootbedrijf|groot|stor|duża
        """
      ),
      (
        .date,
        """
        jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september
        october
        november|december|mai|okt|dez|märz|janv|févr|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott
        mrt|mei
        """
      ),
      (
        .unusable,
        """
        usd|eur|gbp|chf|dollar|dollars|euro|euros|pounds|revenue|umsatz|turnover|percent|years|year|minus|negative
        """
      ),
    ] {
      for line in words.split(separator: "\n") {
        for word in line.split(separator: "|") where tokens[String(word)] == nil { tokens[String(word)] = token }
      }
    }
    return tokens
  }()

  /// Words for a range that mean a limit where no number stands before them.
  static let upTo: Set<String> = [
    "to", "bis", "hasta", "tot", "até", "do", "until", "till", "til", "thru", "through", "al",
  ]

  /// Numbers that people write out. The few, a couple and several are two at least.
  static let numbers: [String: Double] = {
    var numbers: [String: Double] = [:]
    for (words, first, step) in [
      (
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
          + "|seventeen|eighteen|nineteen", 0.0, 1.0
      ),
      ("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety", 20, 10),
      ("ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf", 1, 1),
      ("zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig", 20, 10),
      ("un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix", 1, 1),
      ("uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez", 1, 1),
      ("veinte|treinta|cuarenta|cincuenta", 20, 10), ("vingt|trente|quarante|cinquante", 20, 10),
      ("due|tre|quattro|cinque|sei|sette|otto|nove|dieci", 2, 1), ("dois|três|quatro", 2, 1),
      ("hundred|thousand", 100, 900), ("hundreds|thousands", 200, 1_800), ("hundert|tausend", 100, 900),
      ("cent|mille", 100, 900), ("cien|mil", 100, 900), ("cento|mila", 100, 900), ("dozen|dozens", 12, 12),
      ("dutzend|douzaine|docena|dozzina", 12, 0), ("million|millions", 1_000_000, 1_000_000), ("couple|few", 2, 0),
      ("several|some few", 2, 0), ("half a dozen|half dozen", 6, 0), ("eine|einen|eins|une|una", 1, 0),
    ] {
      for (place, word) in words.split(separator: "|").enumerated() where numbers[String(word)] == nil {
        numbers[String(word)] = first + step * Double(place)
      }
    }
    return numbers
  }()
}
