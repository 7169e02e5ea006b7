/// Domains of providers whose addresses live for minutes. Everything below them is disposable too.
enum DisposableDomains {
  /// Providers that use the same first label with many endings.
  static let brands = """
    mailinator guerrillamail guerrillamailblock 10minutemail 10minutesmail 10minutemails 20minutemail 30minutemail
    1minutemail yopmail temp-mail tempmail tempmailo tempmailer tempmailaddress tempinbox tempemail tempr trashmail
    trash-mail trashmailer throwawaymail throwam sharklasers getnada mailnesia mohmal dispostable maildrop mailcatch
    fakeinbox fakemail fakemailgenerator emailondeck spamgourmet mytemp mytempmail minutemail minuteinbox burnermail
    discard discardmail wegwerfmail wegwerfemail einwegmail spambog byom jetable mailnull mintemail moakt nada emailfake
    generator inboxkitten tempail crazymailing disposablemail dropmail temp-inbox onetimemail
    """

  static let domains = """
    mailinator.com mailinator.net mailinator2.com mailinater.com reallymymail.com sogetthis.com suremail.info
    thisisnotmyrealemail.com binkmail.com safetymail.info spamherelots.com tradermail.info zippymail.info bobmail.info
    chammy.info devnullmail.com letthemeatspam.com mailin8r.com notmailinator.com putthisinyourspamdatabase.com
    sendspamhere.com spamhereplease.com spamthisplease.com streetwisemail.com veryrealemail.com monumentmail.com
    guerrillamail.com guerrillamail.biz guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org
    guerrillamailblock.com sharklasers.com grr.la pokemail.net spam4.me yopmail.com yopmail.fr yopmail.net cool.fr.nf
    jetable.fr.nf nospam.ze.tc nomail.xl.cx mega.zik.dj speed.1s.fr courriel.fr.nf moncourrier.fr.nf monemail.fr.nf
    monmail.fr.nf hide.biz.st mymail.infos.st temp-mail.org temp-mail.io temp-mail.ru tempmail.com tempmail.net
    tempmail.dev tempmail.plus tempmailo.com tempinbox.com tempr.email tempemail.net tempemail.co tempmail.it
    tmpmail.org tmpmail.net tmpeml.com tmails.net tempomail.fr temporarymail.com temporaryemail.net temporaryinbox.com
    temporaryforwarding.com tmail.ws throwawaymail.com throwawayemailaddress.com throwaway.email throwam.com
    trashmail.com trashmail.de trashmail.me trashmail.net trashmail.org trashmail.ws trashymail.com trashymail.net
    trash-mail.com trash-mail.de trash-mail.at trash2009.com trashdevil.com trashemail.de trashinbox.com rcpt.at
    wegwerfmail.de wegwerfmail.net wegwerfmail.org wegwerf-email.de wegwerfadresse.de wegwerfemail.de
    wegwerpmailadres.nl einrot.com einmalmail.de sofort-mail.de spambog.com spambog.de spambog.ru discardmail.com
    discardmail.de discard.email spoofmail.de hulapla.de 10minutemail.com 10minutemail.net 10minutemail.org
    10minutemail.de 10minutemail.co.uk 10minutemail.be 10minutemail.info 10mail.org 10mail.com 10minmail.de
    20minutemail.com 20mail.it 20email.eu 30minutemail.com 33mail.com 0-mail.com 0815.ru 1secmail.com 1secmail.net
    1secmail.org 2prong.com 3d-painting.com 4warding.com 9ox.net anonbox.net anonymbox.com antichef.com antispam.de
    armyspy.com cuvox.de dayrep.com einrot.de fleckens.hu gustr.com jourrapide.com rhyta.com superrito.com teleworm.us
    beefmilk.com bigstring.com bio-muesli.net bofthew.com bouncr.com boun.cr breakthru.com brefmail.com bsnow.net
    bugmenot.com bumpymail.com burnermail.io bund.us buyusedlibrarybooks.org casualdx.com centermail.com chacuo.net
    chogmail.com cosmorph.com courrieltemporaire.com crapmail.org curryworld.de dandikmail.com deadaddress.com
    deadspam.com despam.it despammed.com dfgh.net digitalsanctuary.com disposableaddress.com
    disposableemailaddresses.com disposableinbox.com dispose.it disposeamail.com dispostable.com dodgeit.com dodgit.com
    donemail.ru dontreg.com dontsendmespam.de dropmail.me drdrb.com drdrb.net dump-email.info dumpandjunk.com
    dumpmail.de dumpyemail.com e4ward.com easytrashmail.com email60.com emaildienst.de emailias.com emailigo.de
    emailinfive.com emailmiser.com emailondeck.com emailsensei.com emailtemporanea.com emailtemporanea.net
    emailtemporar.ro emailtemporario.com.br emailthe.net emailtmp.com emailto.de emailwarden.com emailx.at.hm
    emailxfer.com emltmp.com enterto.com ephemail.net etranquil.com explodemail.com eyepaste.com fakeinbox.com
    fakeinformation.com fakemail.fr fakemail.net fakemailgenerator.com fakermail.com fastacura.com fastmazda.com
    filzmail.com fizmail.com fr33mail.info frapmail.com fudgerub.com fux0ringduh.com garliclife.com get1mail.com
    get2mail.fr getairmail.com getmails.eu getnada.com getonemail.com ghosttexter.de girlsundertheinfluence.com
    gishpuppy.com gotmail.net gotmail.org gowikibooks.com great-host.in greensloth.com h8s.org haltospam.com
    harakirimail.com hatespam.org herp.in hidemail.de hidzz.com hmamail.com hochsitze.com hotpop.com ieatspam.eu
    ieatspam.info ieh-mail.de ihateyoualot.info imails.info imgof.com inboxalias.com inboxbear.com inboxclean.com
    inboxclean.org inboxkitten.com incognitomail.com incognitomail.net incognitomail.org insorg-mail.info ipoo.org
    irish2me.com jetable.com jetable.net jetable.org jnxjn.com junk1e.com kasmail.com kaspop.com killmail.com
    killmail.net klassmaster.com klzlk.com koszmail.pl kurzepost.de lifebyfood.com link2mail.net litedrop.com
    lookugly.com lortemail.dk lroid.com lukop.dk luxusmail.org maboard.com mail-temporaire.fr mail-temp.com
    mail-tester.com mail.tm mail.gw mail1a.de mail21.cc mail333.com mail4trash.com mailbidon.com mailblocks.com
    mailcatch.com mailde.de mailde.info maildrop.cc maildx.com mailed.ro maileater.com mailexpire.com mailfa.tk
    mailforspam.com mailfreeonline.com mailguard.me mailimate.com mailincubator.com mailme.ir mailme.lv mailme24.com
    mailmetrash.com mailmoat.com mailms.com mailnator.com mailnesia.com mailnull.com mailorg.org mailpick.biz
    mailpoof.com mailrock.biz mailscrap.com mailsac.com mailseal.de mailshell.com mailsiphon.com mailslapping.com
    mailslite.com mailtemp.info mailtothis.com mailtrash.net mailtv.net mailzilla.com mailzilla.org makemetheking.com
    manybrain.com mbx.cc meltmail.com messagebeamer.de mezimages.net mierdamail.com minuteinbox.com mintemail.com
    moakt.cc moakt.co moakt.com moakt.ws moburl.com mohmal.com mohmal.im mohmal.in mohmal.tech moncourrier.com
    mt2009.com mt2014.com mt2015.com muellmail.com muellemail.com mvrht.net mx0.wwwnew.eu my10minutemail.com
    mycleaninbox.net mymail-in.net mypartyclip.de myphantomemail.com mysamp.de mytempemail.com mytempmail.com
    mytrashmail.com nabuma.com neomailbox.ch nepwk.com nervmich.net nervtmich.net nespf.com netmails.com netmails.net
    neverbox.com nice-4u.com nincsmail.com nincsmail.hu no-spam.ws nobulk.com noclickemail.com nogmailspam.info
    nomail2me.com nomorespamemails.com nospam4.us nospamfor.us nospammail.net notsharingmy.info nowmymail.com nwldx.com
    objectmail.com obobbo.com odnorazovoe.ru oneoffemail.com onewaymail.com oopi.org ordinaryamerican.net otherinbox.com
    ovpn.to owlpic.com pancakemail.com pjjkp.com plexolan.de pookmail.com privacy.net privatdemail.net proxymail.eu
    prtnx.com punkass.com quickinbox.com rcpt.at recode.me recursor.net regbypass.com rejectmail.com rmqkr.net royal.net
    rppkn.com rtrtr.com s0ny.net safe-mail.gq safersignup.de sandelf.de saynotospams.com selfdestructingmail.com
    shieldemail.com shiftmail.com shitmail.me shitware.nl shortmail.net sibmail.net skeefmail.com slaskpost.se
    slopsbox.com smashmail.de smellfear.com snakemail.com sneakemail.com snkmail.com sofimail.com soodonims.com spam.la
    spam.su spamavert.com spambob.com spambob.net spambox.info spambox.us spamcannon.com spamcero.com spamcorptastic.com
    spamcowboy.com spamday.com spamex.com spamfree24.com spamfree24.de spamfree24.org spamgoes.in spamgourmet.com
    spamgourmet.net spamhole.com spamify.com spaminator.de spamkill.info spaml.com spaml.de spammotel.com spamobox.com
    spamoff.de spamslicer.com spamspot.com spamtrail.com speed.1s.fr stuffmail.de supergreatmail.com teewars.org
    teleworm.com tempail.com tempalias.com tempmaildemo.com tempmailer.com tempmailer.de tempsky.com thankyou2010.com
    thatim.info thc.st thelimestones.com thismail.net throwawaymail.net tilien.com tittbit.in tizi.com toomail.biz
    topranklist.de tyldd.com uggsrock.com upliftnow.com uplipht.com venompen.com viditag.com viewcastmedia.com
    vomoto.com vpn.st vsimcard.com vubby.com wasteland.rfc822.org webemail.me weg-werf-email.de wetrainbayarea.com
    wh4f.org whatpaas.com whyspam.me willselfdestruct.com winemaven.info wronghead.com wuzup.net wuzupmail.net
    xagloo.com xemaps.com xents.com xmaily.com xoxy.net yep.it yogamaven.com youmailr.com yuurok.com zehnminutenmail.de
    zetmail.com zoemail.com zoemail.net zoemail.org zomg.info nada.email nada.ltd inboxes.com emailfake.com
    generator.email byom.de luxusmail.de vertexmail.com mailtemporaire.com linshiyouxiang.net internxt.email
    smailpro.com mailgolem.com tempumail.com cs.email fexpost.com fexbox.org rover.info
    """

  /// Parts of a domain's first label that only such providers use.
  static let marks = [
    "10minutemail", "minutemail", "guerrillamail", "mailinator", "trashmail", "trash-mail", "tempmail", "temp-mail",
    "tmpmail", "throwaway", "throw-away", "fakemail", "spammail", "disposablemail", "disposable-mail", "wegwerfmail",
    "wegwerf-mail", "temporarymail", "temporary-mail", "burnermail", "jetable",
  ]
}
