/// Production, logistics, quality.
extension RoleWords {
  static let operations = """
    - operations?: operations, operation, ops, operational, process, processes, prozesse, prozess, planning, planung,
      planification, organisation, organization, betrieb, business operations, transformation,
      strategy and operations, exploitation, operaciones, operazioni, operacoes, operativo, operativa, operativt,
      service delivery, delivery, business process, change management, business analysis, continuous improvement,
      lean, six sigma, security, safety, sicherheit, securite, seguridad, sicurezza, seguranca, drift, operacyjny,
      site, land, event operations, implementation
    - operations: production, produktion, fertigung, produccion, produzione, producao, productie, produkcji,
      produkcja, tillverkning, manufacturing, fabrication, fabricacion, plant, werk, factory, usine, fabrik, fabrica,
      stabilimento, logistics, logistik, logistique, logistica, logistiek, logistyka, logistyki, supply chain,
      supplychain, supply chain management, scm, warehouse, warehousing, lager, lagerhaltung, magazijn, magazyn,
      almacen, magazzino, entrepot, armazem, distribution, transport, transportation, transporte, trasporti, fleet,
      fuhrpark, flotte, shipping, versand, expedition, spedition, dispatch, inventory, quality, qualitat, qualite,
      calidad, qualita, qualidade, kwaliteit, kvalitet, jakosci, quality management, quality assurance,
      quality control, qualitatsmanagement, qualitatssicherung, qm, qs, qhse, hse, ehs, she, maintenance,
      instandhaltung, wartung, mantenimiento, manutenzione, manutencao, onderhoud, underhall, utrzymania ruchu,
      facilities, facility, immobilien, real estate, property, liegenschaften, gebaudemanagement, health and safety,
      arbeitssicherheit, work preparation, arbeitsvorbereitung, sustainability, nachhaltigkeit, esg,
      csr sustainability, environment, umwelt, tuotanto, logistiikka, hospitality, gastronomie, hotel, catering,
      restaurant, montage, store operations, import export, customs, zoll
    staff operations: process owner, service owner, business analyst, business process analyst, operations analyst,
      operations specialist, operations coordinator, operations associate, operations assistant, operations executive,
      project controller, logistics coordinator, logistics specialist, logistiker, logistikerin, logisticien,
      supply chain analyst, supply chain specialist, supply planner, demand planner, production planner, scheduler,
      dispatcher, driver, fahrer, fahrerin, lkw fahrer, berufskraftfahrer, chauffeur, conductor, conducteur,
      camionista, autista, motorista, kierowca, sjafor, truck driver, bus driver, forklift operator, warehouse worker,
      warehouse associate, lagerist, lageristin, lagermitarbeiter, fachkraft fur lagerlogistik, magasinier,
      magazziniere, magazynier, mozo de almacen, machine operator, maschinenfuhrer, anlagenfuhrer, anlagenmechaniker,
      production worker, produktionsmitarbeiter, produktionshelfer, operateur de production, operador,
      operador de produccion, operatore di produzione, operador de producao, assembler, packer, quality inspector,
      quality engineer, quality specialist, qualitatsprufer, quality analyst, qualiticien,
      qualitatsmanagementbeauftragter, maintenance technician, maintenance engineer, instandhalter, haustechniker,
      hausmeister, janitor, server, zerspanungsmechaniker, spediteur, speditionskaufmann, spediteurin, hse officer,
      safety officer, safety engineer, supply chain planner, facility coordinator, store keeper, storekeeper,
      industriekaufmann, industriekauffrau, bezirksschornsteinfeger, hotelfachfrau, hotelfachmann, system owner,
      platform owner, application owner, asset owner, risk owner, budget owner, transformation consultant,
      implementation specialist, implementation consultant, implementation manager staff, travel agent, reisekaufmann
    manager operations!: shift manager, chef de production, responsable production, responsable logistique,
      responsable qualite, chief of operations
    """
}
