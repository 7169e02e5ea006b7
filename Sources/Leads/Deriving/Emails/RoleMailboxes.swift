/// What stands before the `@` of a mailbox that belongs to a task and not to a person.
enum RoleMailboxes {
  static let english = """
    info information infos informations sales sale presales support supportteam help helpdesk helpline service services
    customerservice customer-service customer.service customercare customer-care customer.care customersupport
    customer-support customer.support customersuccess customer-success customers customer client clients clientservices
    client.services care servicedesk service-desk techsupport tech-support technicalsupport technical itsupport
    it-support it-helpdesk admin administrator administration administrators admins sysadmin root hello hi hey howdy
    contact contacts contactus contact-us contact_us contact.us enquiries enquiry inquiries inquiry query queries
    question questions ask general office offices mail email e-mail mailbox inbox post postbox reception frontdesk
    front-desk front.desk desk noreply no-reply no_reply no.reply donotreply do-not-reply do_not_reply do.not.reply
    dontreply nobody notification notifications notify alert alerts webmaster hostmaster postmaster mailer-daemon
    mailerdaemon abuse security noc usenet news uucp ftp www web website site dns domains domain ssl cert spam phishing
    hr humanresources human-resources human.resources people people-ops talent recruiting recruitment recruiter recruit
    careers career jobs job hiring apply applications applicants resume resumes cv work billing bills invoice invoices
    invoicing accounts account accounting accountspayable accounts-payable accounts.payable ap accountsreceivable
    accounts-receivable accounts.receivable ar payments payment payables receivables pay payroll finance financial
    treasury tax credit collections refunds refund orders order orderdesk ordering returns shipping delivery logistics
    dispatch warehouse purchasing procurement purchase buying buyers suppliers supplier vendors vendor tenders tender
    bids rfp rfq quotes quote quotation quotations marketing advertising ads advertise media press pr publicrelations
    public-relations newsroom newsletter newsletters events event webinar webinars social socialmedia social-media
    community partners partner partnership partnerships affiliate affiliates reseller resellers channel bizdev
    business-development businessdevelopment bd business corporate legal compliance privacy gdpr dpo dataprotection
    data-protection dataprivacy copyright dmca investors investor ir investorrelations investor-relations
    investor.relations board management director directors manager managers ceo cfo cto coo cmo executive exec team
    staff all everyone everybody company group it itdept it-dept ict tech dev devs developer developers development
    devops ops operations operation engineering engineers qa quality test testing tests demo product products production
    design designers research rnd projects project studio lab feedback suggestions complaints complaint survey surveys
    reviews join membership members member subscribe unsubscribe subscriptions subscription register registration
    registrations signup booking bookings reservations reservation reserve rsvp tickets ticket training trainings
    academy education learning students student admissions registrar library school shop store webshop online ecommerce
    e-commerce retail wholesale export import exports travel catering facilities facility maintenance safety environment
    health secretary secretariat assistant pa concierge guest guests hotel restaurant bar events-team sales-team
    salesteam salesinfo sales-info salesdept marketingteam marketing-team support-team the-team hello-team connect
    getintouch get-in-touch reach start welcome onboarding success trial trials leads lead newbusiness new-business
    new.business bounce bounces bounced return autoresponder auto-reply autoreply system systems server daemon cron
    monitor monitoring backup log logs list lists listserv majordomo owner subscribers bot robot api status updates
    update postfix
    """

  static let german = """
    kontakt anfrage anfragen auskunft vertrieb verkauf verwaltung buero buro büro sekretariat empfang zentrale
    poststelle buchhaltung rechnung rechnungen rechnungswesen rechnungseingang finanzen einkauf bestellung bestellungen
    bestellen versand lager logistik personal personalabteilung bewerbung bewerbungen bewerber karriere ausbildung
    stellen kundenservice kundendienst kundenbetreuung kunden hilfe technik edv werbung presse redaktion
    geschaeftsfuehrung geschäftsführung geschaeftsleitung geschäftsleitung gf leitung vorstand datenschutz recht
    service-center servicecenter angebot angebote angebotsanfrage reklamation reklamationen retouren reparatur werkstatt
    praxis kanzlei studio hausverwaltung immobilien termine termin anmeldung mitglieder verein nichtantworten
    keineantwort keine-antwort impressum willkommen moin servus hallo
    """

  static let romance = """
    accueil contactez contactez-nous commercial commerciale commerciaux ventes vente achats achat comptabilite
    comptabilité compta facturation factures facture commande commandes livraison livraisons recrutement rh emploi
    emplois candidature candidatures direction secretariat-general secrétariat bureau administratif renseignements
    renseignement infoclient serviceclient service-client service.client serviceclients service-clients relationclient
    sav aide assistance bonjour bienvenue communication presse publicite juridique rgpd adv technique informatique
    cabinet agence mairie nepasrepondre ne-pas-repondre noreponse devis gestion contacto contactos ventas venta
    comercial compras compra contabilidad facturacion facturación facturas factura pedidos pedido recepcion recepción
    secretaria administracion administración admon atencion atencionalcliente atencion-al-cliente atencioncliente
    clientes cliente soporte ayuda servicio servicios rrhh recursoshumanos recursos-humanos empleo talento curriculum
    prensa publicidad mercadeo mercadotecnia direccion dirección gerencia consultas consulta informacion información
    informes hola buzon reservas noresponder no-responder calidad sistemas informatica informática cobranza cobranzas
    tesoreria finanzas juridico oficina taller tienda logistica contatti contatto vendite vendita acquisti acquisto
    amministrazione contabilita contabilità fatture fatturazione fattura ordini ordine segreteria ufficio uffici
    commerciale assistenza assistenzaclienti servizio serviziclienti servizioclienti risorseumane risorse-umane
    personale lavoro curricula stampa ufficiostampa ufficio-stampa direzione preventivi preventivo informazioni
    informazione ciao benvenuti prenotazioni prenotazione magazzino qualita spedizioni tecnico ufficiotecnico legale
    clienti contato contatos vendas venda comercial compras contabilidade faturamento faturacao faturas financeiro
    pedidos encomendas atendimento sac suporte ajuda recepcao recepção secretaria administracao administração
    administrativo rh recursoshumanos vagas emprego empregos imprensa diretoria direcao geral ola olá oi orcamento
    orcamentos orçamento naoresponda nao-responda ouvidoria cobranca juridico
    """

  static let northernAndEastern = """
    verkoop inkoop administratie boekhouding facturen factuur facturatie klantenservice klantendienst klanten receptie
    secretariaat directie personeelszaken vacatures vacature werkenbij sollicitatie sollicitaties bestelling
    bestellingen welkom pers communicatie magazijn planning helpdesk-nl balie kantoor forsaljning försäljning salj sälj
    kundtjanst kundtjänst kundservice kundsupport faktura fakturor ekonomi inkop inköp vaxel växel reception registrator
    kontoret jobb rekrytering order bestallning redaktion hej lager salg kundeservice kundesupport kundeservise regnskab
    regnskap okonomi økonomi bogholderi indkob indkøb innkjop innkjøp kontor hovedkontor ordre bestilling bogholderiet
    lon lønn lonn hei hej direktion ledelse sekretariat post-nb kontaktformular firmapost postmottak myynti tilaukset
    laskutus asiakaspalvelu toimisto rekry rekrytointi info-fi hallinto biuro sprzedaz sprzedaż kontakt-pl handlowy
    marketing-pl sekretariat ksiegowosc księgowość faktury faktura kadry praca rekrutacja zamowienia zamówienia obsluga
    obsługa bok pomoc serwis zakupy reklamacje dzialhandlowy zarzad recepcja obchod objednavky fakturace ucetni uctarna
    personalni podpora prodej kancelar dotazy reklamace prodaja uprava racunovodstvo nabava rendeles ugyfelszolgalat
    iroda titkarsag szamlazas ertekesites penzugy vanzari secretariat-ro contabilitate comenzi birou satis destek
    muhasebe iletisim bilgi ik insankaynaklari zakaz zakazy buh kadr priemnaya
    """

  static let all = [english, german, romance, northernAndEastern]
}
