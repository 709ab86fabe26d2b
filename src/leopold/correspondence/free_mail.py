"""Domains where anybody may have a mailbox: they name no organization.

Free mail and the mailboxes that access providers give to their subscribers, English-speaking and Russian-speaking
countries first. Written from general knowledge; a domain missing here is taken for an organization.
"""

from __future__ import annotations

from functools import lru_cache

_FREE = """
gmail.com googlemail.com
outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.dk outlook.ie outlook.pt outlook.at outlook.be
outlook.jp outlook.in outlook.sa outlook.com.br outlook.com.au outlook.co.th hotmail.com hotmail.co.uk hotmail.fr
hotmail.de hotmail.it hotmail.es hotmail.ca hotmail.be hotmail.nl hotmail.se hotmail.no hotmail.dk hotmail.fi
hotmail.ch hotmail.gr hotmail.com.au hotmail.com.br hotmail.com.ar hotmail.com.tr hotmail.co.jp hotmail.co.nz
live.com live.co.uk live.fr live.de live.it live.nl live.se live.dk live.no live.be live.ca live.cn live.ru live.at
live.com.au live.com.mx live.com.pt live.ie live.jp msn.com passport.com windowslive.com
yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.ca yahoo.co.in yahoo.in yahoo.com.br yahoo.com.au
yahoo.com.ar yahoo.com.mx yahoo.com.sg yahoo.com.hk yahoo.com.tw yahoo.com.ph yahoo.com.vn yahoo.com.my yahoo.co.jp
yahoo.co.id yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.za yahoo.gr yahoo.se yahoo.no yahoo.dk yahoo.ie yahoo.pl
yahoo.ro yahoo.nl yahoo.be yahoo.at ymail.com rocketmail.com myyahoo.com geocities.com
aol.com aol.co.uk aol.de aol.fr aim.com netscape.net netscape.com cs.com compuserve.com wow.com love.com games.com
icloud.com me.com mac.com
proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me
mailbox.org posteo.de posteo.net posteo.org disroot.org riseup.net hushmail.com hush.com hushmail.me startmail.com
runbox.com kolabnow.com countermail.com ctemplar.com skiff.com hey.com fastmail.com fastmail.fm fastmail.net
fastmail.org fastmail.us fastmail.co.uk sent.com messagingengine.com fmail.co.uk mailfence.com duck.com
mozmail.com privaterelay.appleid.com simplelogin.com anonaddy.com
zoho.com zohomail.com zoho.eu zohomail.eu zoho.in mail.com email.com usa.com consultant.com engineer.com
post.com writeme.com iname.com techie.com myself.com europe.com asia.com dr.com lawyer.com cheerful.com
accountant.com contractor.net workmail.com inbox.com inbox.lv inbox.lt inbox.eu inbox.ee lycos.com lycos.co.uk
excite.com excite.it altavista.com juno.com netzero.net netzero.com lavabit.com gmx.com gmx.net gmx.de gmx.at
gmx.ch gmx.co.uk gmx.us gmx.info gmx.biz gmx.org gmx.fr gmx.es web.de freenet.de t-online.de arcor.de email.de
onlinehome.de kabelmail.de mail.de vodafone.de unitybox.de ewe.net ewetel.net osnanet.de versanet.de
myopera.com operamail.com bigfoot.com care2.com angelfire.com eudoramail.com iwon.com mailcity.com mindspring.com
mailinator.com guerrillamail.com yopmail.com 10minutemail.com temp-mail.org tempmail.com sharklasers.com
trashmail.com maildrop.cc getnada.com dispostable.com mailnesia.com throwawaymail.com discard.email mytemp.email
mail.ru inbox.ru list.ru bk.ru internet.ru xmail.ru mail.ua vk.com
yandex.ru yandex.com ya.ru yandex.by yandex.kz yandex.ua yandex.uz yandex.com.tr yandex.com.ge yandex.fr narod.ru
rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru rambler.ua r0.ru
pochta.ru qip.ru fromru.com front.ru hotbox.ru hotmail.ru krovatka.su land.ru mail15.com mail333.com nightmail.ru
nm.ru pisem.net pochtamt.ru pop3.ru rbcmail.ru smtp.ru 5ballov.ru aeterna.ru ziza.ru memori.ru photofile.ru
fotoplenka.ru borda.ru e-mail.ru newmail.ru hotmail.kz mail.kz mail.by tut.by tutby.com open.by nextmail.ru
sibmail.com bigmir.net ukr.net i.ua meta.ua email.ua online.ua freemail.ukr.net ukrpost.net ukrpost.ua a.ua
mailru.com gmail.ru mail.md
seznam.cz email.cz post.cz centrum.cz centrum.sk atlas.cz atlas.sk volny.cz azet.sk zoznam.sk pobox.sk
wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl vp.pl interia.pl interia.eu poczta.fm gazeta.pl tlen.pl go2.pl
autograf.pl buziaczek.pl poczta.onet.eu spoko.pl amorki.pl neostrada.pl
abv.bg mail.bg dir.bg freemail.hu citromail.hu indamail.hu vipmail.hu t-online.hu
libero.it virgilio.it tiscali.it tin.it alice.it tim.it iol.it inwind.it supereva.it email.it fastwebnet.it
vodafone.it blu.it teletu.it
laposte.net orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr numericable.fr voila.fr cegetel.net club-internet.fr
aliceadsl.fr noos.fr 9online.fr
terra.es telefonica.net ono.com ya.com terra.com.br uol.com.br bol.com.br ig.com.br globo.com globomail.com
r7.com zipmail.com.br oi.com.br sapo.pt clix.pt iol.pt netcabo.pt mail.telepac.pt
bluewin.ch sunrise.ch hispeed.ch swissonline.ch chello.at aon.at a1.net
telenet.be skynet.be scarlet.be proximus.be hetnet.nl home.nl kpnmail.nl planet.nl ziggo.nl xs4all.nl casema.nl
chello.nl quicknet.nl zonnet.nl upcmail.nl tele2.nl online.nl
telia.com spray.se bredband.net comhem.se tele2.se passagen.se online.no broadpark.no start.no frisurf.no
tdcadsl.dk stofanet.dk mail.dk mail.tele.dk jubii.dk ofir.dk get2net.dk pp.inet.fi kolumbus.fi luukku.com
suomi24.fi elisanet.fi welho.com saunalahti.fi
hotmail.ee hot.ee mail.ee delfi.lt takas.lt one.lt apollo.lv
mynet.com superonline.com ttmail.com turk.net walla.com walla.co.il 012.net.il netvision.net.il bezeqint.net
rediffmail.com rediff.com indiatimes.com sify.com vsnl.net vsnl.com
qq.com 163.com 126.com sina.com sina.cn sohu.com 139.com yeah.net foxmail.com 21cn.com tom.com 189.cn aliyun.com
naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com biglobe.ne.jp
singnet.com.sg pacific.net.sg starhub.net.sg hinet.net netvigator.com
"""

_PROVIDERS = """
comcast.net xfinity.com att.net sbcglobal.net bellsouth.net pacbell.net swbell.net ameritech.net snet.net
prodigy.net nvbell.net flash.net worldnet.att.net attbi.com verizon.net vzw.net gte.net bellatlantic.net
mciworld.com cox.net charter.net spectrum.net roadrunner.com rr.com twc.com brighthouse.com
bright.net earthlink.net mindspring.net peoplepc.com sprynet.com sprintmail.com sprint.ca centurylink.net
centurytel.net embarqmail.com q.com qwest.net qwestoffice.net uswest.net frontier.com frontiernet.net windstream.net
alltel.net optonline.net optimum.net cablevision.com suddenlink.net mediacombb.net mchsi.com rcn.com erols.com
wowway.com insightbb.com adelphia.net knology.net cableone.net sparklight.net zoominternet.net atlanticbb.net
metrocast.net hughes.net wildblue.net exede.net tds.net consolidated.net fuse.net cinci.rr.com ix.netcom.com
netcom.com concentric.net usa.net mailandnews.com speakeasy.net speakeasy.org sonic.net pacific.net well.com
panix.com pipeline.com mac.net ev1.net houston.rr.com austin.rr.com texas.net onr.com hal-pc.org wt.net pdq.net
swbell.com hotpop.com bigplanet.com directvinternet.com clearwire.net epix.net ptd.net penn.com
rogers.com sympatico.ca bell.net bellnet.ca shaw.ca telus.net telusplanet.net videotron.ca cogeco.ca cogeco.net
eastlink.ca sasktel.net mts.net mymts.net nbnet.nb.ca ns.sympatico.ca home.com primus.ca golden.net
teksavvy.com aliant.net execulink.com
btinternet.com btopenworld.com btconnect.com talk21.com sky.com virginmedia.com virgin.net ntlworld.com
ntl.com blueyonder.co.uk talktalk.net talktalk.co.uk tiscali.co.uk lineone.net freeserve.co.uk fsnet.co.uk
fsmail.net wanadoo.co.uk orange.net orangehome.co.uk o2.co.uk plus.com plus.net plusnet.com force9.co.uk
demon.co.uk supanet.com madasafish.com onetel.com onetel.net zen.co.uk freeuk.com uwclub.net eclipse.co.uk
dsl.pipex.com pipex.com clara.co.uk clara.net cwcom.net ukgateway.net totalise.co.uk breathe.com postmaster.co.uk
eircom.net iol.ie indigo.ie oceanfree.net esatclear.ie vodafone.ie
bigpond.com bigpond.net.au optusnet.com.au iinet.net.au internode.on.net tpg.com.au dodo.com.au ozemail.com.au
westnet.com.au adam.com.au iprimus.com.au aapt.net.au netspace.net.au exetel.com.au
xtra.co.nz clear.net.nz ihug.co.nz slingshot.co.nz paradise.net.nz orcon.net.nz vodafone.co.nz actrix.co.nz
mweb.co.za telkomsa.net iafrica.com vodamail.co.za webmail.co.za absamail.co.za
mtu-net.ru mtu.ru mts-internet.ru corbina.ru nwgsm.ru comcor.ru comtv.ru online.ru sovintel.ru
dol.ru cityline.ru zmail.ru orc.ru aha.ru glasnet.ru dialup.ru caravan.ru kaluga.ru
avangarddsl.ru ngs.ru sibnet.ru e1.ru mail.ur.ru usi.ru r66.ru ekb.ru chel.ru is74.ru
ufanet.ru bashtel.ru tatar.ru bancorp.ru kazan.ru samtel.ru samara.ru tlt.ru sama.ru saratov.ru san.ru
vlink.ru mail.nnov.ru sandy.ru kis.ru nts.su vinteleport.ru tula.net tsinet.ru bk.net.ru vologda.ru vmail.ru
atnet.ru onego.ru karelia.ru com2com.ru mels.ru peterlink.ru peterstar.ru wplus.net mail.wplus.net spbmail.ru
dux.ru lek.ru infopro.spb.su interzet.ru skynet.ru kuban.ru kubannet.ru don.ru donpac.ru rnd.ru aaanet.ru
jeo.ru mail.primorye.ru vladivostok.ru vtc.ru hb.ru mail.khv.ru kht.ru dcn.ru sakhalin.ru chita.ru irk.ru
irmail.ru angarsk.ru tomsk.ru tomline.ru mail2000.ru omsk.ru omskcity.com nsk.ru ab.ru barnaul.ru krasmail.ru
krsn.ru permonline.ru perm.ru raid.ru udmnet.ru izhnet.ru
"""

FREE_MAIL = frozenset((_FREE + _PROVIDERS).split())


@lru_cache(maxsize=8192)
def is_free_mail(domain: str) -> bool:
    """Say whether a mailbox of this domain, or of one above it, names no organization; lower case, IDN in Unicode."""
    while "." in domain:
        if domain in FREE_MAIL:
            return True
        domain = domain.partition(".")[2]
    return False
