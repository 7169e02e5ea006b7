/// Domains of universities and schools that their ending does not give away.
enum EducationDomains {
  static let domains = """
    ethz.ch epfl.ch uzh.ch unibe.ch unibas.ch unige.ch unil.ch unifr.ch unilu.ch unisg.ch usi.ch zhaw.ch fhnw.ch hslu.ch
    bfh.ch ost.ch hes-so.ch supsi.ch phzh.ch tum.de lmu.de mytum.de rwth-aachen.de kit.edu fau.de hhu.de rub.de
    tu.berlin fu-berlin.de hu-berlin.de charite.de htw-berlin.de hpi.de whu.edu frankfurt-school.de ism.de hm.edu
    dhbw.de oth-regensburg.de th-koeln.de th-nuernberg.de haw-hamburg.de uke.de ruhr-uni-bochum.de jku.at wu.ac.at
    boku.ac.at tugraz.at univie.ac.at aau.at mci.edu iu.org iubh.de fernuni-hagen.de leuphana.de esmt.org
    hertie-school.org jacobs-university.de constructor.university kuleuven.be ugent.be uantwerpen.be uclouvain.be ulb.be
    ulb.ac.be vub.be uliege.be umons.be unamur.be howest.be hogent.be odisee.be thomasmore.be ehb.be ap.be uva.nl vu.nl
    tudelft.nl tue.nl utwente.nl uu.nl leidenuniv.nl rug.nl ru.nl eur.nl wur.nl tilburguniversity.edu
    maastrichtuniversity.nl hva.nl hr.nl hu.nl han.nl fontys.nl saxion.nl hanze.nl avans.nl inholland.nl windesheim.nl
    ou.nl hhs.nl polytechnique.edu polytechnique.fr hec.fr hec.edu essec.edu insead.edu ens.fr ens.psl.eu ens-lyon.fr
    sciencespo.fr sorbonne-universite.fr centralesupelec.fr mines-paristech.fr minesparis.psl.eu telecom-paris.fr
    edhec.edu em-lyon.com emlyon.com audencia.com escp.eu escp.edu dauphine.fr dauphine.psl.eu u-bordeaux.fr u-paris.fr
    parisnanterre.fr unistra.fr insa-lyon.fr epitech.eu epita.fr u-psud.fr universite-paris-saclay.fr u-pec.fr polimi.it
    polito.it unibo.it unimi.it unipd.it unito.it unipi.it unifi.it uniroma1.it uniroma2.it uniroma3.it unina.it
    unibocconi.it unitn.it unige.it unict.it unipa.it univr.it unive.it units.it uniud.it unimib.it unipv.it unisi.it
    luiss.it unicatt.it sssup.it sns.it univaq.it unipr.it unimore.it unife.it unipg.it uniba.it unical.it unisa.it
    upm.es ucm.es uam.es uc3m.es ub.edu upc.edu uab.cat upf.edu upv.es uv.es us.es ugr.es uma.es unizar.es ehu.eus
    ehu.es usc.es uvigo.es udc.es um.es ua.es uned.es uoc.edu unav.es deusto.es ie.edu iese.edu esade.edu unir.net
    uah.es urjc.es uva.es usal.es unican.es uniovi.es ull.es ulpgc.es uib.es uib.cat ulisboa.pt tecnico.ulisboa.pt up.pt
    uc.pt uminho.pt ua.pt unl.pt iscte-iul.pt ucp.pt ipl.pt ipp.pt uevora.pt ualg.pt ku.dk dtu.dk au.dk aau.dk sdu.dk
    cbs.dk itu.dk ruc.dk via.dk kea.dk ucl.dk uio.no ntnu.no uib.no uit.no nmbu.no bi.no nhh.no oslomet.no uis.no usn.no
    hvl.no uia.no uu.se lu.se kth.se chalmers.se su.se gu.se liu.se umu.se ki.se hhs.se slu.se ltu.se hb.se mau.se
    lnu.se kau.se mdh.se mdu.se oru.se miun.se helsinki.fi aalto.fi tuni.fi utu.fi oulu.fi jyu.fi uef.fi lut.fi abo.fi
    hanken.fi hi.is ru.is tcd.ie ucd.ie dcu.ie ucc.ie nuigalway.ie universityofgalway.ie ul.ie mu.ie tudublin.ie rcsi.ie
    uw.edu.pl uj.edu.pl pw.edu.pl agh.edu.pl cuni.cz cvut.cz muni.cz vut.cz vutbr.cz vse.cz upol.cz uniba.sk stuba.sk
    tuke.sk elte.hu bme.hu uni-corvinus.hu ceu.edu uni-lj.si unizg.hr ut.ee taltech.ee tlu.ee lu.lv rtu.lv vu.lt ktu.lt
    uoa.gr auth.gr ntua.gr aueb.gr ubbcluj.ro unibuc.ro upb.ro uaic.ro uni-sofia.bg tu-sofia.bg msu.ru spbu.ru hse.ru
    mipt.ru bmstu.ru itmo.ru knu.ua kpi.ua utoronto.ca ubc.ca mcgill.ca uwaterloo.ca queensu.ca ualberta.ca ucalgary.ca
    mcmaster.ca uottawa.ca carleton.ca yorku.ca sfu.ca uvic.ca usask.ca umanitoba.ca dal.ca mun.ca concordia.ca
    umontreal.ca ulaval.ca polymtl.ca hec.ca uqam.ca usherbrooke.ca torontomu.ca ryerson.ca uwo.ca westernu.ca
    uoguelph.ca wlu.ca brocku.ca senecacollege.ca sheridancollege.ca georgebrown.ca bcit.ca humber.ca unam.mx ipn.mx
    itesm.mx tec.mx uanl.mx udg.mx usp.br unicamp.br ufrj.br ufmg.br ufrgs.br unesp.br unb.br puc-rio.br ufsc.br ufpr.br
    uba.ar unlp.edu.ar uc.cl uchile.cl usach.cl udec.cl uniandes.edu.co pucp.pe hku.hk ust.hk cuhk.hk polyu.hk cityu.hk
    uct.ac.za sun.ac.za huji.ac.il ac.cn canterbury.ac.nz khanacademy.org coursera.org
    """

  /// Beginnings of the label before the ending that only universities use.
  static let beginnings = [
    "uni-", "univ-", "tu-", "fh-", "hs-", "th-", "ph-", "hochschule-", "iut-", "lycee-",
  ]
  /// What such a label may hold anywhere.
  static let marks = ["university", "universit", "universid", "hochschule", "highschool", "-gymnasium"]
  /// Ends of such a label.
  static let ends = ["college", "-school", "-uni", "schools", "polytechnic", "-schule", "gymnasium"]
}
