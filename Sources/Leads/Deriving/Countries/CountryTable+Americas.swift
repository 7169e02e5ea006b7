extension CountryTable {
  static let americas = """
    AG ATG Antigua and Barbuda; Antigua; Barbuda; Antigua und Barbuda; Antigua-et-Barbuda; Antigua y Barbuda;
      Antigua e Barbuda; Antigua en Barbuda
    AI AIA Anguilla
    AR ARG Argentina; Argentine Republic; República Argentina; Argentinien; Argentine; Argentinië
    AW ABW Aruba
    BB BRB Barbados; Barbade
    BL BLM Saint Barthélemy; St. Barthélemy; St Barts; St Barths; Saint Barthelemy; Saint-Barth; San Bartolomé
    BM BMU Bermuda; Bermudes; Bermudas; The Bermudas
    BO BOL Bolivia; Plurinational State of Bolivia; Bolivia, Plurinational State of; Bolivien; Bolivie; Bolívia
    BQ BES Bonaire, Sint Eustatius and Saba; Caribbean Netherlands; Bonaire; Sint Eustatius; Saba;
      Karibische Niederlande; Pays-Bas caribéens; Caribisch Nederland
    BR BRA Brazil; Federative Republic of Brazil; Brasil; Brasilien; Brésil; Brasile; Brazilië; Brazylia;
      República Federativa do Brasil
    BS BHS Bahamas; The Bahamas; Commonwealth of the Bahamas; Las Bahamas; Bahama's
    BZ BLZ Belize; Belice
    CA CAN Canada; Kanada; Canadá; Dominion of Canada
    CL CHL Chile; Republic of Chile; República de Chile; Chili; Cile
    CO COL Colombia; Republic of Colombia; Kolumbien; Colombie; Colômbia; Columbia (country)
    CR CRI Costa Rica; Republic of Costa Rica
    CU CUB Cuba; Republic of Cuba; Kuba
    CW CUW Curaçao; Curacao
    DM DMA Dominica; Commonwealth of Dominica; Dominique
    DO DOM Dominican Republic; República Dominicana; Dominikanische Republik; République dominicaine;
      Repubblica Dominicana; Dominicaanse Republiek; Dominican Rep; Rep Dominicana
    EC ECU Ecuador; Republic of Ecuador; Équateur; Equador
    FK FLK Falkland Islands; Falkland Islands (Malvinas); Falklands; Malvinas; Islas Malvinas; Falklandinseln;
      Îles Malouines; Isole Falkland; Ilhas Malvinas; Falklandeilanden
    GD GRD Grenada; Grenade; Granada (country)
    GF GUF French Guiana; Guyane; Guyane française; Französisch-Guayana; Guayana Francesa; Guyana francese;
      Guiana Francesa; Frans-Guyana
    GL GRL Greenland; Kalaallit Nunaat; Grønland; Grönland; Groenland; Groenlandia; Groenlândia; Gronelândia;
      Groenlandia
    GP GLP Guadeloupe; Guadalupe; Guadalupa
    GT GTM Guatemala; Republic of Guatemala
    GY GUY Guyana; Co-operative Republic of Guyana; Guiana; Guayana
    HN HND Honduras; Republic of Honduras
    HT HTI Haiti; Republic of Haiti; Haïti; Ayiti; Haití
    JM JAM Jamaica; Jamaika; Jamaïque; Giamaica
    KN KNA Saint Kitts and Nevis; St. Kitts and Nevis; St Kitts; Saint Kitts; Nevis; St. Kitts und Nevis;
      Saint-Christophe-et-Niévès; San Cristóbal y Nieves; São Cristóvão e Névis
    KY CYM Cayman Islands; Caymans; The Cayman Islands; Kaimaninseln; Îles Caïmans; Islas Caimán; Isole Cayman;
      Ilhas Cayman; Kaaimaneilanden; Grand Cayman
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
    TC TCA Turks and Caicos Islands; Turks and Caicos; Turks & Caicos; Turks- und Caicosinseln;
      Îles Turques-et-Caïques
    TT TTO Trinidad and Tobago; Trinidad; Tobago; Trinidad & Tobago; Trinidad und Tobago; Trinité-et-Tobago;
      Trinidad y Tobago; Trinidad e Tobago; Trinidad en Tobago
    US USA United States; United States of America; The United States; The US; U.S.; U.S.A.; US of A; America;
      The States; United States (US); Vereinigte Staaten; Vereinigte Staaten von Amerika; États-Unis; Etats Unis;
      États-Unis d'Amérique; Estados Unidos; Estados Unidos de América; EE.UU.; EEUU; EE UU; EUA; E.U.A.; Stati Uniti;
      Stati Uniti d'America; Estados Unidos da América; Verenigde Staten; Verenigde Staten van Amerika; Amerika;
      Stany Zjednoczone; Förenta staterna; 美国; 美國; アメリカ; 米国; 미국; США; Unites States; United State; U S A; U S;
      United Sates; USofA; Les Etats-Unis; US America; Yhdysvallat; Соединённые Штаты; アメリカ合衆国
    UY URY Uruguay; Oriental Republic of Uruguay; Uruguai
    VC VCT Saint Vincent and the Grenadines; St. Vincent and the Grenadines; St Vincent; Saint Vincent;
      St. Vincent und die Grenadinen; Saint-Vincent-et-les-Grenadines; San Vicente y las Granadinas;
      São Vicente e Granadinas
    VE VEN Venezuela; Bolivarian Republic of Venezuela; Venezuela, Bolivarian Republic of; Vénézuéla
    VG VGB British Virgin Islands; Virgin Islands, British; Virgin Islands (British); BVI; Britische Jungferninseln;
      Îles Vierges britanniques; Islas Vírgenes Británicas; Isole Vergini Britanniche; Ilhas Virgens Britânicas;
      Britse Maagdeneilanden
    VI VIR U.S. Virgin Islands; US Virgin Islands; United States Virgin Islands; Virgin Islands, U.S.;
      Virgin Islands (U.S.); USVI; Virgin Islands; Amerikanische Jungferninseln; Îles Vierges des États-Unis;
      Îles Vierges américaines; Islas Vírgenes de los Estados Unidos; Islas Vírgenes Americanas
    """
}
