/// Domains of providers for everybody: webmail, and the mailboxes that come with a line.
enum PersonalDomains {
  /// Providers with a domain for many countries: any country's ending counts.
  static let brands = """
    yahoo ymail rocketmail hotmail outlook live msn windowslive gmx yandex aol gmail googlemail
    """

  /// Worldwide.
  static let international = """
    gmail.com googlemail.com google.mail.com yahoo.com ymail.com rocketmail.com myyahoo.com yahoomail.com yahoo-inc.net
    hotmail.com outlook.com live.com msn.com windowslive.com passport.com live.ca hotmail.it icloud.com me.com mac.com
    aol.com aim.com netscape.net netscape.com love.com games.com ygm.com wow.com cs.com compuserve.com gmx.com gmx.net
    gmx.us gmx.eu mail.com email.com usa.com post.com europe.com asia.com myself.com consultant.com engineer.com
    techie.com writeme.com iname.com mailbox.org posteo.de posteo.net posteo.org posteo.eu proton.me protonmail.com
    protonmail.ch pm.me protonmail.org tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me tuta.net
    fastmail.com fastmail.fm fastmail.net fastmail.org fastmail.us fastmail.to fastmail.cn fastmail.co.uk
    fastmail.com.au sent.com messagingengine.com mailforce.net ftml.net hey.com pobox.com zoho.com zohomail.com
    zohomail.eu zohomail.in hushmail.com hush.com hush.ai hushmail.me mac.hush.com startmail.com runbox.com
    mailfence.com disroot.org riseup.net autistici.org cock.li airmail.cc countermail.com kolabnow.com soverin.net
    migadu.com ctemplar.com criptext.com lavabit.com skiff.com onmail.com duck.com relay.firefox.com mozmail.com
    privaterelay.appleid.com simplelogin.com simplelogin.io simplelogin.co anonaddy.com anonaddy.me addy.io passmail.net
    passinbox.com lycos.com excite.com juno.com netzero.net netzero.com inbox.com safe-mail.net mail2world.com care2.com
    rediffmail.com rediff.com hotpop.com bigfoot.com mailcity.com eudoramail.com unseen.is vfemail.net opmbx.org
    thexyz.com neomailbox.com luxsci.net elude.in swissmail.org xmail.com email.cz
    """

  /// Germany, Austria, Switzerland, Netherlands, Belgium, Luxembourg.
  static let centralEurope = """
    web.de t-online.de freenet.de arcor.de online.de gmx.de gmx.at gmx.ch gmx.li magenta.de email.de mail.de 1und1.de
    kabelmail.de vodafone.de vodafonemail.de unitybox.de o2online.de o2mail.de alice.de alice-dsl.net hansenet.de
    netcologne.de ewetel.net ewe.net osnanet.de versanet.de htp-tel.de m-net.de mnet-online.de wtnet.de nordcom.net
    tele2.de surfeu.de compuserve.de lycos.de firemail.de directbox.com directbox.de emailn.de eclipso.de eclipso.eu
    eclipso.ch eclipso.at jpberlin.de mein.gmx imail.de ok.de smart-mail.de epost.de genion.de justmail.de nexgo.de
    onlinehome.de pc-mail.de gmx.info gmx.biz gmx.name gmx.org mailbox.de secure.mailbox.org systemli.org dismail.de
    aon.at chello.at a1.net tele2.at utanet.at inode.at liwest.at kabsi.at drei.at drei.com kabelplus.at vol.at
    telering.at tirol.com sbg.at eunet.at gmx.co.at bluewin.ch hispeed.ch sunrise.ch freesurf.ch swissonline.ch tele2.ch
    vtxmail.ch vtx.ch netplus.ch citycable.ch bluemail.ch quickline.ch besonet.ch green.ch ziggo.nl kpnmail.nl
    kpnplanet.nl planet.nl hetnet.nl home.nl chello.nl upcmail.nl xs4all.nl casema.nl quicknet.nl wxs.nl tele2.nl
    telfort.nl zonnet.nl caiway.nl solcon.nl online.nl tiscali.nl kpn.nl versatel.nl wanadoo.nl zeelandnet.nl freeler.nl
    kabelfoon.nl orange.nl vodafonevast.nl telfortglasvezel.nl xmsnet.nl delta.nl skynet.be telenet.be belgacom.net
    proximus.be scarlet.be pandora.be voo.be brutele.be tvcablenet.be base.be pt.lu internet.lu vo.lu
    """

  /// France, Italy, Spain, Portugal, Greece, Malta.
  static let southernEurope = """
    orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr numericable.com club-internet.fr
    aliceadsl.fr cegetel.net noos.fr 9online.fr nordnet.fr voila.fr tiscali.fr caramail.com caramail.fr lycos.fr
    ifrance.com dbmail.com live.fr aol.fr infonie.fr worldonline.fr estvideo.fr evc.net gmx.fr mailo.com net-c.com
    mailo.fr net-c.fr free.net francemel.fr netcourrier.com zaclys.net nerim.net vivaldi.net red-by-sfr.fr libero.it
    virgilio.it tiscali.it tin.it alice.it inwind.it iol.it blu.it tim.it telecomitalia.it fastwebnet.it fastwebmail.it
    teletu.it tele2.it vodafone.it aruba.it email.it katamail.com supereva.it interfree.it poste.it giallo.it jumpy.it
    aliceposta.it kataweb.it infinito.it lycos.it pec.it legalmail.it postecert.it wind.it telefonica.net terra.es
    ono.com movistar.es orange.es jazztel.es euskaltel.net ya.com wanadoo.es auna.com mixmail.com eresmas.com
    telecable.es mundo-r.com hotmail.es vodafone.es tiscali.es navegalia.com teleline.es correo.es sapo.pt
    mail.telepac.pt telepac.pt netcabo.pt clix.pt iol.pt meo.pt zonmail.pt nos.pt vodafone.pt oninet.pt portugalmail.pt
    portugalmail.com otenet.gr forthnet.gr hol.gr yahoo.gr in.gr freemail.gr mailbox.gr vivodinet.gr onvol.net go.net.mt
    maltanet.net cytanet.com.cy primehome.com
    """

  /// United Kingdom, Ireland and the North.
  static let northernEurope = """
    btinternet.com btopenworld.com bt.com talk21.com sky.com virginmedia.com virgin.net ntlworld.com blueyonder.co.uk
    talktalk.net talktalk.co.uk tiscali.co.uk plusnet.com plus.com plus.net fsmail.net freeserve.co.uk lineone.net
    onetel.com orange.net orangehome.co.uk wanadoo.co.uk o2.co.uk vodafone.net freeuk.com freeuk.net madasafish.com
    demon.co.uk supanet.com tesco.net which.net zen.co.uk ukonline.co.uk cwcom.net dsl.pipex.com pipex.com bigfoot.co.uk
    hotmail.co.uk toucansurf.com uwclub.net btclick.com onetel.net.uk mail.co.uk eclipse.co.uk f2s.com eircom.net iol.ie
    indigo.ie gofree.indigo.ie upcmail.ie vodafone.ie o2.ie three.ie imagine.ie telia.com comhem.se bredband.net
    tele2.se spray.se swipnet.se passagen.se home.se bahnhof.se glocalnet.net bredband2.com ownit.nu bostream.nu
    telia.se live.se hotmail.se yahoo.se brev.nu algonet.se tyfonmail.se tdcadsl.dk jubii.dk ofir.dk mail.dk
    mail.tele.dk stofanet.dk youmail.dk post.tele.dk webspeed.dk get2net.dk forum.dk privat.dk sol.dk youseepost.dk
    yousee.dk email.dk live.dk fasttelefoni.dk profibermail.dk post.cybercity.dk cybercity.dk tdc.dk newmail.dk
    vip.cybercity.dk online.no broadpark.no getmail.no start.no frisurf.no c2i.net lyse.net altibox.no tele2.no live.no
    hotmail.no bluezone.no ebnett.no nextgentel.no kolumbus.fi luukku.com elisanet.fi welho.com suomi24.fi pp.inet.fi
    inet.fi saunalahti.fi netti.fi dnainternet.net mbnet.fi phnet.fi surffi.fi jippii.fi kotikone.fi nic.fi simnet.is
    internet.is visir.is vortex.is hotmail.is
    """

  /// Poland, the Czech lands, Slovakia, Hungary, the Balkans, the Baltic, Russia, Ukraine, Turkey, Israel.
  static let easternEurope = """
    wp.pl o2.pl onet.pl interia.pl interia.eu gazeta.pl op.pl tlen.pl vp.pl poczta.onet.pl poczta.fm onet.eu autograf.pl
    buziaczek.pl go2.pl neostrada.pl poczta.pl prokonto.pl amorki.pl spoko.pl opoczta.pl int.pl vip.onet.pl seznam.cz
    centrum.cz volny.cz atlas.cz post.cz quick.cz tiscali.cz iol.cz razdva.cz chello.cz upcmail.cz azet.sk centrum.sk
    zoznam.sk post.sk pobox.sk atlas.sk chello.sk stonline.sk orangemail.sk szm.sk t-zones.sk freemail.hu citromail.hu
    t-online.hu indamail.hu vipmail.hu upcmail.hu chello.hu digikabel.hu mailbox.hu net.hr inet.hr vip.hr globalnet.hr
    zg.t-com.hr siol.net t-2.net amis.net volja.net email.si telemach.net eunet.rs sbb.rs open.telekom.rs ptt.rs mts.rs
    neobee.net bih.net.ba t-home.mk abv.bg mail.bg dir.bg gbg.bg yahoo.ro clicknet.ro rdslink.ro home.ro k.ro
    romtelecom.net inbox.lv apollo.lv one.lv tvnet.lv mail.ee hot.ee online.ee neti.ee one.lt takas.lt delfi.lt inbox.lt
    mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru lenta.ru ro.ru autorambler.ru myrambler.ru yandex.com
    yandex.ru ya.ru narod.ru pochta.ru nm.ru hotbox.ru land.ru nextmail.ru qip.ru e1.ru ngs.ru aport.ru mail15.com
    sibmail.com fromru.com front.ru vk.com xakep.ru bigmir.net ukr.net i.ua meta.ua email.ua online.ua ua.fm mail.ua
    rambler.ua tut.by mail.by inbox.by mail.kz mynet.com mynet.com.tr ttmail.com turk.net superonline.com ttnet.net.tr
    e-kolay.net walla.co.il walla.com netvision.net.il 012.net.il bezeqint.net zahav.net.il 013.net barak.net.il
    """

  /// The Americas.
  static let americas = """
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net frontier.com
    frontiernet.net optonline.net optimum.net windstream.net centurylink.net centurytel.net embarqmail.com q.com
    qwest.net roadrunner.com rr.com twc.com tampabay.rr.com nc.rr.com nyc.rr.com cfl.rr.com austin.rr.com suddenlink.net
    mediacombb.net mchsi.com rcn.com peoplepc.com mindspring.com ameritech.net pacbell.net prodigy.net swbell.net
    snet.net flash.net nvbell.net wans.net adelphia.net insightbb.com wowway.com knology.net cableone.net sparklight.net
    hughes.net wildblue.net consolidated.net tds.net gci.net hawaiiantel.net hawaii.rr.com cinci.rr.com zoominternet.net
    atlanticbb.net metrocast.net fuse.net pldi.net bresnan.net bluebottle.com usa.net excite.com ptd.net epix.net
    rogers.com bell.net sympatico.ca shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca nb.sympatico.ca sasktel.net
    mts.net mymts.net xplornet.com xplornet.ca aliant.net teksavvy.com videotron.qc.ca distributel.net execulink.com
    bellaliant.net nl.rogers.com cgocable.ca ns.sympatico.ca golden.net primus.ca tbaytel.net northwestel.net
    prodigy.net.mx telmex.com infinitum.com.mx hotmail.com.mx terra.com.mx uol.com.br bol.com.br terra.com.br ig.com.br
    globo.com globomail.com oi.com.br r7.com zipmail.com.br superig.com.br brturbo.com.br pop.com.br itelefonica.com.br
    click21.com.br veloxmail.com.br ibest.com.br folha.com.br vivo.com.br net.com.br gvt.com.br yahoo.com.br
    fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar uolsinectis.com.ar sinectis.com.ar velocom.com.ar terra.cl
    vtr.net entelchile.net tie.cl une.net.co etb.net.co cantv.net adinet.com.uy speedy.com.pe terra.com.pe racsa.co.cr
    cwpanama.net codetel.net.do coqui.net caribsurf.com candw.ky flowja.com cwjamaica.com nacion.com
    """

  /// Asia, Australia, Africa and the Near East.
  static let asiaAndAfrica = """
    qq.com vip.qq.com foxmail.com 163.com 126.com 188.com yeah.net vip.163.com vip.126.com sina.com sina.cn vip.sina.com
    sina.com.cn sohu.com vip.sohu.com tom.com 21cn.com 139.com 189.cn wo.cn wo.com.cn 263.net aliyun.com chinaren.com
    eyou.com 371.net netease.com hainan.net citiz.net naver.com hanmail.net daum.net nate.com kakao.com korea.com
    empas.com empal.com dreamwiz.com lycos.co.kr paran.com freechal.com chol.com hanmir.com yahoo.co.jp docomo.ne.jp
    ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp
    dion.ne.jp au.com excite.co.jp goo.jp infoseek.jp vodafone.ne.jp ybb.ne.jp asahi-net.or.jp infoweb.ne.jp
    jcom.home.ne.jp rakuten.jp mineo.jp uqmobile.jp ymobile.ne.jp emobile.ne.jp willcom.com seed.net.tw hinet.net
    ms1.hinet.net msa.hinet.net pchome.com.tw yam.com kimo.com so-net.net.tw netvigator.com hkstar.com biznetvigator.com
    i-cable.com singnet.com.sg pacific.net.sg starhub.net.sg streamyx.com tm.net.my jaring.my pldtdsl.net globe.com.ph
    skybroadband.com.ph telkom.net plasa.com indosat.net.id cbn.net.id vnn.vn fpt.vn hcm.vnn.vn hn.vnn.vn loxinfo.co.th
    asianet.co.th thaimail.com sify.com indiatimes.com in.com vsnl.com vsnl.net bsnl.in airtelmail.in sancharnet.in
    dataone.in eth.net rediffmail.in yahoo.co.in yahoo.in emirates.net.ae eim.ae maktoob.com omantel.net.om
    batelco.com.bh qatar.net.qa saudi.net.sa sltnet.lk wow.lk eureka.lk dhaka.net ntc.net.np wlink.com.np wateen.net
    cyber.net.pk bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net westnet.com.au
    ozemail.com.au dodo.com.au iprimus.com.au adam.com.au aapt.net.au netspace.net.au chariot.net.au exetel.com.au
    telstra.com aussiebroadband.com.au aanet.com.au ozbytes.net.au people.net.au bigpond.com.au telstra.net xtra.co.nz
    slingshot.co.nz orcon.net.nz clear.net.nz paradise.net.nz vodafone.co.nz ihug.co.nz actrix.co.nz snap.net.nz
    inspire.net.nz kinect.co.nz mweb.co.za telkomsa.net webmail.co.za vodamail.co.za iafrica.com absamail.co.za
    lantic.net afrihost.co.za polka.co.za axxess.co.za cybersmart.co.za menara.ma topnet.tn planet.tn djezzy.dz link.net
    tedata.net.eg africaonline.co.ke wananchi.com yahoo.com.ng orange.sn orange.ci utl.co.ug
    """

  static let all = [
    international, centralEurope, southernEurope, northernEurope, easternEurope, americas, asiaAndAfrica,
  ]
}
