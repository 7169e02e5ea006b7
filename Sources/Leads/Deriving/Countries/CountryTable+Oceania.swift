extension CountryTable {
  static let oceaniaAndAntarctica = """
    AQ ATA Antarctica; Antarktis; Antarctique; Antártida; Antartide
    AS ASM American Samoa; Amerikanisch-Samoa; Samoa américaines; Samoa Americana
    AU AUS Australia; Commonwealth of Australia; Oz; Straya; Australien; Australie; Austrália; Australië; Aussie
    BV BVT Bouvet Island; Bouvetinsel; Bouvetøya
    CC CCK Cocos (Keeling) Islands; Cocos Islands; Keeling Islands; Kokosinseln; Îles Cocos
    CK COK Cook Islands; Cookinseln; Îles Cook; Islas Cook; Isole Cook; Ilhas Cook; Cookeilanden
    CX CXR Christmas Island; Weihnachtsinsel; Île Christmas; Isla de Navidad
    FJ FJI Fiji; Republic of Fiji; Fidschi; Fidji; Fiyi; Figi; Fiji Islands
    FM FSM Micronesia; Federated States of Micronesia; Micronesia, Federated States of;
      Micronesia (Federated States of); Mikronesien; Micronésie; Micronésia; FSM
    GS SGS South Georgia and the South Sandwich Islands; South Georgia; South Sandwich Islands; Südgeorgien
    GU GUM Guam
    HM HMD Heard Island and McDonald Islands; Heard and McDonald Islands; Heard Island
    KI KIR Kiribati; Republic of Kiribati
    MH MHL Marshall Islands; Republic of the Marshall Islands; Marshallinseln; Îles Marshall; Islas Marshall;
      Isole Marshall; Ilhas Marshall; Marshalleilanden
    MP MNP Northern Mariana Islands; Mariana Islands; Saipan; Nördliche Marianen; Îles Mariannes du Nord;
      Islas Marianas del Norte
    NC NCL New Caledonia; Nouvelle-Calédonie; Neukaledonien; Nueva Caledonia; Nuova Caledonia; Nova Caledônia;
      Nova Caledónia; Nieuw-Caledonië
    NF NFK Norfolk Island; Norfolkinsel; Île Norfolk
    NR NRU Nauru; Republic of Nauru
    NU NIU Niue
    NZ NZL New Zealand; Aotearoa; NZ; N.Z.; Neuseeland; Nouvelle-Zélande; Nueva Zelanda; Nueva Zelandia;
      Nuova Zelanda; Nova Zelândia; Nieuw-Zeeland; Nya Zeeland; Nowa Zelandia; New Zeland; Aotearoa New Zealand
    PF PYF French Polynesia; Tahiti; Französisch-Polynesien; Polynésie française; Polinesia Francesa;
      Polinesia francese; Polinésia Francesa; Frans-Polynesië
    PG PNG Papua New Guinea; Independent State of Papua New Guinea; Papua-Neuguinea; Papouasie-Nouvelle-Guinée;
      Papúa Nueva Guinea; Papua Nuova Guinea; Papua Nova Guiné; Papoea-Nieuw-Guinea
    PN PCN Pitcairn; Pitcairn Islands; Pitcairninseln
    PW PLW Palau; Republic of Palau; Palaos; Belau
    SB SLB Solomon Islands; Solomons; Salomonen; Îles Salomon; Islas Salomón; Isole Salomone; Ilhas Salomão;
      Salomonseilanden
    TF ATF French Southern Territories; French Southern and Antarctic Lands; Terres australes françaises;
      Terres australes et antarctiques françaises; Französische Süd- und Antarktisgebiete
    TK TKL Tokelau
    TO TON Tonga; Kingdom of Tonga
    TV TUV Tuvalu
    UM UMI United States Minor Outlying Islands; U.S. Minor Outlying Islands; US Minor Outlying Islands;
      Minor Outlying Islands
    VU VUT Vanuatu; Republic of Vanuatu; New Hebrides
    WF WLF Wallis and Futuna; Wallis and Futuna Islands; Wallis-et-Futuna; Wallis und Futuna
    WS WSM Samoa; Western Samoa; Independent State of Samoa; West Samoa
    """
}
