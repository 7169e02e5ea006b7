/// Words of titles that say how high somebody stands.
///
/// A line is a seniority (or `-`), a department (or `-`; `?` behind it makes it weak, `!` strong), and the words and
/// phrases that say so; lines that are further in go on. `TitleJudge` treats the words of lines that begin with `kind`
/// by rules of their own.
enum RankWords {
  /// Words with rules of their own.
  static let kinds = """
    kind former: former, formerly, ex, previously, previous, past, ehemaliger, ehemalige, ehemals, ancien, ancienne,
      antiguo, antigua, exdirector, anteriormente, voormalig, tidligere, tidigare, fd, byly, dawniej
    kind deputy: deputy, dep, stellvertretender, stellvertretende, stellvertreter, stellvertreterin, stellvertretung,
      stellv, stv, stellvertr, vice, vize, adjoint, adjointe, adjunct, adjunto, adjunta, plaatsvervangend, waarnemend,
      zastepca, viceverkstallande, ass vd, stedfortredende, sostituto, vicario, suplente
    kind possessive: s
    kind retired: retired, retiree, in retirement, emeritus, emerita, pensioner, pensionierter, pensioniert,
      pensionist, rentner, rentnerin, im ruhestand, ruhestand, ausser dienst, retraite, retraitee, a la retraite,
      jubilado, jubilada, retirado, pensionato, pensionata, in pensione, aposentado, aposentada, reformado,
      gepensioneerd, gepensioneerde, pensionar, pensionerad, pensjonist, emeryt, emerytka, unemployed, jobless,
      job seeker, jobseeker, seeking opportunities, looking for work, open to work, between jobs, arbeitslos,
      arbeitssuchend, sans emploi, en recherche d emploi, demandeur d emploi, sin empleo, desempleado, desempregado,
      disoccupato, werkloos, homemaker, housewife, hausfrau
    kind to: to, to the, an die, reporting to
    kind and: and, und, et, y, ed, och, og, oraz
    kind of: of, of the, der, des, de, de la, du, della, dello, dell, del, di, do, da, dos, van, van de, von, fur,
      for, for the, til, till, for die, dla, vom, des directeur, d, zur, zum
    kind at: at, bei, chez, presso
    kind assistant: assistant, assistants, asst, assist, assistent, assistentin, assistenz, assistante, asistente,
      asistenta, assistente, asystent, asystentka, avustaja
    kind office: office of, office of the, buro der, buro des, bureau du, office
    kind chief: chief
    kind officer: officer
    kind head: head, heads, hd
    kind lead: lead
    kind partner: partner, partners, partnerin, associe, associee, socio, socia, vennoot, wspolnik, gesellschafter
    kind owner: owner, owners, owns
    kind principal: principal
    kind executive: executive, exec
    kind junior: junior, jr, jnr, jun, intern, interns, internship, trainee, trainees, apprentice, apprenticeship,
      praktikant, praktikantin, praktikum, werkstudent, werkstudentin, working student, auszubildender, auszubildende,
      azubi, lehrling, volontar, volontarin, stagiaire, stagiair, alternant, alternante, apprenti, apprentie,
      en alternance, alternance, becario, becaria, practicante, aprendiz, tirocinante, stagista, apprendista,
      estagiario, estagiaria, estagio, trainee program, leerling, praktikanten, larling, laerling, praktikantka,
      stazysta, stazystka, praktykant, praktykantka, entry level, early career, student assistant,
      studentische hilfskraft, hiwi, bachelorand, masterand, diplomand, referendar, mlodszy, mlodsza, vie, junger,
      debutant, passante, giovane
    kind weak: student, students, studentin, etudiant, etudiante, estudiante, studente, studentessa, estudante,
      studerende, graduate, absolvent, absolventin, undergraduate, pupil, schuler, schulerin, uczen, phd student,
      doctoral student, doctoral candidate, phd candidate, doktorand, doktorandin, freshman, sophomore, studerande,
      studentka, opiskelija, graduate student, mba student, mba candidate, college student
    kind senior: senior, sr, snr, sen, seniora, erfahrener, experimente, experimentee, confirme, confirmee, starszy,
      starsza
    """

  /// Owners and the top of a company.
  static let top = """
    owner executive?: founder, founders, founding partner, founding member, co founder, cofounder, co founders,
      grunder, grunderin, mitgrunder, mitgrunderin, firmengrunder, fondateur, fondatrice, co fondateur, co fondatrice,
      cofondateur, cofondatrice, fundador, fundadora, cofundador, cofundadora, co fundador, fondatore, fondatrice,
      cofondatore, oprichter, mede oprichter, medeoprichter, grundare, medgrundare, stifter, medstifter, grunnlegger,
      grunder, zalozyciel, zalozycielka, wspolzalozyciel, perustaja
    owner executive?: co owner, coowner, business owner, company owner, shop owner, store owner, restaurant owner,
      firm owner, agency owner, owner operator, owner manager, owner director, sole owner, proprietor,
      sole proprietor, proprietress, sole trader, inhaber, inhaberin, geschaftsinhaber, geschaftsinhaberin,
      mitinhaber, mitinhaberin, firmeninhaber, firmeninhaberin, eigentumer, eigentumerin, mitgesellschafter,
      proprietaire, patron, patronne, dueno, duena, propietario, propietaria, titolare, proprietario, proprietaria,
      dono, dona, empresario, empresaria, imprenditore, imprenditrice, eigenaar, eigenares, eigenaresse,
      mede eigenaar, agare, delagare, ejer, indehaver, medejer, eier, daglig leder og eier, innehaver, wlasciciel,
      wlascicielka, wspolwlasciciel, wspolwlascicielka, entrepreneur, unternehmer, unternehmerin, ondernemer,
      chef d entreprise, dirigeant, dirigeante, gerant associe, empresario autonomo, selbststandig, selbststandiger,
      selbststandige, selbstandig, selbstandiger, selbstandige, self employed, selfemployed, freelancer, freiberufler,
      freiberuflerin, autonomo, autonoma, libero professionista, auto entrepreneur, autoentrepreneur, zzp er, zzper,
      solopreneur, shareholder, geschaftsfuhrender gesellschafter, gesellschafter geschaftsfuhrer, managing partner,
      senior partner, equity partner, name partner, founding director, managing member, managing owner,
      general partner, socio fundador, socio director, socia directora, socio gerente, associe gerant,
      associe fondateur, socio fondatore, socio administrador, yrittaja, partner and founder
    c executive?: ceo, chief executive, chief executive officer, co ceo, group ceo, global ceo, c e o,
      ceo and president, managing director and ceo
    c executive?: managing director, managing directors, md, mgng director, mng director, mgmt director,
      general management, geschaftsfuhrer, geschaftsfuhrung, geschaftsleiter, geschaftsleiterin, geschaftsleitung,
      mitglied der geschaftsleitung, mitglied der geschaftsfuhrung, gf, ggf, geschaftsfuhrender direktor,
      hauptgeschaftsfuhrer, vorstand, vorstande, vorstandin, vorstandsvorsitzender, vorstandsvorsitzende,
      vorstandsvorsitz, vorstandsmitglied, vorstandssprecher, mitglied des vorstands,
      vorsitzender der geschaftsfuhrung, generaldirektor, generaldirektorin, ceo schweiz, directeur general,
      directrice generale, director general, directora general, direttore generale, direttrice generale,
      diretor geral, diretora geral, pdg, p d g, president directeur general, presidente directeur general, dg,
      gerant, gerante, amministratore delegato, amministratrice delegata, amministratore unico, amministratore,
      consejero delegado, consejera delegada, gerente general, gerenta general, director ejecutivo,
      directora ejecutiva, administrador unico, administrador, administradora delegado, diretor executivo,
      diretora executiva, diretor presidente, administrador delegado, algemeen directeur, algemeen direkteur,
      directeur eigenaar, directeur grootaandeelhouder, dga, bestuurder, voorzitter, voorzitter raad van bestuur,
      bestuursvoorzitter, lid raad van bestuur, raad van bestuur, zaakvoerder, gedelegeerd bestuurder, voorzitter,
      voorzitter raad van bestuur, bestuursvoorzitter, lid raad van bestuur, raad van bestuur, statutair directeur,
      vd, verkstallande direktor, koncernchef, adm direktor, administrerende direktor, daglig leder, konsernsjef,
      adm dir, koncerndirektor, prezes, prezes zarzadu, czlonek zarzadu, dyrektor generalny, dyrektor naczelny,
      toimitusjohtaja, generalni reditel, jednatel, ugyvezeto, generalny direktor, genel mudur, general director,
      director geral, vorsitzender, sprecher des vorstands
    c executive?: president, presidente, presidenta, presidentin, prasident, prasidentin, co president,
      president and ceo, chairman, chairwoman, chairperson, chair, chair of the board, chairman of the board,
      executive chairman, board member, member of the board, board director, board of directors,
      member of the board of directors, boardmember, supervisory board, aufsichtsrat, aufsichtsratsvorsitzender,
      verwaltungsrat, prasident des verwaltungsrates, membre du conseil, administrateur, presidente del consiglio,
      presidente ejecutivo, styrelseordforande, styrelseledamot, bestyrelsesformand, bestyrelsesmedlem, styreleder,
      commissaris, c level, c suite, c level executive, cxo, hallituksen puheenjohtaja, executive president
    c -: chief officer
    c finance!: cfo, chief financial officer, chief finance officer, group cfo, finanzvorstand,
      kaufmannischer geschaftsfuhrer, directeur administratif et financier
    c operations!: coo, chief operating officer, chief operations officer, group coo
    c it!: cto, chief technology officer, chief technical officer, chief tech officer, cio, chief information officer,
      ciso, chief information security officer, chief security officer, chief digital officer, dsi
    c engineering!: technischer geschaftsfuhrer, chief engineering officer, technikvorstand
    c marketing!: cmo, chief marketing officer, chief brand officer, chief communications officer,
      chief communication officer, chief content officer, chief growth officer, cgo, marketingvorstand
    c sales!: cro, chief revenue officer, chief sales officer, cso, chief commercial officer, cco,
      chief business officer, cbo, chief business development officer, vertriebsvorstand
    c product!: cpo, chief product officer, chief product and technology officer, cpto
    c hr!: chro, chief human resources officer, chief hr officer, chief people officer, chief talent officer,
      chief people and culture officer, personalvorstand, chief diversity officer, chief learning officer,
      chief happiness officer, chief human resource officer
    c legal!: clo, chief legal officer, chief compliance officer, chief privacy officer, chief risk officer
    c data!: cdo, chief data officer, chief analytics officer, cdao, chief data and analytics officer,
      chief ai officer, caio
    c design!: chief design officer, chief creative officer, chief experience officer
    c procurement!: chief procurement officer, chief purchasing officer
    c research!: chief scientific officer, chief science officer, chief innovation officer, chief research officer
    c medical!: chief medical officer, chief nursing officer
    c education!: chief academic officer
    c executive!: chief strategy officer, chief transformation officer, chief of everything
    c administration!: cao, chief administrative officer
    c support!: chief customer officer, chief customer success officer, chief service officer
    """
}
