extension CountryTable {
  static let asia = """
    AE ARE United Arab Emirates; UAE; U.A.E.; The UAE; The United Arab Emirates; Emirates; Dubai; Abu Dhabi; الإمارات;
      الإمارات العربية المتحدة; Vereinigte Arabische Emirate; VAE; Émirats arabes unis; EAU; Emiratos Árabes Unidos;
      Emirati Arabi Uniti; Emirados Árabes Unidos; Verenigde Arabische Emiraten
    AF AFG Afghanistan; Islamic Republic of Afghanistan; Afganistán; Afeganistão; افغانستان
    AM ARM Armenia; Republic of Armenia; Hayastan; Հայաստան; Armenien; Arménie; Armênia; Armenië
    AZ AZE Azerbaijan; Republic of Azerbaijan; Azərbaycan; Aserbaidschan; Azerbaïdjan; Azerbaiyán; Azerbaigian;
      Azerbaijão; Azerbeidzjan
    BD BGD Bangladesh; People's Republic of Bangladesh; বাংলাদেশ; Bangladesch
    BH BHR Bahrain; Kingdom of Bahrain; البحرين; Bahreïn; Bahréin; Bahrein
    BN BRN Brunei; Brunei Darussalam; Negara Brunei Darussalam
    BT BTN Bhutan; Kingdom of Bhutan; Bhoutan; Bután; Butão
    CN CHN China; People's Republic of China; PR China; P.R. China; PRC; P.R.C.; Mainland China; 中国; 中國; 中华人民共和国;
      Volksrepublik China; Chine; Cina; República Popular China; Zhongguo; Chiny; Kina; China, People's Republic of;
      China PR; China (PRC); 중국; Китай
    GE GEO Georgia; Republic of Georgia; Sakartvelo; საქართველო; Georgien; Géorgie; Geórgia; Georgië;
      Georgia (country)
    HK HKG Hong Kong; Hongkong; Hong Kong SAR; Hong Kong SAR China; Hong Kong, China; Hong Kong S.A.R.; 香港; HKSAR;
      Hong Kong (SAR); China, Hong Kong SAR
    ID IDN Indonesia; Republic of Indonesia; Indonesien; Indonésie; Indonésia; Indonesië; Republik Indonesia
    IL ISR Israel; State of Israel; ישראל; Israël; Israele; Yisrael; Medinat Israel
    IN IND India; Republic of India; Bharat; भारत; Indien; Inde; Índia; L'Inde; Indie; Hindustan
    IQ IRQ Iraq; Republic of Iraq; العراق; Irak; Iraque
    IR IRN Iran; Islamic Republic of Iran; Iran, Islamic Republic of; Iran (Islamic Republic of); ایران; Irán; Persia;
      Irã; Irão
    JO JOR Jordan; Hashemite Kingdom of Jordan; الأردن; Jordanien; Jordanie; Jordania; Giordania; Jordânia; Jordanië
    JP JPN Japan; 日本; 日本国; Nippon; Nihon; Japon; Japón; Giappone; Japão; Japonia
    KG KGZ Kyrgyzstan; Kyrgyz Republic; Кыргызстан; Kirgizia; Kirgisistan; Kirghizistan; Kirguistán; Kirghizistan;
      Quirguistão; Kirgizië; Kirgisien; Kirgistan
    KH KHM Cambodia; Kingdom of Cambodia; Kampuchea; កម្ពុជា; Kambodscha; Cambodge; Camboya; Cambogia; Camboja;
      Cambodja
    KP PRK North Korea; Democratic People's Republic of Korea; Korea, Democratic People's Republic of; DPRK; D.P.R.K.;
      Korea (North); Korea, North; Korea DPR; Nordkorea; Corée du Nord; Corea del Norte; Corea del Nord;
      Coreia do Norte; Noord-Korea; 북한; 조선
    KR KOR South Korea; Republic of Korea; Korea, Republic of; Korea (South); Korea, South; Korea;
      Korea (Republic of); ROK; R.O.K.; S. Korea; S Korea; So Korea; 대한민국; 한국; Südkorea; Republik Korea; Corée du Sud;
      Corée; Corea del Sur; Corea del Sud; Corea; Coreia do Sul; Coreia; Zuid-Korea; 韓国; 韩国; The Republic of Korea
    KW KWT Kuwait; State of Kuwait; الكويت; Koweït; Koeweit
    KZ KAZ Kazakhstan; Republic of Kazakhstan; Қазақстан; Казахстан; Kasachstan; Kazajistán; Kazajstán; Kazakistan;
      Cazaquistão; Kazachstan; Qazaqstan
    LA LAO Laos; Lao People's Democratic Republic; Lao PDR; Lao; ລາວ; Lao P.D.R.
    LB LBN Lebanon; Lebanese Republic; لبنان; Libanon; Liban; Líbano; Libano
    LK LKA Sri Lanka; Democratic Socialist Republic of Sri Lanka; Ceylon; ශ්‍රී ලංකාව; Srilanka
    MM MMR Myanmar; Burma; Republic of the Union of Myanmar; Myanmar (Burma); မြန်မာ; Birma; Birmanie; Birmania;
      Mianmar
    MN MNG Mongolia; Монгол Улс; Mongolei; Mongolie; Mongólia; Mongolië
    MO MAC Macao; Macau; Macao SAR; Macau SAR; Macao SAR China; 澳門; 澳门; China, Macao SAR
    MV MDV Maldives; Republic of Maldives; Maldive Islands; Malediven; Maldivas; Maldive; Maldiven
    MY MYS Malaysia; Malaisie; Malasia; Malásia; Maleisië; Federation of Malaysia
    NP NPL Nepal; Federal Democratic Republic of Nepal; नेपाल; Népal
    OM OMN Oman; Sultanate of Oman; عمان; سلطنة عمان; Omán; Omã
    PH PHL Philippines; Republic of the Philippines; The Philippines; Pilipinas; Philippinen; Filipinas; Filippine;
      Filipijnen; Filipiny; Phillipines; Phillippines; Philipines
    PK PAK Pakistan; Islamic Republic of Pakistan; پاکستان; Pakistán; Paquistão
    PS PSE Palestine; State of Palestine; Palestine, State of; Palestinian Territories; Palestinian Territory;
      Palestinian Territory, Occupied; Occupied Palestinian Territory; فلسطين; Palästina; Palestina; West Bank; Gaza;
      Palestinian Authority
    QA QAT Qatar; State of Qatar; قطر; Katar; Catar
    SA SAU Saudi Arabia; Kingdom of Saudi Arabia; KSA; K.S.A.; المملكة العربية السعودية; السعودية; Saudi-Arabien;
      Arabie saoudite; Arabia Saudita; Arabia Saudí; Arábia Saudita; Saoedi-Arabië; Saudi; Saudia; Saudiarabien
    SG SGP Singapore; Republic of Singapore; 新加坡; Singapur; Singapour; Singapura; Cingapura; S'pore
    SY SYR Syria; Syrian Arab Republic; سوريا; Syrien; Syrie; Siria; Síria; Syrië
    TH THA Thailand; Kingdom of Thailand; ประเทศไทย; ไทย; Siam; Thaïlande; Tailandia; Thailandia; Tailândia; Tajlandia
    TJ TJK Tajikistan; Republic of Tajikistan; Тоҷикистон; Tadschikistan; Tadjikistan; Tayikistán; Tagikistan;
      Tajiquistão; Tadzjikistan
    TL TLS Timor-Leste; East Timor; Democratic Republic of Timor-Leste; Osttimor; Timor oriental; Timor Oriental;
      Timor Est
    TM TKM Turkmenistan; Türkmenistan; Turkménistan; Turkmenistán; Turcomenistão
    TW TWN Taiwan; Republic of China; Taiwan, Province of China; Taiwan, China; Chinese Taipei; R.O.C.; ROC; 台灣; 台湾;
      臺灣; Taiwán; Formosa; Taiwan (ROC); Taiwan ROC; Taïwan; Taiwan R.O.C.
    UZ UZB Uzbekistan; Republic of Uzbekistan; Oʻzbekiston; O'zbekiston; Ozbekiston; Узбекистан; Usbekistan;
      Ouzbékistan; Uzbekistán; Uzbequistão; Oezbekistan
    VN VNM Vietnam; Viet Nam; Socialist Republic of Vietnam; Việt Nam; Vietnã; Vietname; Wietnam
    YE YEM Yemen; Republic of Yemen; اليمن; Jemen; Yémen; Iêmen; Iémen
    """
}
