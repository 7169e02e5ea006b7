extension CountryTable {
  static let africa = """
    AO AGO Angola; Republic of Angola
    BF BFA Burkina Faso; Upper Volta; Burkina
    BI BDI Burundi; Republic of Burundi
    BJ BEN Benin; Republic of Benin; Bénin; Benín; Benim; Dahomey
    BW BWA Botswana; Republic of Botswana; Botsuana
    CD COD Democratic Republic of the Congo; Congo, Democratic Republic of the; Congo, The Democratic Republic of the;
      DR Congo; D.R. Congo; DRC; D.R.C.; Congo-Kinshasa; Congo (Kinshasa); Congo (DRC); Congo DR; Congo, Dem. Rep.;
      Zaire; Demokratische Republik Kongo; DR Kongo; République démocratique du Congo; RDC;
      República Democrática del Congo; Repubblica Democratica del Congo; República Democrática do Congo;
      Democratische Republiek Congo; Kongo-Kinshasa; Congo Democratic Republic
    CF CAF Central African Republic; CAR; Zentralafrikanische Republik; République centrafricaine; Centrafrique;
      República Centroafricana; Repubblica Centrafricana; República Centro-Africana; Centraal-Afrikaanse Republiek
    CG COG Congo; Republic of the Congo; Congo, Republic of the; Congo-Brazzaville; Congo (Brazzaville);
      Republik Kongo; Kongo; République du Congo; República del Congo; Repubblica del Congo; Congo, Rep.;
      Kongo-Brazzaville; República do Congo
    CI CIV Côte d'Ivoire; Ivory Coast; Cote dIvoire; Republic of Côte d'Ivoire; Elfenbeinküste; Costa de Marfil;
      Costa d'Avorio; Costa do Marfim; Ivoorkust
    CM CMR Cameroon; Republic of Cameroon; Kamerun; Cameroun; Camerún; Camerun; Camarões; Kameroen
    CV CPV Cape Verde; Cabo Verde; Republic of Cabo Verde; Kap Verde; Cap-Vert; Capo Verde; Kaapverdië;
      Cape Verde Islands
    DJ DJI Djibouti; Republic of Djibouti; Dschibuti; Yibuti; Gibuti; Djibuti
    DZ DZA Algeria; People's Democratic Republic of Algeria; الجزائر; Algerien; Algérie; Argelia; Argélia; Algerije
    EG EGY Egypt; Arab Republic of Egypt; مصر; Misr; Ägypten; Égypte; Egipto; Egitto; Egito; Egypte; Egipt
    EH ESH Western Sahara; Westsahara; Sahara occidental; Sahara Occidentale; Saara Ocidental; Westelijke Sahara
    ER ERI Eritrea; State of Eritrea; Érythrée; Eritreia
    ET ETH Ethiopia; Federal Democratic Republic of Ethiopia; ኢትዮጵያ; Äthiopien; Éthiopie; Etiopía; Etiopia; Etiópia;
      Ethiopië; Abyssinia
    GA GAB Gabon; Gabonese Republic; Gabun; Gabón; Gabão
    GH GHA Ghana; Republic of Ghana; Gana
    GM GMB Gambia; The Gambia; Republic of the Gambia; Gambie; Gâmbia
    GN GIN Guinea; Republic of Guinea; Guinea-Conakry; Guinée; Guiné; Guinee
    GQ GNQ Equatorial Guinea; Republic of Equatorial Guinea; Äquatorialguinea; Guinée équatoriale; Guinea Ecuatorial;
      Guinea Equatoriale; Guiné Equatorial; Equatoriaal-Guinea
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
    SH SHN Saint Helena, Ascension and Tristan da Cunha; Saint Helena; St. Helena; Ascension Island; Tristan da Cunha;
      Sainte-Hélène; Santa Elena
    SL SLE Sierra Leone; Republic of Sierra Leone; Serra Leoa
    SN SEN Senegal; Republic of Senegal; Sénégal
    SO SOM Somalia; Federal Republic of Somalia; Soomaaliya; Somalie; Somália; Somalië; Somaliland
    SS SSD South Sudan; Republic of South Sudan; Südsudan; Soudan du Sud; Sudán del Sur; Sudan del Sud; Sudão do Sul;
      Zuid-Soedan
    ST STP São Tomé and Príncipe; Sao Tome and Principe; São Tomé; Sao Tome; Sao Tomé-et-Principe;
      Santo Tomé y Príncipe; São Tomé e Príncipe
    SZ SWZ Eswatini; Swaziland; Kingdom of Eswatini; Swasiland; Suazilandia; Essuatíni
    TD TCD Chad; Republic of Chad; Tschad; Tchad; Ciad; Chade; Tsjaad; تشاد
    TG TGO Togo; Togolese Republic
    TN TUN Tunisia; Republic of Tunisia; تونس; Tunesien; Tunisie; Túnez; Tunísia; Tunesië
    TZ TZA Tanzania; United Republic of Tanzania; Tanzania, United Republic of; Tansania; Tanzanie; Tanzânia
    UG UGA Uganda; Republic of Uganda; Ouganda; Oeganda
    YT MYT Mayotte
    ZA ZAF South Africa; Republic of South Africa; RSA; R.S.A.; S. Africa; Südafrika; Afrique du Sud; Sudáfrica;
      Sudafrica; África do Sul; Zuid-Afrika; Suid-Afrika; Mzansi; Sydafrika; Rep of South Africa
    ZM ZMB Zambia; Republic of Zambia; Sambia; Zambie; Zâmbia
    ZW ZWE Zimbabwe; Republic of Zimbabwe; Simbabwe; Zimbabue; Zimbábue; Rhodesia
    """
}
