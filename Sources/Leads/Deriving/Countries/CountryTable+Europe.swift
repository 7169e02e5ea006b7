extension CountryTable {
  static let europe = """
    AD AND Andorra; Principality of Andorra; Andorre
    AL ALB Albania; Republic of Albania; Shqipëria; Shqiperi; Albanien; Albanie; Albânia; Albanië
    AT AUT Austria; Republic of Austria; Österreich; Oesterreich; Republik Österreich; Autriche; Áustria; Oostenrijk
    AX ALA Åland Islands; Aland; Åland; Ahvenanmaa; Ålandinseln
    BA BIH Bosnia and Herzegovina; Bosnia; Bosnia Herzegovina; BiH; Bosna i Hercegovina; Bosnien und Herzegowina;
      Bosnien; Bosnien-Herzegowina; Bosnie-Herzégovine; Bosnie; Bosnia y Herzegovina; Bosnia ed Erzegovina;
      Bosnia Erzegovina; Bósnia e Herzegovina; Bosnië en Herzegovina; Bosnië; Herzegovina
    BE BEL Belgium; Kingdom of Belgium; Belgien; Belgique; België; Belgie; Bélgica; Belgio; Königreich Belgien
    BG BGR Bulgaria; Republic of Bulgaria; България; Bulgarien; Bulgarie; Bulgária; Bulgarije
    BY BLR Belarus; Republic of Belarus; Беларусь; Byelorussia; White Russia; Weißrussland; Biélorussie; Bielorrusia;
      Bielorussia; Bielorrússia; Wit-Rusland
    CH CHE Switzerland; Swiss Confederation; Swiss; Schweiz; Die Schweiz; Suisse; La Suisse; Svizzera; Svizra; Suiza;
      Suíça; Zwitserland; Schweizerische Eidgenossenschaft; Confoederatio Helvetica
    CY CYP Cyprus; Republic of Cyprus; Κύπρος; Kypros; Kıbrıs; Zypern; Chypre; Chipre; Cipro
    CZ CZE Czechia; Czech Republic; The Czech Republic; Česko; Česká republika; Czech; Tschechien;
      Tschechische Republik; Tchéquie; République tchèque; Chequia; República Checa; Cechia; Repubblica Ceca; Chéquia;
      Tsjechië; Czech Rep
    DE DEU Germany; Federal Republic of Germany; Deutschland; Bundesrepublik Deutschland; BRD; FRG; Allemagne;
      Alemania; Germania; Alemanha; Duitsland; Niemcy; Tyskland; Saksa; Almanya; Nemecko; Németország; Германия;
      West Germany
    DK DNK Denmark; Kingdom of Denmark; Danmark; Dänemark; Danemark; Dinamarca; Danimarca; Denemarken; Dania
    EE EST Estonia; Republic of Estonia; Eesti; Estland; Estonie; Estônia; Estónia
    ES ESP Spain; Kingdom of Spain; España; Espana; Spanien; Espagne; Spagna; Espanha; Spanje; Hiszpania; Espanya
    FI FIN Finland; Republic of Finland; Suomi; Finnland; Finlande; Finlandia; Finlândia
    FO FRO Faroe Islands; Faeroe Islands; Faroes; Føroyar; Færøerne; Färöer; Färöer-Inseln; Îles Féroé; Islas Feroe;
      Isole Faroe; Fær Øer; Ilhas Faroé; Faeröer
    FR FRA France; French Republic; République française; La France; Frankreich; Francia; França; Frankrijk; Francja;
      Frankrike; Frankrig; Metropolitan France; Ranska
    GB GBR United Kingdom; UK; U.K.; Great Britain; Britain; GB; England; Scotland; Wales; Northern Ireland;
      United Kingdom of Great Britain and Northern Ireland; Großbritannien; Grossbritannien; Vereinigtes Königreich;
      Royaume-Uni; Grande-Bretagne; Angleterre; Écosse; Reino Unido; Gran Bretaña; Inglaterra; Regno Unito;
      Gran Bretagna; Inghilterra; Grã-Bretanha; Verenigd Koninkrijk; Groot-Brittannië; Engeland; Schottland;
      Wielka Brytania; Storbritannien; Storbritannia; Pays de Galles; Nordirland; Escocia; Scozia; Cymru; Nord Irland;
      UK of GB; U K; Brittain; Zjednoczone Królestwo; Schotland
    GG GGY Guernsey; Bailiwick of Guernsey; Guernesey
    GI GIB Gibraltar; Gibilterra
    GR GRC Greece; Hellenic Republic; Hellas; Ελλάδα; Ελλάς; Ellada; Griechenland; Grèce; Grecia; Grécia; Griekenland;
      EL; Grekland; Yunanistan; Grecja
    HR HRV Croatia; Republic of Croatia; Hrvatska; Kroatien; Croatie; Croacia; Croazia; Croácia; Kroatië; Chorwacja
    HU HUN Hungary; Magyarország; Magyarorszag; Ungarn; Hongrie; Hungría; Ungheria; Hungria; Hongarije; Węgry; Ungern
    IE IRL Ireland; Republic of Ireland; Éire; Eire; Irland; Irlande; Irlanda; Ierland; Southern Ireland;
      Rep of Ireland; Irlandia; Irish Republic
    IM IMN Isle of Man; Man, Isle of; Insel Man; Île de Man; Isla de Man; Isola di Man; Ilha de Man
    IS ISL Iceland; Republic of Iceland; Ísland; Island; Islande; Islandia; Islanda; Islândia; IJsland
    IT ITA Italy; Italian Republic; Italia; Italien; Italie; Itália; Italië; Repubblica Italiana; Włochy
    JE JEY Jersey; Bailiwick of Jersey
    LI LIE Liechtenstein; Principality of Liechtenstein; Fürstentum Liechtenstein
    LT LTU Lithuania; Republic of Lithuania; Lietuva; Litauen; Lituanie; Lituania; Lituânia; Litouwen; Litwa
    LU LUX Luxembourg; Luxemburg; Grand Duchy of Luxembourg; Lëtzebuerg; Letzebuerg; Luxemburgo; Lussemburgo;
      Grand-Duché de Luxembourg
    LV LVA Latvia; Republic of Latvia; Latvija; Lettland; Lettonie; Letonia; Lettonia; Letônia; Letónia; Letland;
      Łotwa
    MC MCO Monaco; Principality of Monaco; Principauté de Monaco; Mónaco; Mônaco
    MD MDA Moldova; Republic of Moldova; Moldova, Republic of; Moldawien; Republik Moldau; Moldau; Moldavie; Moldavia;
      Moldávia; Moldavië; Moldau, Republik
    ME MNE Montenegro; Crna Gora; Monténégro; Црна Гора
    MK MKD North Macedonia; Republic of North Macedonia; Macedonia; FYROM; FYR Macedonia;
      Former Yugoslav Republic of Macedonia; Macedonia, the former Yugoslav Republic of; Северна Македонија;
      Македонија; Severna Makedonija; Makedonija; Nordmazedonien; Mazedonien; Macédoine du Nord; Macédoine;
      Macedonia del Norte; Macedonia del Nord; Macedônia do Norte; Macedónia do Norte; Noord-Macedonië; Macedonië
    MT MLT Malta; Republic of Malta; Malte
    NL NLD Netherlands; The Netherlands; Holland; Nederland; Kingdom of the Netherlands; Niederlande; Die Niederlande;
      Pays-Bas; Les Pays-Bas; Hollande; Países Bajos; Holanda; Paesi Bassi; Olanda; Países Baixos; Holandia;
      Nederländerna; Nederlandene; Holland (Netherlands); Nederlands; Netherland
    NO NOR Norway; Kingdom of Norway; Norge; Noreg; Norwegen; Norvège; Noruega; Norvegia; Noorwegen; Norwegia
    PL POL Poland; Republic of Poland; Polska; Polen; Pologne; Polonia; Polônia; Polónia; Rzeczpospolita Polska; Puola
    PT PRT Portugal; Portuguese Republic; República Portuguesa; Portogallo; Portugalia
    RO ROU Romania; România; Rumania; Roumania; Rumänien; Roumanie; Rumanía; Romênia; Roménia; Roemenië; Rumunia
    RS SRB Serbia; Republic of Serbia; Србија; Srbija; Serbien; Serbie; Sérvia; Servië
    RU RUS Russia; Russian Federation; The Russian Federation; Россия; Российская Федерация; РФ; Rossiya; Russland;
      Rußland; Russische Föderation; Russie; Fédération de Russie; Rusia; Rússia; Rusland; Rosja; Ryssland;
      Federación de Rusia; Federazione Russa
    SE SWE Sweden; Kingdom of Sweden; Sverige; Schweden; Suède; Suecia; Svezia; Suécia; Zweden; Szwecja; Ruotsi
    SI SVN Slovenia; Republic of Slovenia; Slovenija; Slowenien; Slovénie; Eslovenia; Eslovênia; Eslovénia; Slovenië;
      Słowenia
    SJ SJM Svalbard and Jan Mayen; Svalbard; Jan Mayen; Spitzbergen; Spitsbergen
    SK SVK Slovakia; Slovak Republic; Slovensko; Slovenská republika; Slowakei; Slovaquie; Eslovaquia; Slovacchia;
      Eslováquia; Slowakije; Slowakische Republik; Słowacja
    SM SMR San Marino; Republic of San Marino; Saint-Marin
    TR TUR Turkey; Türkiye; Turkiye; Republic of Türkiye; Republic of Turkey; Türkei; Turquie; Turquía; Turchia;
      Turquia; Turkije; Turkiet; Tyrkiet; Turcja
    UA UKR Ukraine; The Ukraine; Україна; Ukraina; Украина; Ucrania; Ucraina; Ucrânia; Oekraïne
    VA VAT Vatican City; Holy See; Vatican; Vatican City State; Holy See (Vatican City State); Vatikan; Vatikanstadt;
      Heiliger Stuhl; Cité du Vatican; Saint-Siège; Ciudad del Vaticano; Santa Sede; Città del Vaticano; Santa Sé;
      Vaticano; Vaticaanstad
    XK XKX Kosovo; Republic of Kosovo; Kosova; Косово
    """
}
