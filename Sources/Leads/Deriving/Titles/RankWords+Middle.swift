/// From vice presidents down to experts.
extension RankWords {
  /// Vice presidents and directors.
  static let upper = """
    vp executive?: wiceprezes zarzadu, directeur general adjoint, directrice generale adjointe,
      director general adjunto
    director executive?: non executive director, non exec director, ned, nonexecutive director, executive director,
      exec director
    vp -: vp, v p, vice president, vice presidents, vicepresident, vicepresidente, vicepresidenta, vice presidente,
      vize prasident, vizeprasident, vizeprasidentin, vice prasident, svp, evp, avp, rvp, gvp, snr vp, sr vp,
      sr vice president, senior vice president, executive vice president, exec vice president, exec vp,
      assistant vice president, associate vice president, deputy vice president, first vice president,
      group vice president, regional vice president, corporate vice president, vice pres, vpres, vice presidence,
      wiceprezes, wicedyrektor generalny, v president, vice president of, senior vp, vices presidente
    vp engineering!: vpe
    director -: director, directors, dir, directora, direktor, direktorin, direkteur, directeur, directrice,
      direttore, direttrice, diretor, diretora, dyrektor, dyrektorka, johtaja, reditel, igazgato, direcktor,
      bereichsleiter, bereichsleiterin, bereichsleitung, hauptabteilungsleiter, hauptabteilungsleiterin,
      ressortleiter, geschaftsbereichsleiter, spartenleiter, werksleiter, werkleiter, niederlassungsleiter,
      niederlassungsleiterin, regionalleiter, landerchef, standortleiter, standortleiterin, prokurist, prokuristin,
      leiter, leiterin, leitung, leitender, leitende, chefdirektor, sous directeur, dirigente, hoofd,
      afdelingsdirecteur, direktion, direccion, direction, direzione, direcao, executive director, exec director,
      associate director, senior director, sr director, deputy director, assistant director, country director,
      area director, regional director, global director, group director, managing principal, divisional director,
      subdirector, subdirectora, direktorius, department head, dept head, head of department, head of dept, head of,
      global head, global head of, group head, regional head, country head, division head, avdelingsdirektor,
      omradechef, divisionschef, underdirektor, kontorchef, vicedirecteur, dyr, amtsleiter, fachbereichsleiter,
      fachbereichsleiterin, institutsleiter, klinikleiter, filialdirektor
    director executive: chief of staff, stabschef
    director executive?: country manager, betriebsleiter, betriebsleiterin, landesleiter, secretary general,
      secretaire general, generalsekretar, secretario general, regional manager director, gemeindeprasident,
      burgermeister, mayor, maire
    director education?: dekan, dean, provost, superintendent
    director design!: art director, artdirector, creative director, director of photography, design director,
      directeur artistique, directrice artistique, director de arte, directora de arte, kreativdirektor,
      direttore creativo, diretor de arte, executive creative director, head of design
    director marketing!: editor in chief, chefredakteur, chefredakteurin, redacteur en chef, chefredaktor,
      caporedattore
    director research!: research director, director of research
    director education!: school principal, headteacher, headmaster, headmistress, head teacher, vice principal,
      deputy head teacher, schulleiter, schulleiterin, rektor, rektorin, rector, directeur d ecole, preside,
      dirigente scolastico, proviseur, assistant principal, academic dean
    director finance!: finance director, financial director, fd, daf, raf, kaufmannischer leiter,
      kaufmannische leiterin, kaufmannischer direktor, treasurer, economy director, ekonomidirektor, okonomidirektor,
      okonomidirektor, financial controller director
    director hr!: drh, directeur des ressources humaines, directrice des ressources humaines, hr director,
      personaldirektor
    director engineering!: technischer leiter, technische leiterin, technischer direktor, technical director,
      directeur technique, directrice technique, director tecnico, directora tecnica, direttore tecnico,
      diretor tecnico, teknisk direktor, technisch directeur, dyrektor techniczny, engineering director
    director sales!: directeur commercial, directrice commerciale, director comercial, directora comercial,
      direttore commerciale, diretor comercial, diretora comercial, commercieel directeur, kommersiell direktor,
      kommerciel direktor, dyrektor handlowy, commercial director, forsaljningsdirektor, salgsdirektor
    director it!: it director, directeur informatique, directrice informatique, directeur des systemes d information
    director legal!: general counsel, gc, chefsyndikus, directeur juridique, directrice juridique, director juridico,
      group general counsel
    director medical!: medical director, chefarzt, chefarztin, chief physician, head physician
    """

  /// Managers and experts.
  static let middle = """
    senior engineering: tech lead, technical lead, lead developer, technical leader, teknisk ledare, staff engineer,
      staff software engineer, staff developer, distinguished engineer
    senior -: expert, experte, expertin, experto, experta, esperto, esperta, ekspert, ekspertka, deskundige,
      expert technique, subject matter expert, sme expert, asiantuntija
    senior finance: glowna ksiegowa, glowny ksiegowy, chefbuchhalter, chefbuchhalterin, hauptbuchhalter,
      hauptbuchhalterin, chef comptable, cheffe comptable, capo contabile, jefe de contabilidad senior
    senior medical!: oberarzt, oberarztin, stationsarzt senior
    senior data!: staff data scientist, principal data scientist
    senior design!: staff product designer
    manager -: abteilungsleiter, abteilungsleiterin, abteilungsleitung, chef de departement, jefe de departamento,
      afdelingshoofd, afdelingschef, avdelningschef, avdelingsleder, manager, managers, mgr, mngr, mgmt, mgnr,
      manageress, management, manger, mananger, managerin, team manager, area manager, regional manager,
      district manager, branch manager, store manager, shop manager, site manager, line manager, duty manager,
      assistant manager, deputy manager, senior manager, teamleiter, teamleiterin, teamleitung, team leiter,
      team leiterin, gruppenleiter, gruppenleiterin, gruppenleitung, filialleiter, filialleiterin, marktleiter,
      schichtleiter, bauleiter, fachgebietsleiter, referatsleiter, referatsleiterin, sachgebietsleiter,
      sachgebietsleiterin, stellenleiter, team lead, team leader, teamlead, teamleader, teamchef, team chef,
      team captain, group leader, group lead, squad lead, tribe lead, chapter lead, shift leader, shift supervisor,
      supervisor, supervisors, foreman, responsable, responsables, chef, cheffe, chef d equipe, chef de service,
      chef de secteur, chef d agence, cadre, encadrant, jefe, jefa, gerente, gerenta, gestor, gestora, encargado,
      encargada, coordinador general, supervisora, responsabile, capo, caporeparto, capoufficio, caposervizio,
      capo reparto, quadro, chefe, encarregado, encarregada, coordenador, coordenadora, leidinggevende, teamleider,
      teamleidster, afdelingsleider, bedrijfsleider, leider, rayonmanager, gruppchef, sektionschef, enhetschef,
      ansvarig, ledare, sjef, leder, avdelingssjef, gruppeleder, ansvarlig, teamleder, afdelingsleder, enhedschef,
      mellemleder, seksjonsleder, kierownik, kierowniczka, menedzer, menadzer, manedzer, koordynator zespolu, lider,
      lider zespolu, brygadzista, mistrz, paallikko, esimies, vedouci, vodja, meister, werkmeister, industriemeister,
      superviseur, vorarbeiter, polier, leader, captain, verantwortlicher, verantwortliche, verantwortlich,
      lead manager, responsavel, beauftragter leiter
    manager executive?: general manager, gm, country general manager
    manager sales: bdm, business development manager, territory manager, account manager, key account manager, kam,
      account mgr, key account mgr, accountmanager, key account, keyaccountmanager, account director manager,
      national account manager, global account manager, strategic account manager, client manager,
      relationship manager, sales lead, gebietsleiter, gebietsverkaufsleiter, partner manager, channel manager,
      partnership manager, partnerships manager, business manager, responsable grands comptes,
      ejecutivo de cuentas senior, gestor de cuentas, gerente de cuentas, gerente de contas, bid manager,
      pre sales manager, responsable de compte, responsable comercial, responsable commercial,
      responsable commerciale, responsabile commerciale, jefe comercial, gerente comercial, coordinador comercial,
      chef des ventes, kierownik handlowy, kierownik sprzedazy, territory sales manager, chef de secteur commercial
    director sales: account director, group account director, client director
    manager -: head chef, executive chef, chef de cuisine, managing editor
    manager product: product manager, produktmanager, produktmanagerin, chef de produit, cheffe de produit,
      jefe de producto, jefa de producto, gerente de producto, gerente de produto, product lead,
      technical product manager, brand product manager, produktchef, produktsjef, kierownik produktu, productmanager,
      product mgr, produktverantwortlicher, produktleiter
    manager marketing: brand manager, community manager, social media manager, content manager, campaign manager,
      event manager, events manager, eventmanager, pr manager, marketing lead, category manager,
      communications manager, growth manager, chef de publicite, seo manager, digital manager, ecommerce manager,
      e commerce manager, responsable communication, responsable de communication, responsabile comunicazione,
      chargee de communication senior
    manager -: project manager, projectmanager, projekt manager, projektmanager, projektmanagerin, projektleiter,
      projektleiterin, projektleitung, project lead, project leader, projectleider, program manager,
      programme manager, programm manager, pmo, pm, chef de projet, cheffe de projet, chef de projets,
      jefe de proyecto, jefa de proyecto, jefe de proyectos, gerente de proyecto, gerente de proyectos,
      gerente de projetos, gerente de projeto, gestor de projetos, gestor de proyectos, capo progetto,
      project management, responsabile di progetto, kierownik projektu, projektledare, prosjektleder, projektleder
    manager operations: delivery manager, operations manager, plant manager, production manager, facility manager,
      facilities manager, facility management, fleet manager, warehouse manager, supply chain manager,
      logistics manager, quality manager, fertigungsleiter, qualitatsmanager, lagerleiter, werkstattleiter,
      conducteur de travaux, chef d atelier, chef de chantier, jefe de obra, jefe de planta, jefe de produccion,
      capo cantiere, process manager, change manager, transformation manager, hsse manager, hse manager, ehs manager,
      restaurant manager, hotel manager, property manager, construction manager
    manager support: customer success manager, csm, customer service manager, client success manager,
      customer experience manager, customer care manager, call center manager, customer support manager,
      service manager, support manager, onboarding manager, customer manager
    manager administration!: office manager, office mgr, officemanager, office managerin, office leiter, buroleiter,
      buroleiterin, practice manager, office administrator manager, administration manager, office lead
    manager hr: hr manager, personalmanager, personalchef, hr business manager, responsable rh,
      responsable ressources humaines, talent manager, hr lead, recruiting manager
    manager finance: finance manager, accounting manager, fund manager, portfolio manager, investment manager,
      wealth manager, controller manager, kreditmanager, credit manager, tax manager, audit manager, treasury manager,
      risk manager, billing manager, payroll manager, bank manager, asset manager
    manager procurement: purchasing manager, procurement manager, sourcing manager, vendor manager, supplier manager
    manager it: it manager, it mgr, systems manager, network manager, infrastructure manager, it service manager,
      it lead, security manager, release manager, service delivery manager, incident manager, it security manager
    manager engineering: engineering manager, engineering lead, development manager, software development manager,
      qa manager, test manager, dev lead, development lead, software manager, engineering team lead
    manager design: design manager, design lead, ux lead, ux manager, studio manager
    manager data: data manager, analytics manager, data lead, bi manager
    manager medical: nurse manager, head nurse, ward manager, stationsleitung, pflegedienstleitung, clinical manager,
      charge nurse
    manager legal: compliance manager, legal manager, contract manager, contracts manager
    manager education: program director education, headmaster assistant
    manager research: research manager, r d manager, lab manager, laborleiter, laborleiterin,
      clinical research manager, innovation manager
    """
}
