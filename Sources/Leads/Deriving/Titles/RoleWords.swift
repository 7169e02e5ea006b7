/// What people do: words and phrases of titles, most of which make their holders ordinary employees of a department.
///
/// Written as in `RankWords`.
enum RoleWords {
  static let general = """
    staff -: cook, koch, kochin, cuisinier, cocinero, cocinera, cuoco, cozinheiro, kok, kucharz, sous chef,
      kuchenchef, pastry chef, waiter, waitress, kellner, kellnerin, serveur, camarero, camarera, cameriere, barista,
      bartender, barkeeper, housekeeper, security guard, guard, police officer, polizist, policeman, firefighter,
      feuerwehrmann, soldier, farmer, landwirt, agriculteur, gardener, gartner, gartnerin, baker, backer, butcher,
      metzger, carpenter, tischler, schreiner, zimmerer, painter, maler, plumber, builder, maurer, bricklayer,
      labourer, laborer, tailor, hairdresser, friseur, friseurin, coiffeur, coiffeuse, flight attendant, pilot,
      cleaner, reinigungskraft, elektriker, elektrikerin, electrician, electricien, electricista, elettricista,
      eletricista, welder, schweisser, journalist, journalistin, journaliste, periodista, giornalista, jornalista,
      reporter, reporterin, author, autor, autorin, photographer, fotograf, fotografin, editor
    staff -: operative, operatives, specialist, specialists, analyst, analysts, analystin, consultant, consultants,
      advisor, adviser, advisors, coordinator, coordinators, co ordinator, representative, representatives, rep, reps,
      associate, associates, agent, agents, officer, employee, worker, member, staff member, team member, generalist,
      contributor, individual contributor, professional, practitioner, technologist, trainer, coach, inspector,
      operator, planner, instructor, auditor, expeditor, examiner, estimator, surveyor, administrator, evangelist,
      ambassador, berater, beraterin, referent, referentin, spezialist, spezialistin, mitarbeiter, mitarbeiterin,
      mitarbeitende, sachbearbeiter, sachbearbeiterin, fachkraft, angestellter, angestellte, beauftragter,
      beauftragte, koordinator, koordinatorin, kaufmann, kauffrau, techniker, technikerin, betreuer, betreuerin,
      disponent, disponentin, fachangestellte, vertreter, vertreterin, assistenz, sachbearbeitung, angestellt,
      arbeiter, arbeiterin, employe, employee, charge, chargee, conseiller, conseillere, consultante, consultants,
      agente, technicien, technicienne, specialiste, analyste, coordinateur, coordinatrice, coordonnateur,
      coordonnatrice, ouvrier, especialista, analista, consultor, consultora, asesor, asesora, coordinador,
      coordinadora, tecnico, tecnica, empleado, empleada, ejecutivo, ejecutiva, operario, operaria, specialista,
      impiegato, impiegata, consulente, addetto, addetta, coordinatore, coordinatrice, operatore, operaio, tecnologo,
      funcionario, assessor, assessora, colaborador, medewerker, medewerkster, adviseur, specialiste, coordinator,
      vakman, handlaggare, specialist, konsult, radgivare, samordnare, medarbetare, tekniker, konsulent, radgiver,
      medarbejder, koordinator, specjalista, specjalistka, doradca, doradczyni, konsultant, konsultantka, pracownik,
      referent, koordynator, technik, analityk, konsultti, specialista, contractor, freelance, dealer, broker,
      business partner, strategist, clerk, aide, helper, attendant, leiharbeiter, sprecher, fachberater, fachberaterin
    """

  /// Assistants to somebody: what they serve is not what they are.
  static let assistants = """
    staff administration!: executive assistant, executive assistants, exec assistant, executive admin, ea, pa,
      personal assistant, personal assistants, management assistant, managementassistent, managementassistentin,
      administrative assistant, administrative assistants, admin assistant, administration assistant,
      executive secretary, executive administrative assistant, executive personal assistant, office assistant,
      direktionsassistent, direktionsassistentin, direktionsassistenz, vorstandsassistent, vorstandsassistentin,
      vorstandsassistenz, vorstandssekretarin, geschaftsfuhrungsassistent, geschaftsfuhrungsassistentin,
      geschaftsfuhrungsassistenz, chefsekretarin, chefsekretar, teamassistent, teamassistentin, teamassistenz,
      team assistant, assistant de direction, assistante de direction, assistant administratif,
      assistante administrative, secretaire de direction, secretaria de direccion, secretaria de gerencia,
      secretaria executiva, secretaria ejecutiva, asistente de direccion, asistente de gerencia, asistente ejecutivo,
      asistente ejecutiva, asistente personal, assistente di direzione, segretaria di direzione,
      segretario di direzione, assistente de direcao, assistente executiva, assistente executivo, assistente pessoal,
      directiesecretaresse, directieassistent, directieassistente, managementassistente, vd assistent, chefsassistent,
      direktionssekretar, ledelsessekretar, asystentka zarzadu, asystent zarzadu, asystentka prezesa,
      asystent prezesa, buroassistent, buroassistentin, buroassistenz, assistenz der geschaftsfuhrung,
      assistentin der geschaftsfuhrung, assistent der geschaftsfuhrung, assistenz der geschaftsleitung,
      assistentin der geschaftsleitung, assistent der geschaftsleitung, assistenz des vorstands,
      assistentin des vorstands, sekretariat der geschaftsleitung, vorzimmer, ceo assistant, assistant to ceo,
      johdon assistentti, persoonlijk assistent, personlig assistent
    """

  /// Ends of compound words, such as `leiter` in `Vertriebsleiter`; what stands before is looked up by itself.
  static let compoundEnds = """
    leiter leiterin leitung manager managerin direktor direktorin chef chefin sjef berater beraterin entwickler
    entwicklerin ingenieur ingenieurin assistent assistentin assistenz referent referentin mitarbeiter mitarbeiterin
    sachbearbeiter sachbearbeiterin kaufmann kauffrau spezialist spezialistin vorstand beauftragter beauftragte
    techniker technikerin koordinator koordinatorin experte expertin planer planerin prufer pruferin verantwortlicher
    verantwortliche vertreter johtaja paallikko vertreterin innendienst aussendienst architekt architektin analyst
    analystin administrator administratorin trainer trainerin mechaniker monteur meister lehrer lehrerin arzt arztin
    helfer helferin betreuer betreuerin disponent konsulent konsult direktor direktør leder ledare ansvarlig ansvarig
    ansvarlige medarbejder medarbetare assistent radgiver radgivare handlaggare medewerker medewerkster leider leidster
    hoofd adviseur beheerder ontwikkelaar directeur specialist coordinator utvecklare utvikler udvikler ingenjor
    ingenior tekniker saljare selger larare fachkraft kraft bereich abteilung
    """

  /// Short forms, and the words that they stand for.
  static let abbreviations = """
    dir=director exec=executive mgr=manager mngr=manager asst=assistant acct=account mktg=marketing sr=senior snr=senior
    jr=junior jnr=junior dept=department mgmt=management ops=operations rep=representative fin=finance acctg=accounting
    svc=service svcs=services cust=customer pres=president supv=supervisor supvr=supervisor coord=coordinator
    spec=specialist engr=engineer mfg=manufacturing hd=head assoc=associate bus=business biz=business
    comm=communications corp=corporate dev=development tech=technical eng=engineering offr=officer ofcr=officer
    opns=operations prod=product proj=project sls=sales strat=strategy sys=systems telecom=telecommunications
    ehem=ehemaliger stellv=stellvertretender stv=stellvertretender ltr=leiter mitarb=mitarbeiter resp=responsable
    ing=ingenieur gte=gerente coord=coordinator ger=gerente gen=general mng=managing mgng=managing
    vicepres=vicepresident purch=purchasing proc=procurement admin=administration
    """

  /// Ordinary words that say nothing here, and must not be taken for misspelt ones that do.
  static let neutral = """
    internet intranet interne interno internist none test other various unknown keine aucun ninguno global international
    regional national local world worldwide europe european emea apac dach nordic nordics latam americas america north
    south east west northern southern eastern western central germany france spain italy austria switzerland group
    corporate company companies corporation holding office business enterprise strategic senior general digital online
    public private internal external interim acting deputy vice new main first second chief with without their your our
    professionals industrial industry automotive energy solar pharma chemical chemicals food fashion travel tourism
    sports music film culture government federal state city county country district region area zone territory market
    markets customer customers client clients consumer partner partners supplier vendor member members student students
    people account accounts service services solutions solution system systems application applications model models
    modeling reader lender dealer healer minister sister mister master monster center centre paster porter sorter mentor
    editor creditor debtor doctorate factor factory actor tutor motor sector vector rector direct directory direction
    tender render gender sender fender render planter painter printer pointer winter water waiter writer manage managed
    manages managing mange manner banner tanner scanner planned marking market marked markers maker office officers
    offices offline outline airline pipeline online lines line legally regal local vocal loyal royal sailor saloon salon
    salmon sates states status station stations statute traded trade trades trading digital capital hospital hotels
    hostel motel model module mobile nobel novel level lever leverage beverage finish finland financed finding founded
    found foundry fund funds funding grounds ground ground-based produce produced production producer producing products
    process processing procurement progress project projects designated designed designing resign assign signs consult
    consulting consultation consultancy contact contract contracts content contest context counter county country
    courier course courses courts sourced resource resources security secured securities securing partnerships parent
    parents parish party parties partial particular technical technically text textile textiles test tests testing teams
    team theme thermal thesis medicine media median medieval media metal metals mental rental dental central nursery
    pursuing nurture nature natural mature major mayor minor mining miner money monkey leading leaders leadership leader
    leadership learning learner learners lease leasing letter letters vacant vacancy valley value values valuation
    venture ventures version vision visit visitor visual purchaser purchased research search searching sea season seat
    select selected sell sells selling shelling spelling ingredient engaged engagement engine engines english entry
    energy enter enterprises entertainment environment bereich abteilung gruppe team teams firma gmbh ltd inc llc corp
    plc the and und for with from into per via deutschland osterreich schweiz europa nord sud ost west international
    weltweit national regional zentral agency agencies agenda agent aged estate esta este hospital hostess hours house
    housing stage stages staging stand standard standards start starter started startup startups
    """
}
