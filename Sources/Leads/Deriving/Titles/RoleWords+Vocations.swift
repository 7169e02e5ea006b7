/// General management, teaching and medicine.
extension RoleWords {
  static let vocations = """
    - executive?: strategy, strategie, strategic planning, estrategia, strategia, unternehmensstrategie,
      corporate strategy, corporate affairs, business strategy, general manager office, unternehmensentwicklung,
      business transformation, enterprise, unternehmensfuhrung, management board, board, advisory board, beirat
    staff -: management consultant, unternehmensberater, unternehmensberaterin, strategy consultant,
      project coordinator, projektkoordinator, project assistant, projektassistent, projektassistentin,
      project administrator, projektmitarbeiter, program coordinator, project specialist, project officer
    staff executive: founders associate, founder s associate, founder associate, entrepreneur in residence
    - education: education, bildung, ausbildung, lehre, educacion, istruzione, educacao, onderwijs, utbildning,
      uddannelse, utdanning, edukacji, school, schule, ecole, escuela, scuola, escola, universitat, university,
      universite, universidad, universita, universidade, college, faculty, teaching, academic, academic affairs,
      curriculum, student affairs, student services, admissions, enrollment, e learning, elearning, kindergarten,
      weiterbildung, enseignement, school district, higher education, campus
    staff education!: teacher, teachers, lehrer, lehrerin, lehrkraft, grundschullehrer, grundschullehrerin,
      studienrat, studienratin, oberstudienrat, professeur, professeure, prof, professor, professorin, professora,
      profesor, profesora, professore, professoressa, associate professor, assistant professor, adjunct professor,
      full professor, juniorprofessor, lecturer, senior lecturer, dozent, dozentin, privatdozent, enseignant,
      enseignante, enseignant chercheur, maitre de conferences, maestro, maestra, docente, insegnante, docent, leraar,
      lerares, larare, lararinna, laerer, larer, nauczyciel, nauczycielka, wykladowca, opettaja, opetaja, ucitel,
      tutor, tutorin, formateur, formatrice, formador, formadora, formatore, formatrice, educator, educatrice,
      educador, educadora, erzieher, erzieherin, padagoge, padagogin, sozialpadagoge, sozialpadagogin, librarian,
      bibliothekar, bibliothekarin, bibliothecaire, bibliotecario, bibliotecaria, school counselor,
      guidance counselor, academic advisor, student advisor, instructional designer, professor emeritus staff,
      school administrator, teaching assistant, faculty member, academic coordinator, trainerin, nachhilfelehrer,
      reader in
    - medical: medical, medicine, clinical, health, healthcare, health care, medizin, medizinisch, medizinischer,
      klinik, clinic, klinikum, hospital, krankenhaus, hopital, medecine, medical affairs, salud, sanita, saude,
      sanitario, sanitaria, sante, gesundheit, gesundheitswesen, zorg, nursing, pflege, pharmacy, pharma,
      pharmaceutical, pharmacovigilance, apotheke, dental, surgery, radiology, patient care, patient services,
      medico scientifico, therapy, veterinary, zdrowia, helse
    staff medical!: internist, internistin, doctor, doctors, physician, physicians, surgeon, nurse, nurses,
      registered nurse, rn, arzt, arztin, facharzt, facharztin, assistenzarzt, assistenzarztin, hausarzt, zahnarzt,
      zahnarztin, tierarzt, tierarztin, medecin, medecin generaliste, medico, medica, lekarz, lekarka, lakare, lege,
      lage, laege, arts, huisarts, laakari, lekar, dentist, dentiste, dentista, tandarts, tandlakare, tandlaege,
      stomatolog, krankenschwester, krankenpfleger, krankenpflegerin, pfleger, pflegerin, pflegefachkraft,
      altenpfleger, altenpflegerin, gesundheits und krankenpfleger, infirmier, infirmiere, enfermero, enfermera,
      infermiere, infermiera, enfermeiro, enfermeira, verpleegkundige, verpleegster, sjukskoterska, sygeplejerske,
      sykepleier, pielegniarka, sairaanhoitaja, pharmacist, apotheker, apothekerin, pharmacien, pharmacienne,
      farmaceutico, farmaceutica, farmacista, apteker, apotekare, farmaceut, farmaceuta, therapist, therapeut,
      therapeutin, physiotherapist, physiotherapeut, physiotherapeutin, kinesitherapeute, fisioterapeuta,
      fizjoterapeuta, fysiotherapeut, psychologist, psychologe, psychologin, psychologue, psicologo, psicologa,
      psycholog, psychiatrist, psychiater, psychotherapeut, psychotherapeutin, veterinarian, vet, veterinario,
      veterinaire, dierenarts, paramedic, rettungssanitater, sanitater, midwife, hebamme, sage femme, radiologist,
      radiographer, cardiologist, anesthesiologist, optician, optiker, optikerin, optometrist, dietitian,
      nutritionist, caregiver, medical assistant, medizinische fachangestellte, mfa, medical doctor, dr med,
      heilpraktiker, heilpraktikerin, orthodontist, dental hygienist, pediatrician, general practitioner,
      consultant physician, nurse practitioner, medical officer, msl, medical science liaison, clinician, odontologo,
      occupational therapist, logopade, logopadin, chiropractor, osteopath, medical advisor, medical director staff
    """
}
