# The bot's sentences in Swahili, in the order of en.ftl, where each is explained.

language = Kiswahili
    .setting = swahili
    .place = 2

introduction = Utangulizi
closing-advice = Na mwishoni:
stands-in = Kutoka “{ $article }”
stands-in-other = Kutoka “{ $article }”, iliyoandikwa kwa { language-name }
quoted-in = Makala imeandikwa kwa { language-name }: ninainukuu kama ilivyo.
no-edition = Sina makala hii kwa { language-name }. Hii hapa kama nilivyo nayo.
page-of = ukurasa { $page } kati ya { $pages }

likely = Huenda ni hii:
likely-others = Au ulimaanisha mojawapo ya hizi?
overview = Huenda kuna sababu zaidi ya moja. Makala inaanza hivi:
overview-others = Sababu hizi ndizo zilizo karibu zaidi na ulichoandika.
did-you-mean = Zaidi ya sehemu moja ya “{ $article }” huenda ikajibu hilo. Unamaanisha ipi?
asked-for = Umeomba sehemu hizi. Nifungue ipi?
not-in-article = Kwa ninavyoona, “{ $article }” haizungumzii hilo. Sehemu hizi ndizo zilizo karibu zaidi. Unaweza pia kuuliza kwa maneno mengine.
company = Ukitaka mtu wa kuongea naye: { $page } inaorodhesha watu wanaosikiliza, katika nchi nyingi.
clinic = Hilo daktari au kliniki wanaweza kukuambia, kwa kipimo. Makala haiwezi, nami siwezi.
other-language = Katika “{ $article }” ninaweza kutafuta maswali ya lugha yake tu, ambayo ni { language-name }. Unaweza kuuliza tena kwa lugha hiyo, au kupitia yaliyomo.
other-language-than = Kuhusu “{ $article }” ninaelewa maswali ya lugha hizi: { $languages }. Unaweza kuuliza tena kwa mojawapo, au kupitia yaliyomo.
language-name = { $language ->
        [da] Kidenmaki
        [de] Kijerumani
        [es] Kihispania
        [fr] Kifaransa
        [hi] Kihindi
        [id] Kiindonesia
        [it] Kiitaliano
        [nl] Kiholanzi
        [pl] Kipolandi
        [pt] Kireno
        [ro] Kiromania
        [sv] Kiswidi
        [sw] Kiswahili
        [tl] Kitagalogi
        [tr] Kituruki
       *[en] Kiingereza
    }
contents = Sehemu za “{ $article }”:
ask-in = Makala imeandikwa kwa { language-name }: tafadhali niulize kwa lugha hiyo.
ask-in-yours = Makala imeandikwa kwa { language-name }, nami ninainukuu kama ilivyo. Unaweza kuniuliza kwa Kiswahili.
hint = Niulize chochote kuhusu “{ $article }”, nami nitakuonyesha inachosema, neno kwa neno. Unaweza pia kupitia sehemu zake.

teaser = Nina kitu cha kukuonyesha. Ni wewe tu utakayekiona.

button-show = Nionyeshe
button-whole = Soma sehemu nzima
button-contents = Yaliyomo
button-previous = Iliyotangulia
button-next = Inayofuata
button-helpline = Fungua { $name }
button-meant = Nilimaanisha makala
button-hide = Ficha hii
menu-contents = Chagua sehemu ya kusoma
menu-place = Chagua nchi

command-ask = Huuliza makala, na kukuonyesha maneno yake yenyewe.
command-ask-name = ask
command-ask-question = Ungependa kujua nini?
command-ask-visible = Nani aone jibu?
command-style = Jibu lije vipi?
choice-only-me = mimi tu
choice-everyone = kila mtu
choice-embeds = ndani ya fremu
choice-plain = kama maandishi ya kawaida
command-read = Hufungua yaliyomo ya makala, au sehemu moja kwa ukamilifu.
command-read-name = read
command-read-section = Sehemu ipi? Andika maneno yake machache, au namba yake.
command-language = Unataka kusoma makala kwa lugha gani?
command-article = Makala ipi?

suggested-for = { $title } · kwa “{ $words }”

button-related = Zinazohusiana
button-amiss = Sikuuliza hili
button-share = Shirikisha
button-delete = Futa
related = Baada ya “{ $section }”, sehemu hizi zinaendeleza.
amiss = Basi huenda ni mojawapo ya hizi. Unaweza pia kupitia yaliyomo, au kuniuliza tena kwa maneno mengine.
amiss-without-next = Basi tafadhali pitia yaliyomo, au niulize tena kwa maneno mengine.
shared = Imeshirikishwa. Sasa kila mtu hapa anaweza kusoma maneno haya. Sikusema nani aliuliza, wala nini. Wewe na wasimamizi mnaweza kuyafuta.
shared-already = { $count ->
    [one] Maneno haya yalishirikishwa hapa dakika chache zilizopita. Tafadhali angalia juu kidogo. Yanaweza kushirikishwa tena baada ya dakika moja.
   *[other] Maneno haya yalishirikishwa hapa dakika chache zilizopita. Tafadhali angalia juu kidogo. Yanaweza kushirikishwa tena baada ya dakika { $count }.
}
not-shared = Sina ruhusa ya kuandika haya hapa, kwa hiyo hakuna kilichoshirikishwa. Wasimamizi wanaweza kuniruhusu kutuma ujumbe na kupachika viungo katika chaneli hii.
refusal-not-yours-to-delete = Ni aliyenifanya niandike hili, na wasimamizi, wanaoweza kulifuta.

visible-private = Katika seva hii majibu yangu huja kwako peke yako. Shirikisha huonyesha maneno kwa kila mtu, bila swali lako.
visible-unsure = Kila mtu huona kile ambacho makala inajibu kwa hakika. Hii inakuja kwako peke yako. Shirikisha huonyesha maneno kwa kila mtu, bila swali lako.
visible-elsewhere = Nje ya seva zilizo nami, majibu yangu huja kwako peke yako.

refusal-unknown-press = Kitufe hicho ni cha zamani, nami sijui tena kinaelekea wapi. Tafadhali niulize tena.
refusal-not-yours = Hicho ni cha aliyeuliza. Unaweza kuniuliza mwenyewe, kwa /ask au kwa ujumbe wa moja kwa moja.
refusal-not-here = Wasimamizi hawataki nijibu katika chaneli hii. Unaweza kuniuliza katika nyingine, au kwa ujumbe wa moja kwa moja.
refusal-ignored = Wasimamizi wa seva hii wameniomba nisikujibu hapa. Unaweza kuniuliza kwa ujumbe wa moja kwa moja.
refusal-age-restricted = Wasimamizi wameiweka makala hii katika chaneli zilizotengwa kwa watu wazima. Tafadhali niulize katika mojawapo ya hizo.
refusal-only-in-servers = Anayeniendesha haruhusu makala hii katika ujumbe wa moja kwa moja. Tafadhali niulize katika seva.
refusal-not-moderator = Hiyo ni kwa wasimamizi wa seva hii: yeyote anayeweza kuisimamia, au mwenye jukumu walilonitajia.
refusal-no-file = Sikuweza kupata faili hiyo, kwa hiyo sijabadilisha chochote. Tafadhali jaribu tena, au tumia /settings import bila faili na ubandike maandishi yake.
refusal-large-file = Faili hiyo ni kubwa mno kwa mipangilio, kwa hiyo sijabadilisha chochote. Tafadhali leta moja kama zile ambazo /settings export hutoa.
refusal-nothing-to-import = Hakuna cha kuingiza humo, kwa hiyo sijabadilisha chochote. /settings export huonyesha jinsi faili kama hiyo ilivyo.
refusal-trouble = Kuna kitu kimekwenda vibaya upande wangu. Tafadhali jaribu tena. Anayeniendesha anaweza kuona sababu: ina namba { $number }.
refusal-unread = Siwezi kufikia mipangilio yangu ya seva hii kwa sasa, na bila hiyo sijui wasimamizi wake wanaruhusu nini. Tafadhali jaribu tena baada ya dakika chache, au niulize kwa ujumbe wa moja kwa moja.
refusal-unknown-command = Siijui tena amri hiyo. Tafadhali jaribu /ask.
refusal-unknown-article = Sijui makala yenye jina hilo. Tafadhali chagua moja kwenye orodha, au acha kisanduku hicho kitupu.
refusal-wordless = Hakukuwa na maneno humo, kwa hiyo hakuna kilichotumwa. Tafadhali yaandike tena.

privacy =
    Maswali yako hayatunzwi. Nalisoma swali, nalijibu na kuliacha liende. Halimo katika hifadhidata yoyote wala kumbukumbu ya matukio.

    ### Kinachotunzwa
    - Kile ambacho wasimamizi wa seva walipanga, na mabadiliko hamsini ya mwisho: nini, lini na nani. Vyote hufutwa siku thelathini baada ya seva kuniondoa.
    - Swali ambalo mtu alichagua kuwatumia wasimamizi wa seva: maneno yake, bila jina, hadi walishughulikie na si zaidi ya siku thelathini.
    - Nani wa kuambiwa jibu la wasimamizi, limefungwa ili nisome mimi tu, na jibu lao: hadi niliseme, na si zaidi ya wiki moja.
    - Mifano ya maswali ambayo wasimamizi walinifundisha kwa seva yao, hadi waitoe.
    - Mara ngapi kila sehemu ya makala ilionyeshwa, ilisomwa na kushirikiwa, kwa siku tisini: idadi tu, bila jina la mtu.
    Kwa kumbukumbu ya muda tu, kamwe si kwenye diski, ninajua kwa siku moja nani amesoma kadi ipi ya msaada na alichagua nchi ipi humo, kwa saa moja mtu aliuliza, alituma kitu kwa wasimamizi au alishirikisha mara ngapi, na kwa robo saa mtu alisoma sehemu ipi mwisho katika ujumbe wetu wa moja kwa moja, nilimpendekezea nini humo, na kwa lugha gani.

    ### Wapi
    Katika hifadhidata ya anayeniendesha. Simpi mtu chochote. Unachoandika kwenye Discord hutunzwa pia na Discord, kwa kanuni zake.

    ### Jinsi ya kufutwa
    Kitufe kilicho chini, au `/privacy delete:True`, huondoa jina lako katika kila badiliko ulilofanya na kusahau ninachokumbuka kukuhusu; mara ngapi uliuliza, ulituma au ulishirikisha huhesabiwa hadi mwisho wa saa. Mipangilio uliyochagua kwa seva hubaki, bila jina lako.
forgotten =
    { $changes ->
        [0] Sikuwa nimetunza chochote chenye jina lako. Nilichokumbuka kukuhusu kimesahauliwa.
        [one] Jina lako limefutwa katika badiliko moja ulilofanya, na nilichokumbuka kukuhusu kimesahauliwa.
       *[other] Jina lako limefutwa katika mabadiliko { $changes } uliyofanya, na nilichokumbuka kukuhusu kimesahauliwa.
    } Kwamba uliuliza, ulituma au ulishirikisha kitu ndiko pekee kunakohesabiwa hadi mwisho wa saa, la sivyo hakuna ambaye angeweza kuombwa asubiri.
button-forget = Futa yanayonihusu
command-privacy = Husema ninachotunza, wapi, kwa muda gani, na jinsi ya kukifuta.
command-privacy-name = privacy
command-privacy-delete = Futa nilichotunza kukuhusu.

refusal-too-quick-seconds = { $count ->
    [one] Unauliza haraka kuliko ninavyoweza kufuata. Tafadhali nipe sekunde moja, kisha uulize tena.
   *[other] Unauliza haraka kuliko ninavyoweza kufuata. Tafadhali nipe sekunde { $count }, kisha uulize tena.
}
refusal-too-quick-minutes = { $count ->
    [one] Umeuliza maswali mengi ndani ya saa moja. Tafadhali subiri dakika moja, kisha uulize tena. Kusoma hakuhitaji kusubiri: jaribu /read.
   *[other] Umeuliza maswali mengi ndani ya saa moja. Tafadhali subiri dakika { $count }, kisha uulize tena. Kusoma hakuhitaji kusubiri: jaribu /read.
}

hello = Habari. Niulize chochote kuhusu “{ $article }”, kwa maneno yako mwenyewe, nami nitakuonyesha inachosema, neno kwa neno. Hakuna mwingine anayesoma.
hello-such-as = Kwa mfano:
welcome = Karibu sana. Nipo hapa wakati wowote utakapotaka kuuliza jambo lingine.
fine = Sawa. Nipo hapa ukitaka kuuliza kingine.
blamed = Samahani kwamba sikukusaidia. Unaweza kuniuliza kwa maneno mengine, au kutazama yaliyomo.
stopped = Sawa. Huwa naandika tu ukiniandikia kwanza, kwa hiyo hutasikia zaidi kutoka kwangu. Nimesahau ulichosoma hapa.
onward = Niulize swali linalofuata, au andika “zaidi” au “inayofuata” ili kuendelea kusoma.

# Where I am asked about myself.
about-private = Simwambii mtu yeyote unachoniuliza, hata wasimamizi wa seva, isipokuwa wewe mwenyewe ukitume au ukishiriki. Nasoma swali, nalijibu na kuliacha. Discord huhifadhi yanayoandikwa humo, kwa kanuni zake. `/privacy` inaeleza mengine.
about-forget = Sihifadhi maswali yako. Kitufe hiki huondoa jina lako kwenye kila badiliko ulilofanya mahali fulani, nami nasahau ninachokumbuka kukuhusu.
about-author = “{ $article }” iliandikwa na { $author }. Mimi hunukuu tu, neno kwa neno.
about-author-unknown = Sikuambiwa nani aliandika “{ $article }”. Mimi hunukuu tu, neno kwa neno.
about-source = Imetoka wapi: { $source }.
about-bot = Mimi ni bot, programu: hakuna mtu anayesoma wala kuandika hapa. Natafuta sehemu ya “{ $article }” inayojibu na kuionyesha neno kwa neno. Naweza kukosea sehemu, lakini sibuni chochote.


panel = Yaliyopangwa hapa
panel-about = Haya ndiyo yote, kama yalivyo sasa. Chagua hapa chini unachotaka kubadilisha; unachobadilisha huanza kutumika mara moja.
panel-saved = ✓ Imehifadhiwa.
panel-pick = Hakuna kilichobadilika bado. Sasa chagua chaneli hapa chini.
panel-changed-meanwhile = Mtu alibadilisha hili ulipokuwa unachagua, kwa hiyo nimeliacha kama lilivyo. Hivi ndivyo lilivyo sasa.
page-channels = Ninapojibu
page-channels-about = Mahali ambapo wanachama wanaweza kutumia amri zangu. Uzi hufuata chaneli yake. Wewe kama msimamizi hujibiwa kila mahali. Ukichagua vituo kwa hilo, chapisho jipya ambalo kichwa chake kinauliza kile ambacho makala yanajibu kwa hakika hupata mstari mmoja mtulivu, ambao kitufe chake hufunguliwa na mwandishi wake tu; nasoma kichwa pekee.
page-mentions = Ninapotajwa
page-mentions-about = Kama nitajibu ujumbe unaonitaja, na si nje ya chaneli ninazojibu. Kwa kitufe, ni anayekibonyeza tu anayeona jibu.
page-articles = Makala inayojibu
page-articles-about = Makala ya seva nzima. Ili kuipa chaneli makala yake yenyewe, chagua chaneli hapa chini.
page-article-in-about = Sasa chagua makala ya chaneli uliyoichagua.
page-answers = Jibu lilivyo
page-answers-about = Chaguo za hapa zinahusu kila jibu ninalotoa katika seva hii.
page-people = Wasimamizi na wanachama
page-people-about = Anayeweza kusimamia seva ni msimamizi daima, na anaweza kuuliza apendavyo. Mwenye jukumu linalosimamia pia anaweza kubadilisha kila kitu hapa, na kutaja majukumu mengine. Discord huonyesha amri zangu za wasimamizi kwa majukumu mengine ukishayaruhusu katika Server Settings → Integrations.
page-care = Msaada
page-care-about = Anayeonekana kuhitaji mtu kwanza hupewa kadi yenye namba za msaada badala ya makala. Hilo haliwezi kuzimwa.
page-reports = Taarifa kwa wasimamizi
page-reports-about = Mahali ninapoleta maswali ambayo wanachama huchagua kuwatumia. Huja bila jina. Hapo ninaweza pia kukuambia kwamba kitu kimeshirikishwa, lakini si nani aliyekishirikisha.
page-history = Historia
page-history-about = Mabadiliko hamsini ya mwisho, mapya kwanza. Tendua hurudisha badiliko hilo moja na kuacha mengine.
page-reset = Rudisha mwanzo
page-reset-about = Hii hurudisha kila kitu kama kilivyokuwa nilipokuja. Unaweza kuitendua kutoka kwenye historia.
menu-pages = Nenda ukurasa mwingine
menu-setting = Badilisha: { $setting }
button-back = Rudi
button-export = Hamisha nje
button-import = Ingiza
button-reset = Ndiyo, rudisha kila kitu mwanzo
button-bring-in = Ndiyo, badilisha
button-leave = Hapana, acha hivyo
button-pace = Badilisha kiasi ambacho mtu anaweza kuuliza
button-care-line = Andika mstari wako mwenyewe
button-undo = Tendua { $number }
button-rest = Zaidi: { $list }
pick-only = Katika chaneli hizi tu
pick-all-but = Kila mahali isipokuwa chaneli hizi
pick-article-in = Chaneli yenye makala yake yenyewe
pick-moderators = Majukumu yanayosimamia pia
pick-ignored = Majukumu nisiyoyajibu
pick-review = Chaneli ya taarifa
span-only = Katika chaneli unazochagua tu
span-all-but = Kila mahali isipokuwa chaneli unazochagua

setting-channels = Ninapojibu
setting-mentions = Ninapojibu nikitajwa
setting-mentioned = Nikitajwa ninajibu
setting-article = Makala
setting-articles = Chaneli zenye makala yake
setting-visibility = Majibu huonwa na
setting-confidence = Kabla ya kunukuu ninakuwa
setting-closing = Ushauri wa mwisho
setting-style = Ujumbe huja
setting-language = Mbele ya wote ninazungumza
setting-moderators = Majukumu yanayosimamia pia
setting-ignored = Majukumu nisiyoyajibu
setting-pace = Mwanachama mmoja anaweza kuuliza
setting-helplines = Namba za msaada za
setting-care-line = Mstari wako kwenye kadi za msaada
setting-gate = Makala nyeti
setting-review = Taarifa huenda kwa
setting-sharing = Kitu kikishirikishwa, wasimamizi

channels-everywhere = katika kila chaneli
channels-all-but = kila mahali isipokuwa { $channels }
mentions-everywhere = popote ninapojibu
mentions-nowhere = hakuna mahali
mentioned-by-button = kwa kitufe kinachomwonyesha anayekibonyeza
mentioned-in-public = ili kila mtu asome, jibu likiwa la hakika
article-usual = “{ $article }”, kama alivyochagua anayeniendesha
article-none = Ile aliyochagua anayeniendesha
article-as-everywhere = kama mahali pengine
visibility-private = aliyeuliza tu, ambaye anaweza kuyashirikisha
visibility-public = kila mtu katika chaneli, jibu likiwa la hakika
confidence-careful = na uhakika sana, na huuliza mara nyingi zaidi
confidence-balanced = na uhakika
confidence-generous = na uhakika kiasi, na huuliza mara chache
closing-always = chini ya kila jibu
closing-when-sure = chini ya majibu niliyo na uhakika nayo tu
style-embeds = ndani ya fremu za Discord
style-plain = kama maandishi ya kawaida
language-follow = lugha ambayo Discord inasema ni ya seva
gate-advise = husomwa katika chaneli yoyote, pamoja na maelezo yake
gate-age-restricted = husomwa tu katika chaneli zilizotengwa kwa watu wazima
sharing-quiet = hawaambiwi
sharing-told = huambiwa mahali taarifa zinapoenda, na wanaweza kukifuta
moderators-none = hakuna ila wanaoweza kusimamia seva
helplines-none = hakuna mahali; kadi huuliza
pace = maswali { $minute } kwa dakika na { $hour } kwa saa
nobody = hakuna mtu
nowhere = hakuna mahali
none = hakuna
somebody = mtu fulani

change-reset = Kila kitu kilirudishwa mwanzo
change-all = Kila kitu kilipangwa kwa pamoja, kutoka kwenye faili au kwa kutendua
history-empty = Hakuna kilichobadilishwa bado.
history-undone = ✓ Badiliko { $number } limerudishwa.
history-gone = Sijui tena jinsi ya kurudisha badiliko hilo.
exported = Hivi ndivyo vyote vilivyopangwa, katika faili. /settings import huvirudisha, hapa au katika seva nyingine.
import-about = Haya ndiyo yangebadilika. Kisichotajwa kwenye faili hurudi kama kilivyokuwa nilipokuja. Bado sijabadilisha chochote.
import-same = Kila kitu tayari kimepangwa hivyo, kwa hiyo hakuna cha kubadilisha.
import-left = Nimeacha kila kitu kama kilivyo.
import-old = Ulichokileta kimekuwa cha zamani, nami sinacho tena. Sijabadilisha chochote. Tafadhali tumia /settings import tena.
import-refused = Sijabadilisha chochote, kwa sababu kuna kitu kisicho sahihi katika faili hiyo:
import-line = - Mstari { $line }: { $what }
import-toml = hii si TOML. Andika `key = value`, na maandishi ndani ya "alama".
import-key = Sijui mpangilio `{ $key }` hapa.
import-value = `{ $key }` haiwezi kuwa "{ $value }".
import-kind = { $wanted ->
    [number] `{ $key }` lazima iwe nambari kamili.
    [flag] `{ $key }` lazima iwe `true` au `false`.
    [texts] `{ $key }` lazima iwe orodha ya maandishi: ["…", "…"].
    [block] `{ $key }` lazima iwe sehemu yake yenyewe.
   *[text] `{ $key }` lazima iwe maandishi ndani ya "alama".
}
import-id = `{ $id }` si kitambulisho. Andika tarakimu ndani ya alama za nukuu, kama “Copy ID” ya Discord inavyozitoa.
import-meant = Ulimaanisha `{ $name }`?
import-known = Inaweza kuwa: { $names }.
form-care-line = Mstari wako, kwa maneno rahisi (au tupu)
line-preview = Kadi ingeonekana hivi ikiwa na mstari wako. Hakuna kilichohifadhiwa bado.
line-preview-none = Kadi ingeonekana hivi bila mstari wako. Hakuna kilichohifadhiwa bado.
form-pace = Mwanachama mmoja anaweza kuuliza kiasi gani
form-pace-minute = Maswali kwa dakika
form-pace-hour = Maswali kwa saa
form-import = Maandishi ya faili iliyohamishwa
command-settings = Huonyesha na kubadilisha jinsi ninavyofanya kazi katika seva hii.
command-settings-panel = Hufungua paneli ambapo kila kitu hupangwa.
command-settings-history = Huonyesha mabadiliko hamsini ya mwisho, na kuyarudisha.
command-settings-export = Hukupa mipangilio yote katika faili.
command-settings-import = Hurudisha mipangilio kutoka kwenye faili, yote au hakuna.
command-settings-file = Faili iliyotolewa na /settings export. Bila hiyo unaweza kubandika maandishi yake.
command-settings-reset = Hurudisha kila kitu kama kilivyokuwa nilipokuja.

setup-hello = Habari. Hatua tano fupi, kila moja ikiwa na chaguo la kawaida tayari. Unaweza kubadilisha kila kitu baadaye kwa /settings panel.
setup-step = Hatua { $step } kati ya { $steps }
setup-channels = Wanachama watumie amri zangu wapi? Kila mahali, au katika chaneli unazochagua hapa tu.
setup-mentions = Je, nijibu mtu anaponitaja katika ujumbe? Basi kila mtu ataona kitufe, na ni aliyekibonyeza tu atakayeona jibu.
setup-visibility = Nani aone jibu la amri?
setup-helplines = Anayeonekana kuhitaji mtu kwanza hupewa kadi yenye namba za msaada. Wengi wa wanachama wako wanaishi wapi?
setup-reports = Wanachama wanaweza kukutumia swali ambalo sikuweza kulijibu, bila jina lao. Nikuonyeshe katika chaneli ipi? Bila chaneli yatasubiri chini ya /review.
menu-helplines = Chagua mahali
button-keep = Acha hivyo
button-check-again = Kagua tena
button-panel = Vyote vilivyopangwa
doctor = Je, inafanya kazi?
doctor-well = Kila ninachohitaji kipo.
doctor-ill = Kuna kitu kinakosekana. Bonyeza chaneli kwa kitufe cha kulia, au ishikilie kwenye simu, kisha Edit Channel → Permissions:
doctor-more = … na { $more } zaidi. Rekebisha hizi kwanza, kisha kagua tena.
doctor-gone = - { $channel } haipo tena. Tafadhali iondoe chini ya /settings panel.
doctor-commands = - { $channel }: wanachama hawawezi kutumia amri. @everyone inahitaji pale: { $missing }.
doctor-mentions = - { $channel }: ili kujibu vizuri ninapotajwa nahitaji pale: { $missing }.
doctor-reports = - { $channel }: ili kukuletea taarifa nahitaji pale: { $missing }.
doctor-channels = Kati ya { $channels ->
    [one] chaneli moja
   *[other] chaneli { $channels }
} ninajibu amri katika { $commands }, na ninapotajwa katika { $mentions }.
doctor-automod = Ikiwa AutoMod inazuia maudhui ya ngono hapa, humeza ujumbe wenye maneno hayo kabla sijauona. Waelekeze watu kwenye /ask, ambayo haiguswi.
doctor-automod-swallows = AutoMod inazuia maudhui ya ngono hapa, kwa hiyo humeza ujumbe wenye maneno hayo kabla sijauona. Waelekeze watu kwenye /ask, ambayo haiguswi.
doctor-sensitive = Makala inazungumzia ngono na imewekwa alama kuwa nyeti. Unaweza kuiweka katika chaneli zilizotengwa kwa watu wazima tu: /settings panel → Msaada.
doctor-test = Ili kujaribu nilijiuliza “{ $question }”. Hiki ndicho wanachama wanachopata hapa:
permission-view = View Channel
permission-send = Send Messages
permission-threads = Send Messages in Threads
permission-embed = Embed Links
permission-history = Read Message History
permission-commands = Use Application Commands
command-setup = Hunipanga kwa hatua tano fupi, na kukagua kwamba kila kitu kinafanya kazi.

button-send = Watumie wasimamizi hili
form-send = Watumie wasimamizi hili
form-send-words = Maneno yako. Jina lako halitumwi.
form-edit-words = Swali, kama ninavyopaswa kulijua
you-asked = Uliuliza:
review-sent = Imetumwa. Baada ya dakika chache wasimamizi wataweza kusoma maneno yako, bila jina lako. Huenda wakanifundisha swali hilo au wakakujibu: utasoma jibu utakaponitumia hapa au kuniandikia tena. Nani wa kuambiwa nahifadhi kwa siri iliyofungwa, kwa wiki moja tu. Swali nalifuta watakapolishughulikia, au baada ya siku thelathini.

review-arrived = Mtu amekutumia swali ambalo makala haikulijibu. Jina lake halikutumwa.
review-shared = Kitu kimeshirikishwa katika { $channel }. Aliyenifanya nikiandike hakutajwa. Kama hakifai kuwa pale, unaweza kukifuta kutoka hapa.
review-not-deleted = Sikuweza kukifuta: sifikii chaneli ile. Tafadhali kifute mwenyewe pale.
review-waiting = Swali { $place } kati ya { $of }, lililotumwa { $when }. Sehemu ipi ya makala inalijibu? Nifundishe, na kuanzia hapo nitajibu hivyo katika seva hii.
review-words = Kwa maneno yake:
review-words-edited = Kwa maneno yako:
review-nothing = Hakuna swali linalokusubiri.
review-gone = Hilo lilishashughulikiwa, au lilikuwa na zaidi ya siku thelathini.
review-dismissed = Limefutwa.
review-choose = Sehemu ipi inalijibu?
review-care = Sijifunzi chochote kutoka kwa hili: maneno kama haya huyajibu kwa kadi daima, kwa sababu huenda mtu anahitaji msaada.
review-known = Maneno haya yalishafundishwa: “{ $section }” inayajibu.
review-weigh = Ukinifundisha hili, maswali kama hilo yataelekea kwenye “{ $section }” katika seva hii.
review-now-and-then = Maneno haya haya: sasa { $now }, kisha { $then }.
review-changes-nothing = Hakuna swali lingine ninalolijua ambalo lingejibiwa tofauti: si mojawapo ya uliyonifundisha, wala mifano ya makala.
review-changes = Kati ya maswali uliyonifundisha na mifano ya makala, { $count } yangejibiwa tofauti:
review-change = “{ $words }”: sasa { $now }, kisha { $then }.
review-busy = Sasa hivi ninapima somo lingine, na hilo huchukua muda mfupi. Maneno yako yapo hapa chini: tafadhali jaribu tena.
review-taught = Nimefundishwa: kuanzia sasa “{ $section }” inalijibu.
verdict-likely = labda “{ $section }”
verdict-choice = chaguo linaloanza na “{ $section }”
verdict-silent = “haimo katika makala”
verdict-other-language = “katika lugha nyingine”
verdict-contents = orodha ya sehemu
taught = Yale ambayo seva hii imenifundisha, { $count } kwa jumla:
taught-line = - “{ $words }” → { $section }
taught-nothing = Seva hii haijanifundisha chochote bado. Swali likitumwa kwako, /review hulionyesha, nawe unaweza kunifundisha kinacholijibu.
taught-removed = Nimelisahau.
taught-gone = Hilo lilikuwa limeshaondoka.
button-look = Liangalie
button-teach = Nifundishe jibu
button-teach-this = Nifundishe hili
button-edit-words = Hariri maneno
button-other-section = Sehemu nyingine
button-again = Jaribu tena
button-dismiss = Ondoa
menu-teach = Chagua sehemu inayolijibu
menu-unteach = Chagua moja ya kusahau

tried-private = Hapa aliyeuliza peke yake angeona hili.
tried-public = Hapa kila mtu angeona hili.
tried-why = Kwa nini
button-numbers = Takwimu
tried-care = Huenda mtu anahitaji mtu, kwa hiyo kadi hutangulia makala.
tried-rule = Iliyoileta ni kanuni “{ $rule }”.
tried-like = Inafanana zaidi na mfano huu: “{ $words }”.
tried-order = Sehemu iliombwa kwa namba au jina lake.
tried-wordless = Hakuna neno ninaloweza kulitafuta.
tried-clinic = Inauliza jambo ambalo daktari au kliniki tu inaweza kujua.
tried-other-language = Iko katika lugha tofauti na ya makala.
tried-sure = Nilikuwa na uhakika wa takriban { $percent } % kwamba “{ $section }” inajibu.
tried-likely = Nilikuwa na uhakika wa takriban { $percent } % kuhusu “{ $section }”: wa kutosha kuionyesha, mdogo kuziacha nyingine.
tried-choices = Hakuna sehemu inayoongoza wazi. “{ $section }” ilikuwa ya kwanza, kwa takriban { $percent } %.
tried-none = Nilikuwa na uhakika wa takriban { $percent } % kwamba makala haijibu.
tried-words = Maneno yaliyoonyesha: { $words }.
tried-read = Nilisoma “{ $typed }” kama “{ $read }”.
tried-next = Iliyofuata ni “{ $section }”, kwa takriban { $percent } %.
tried-taught = Inafanana na ulichofundisha: “{ $words }” → { $section }.
command-review = Huonyesha maswali ambayo wanachama waliwatumia wasimamizi.
command-taught = Huorodhesha yale ambayo wasimamizi wa seva hii walinifundisha.
command-test = Huonyesha mwanachama angepata nini kwa swali hapa, na kwa nini.
command-test-question = Mwanachama angeuliza nini?
refusal-no-review = Wasimamizi wa seva hii hawapokei tena maswali kutoka kwangu. Tafadhali waandikie mwenyewe.
refusal-review-full = Maswali mengi sana yanawasubiri wasimamizi, hata hawapokei zaidi kwa sasa. Tafadhali waandikie mwenyewe.
refusal-sent-enough = { $count ->
    [one] Umewatumia wasimamizi maswali kadhaa ndani ya saa moja. Tafadhali subiri dakika moja, au waandikie mwenyewe.
   *[other] Umewatumia wasimamizi maswali kadhaa ndani ya saa moja. Tafadhali subiri dakika { $count }, au waandikie mwenyewe.
}
refusal-shared-enough = { $count ->
    [one] Umeshirikisha mengi ndani ya dakika kumi, na wengine wanahitaji muda wa kusoma. Unaweza kushirikisha tena baada ya dakika moja.
   *[other] Umeshirikisha mengi ndani ya dakika kumi, na wengine wanahitaji muda wa kusoma. Unaweza kushirikisha tena baada ya dakika { $count }.
}
refusal-no-database = Siwezi kufikia kumbukumbu yangu kwa sasa, kwa hiyo hakuna kilichobadilishwa. Tafadhali jaribu tena baada ya dakika moja.
refusal-disk-full = Hakuna nafasi iliyobaki ninapohifadhi vitu, kwa hiyo hakuna kilichobadilishwa. Anayeniendesha lazima atengeneze nafasi.
refusal-read-only = Kwa sasa ninaruhusiwa kusoma tu ninachohifadhi, kwa hiyo hakuna kilichobadilishwa. Anayeniendesha anaweza kuniruhusu kuandika.
refusal-newer = Toleo langu jipya zaidi linahifadhi mipangilio ya seva hii, kwa hiyo sijabadilisha chochote. Tafadhali jaribu tena baada ya dakika chache.
refusal-unreadable = Siwezi kusoma mipangilio ya seva hii, kwa hiyo sijabadilisha chochote. Tafadhali mwambie anayeniendesha.
refusal-unfit = Siwezi kuhifadhi hilo kwa maneno haya, kwa hiyo hakuna kilichobadilishwa. Tafadhali jaribu mengine.
refusal-clash = Mtu mwingine alibadilisha kitu hapa wakati huo huo, kwa hiyo sijabadilisha chochote. Tafadhali jaribu tena.
refusal-unsure = Muunganisho ulikatika nilipokuwa ninahifadhi. Tafadhali angalia kilichopangwa kabla ya kujaribu tena.
refusal-list-full = Orodha hiyo tayari ina { $limit }, na zaidi haziingii. Tafadhali ondoa moja kwanza.
refusal-everyone = @everyone ni kila mtu, kwa hiyo nisingemjibu yeyote hapa, na hakuna kilichobadilishwa. Kunizuia kwenye chaneli, nenda kwenye ukurasa wa chaneli ninazojibu.
refusal-line-too-long = Mstari huo ni mrefu mno. Tafadhali useme kwa herufi { $limit }.
refusal-line-pings = Mstari huo ungemwita mtu. Tafadhali andika majina bila alama ya @.
refusal-line-masks = Mstari huo ungeficha kiungo kinaelekea wapi. Tafadhali andika anwani yenyewe.
refusal-line-harms = Maneno kama haya yanaweza kumuumiza mtu mwenye shida. Tafadhali yaandike kwa namna nyingine.
refusal-pace = Tafadhali chagua maswali 1 hadi { $minute } kwa dakika na yasiyozidi { $hour } kwa saa, lakini kwa saa yasiwe machache kuliko kwa dakika.
refusal-place = Sijui mahali panapoitwa hivyo. Tafadhali chagua pamojawapo kwenye orodha.
refusal-lessons-full = Mmenifundisha { $limit } tayari, na sihifadhi zaidi. Unaweza kuondoa baadhi kwa /taught.
refusal-lesson-known = Maneno haya yalishafundishwa. /taught huonyesha yanaelekea wapi.
refusal-lesson-gone = Msimamizi mwingine alitangulia, au lilikuwa la zamani mno.

command-find = Tafuta katika makala
find-wordless = Ujumbe huo hauna maneno ambayo ningeweza kuyatafuta.
button-offer = Toa hii kwa wote
offer = “{ $article }” ina sehemu kuhusu hili. Unaweza kuifungua hapa, na hakuna mwingine atakayeona kwamba umeifungua.
button-offered = Naiona mimi tu
offer-done = Ipo kwenye chaneli, bila jina lako.
offer-stands = Ujumbe huo tayari umepewa.
offer-impossible = Hilo haliwezi kuandikwa katika chaneli hii, kwa hiyo linabaki kwako.

help =
    Niulize chochote kuhusu “{ $article }”, kwa maneno yako mwenyewe. Nitakuonyesha inachosema, neno kwa neno, na mahali kilipo. Pale isiposema kitu, nitakuambia hivyo.

    - `/ask` hujibu swali, na `/read` hufungua makala.
    - **Apps** katika menyu ya ujumbe wowote, kisha **Find in the article**: hutafuta ujumbe huo, kwa ajili yako peke yako.
    - Katika ujumbe wa moja kwa moja niandikie tu.
    - `/privacy` husema ninachotunza kukuhusu, na kukifuta. Maswali yako siyatunzi.
help-moderators =
    ### Wewe ni msimamizi hapa
    - `/setup` hunipanga kwa dakika moja, na `/settings panel` hubadilisha chochote baadaye.
    - Wanachama wanaonitaja hujibiwa pale unaporuhusu.
button-privacy = Faragha
button-terms = Masharti
button-support = Msaada wa bot
command-help = Husema jinsi ya kunitumia.
command-help-name = help

greeting = Habari. Ninajibu maswali kutoka kwenye makala, kwa maneno yake yenyewe, na kwa faragha. `/ask` tayari inafanya kazi. Yeyote anayesimamia seva hii anaweza kunipanga kwa `/setup`; `/help` inasema yaliyobaki.

tally = **Wiki inayoanza { $date }.** Kilichotokea chini ya mara tano kinaitwa “chache”. Nambari hazisemi ni nani wala lini.
tally-shown = imeonyeshwa: { $times }
tally-read = imesomwa yote: { $times }
tally-chosen = imechaguliwa kwenye orodha: { $times }
tally-shared = imeshirikiwa: { $times }
tally-amiss = “sikuuliza hili”: { $times }
tally-absent = imeulizwa na haimo katika makala: { $times }
few = chache
tally-more = … na sehemu { $more } zaidi.
tally-nothing = Hakuna kilichohesabiwa katika siku tisini zilizopita.
tally-clear = Hii inafuta kabisa nambari zote za seva hii. Kuanzia hapo mpya zitahesabiwa.
tally-cleared = Nambari zimefutwa.
button-clear = Futa nambari hizi
button-clear-yes = Ndiyo, zifute
command-numbers = Inaonyesha kilichosomwa na kinachokosekana katika makala, kwa wiki, bila jina la mtu.

import-taught = **Nilichofundishwa na wasimamizi:** + { $count } ({ $words })
import-care = Naacha nje maswali { $count } yaliyofundishwa: maneno kama hayo huyajibu daima kwa kadi, kwa sababu huenda mtu anahitaji msaada wa mtu.
import-lesson = swali lililofundishwa lina herufi moja hadi { $limit }.
button-reset-taught = Ndiyo, na usahau ulichofundishwa
reset-taught = { $count ->
    [one] Seva hii pia ilinifundisha swali moja.
   *[other] Seva hii pia ilinifundisha maswali { $count }.
} Kurudisha mwanzo hakugusi hayo, isipokuwa ukiniruhusu nisahau pia. Kilichosahauliwa hakirudi; /settings export hukihifadhi katika faili.

button-answer = Jibu
form-answer = Mjibu aliyetuma hili
form-answer-words = Maneno yako. Hakuna jina linaloonyeshwa.
from-moderators = Wasimamizi uliowatumia swali wanakujibu:
review-answered = Jibu lako limehifadhiwa. Aliyetuma hili atalisoma atakaponitumia hapa au kuniandikia tena, ndani ya wiki moja, kama kutoka kwa wasimamizi.
review-unanswerable = Aliyetuma hili hawezi kuambiwa tena: limeshajibiwa, lina zaidi ya wiki moja, au aliomba lifutwe.

button-share-with = Shiriki na …
share-with = Maneno haya ni ya nani? Nitayaandika hapa kila mtu ayasome, na jina hilo juu yake. Hakuna anayepata arifa, na hakuna anayejua kuwa ni wewe.
pick-person = Ni ya nani
shared-for = Kwa { $person }:

setting-posts = Machapisho mapya yanayoangaliwa katika
pick-posts = Mahali chapisho jipya linaweza kupata mstari wangu
doctor-posts = - { $channel }: ili kuandika mstari chini ya machapisho mapya nahitaji hapo: { $missing }.
