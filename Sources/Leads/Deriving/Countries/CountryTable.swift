/// The countries of ISO 3166-1: two letters, three letters, and names.
///
/// The first name is the English one; then come its other English forms, its own names, and what Germans, French,
/// Spaniards, Italians, Portuguese and Dutch call it. Accents do not matter, nor do `the`, `of` and `and`.
enum CountryTable {
  static let europe = """
    AD AND Andorra; Principality of Andorra; Andorre
    AL ALB Albania; Republic of Albania; Shqipëria; Shqiperi; Albanien; Albanie; Albânia; Albanië
    AT AUT Austria; Republic of Austria; Österreich; Oesterreich; Republik Österreich; Autriche; Áustria; Oostenrijk
    AX ALA Åland Islands; Aland; Åland; Ahvenanmaa; Ålandinseln
    BA BIH Bosnia and Herzegovina; Bosnia; Bosnia Herzegovina; BiH; Bosna i Hercegovina; Bosnien und Herzegowina; Bosnien; Bosnien-Herzegowina; Bosnie-Herzégovine; Bosnie; Bosnia y Herzegovina; Bosnia ed Erzegovina; Bosnia Erzegovina; Bósnia e Herzegovina; Bosnië en Herzegovina; Bosnië; Herzegovina
    BE BEL Belgium; Kingdom of Belgium; Belgien; Belgique; België; Belgie; Bélgica; Belgio; Königreich Belgien
    BG BGR Bulgaria; Republic of Bulgaria; България; Bulgarien; Bulgarie; Bulgária; Bulgarije
    BY BLR Belarus; Republic of Belarus; Беларусь; Byelorussia; White Russia; Weißrussland; Biélorussie; Bielorrusia; Bielorussia; Bielorrússia; Wit-Rusland
    CH CHE Switzerland; Swiss Confederation; Swiss; Schweiz; Die Schweiz; Suisse; La Suisse; Svizzera; Svizra; Suiza; Suíça; Zwitserland; Schweizerische Eidgenossenschaft; Confoederatio Helvetica
    CY CYP Cyprus; Republic of Cyprus; Κύπρος; Kypros; Kıbrıs; Zypern; Chypre; Chipre; Cipro
    CZ CZE Czechia; Czech Republic; The Czech Republic; Česko; Česká republika; Czech; Tschechien; Tschechische Republik; Tchéquie; République tchèque; Chequia; República Checa; Cechia; Repubblica Ceca; Chéquia; Tsjechië; Czech Rep
    DE DEU Germany; Federal Republic of Germany; Deutschland; Bundesrepublik Deutschland; BRD; FRG; Allemagne; Alemania; Germania; Alemanha; Duitsland; Niemcy; Tyskland; Saksa; Almanya; Nemecko; Németország; Германия; West Germany
    DK DNK Denmark; Kingdom of Denmark; Danmark; Dänemark; Danemark; Dinamarca; Danimarca; Denemarken; Dania
    EE EST Estonia; Republic of Estonia; Eesti; Estland; Estonie; Estônia; Estónia
    ES ESP Spain; Kingdom of Spain; España; Espana; Spanien; Espagne; Spagna; Espanha; Spanje; Hiszpania; Espanya
    FI FIN Finland; Republic of Finland; Suomi; Finnland; Finlande; Finlandia; Finlândia
    FO FRO Faroe Islands; Faeroe Islands; Faroes; Føroyar; Færøerne; Färöer; Färöer-Inseln; Îles Féroé; Islas Feroe; Isole Faroe; Fær Øer; Ilhas Faroé; Faeröer
    FR FRA France; French Republic; République française; La France; Frankreich; Francia; França; Frankrijk; Francja; Frankrike; Frankrig; Metropolitan France; Ranska
    GB GBR United Kingdom; UK; U.K.; Great Britain; Britain; GB; England; Scotland; Wales; Northern Ireland; United Kingdom of Great Britain and Northern Ireland; Großbritannien; Grossbritannien; Vereinigtes Königreich; Royaume-Uni; Grande-Bretagne; Angleterre; Écosse; Reino Unido; Gran Bretaña; Inglaterra; Regno Unito; Gran Bretagna; Inghilterra; Grã-Bretanha; Verenigd Koninkrijk; Groot-Brittannië; Engeland; Schottland; Wielka Brytania; Storbritannien; Storbritannia; Pays de Galles; Nordirland; Escocia; Scozia; Cymru; Nord Irland; UK of GB; U K; Brittain; Zjednoczone Królestwo; Schotland
    GG GGY Guernsey; Bailiwick of Guernsey; Guernesey
    GI GIB Gibraltar; Gibilterra
    GR GRC Greece; Hellenic Republic; Hellas; Ελλάδα; Ελλάς; Ellada; Griechenland; Grèce; Grecia; Grécia; Griekenland; EL; Grekland; Yunanistan; Grecja
    HR HRV Croatia; Republic of Croatia; Hrvatska; Kroatien; Croatie; Croacia; Croazia; Croácia; Kroatië; Chorwacja
    HU HUN Hungary; Magyarország; Magyarorszag; Ungarn; Hongrie; Hungría; Ungheria; Hungria; Hongarije; Węgry; Ungern
    IE IRL Ireland; Republic of Ireland; Éire; Eire; Irland; Irlande; Irlanda; Ierland; Southern Ireland; Rep of Ireland; Irlandia; Irish Republic
    IM IMN Isle of Man; Man, Isle of; Insel Man; Île de Man; Isla de Man; Isola di Man; Ilha de Man
    IS ISL Iceland; Republic of Iceland; Ísland; Island; Islande; Islandia; Islanda; Islândia; IJsland
    IT ITA Italy; Italian Republic; Italia; Italien; Italie; Itália; Italië; Repubblica Italiana; Włochy
    JE JEY Jersey; Bailiwick of Jersey
    LI LIE Liechtenstein; Principality of Liechtenstein; Fürstentum Liechtenstein
    LT LTU Lithuania; Republic of Lithuania; Lietuva; Litauen; Lituanie; Lituania; Lituânia; Litouwen; Litwa
    LU LUX Luxembourg; Luxemburg; Grand Duchy of Luxembourg; Lëtzebuerg; Letzebuerg; Luxemburgo; Lussemburgo; Grand-Duché de Luxembourg
    LV LVA Latvia; Republic of Latvia; Latvija; Lettland; Lettonie; Letonia; Lettonia; Letônia; Letónia; Letland; Łotwa
    MC MCO Monaco; Principality of Monaco; Principauté de Monaco; Mónaco; Mônaco
    MD MDA Moldova; Republic of Moldova; Moldova, Republic of; Moldawien; Republik Moldau; Moldau; Moldavie; Moldavia; Moldávia; Moldavië; Moldau, Republik
    ME MNE Montenegro; Crna Gora; Monténégro; Црна Гора
    MK MKD North Macedonia; Republic of North Macedonia; Macedonia; FYROM; FYR Macedonia; Former Yugoslav Republic of Macedonia; Macedonia, the former Yugoslav Republic of; Северна Македонија; Македонија; Severna Makedonija; Makedonija; Nordmazedonien; Mazedonien; Macédoine du Nord; Macédoine; Macedonia del Norte; Macedonia del Nord; Macedônia do Norte; Macedónia do Norte; Noord-Macedonië; Macedonië
    MT MLT Malta; Republic of Malta; Malte
    NL NLD Netherlands; The Netherlands; Holland; Nederland; Kingdom of the Netherlands; Niederlande; Die Niederlande; Pays-Bas; Les Pays-Bas; Hollande; Países Bajos; Holanda; Paesi Bassi; Olanda; Países Baixos; Holandia; Nederländerna; Nederlandene; Holland (Netherlands); Nederlands; Netherland
    NO NOR Norway; Kingdom of Norway; Norge; Noreg; Norwegen; Norvège; Noruega; Norvegia; Noorwegen; Norwegia
    PL POL Poland; Republic of Poland; Polska; Polen; Pologne; Polonia; Polônia; Polónia; Rzeczpospolita Polska; Puola
    PT PRT Portugal; Portuguese Republic; República Portuguesa; Portogallo; Portugalia
    RO ROU Romania; România; Rumania; Roumania; Rumänien; Roumanie; Rumanía; Romênia; Roménia; Roemenië; Rumunia
    RS SRB Serbia; Republic of Serbia; Србија; Srbija; Serbien; Serbie; Sérvia; Servië
    RU RUS Russia; Russian Federation; The Russian Federation; Россия; Российская Федерация; РФ; Rossiya; Russland; Rußland; Russische Föderation; Russie; Fédération de Russie; Rusia; Rússia; Rusland; Rosja; Ryssland; Federación de Rusia; Federazione Russa
    SE SWE Sweden; Kingdom of Sweden; Sverige; Schweden; Suède; Suecia; Svezia; Suécia; Zweden; Szwecja; Ruotsi
    SI SVN Slovenia; Republic of Slovenia; Slovenija; Slowenien; Slovénie; Eslovenia; Eslovênia; Eslovénia; Slovenië; Słowenia
    SJ SJM Svalbard and Jan Mayen; Svalbard; Jan Mayen; Spitzbergen; Spitsbergen
    SK SVK Slovakia; Slovak Republic; Slovensko; Slovenská republika; Slowakei; Slovaquie; Eslovaquia; Slovacchia; Eslováquia; Slowakije; Slowakische Republik; Słowacja
    SM SMR San Marino; Republic of San Marino; Saint-Marin
    TR TUR Turkey; Türkiye; Turkiye; Republic of Türkiye; Republic of Turkey; Türkei; Turquie; Turquía; Turchia; Turquia; Turkije; Turkiet; Tyrkiet; Turcja
    UA UKR Ukraine; The Ukraine; Україна; Ukraina; Украина; Ucrania; Ucraina; Ucrânia; Oekraïne
    VA VAT Vatican City; Holy See; Vatican; Vatican City State; Holy See (Vatican City State); Vatikan; Vatikanstadt; Heiliger Stuhl; Cité du Vatican; Saint-Siège; Ciudad del Vaticano; Santa Sede; Città del Vaticano; Santa Sé; Vaticano; Vaticaanstad
    XK XKX Kosovo; Republic of Kosovo; Kosova; Косово
    """

  static let americas = """
    AG ATG Antigua and Barbuda; Antigua; Barbuda; Antigua und Barbuda; Antigua-et-Barbuda; Antigua y Barbuda; Antigua e Barbuda; Antigua en Barbuda
    AI AIA Anguilla
    AR ARG Argentina; Argentine Republic; República Argentina; Argentinien; Argentine; Argentinië
    AW ABW Aruba
    BB BRB Barbados; Barbade
    BL BLM Saint Barthélemy; St. Barthélemy; St Barts; St Barths; Saint Barthelemy; Saint-Barth; San Bartolomé
    BM BMU Bermuda; Bermudes; Bermudas; The Bermudas
    BO BOL Bolivia; Plurinational State of Bolivia; Bolivia, Plurinational State of; Bolivien; Bolivie; Bolívia
    BQ BES Bonaire, Sint Eustatius and Saba; Caribbean Netherlands; Bonaire; Sint Eustatius; Saba; Karibische Niederlande; Pays-Bas caribéens; Caribisch Nederland
    BR BRA Brazil; Federative Republic of Brazil; Brasil; Brasilien; Brésil; Brasile; Brazilië; Brazylia; República Federativa do Brasil
    BS BHS Bahamas; The Bahamas; Commonwealth of the Bahamas; Las Bahamas; Bahama's
    BZ BLZ Belize; Belice
    CA CAN Canada; Kanada; Canadá; Dominion of Canada
    CL CHL Chile; Republic of Chile; República de Chile; Chili; Cile
    CO COL Colombia; Republic of Colombia; Kolumbien; Colombie; Colômbia; Columbia (country)
    CR CRI Costa Rica; Republic of Costa Rica
    CU CUB Cuba; Republic of Cuba; Kuba
    CW CUW Curaçao; Curacao
    DM DMA Dominica; Commonwealth of Dominica; Dominique
    DO DOM Dominican Republic; República Dominicana; Dominikanische Republik; République dominicaine; Repubblica Dominicana; Dominicaanse Republiek; Dominican Rep; Rep Dominicana
    EC ECU Ecuador; Republic of Ecuador; Équateur; Equador
    FK FLK Falkland Islands; Falkland Islands (Malvinas); Falklands; Malvinas; Islas Malvinas; Falklandinseln; Îles Malouines; Isole Falkland; Ilhas Malvinas; Falklandeilanden
    GD GRD Grenada; Grenade; Granada (country)
    GF GUF French Guiana; Guyane; Guyane française; Französisch-Guayana; Guayana Francesa; Guyana francese; Guiana Francesa; Frans-Guyana
    GL GRL Greenland; Kalaallit Nunaat; Grønland; Grönland; Groenland; Groenlandia; Groenlândia; Gronelândia; Groenlandia
    GP GLP Guadeloupe; Guadalupe; Guadalupa
    GT GTM Guatemala; Republic of Guatemala
    GY GUY Guyana; Co-operative Republic of Guyana; Guiana; Guayana
    HN HND Honduras; Republic of Honduras
    HT HTI Haiti; Republic of Haiti; Haïti; Ayiti; Haití
    JM JAM Jamaica; Jamaika; Jamaïque; Giamaica
    KN KNA Saint Kitts and Nevis; St. Kitts and Nevis; St Kitts; Saint Kitts; Nevis; St. Kitts und Nevis; Saint-Christophe-et-Niévès; San Cristóbal y Nieves; São Cristóvão e Névis
    KY CYM Cayman Islands; Caymans; The Cayman Islands; Kaimaninseln; Îles Caïmans; Islas Caimán; Isole Cayman; Ilhas Cayman; Kaaimaneilanden; Grand Cayman
    LC LCA Saint Lucia; St. Lucia; Sainte-Lucie; Santa Lucía; Santa Lucia; Santa Lúcia
    MF MAF Saint Martin; Saint Martin (French part); St. Martin; Saint-Martin; San Martín
    MQ MTQ Martinique; Martinica
    MS MSR Montserrat
    MX MEX Mexico; United Mexican States; México; Méjico; Mexiko; Mexique; Messico; Estados Unidos Mexicanos; Meksyk
    NI NIC Nicaragua; Republic of Nicaragua
    PA PAN Panama; Republic of Panama; Panamá
    PE PER Peru; Republic of Peru; Perú; Pérou; Perù
    PM SPM Saint Pierre and Miquelon; St. Pierre and Miquelon; Saint-Pierre-et-Miquelon
    PR PRI Puerto Rico; Porto Rico; Commonwealth of Puerto Rico
    PY PRY Paraguay; Republic of Paraguay; Paraguai
    SR SUR Suriname; Surinam; Republic of Suriname
    SV SLV El Salvador; Republic of El Salvador; Le Salvador
    SX SXM Sint Maarten; Sint Maarten (Dutch part); St. Maarten; Saint-Martin (partie néerlandaise)
    TC TCA Turks and Caicos Islands; Turks and Caicos; Turks & Caicos; Turks- und Caicosinseln; Îles Turques-et-Caïques
    TT TTO Trinidad and Tobago; Trinidad; Tobago; Trinidad & Tobago; Trinidad und Tobago; Trinité-et-Tobago; Trinidad y Tobago; Trinidad e Tobago; Trinidad en Tobago
    US USA United States; United States of America; The United States; The US; U.S.; U.S.A.; US of A; America; The States; United States (US); Vereinigte Staaten; Vereinigte Staaten von Amerika; États-Unis; Etats Unis; États-Unis d'Amérique; Estados Unidos; Estados Unidos de América; EE.UU.; EEUU; EE UU; EUA; E.U.A.; Stati Uniti; Stati Uniti d'America; Estados Unidos da América; Verenigde Staten; Verenigde Staten van Amerika; Amerika; Stany Zjednoczone; Förenta staterna; 美国; 美國; アメリカ; 米国; 미국; США; Unites States; United State; U S A; U S; United Sates; USofA; Les Etats-Unis; US America; Yhdysvallat; Соединённые Штаты; アメリカ合衆国
    UY URY Uruguay; Oriental Republic of Uruguay; Uruguai
    VC VCT Saint Vincent and the Grenadines; St. Vincent and the Grenadines; St Vincent; Saint Vincent; St. Vincent und die Grenadinen; Saint-Vincent-et-les-Grenadines; San Vicente y las Granadinas; São Vicente e Granadinas
    VE VEN Venezuela; Bolivarian Republic of Venezuela; Venezuela, Bolivarian Republic of; Vénézuéla
    VG VGB British Virgin Islands; Virgin Islands, British; Virgin Islands (British); BVI; Britische Jungferninseln; Îles Vierges britanniques; Islas Vírgenes Británicas; Isole Vergini Britanniche; Ilhas Virgens Britânicas; Britse Maagdeneilanden
    VI VIR U.S. Virgin Islands; US Virgin Islands; United States Virgin Islands; Virgin Islands, U.S.; Virgin Islands (U.S.); USVI; Virgin Islands; Amerikanische Jungferninseln; Îles Vierges des États-Unis; Îles Vierges américaines; Islas Vírgenes de los Estados Unidos; Islas Vírgenes Americanas
    """

  static let asia = """
    AE ARE United Arab Emirates; UAE; U.A.E.; The UAE; The United Arab Emirates; Emirates; Dubai; Abu Dhabi; الإمارات; الإمارات العربية المتحدة; Vereinigte Arabische Emirate; VAE; Émirats arabes unis; EAU; Emiratos Árabes Unidos; Emirati Arabi Uniti; Emirados Árabes Unidos; Verenigde Arabische Emiraten
    AF AFG Afghanistan; Islamic Republic of Afghanistan; Afganistán; Afeganistão; افغانستان
    AM ARM Armenia; Republic of Armenia; Hayastan; Հայաստան; Armenien; Arménie; Armênia; Armenië
    AZ AZE Azerbaijan; Republic of Azerbaijan; Azərbaycan; Aserbaidschan; Azerbaïdjan; Azerbaiyán; Azerbaigian; Azerbaijão; Azerbeidzjan
    BD BGD Bangladesh; People's Republic of Bangladesh; বাংলাদেশ; Bangladesch
    BH BHR Bahrain; Kingdom of Bahrain; البحرين; Bahreïn; Bahréin; Bahrein
    BN BRN Brunei; Brunei Darussalam; Negara Brunei Darussalam
    BT BTN Bhutan; Kingdom of Bhutan; Bhoutan; Bután; Butão
    CN CHN China; People's Republic of China; PR China; P.R. China; PRC; P.R.C.; Mainland China; 中国; 中國; 中华人民共和国; Volksrepublik China; Chine; Cina; República Popular China; Zhongguo; Chiny; Kina; China, People's Republic of; China PR; China (PRC); 중국; Китай
    GE GEO Georgia; Republic of Georgia; Sakartvelo; საქართველო; Georgien; Géorgie; Geórgia; Georgië; Georgia (country)
    HK HKG Hong Kong; Hongkong; Hong Kong SAR; Hong Kong SAR China; Hong Kong, China; Hong Kong S.A.R.; 香港; HKSAR; Hong Kong (SAR); China, Hong Kong SAR
    ID IDN Indonesia; Republic of Indonesia; Indonesien; Indonésie; Indonésia; Indonesië; Republik Indonesia
    IL ISR Israel; State of Israel; ישראל; Israël; Israele; Yisrael; Medinat Israel
    IN IND India; Republic of India; Bharat; भारत; Indien; Inde; Índia; L'Inde; Indie; Hindustan
    IQ IRQ Iraq; Republic of Iraq; العراق; Irak; Iraque
    IR IRN Iran; Islamic Republic of Iran; Iran, Islamic Republic of; Iran (Islamic Republic of); ایران; Irán; Persia; Irã; Irão
    JO JOR Jordan; Hashemite Kingdom of Jordan; الأردن; Jordanien; Jordanie; Jordania; Giordania; Jordânia; Jordanië
    JP JPN Japan; 日本; 日本国; Nippon; Nihon; Japon; Japón; Giappone; Japão; Japonia
    KG KGZ Kyrgyzstan; Kyrgyz Republic; Кыргызстан; Kirgizia; Kirgisistan; Kirghizistan; Kirguistán; Kirghizistan; Quirguistão; Kirgizië; Kirgisien; Kirgistan
    KH KHM Cambodia; Kingdom of Cambodia; Kampuchea; កម្ពុជា; Kambodscha; Cambodge; Camboya; Cambogia; Camboja; Cambodja
    KP PRK North Korea; Democratic People's Republic of Korea; Korea, Democratic People's Republic of; DPRK; D.P.R.K.; Korea (North); Korea, North; Korea DPR; Nordkorea; Corée du Nord; Corea del Norte; Corea del Nord; Coreia do Norte; Noord-Korea; 북한; 조선
    KR KOR South Korea; Republic of Korea; Korea, Republic of; Korea (South); Korea, South; Korea; Korea (Republic of); ROK; R.O.K.; S. Korea; S Korea; So Korea; 대한민국; 한국; Südkorea; Republik Korea; Corée du Sud; Corée; Corea del Sur; Corea del Sud; Corea; Coreia do Sul; Coreia; Zuid-Korea; 韓国; 韩国; The Republic of Korea
    KW KWT Kuwait; State of Kuwait; الكويت; Koweït; Koeweit
    KZ KAZ Kazakhstan; Republic of Kazakhstan; Қазақстан; Казахстан; Kasachstan; Kazajistán; Kazajstán; Kazakistan; Cazaquistão; Kazachstan; Qazaqstan
    LA LAO Laos; Lao People's Democratic Republic; Lao PDR; Lao; ລາວ; Lao P.D.R.
    LB LBN Lebanon; Lebanese Republic; لبنان; Libanon; Liban; Líbano; Libano
    LK LKA Sri Lanka; Democratic Socialist Republic of Sri Lanka; Ceylon; ශ්‍රී ලංකාව; Srilanka
    MM MMR Myanmar; Burma; Republic of the Union of Myanmar; Myanmar (Burma); မြန်မာ; Birma; Birmanie; Birmania; Mianmar
    MN MNG Mongolia; Монгол Улс; Mongolei; Mongolie; Mongólia; Mongolië
    MO MAC Macao; Macau; Macao SAR; Macau SAR; Macao SAR China; 澳門; 澳门; China, Macao SAR
    MV MDV Maldives; Republic of Maldives; Maldive Islands; Malediven; Maldivas; Maldive; Maldiven
    MY MYS Malaysia; Malaisie; Malasia; Malásia; Maleisië; Federation of Malaysia
    NP NPL Nepal; Federal Democratic Republic of Nepal; नेपाल; Népal
    OM OMN Oman; Sultanate of Oman; عمان; سلطنة عمان; Omán; Omã
    PH PHL Philippines; Republic of the Philippines; The Philippines; Pilipinas; Philippinen; Filipinas; Filippine; Filipijnen; Filipiny; Phillipines; Phillippines; Philipines
    PK PAK Pakistan; Islamic Republic of Pakistan; پاکستان; Pakistán; Paquistão
    PS PSE Palestine; State of Palestine; Palestine, State of; Palestinian Territories; Palestinian Territory; Palestinian Territory, Occupied; Occupied Palestinian Territory; فلسطين; Palästina; Palestina; West Bank; Gaza; Palestinian Authority
    QA QAT Qatar; State of Qatar; قطر; Katar; Catar
    SA SAU Saudi Arabia; Kingdom of Saudi Arabia; KSA; K.S.A.; المملكة العربية السعودية; السعودية; Saudi-Arabien; Arabie saoudite; Arabia Saudita; Arabia Saudí; Arábia Saudita; Saoedi-Arabië; Saudi; Saudia; Saudiarabien
    SG SGP Singapore; Republic of Singapore; 新加坡; Singapur; Singapour; Singapura; Cingapura; S'pore
    SY SYR Syria; Syrian Arab Republic; سوريا; Syrien; Syrie; Siria; Síria; Syrië
    TH THA Thailand; Kingdom of Thailand; ประเทศไทย; ไทย; Siam; Thaïlande; Tailandia; Thailandia; Tailândia; Tajlandia
    TJ TJK Tajikistan; Republic of Tajikistan; Тоҷикистон; Tadschikistan; Tadjikistan; Tayikistán; Tagikistan; Tajiquistão; Tadzjikistan
    TL TLS Timor-Leste; East Timor; Democratic Republic of Timor-Leste; Osttimor; Timor oriental; Timor Oriental; Timor Est
    TM TKM Turkmenistan; Türkmenistan; Turkménistan; Turkmenistán; Turcomenistão
    TW TWN Taiwan; Republic of China; Taiwan, Province of China; Taiwan, China; Chinese Taipei; R.O.C.; ROC; 台灣; 台湾; 臺灣; Taiwán; Formosa; Taiwan (ROC); Taiwan ROC; Taïwan; Taiwan R.O.C.
    UZ UZB Uzbekistan; Republic of Uzbekistan; Oʻzbekiston; O'zbekiston; Ozbekiston; Узбекистан; Usbekistan; Ouzbékistan; Uzbekistán; Uzbequistão; Oezbekistan
    VN VNM Vietnam; Viet Nam; Socialist Republic of Vietnam; Việt Nam; Vietnã; Vietname; Wietnam
    YE YEM Yemen; Republic of Yemen; اليمن; Jemen; Yémen; Iêmen; Iémen
    """

  static let africa = """
    AO AGO Angola; Republic of Angola
    BF BFA Burkina Faso; Upper Volta; Burkina
    BI BDI Burundi; Republic of Burundi
    BJ BEN Benin; Republic of Benin; Bénin; Benín; Benim; Dahomey
    BW BWA Botswana; Republic of Botswana; Botsuana
    CD COD Democratic Republic of the Congo; Congo, Democratic Republic of the; Congo, The Democratic Republic of the; DR Congo; D.R. Congo; DRC; D.R.C.; Congo-Kinshasa; Congo (Kinshasa); Congo (DRC); Congo DR; Congo, Dem. Rep.; Zaire; Demokratische Republik Kongo; DR Kongo; République démocratique du Congo; RDC; República Democrática del Congo; Repubblica Democratica del Congo; República Democrática do Congo; Democratische Republiek Congo; Kongo-Kinshasa; Congo Democratic Republic
    CF CAF Central African Republic; CAR; Zentralafrikanische Republik; République centrafricaine; Centrafrique; República Centroafricana; Repubblica Centrafricana; República Centro-Africana; Centraal-Afrikaanse Republiek
    CG COG Congo; Republic of the Congo; Congo, Republic of the; Congo-Brazzaville; Congo (Brazzaville); Republik Kongo; Kongo; République du Congo; República del Congo; Repubblica del Congo; Congo, Rep.; Kongo-Brazzaville; República do Congo
    CI CIV Côte d'Ivoire; Ivory Coast; Cote dIvoire; Republic of Côte d'Ivoire; Elfenbeinküste; Costa de Marfil; Costa d'Avorio; Costa do Marfim; Ivoorkust
    CM CMR Cameroon; Republic of Cameroon; Kamerun; Cameroun; Camerún; Camerun; Camarões; Kameroen
    CV CPV Cape Verde; Cabo Verde; Republic of Cabo Verde; Kap Verde; Cap-Vert; Capo Verde; Kaapverdië; Cape Verde Islands
    DJ DJI Djibouti; Republic of Djibouti; Dschibuti; Yibuti; Gibuti; Djibuti
    DZ DZA Algeria; People's Democratic Republic of Algeria; الجزائر; Algerien; Algérie; Argelia; Argélia; Algerije
    EG EGY Egypt; Arab Republic of Egypt; مصر; Misr; Ägypten; Égypte; Egipto; Egitto; Egito; Egypte; Egipt
    EH ESH Western Sahara; Westsahara; Sahara occidental; Sahara Occidentale; Saara Ocidental; Westelijke Sahara
    ER ERI Eritrea; State of Eritrea; Érythrée; Eritreia
    ET ETH Ethiopia; Federal Democratic Republic of Ethiopia; ኢትዮጵያ; Äthiopien; Éthiopie; Etiopía; Etiopia; Etiópia; Ethiopië; Abyssinia
    GA GAB Gabon; Gabonese Republic; Gabun; Gabón; Gabão
    GH GHA Ghana; Republic of Ghana; Gana
    GM GMB Gambia; The Gambia; Republic of the Gambia; Gambie; Gâmbia
    GN GIN Guinea; Republic of Guinea; Guinea-Conakry; Guinée; Guiné; Guinee
    GQ GNQ Equatorial Guinea; Republic of Equatorial Guinea; Äquatorialguinea; Guinée équatoriale; Guinea Ecuatorial; Guinea Equatoriale; Guiné Equatorial; Equatoriaal-Guinea
    GW GNB Guinea-Bissau; Republic of Guinea-Bissau; Guinée-Bissau; Guinea-Bisáu; Guiné-Bissau; Guinee-Bissau
    IO IOT British Indian Ocean Territory; Chagos; Diego Garcia; Britisches Territorium im Indischen Ozean
    KE KEN Kenya; Republic of Kenya; Kenia; Quênia; Quénia
    KM COM Comoros; Union of the Comoros; Komoren; Comores; Comoras; Comore
    LR LBR Liberia; Republic of Liberia; Libéria
    LS LSO Lesotho; Kingdom of Lesotho; Basutoland; Lesoto
    LY LBY Libya; State of Libya; Libyan Arab Jamahiriya; ليبيا; Libyen; Libye; Libia; Líbia; Libië
    MA MAR Morocco; Kingdom of Morocco; المغرب; Maroc; Marokko; Marruecos; Marocco; Marrocos; Marocko
    MG MDG Madagascar; Republic of Madagascar; Madagasikara; Madagaskar; Madagáscar
    ML MLI Mali; Republic of Mali; Malí
    MR MRT Mauritania; Islamic Republic of Mauritania; موريتانيا; Mauretanien; Mauritanie; Mauritânia; Mauritanië
    MU MUS Mauritius; Republic of Mauritius; Maurice; Île Maurice; Mauricio; Maurício; Maurícia
    MW MWI Malawi; Republic of Malawi; Malaui
    MZ MOZ Mozambique; Republic of Mozambique; Moçambique; Mosambik; Mozambico; Mozambik
    NA NAM Namibia; Republic of Namibia; Namibie; Namíbia
    NE NER Niger; Republic of the Niger; The Niger; Níger
    NG NGA Nigeria; Federal Republic of Nigeria; Nigéria; Naija
    RE REU Réunion; Reunion; La Réunion; Reunion Island; Île de la Réunion
    RW RWA Rwanda; Republic of Rwanda; Ruanda
    SC SYC Seychelles; Republic of Seychelles; Seychellen; Seicheles
    SD SDN Sudan; The Sudan; Republic of the Sudan; السودان; Soudan; Sudán; Sudão; Soedan
    SH SHN Saint Helena, Ascension and Tristan da Cunha; Saint Helena; St. Helena; Ascension Island; Tristan da Cunha; Sainte-Hélène; Santa Elena
    SL SLE Sierra Leone; Republic of Sierra Leone; Serra Leoa
    SN SEN Senegal; Republic of Senegal; Sénégal
    SO SOM Somalia; Federal Republic of Somalia; Soomaaliya; Somalie; Somália; Somalië; Somaliland
    SS SSD South Sudan; Republic of South Sudan; Südsudan; Soudan du Sud; Sudán del Sur; Sudan del Sud; Sudão do Sul; Zuid-Soedan
    ST STP São Tomé and Príncipe; Sao Tome and Principe; São Tomé; Sao Tome; Sao Tomé-et-Principe; Santo Tomé y Príncipe; São Tomé e Príncipe
    SZ SWZ Eswatini; Swaziland; Kingdom of Eswatini; Swasiland; Suazilandia; Essuatíni
    TD TCD Chad; Republic of Chad; Tschad; Tchad; Ciad; Chade; Tsjaad; تشاد
    TG TGO Togo; Togolese Republic
    TN TUN Tunisia; Republic of Tunisia; تونس; Tunesien; Tunisie; Túnez; Tunísia; Tunesië
    TZ TZA Tanzania; United Republic of Tanzania; Tanzania, United Republic of; Tansania; Tanzanie; Tanzânia
    UG UGA Uganda; Republic of Uganda; Ouganda; Oeganda
    YT MYT Mayotte
    ZA ZAF South Africa; Republic of South Africa; RSA; R.S.A.; S. Africa; Südafrika; Afrique du Sud; Sudáfrica; Sudafrica; África do Sul; Zuid-Afrika; Suid-Afrika; Mzansi; Sydafrika; Rep of South Africa
    ZM ZMB Zambia; Republic of Zambia; Sambia; Zambie; Zâmbia
    ZW ZWE Zimbabwe; Republic of Zimbabwe; Simbabwe; Zimbabue; Zimbábue; Rhodesia
    """

  static let oceaniaAndAntarctica = """
    AQ ATA Antarctica; Antarktis; Antarctique; Antártida; Antartide
    AS ASM American Samoa; Amerikanisch-Samoa; Samoa américaines; Samoa Americana
    AU AUS Australia; Commonwealth of Australia; Oz; Straya; Australien; Australie; Austrália; Australië; Aussie
    BV BVT Bouvet Island; Bouvetinsel; Bouvetøya
    CC CCK Cocos (Keeling) Islands; Cocos Islands; Keeling Islands; Kokosinseln; Îles Cocos
    CK COK Cook Islands; Cookinseln; Îles Cook; Islas Cook; Isole Cook; Ilhas Cook; Cookeilanden
    CX CXR Christmas Island; Weihnachtsinsel; Île Christmas; Isla de Navidad
    FJ FJI Fiji; Republic of Fiji; Fidschi; Fidji; Fiyi; Figi; Fiji Islands
    FM FSM Micronesia; Federated States of Micronesia; Micronesia, Federated States of; Micronesia (Federated States of); Mikronesien; Micronésie; Micronésia; FSM
    GS SGS South Georgia and the South Sandwich Islands; South Georgia; South Sandwich Islands; Südgeorgien
    GU GUM Guam
    HM HMD Heard Island and McDonald Islands; Heard and McDonald Islands; Heard Island
    KI KIR Kiribati; Republic of Kiribati
    MH MHL Marshall Islands; Republic of the Marshall Islands; Marshallinseln; Îles Marshall; Islas Marshall; Isole Marshall; Ilhas Marshall; Marshalleilanden
    MP MNP Northern Mariana Islands; Mariana Islands; Saipan; Nördliche Marianen; Îles Mariannes du Nord; Islas Marianas del Norte
    NC NCL New Caledonia; Nouvelle-Calédonie; Neukaledonien; Nueva Caledonia; Nuova Caledonia; Nova Caledônia; Nova Caledónia; Nieuw-Caledonië
    NF NFK Norfolk Island; Norfolkinsel; Île Norfolk
    NR NRU Nauru; Republic of Nauru
    NU NIU Niue
    NZ NZL New Zealand; Aotearoa; NZ; N.Z.; Neuseeland; Nouvelle-Zélande; Nueva Zelanda; Nueva Zelandia; Nuova Zelanda; Nova Zelândia; Nieuw-Zeeland; Nya Zeeland; Nowa Zelandia; New Zeland; Aotearoa New Zealand
    PF PYF French Polynesia; Tahiti; Französisch-Polynesien; Polynésie française; Polinesia Francesa; Polinesia francese; Polinésia Francesa; Frans-Polynesië
    PG PNG Papua New Guinea; Independent State of Papua New Guinea; Papua-Neuguinea; Papouasie-Nouvelle-Guinée; Papúa Nueva Guinea; Papua Nuova Guinea; Papua Nova Guiné; Papoea-Nieuw-Guinea
    PN PCN Pitcairn; Pitcairn Islands; Pitcairninseln
    PW PLW Palau; Republic of Palau; Palaos; Belau
    SB SLB Solomon Islands; Solomons; Salomonen; Îles Salomon; Islas Salomón; Isole Salomone; Ilhas Salomão; Salomonseilanden
    TF ATF French Southern Territories; French Southern and Antarctic Lands; Terres australes françaises; Terres australes et antarctiques françaises; Französische Süd- und Antarktisgebiete
    TK TKL Tokelau
    TO TON Tonga; Kingdom of Tonga
    TV TUV Tuvalu
    UM UMI United States Minor Outlying Islands; U.S. Minor Outlying Islands; US Minor Outlying Islands; Minor Outlying Islands
    VU VUT Vanuatu; Republic of Vanuatu; New Hebrides
    WF WLF Wallis and Futuna; Wallis and Futuna Islands; Wallis-et-Futuna; Wallis und Futuna
    WS WSM Samoa; Western Samoa; Independent State of Samoa; West Samoa
    """

  /// States and provinces that tell their country by their full name, and cities that are written alone.
  static let regions = """
    US Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada; New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Virginia; West Virginia; Wisconsin; Wyoming; District of Columbia; Washington DC; Washington D.C.; New York City; NYC
    CA Ontario; Quebec; Québec; British Columbia; Alberta; Manitoba; Saskatchewan; Nova Scotia; New Brunswick; Newfoundland and Labrador; Prince Edward Island
    AU New South Wales; Queensland; Tasmania; Western Australia; South Australia; Northern Territory
    DE Bayern; Bavaria; Baden-Württemberg; Nordrhein-Westfalen; Niedersachsen; Sachsen; Hessen; Rheinland-Pfalz
    """

  /// Letters that Americans write for states and that are no country's code; valid behind a city.
  static let stateCodes = "tx fl nj wa az oh mi wi ny or nv ut ct ks ok nh ri hi ak wv wy ia nd dc"
  /// Letters that are a state's as well as a country's: behind a city nobody knows which is meant.
  static let ambiguousCodes = "ca de il in ga al ar co id ky la ma md me mn mo ms mt nc ne pa sc sd tn va az"
}
