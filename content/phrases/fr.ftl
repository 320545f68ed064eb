# The bot's sentences in French, in the order of en.ftl, where each is explained.

language = français
    .setting = french
    .place = 3
    .discord = fr

introduction = Introduction
closing-advice = Et pour finir :
stands-in = Extrait de « { $article } »
stands-in-other = Extrait de « { $article } », écrit en { language-name }
quoted-in = L'article est en { language-name } : je le cite tel quel.
no-edition = Je n'ai pas l'article en { language-name }. Le voici tel que je l'ai.
page-of = page { $page } sur { $pages }

likely = C’est peut-être ceci :
likely-others = Ou pensiez-vous à l’une de celles-ci ?
overview = Il peut y avoir plus d’une cause. L’article commence ainsi :
overview-others = Ces causes sont les plus proches de ce que vous avez écrit.
did-you-mean = Plusieurs parties de « { $article } » pourraient y répondre. À laquelle pensez-vous ?
asked-for = Voici les parties demandées. Laquelle dois-je ouvrir ?
not-in-article = « { $article } » n'en parle pas, pour autant que je sache. Voici les parties les plus proches. Vous pouvez aussi poser la question avec d'autres mots.
company = Si vous voulez quelqu'un à qui parler : { $page } indique des personnes qui écoutent, dans la plupart des pays.
clinic = Un médecin ou un centre de santé peut vous le dire, avec un test. L'article ne le peut pas, et moi non plus.
other-language = Dans « { $article } », je ne sais chercher que dans sa propre langue, c'est-à-dire en { language-name }. Vous pouvez reposer la question dans cette langue, ou parcourir le sommaire.
other-language-than = Sur « { $article } », je comprends les questions dans ces langues : { $languages }. Vous pouvez reposer la question dans l'une d'elles, ou parcourir le sommaire.
language-name = { $language ->
        [da] danois
        [de] allemand
        [es] espagnol
        [fr] français
        [hi] hindi
        [id] indonésien
        [it] italien
        [nl] néerlandais
        [pl] polonais
        [pt] portugais
        [ro] roumain
        [sv] suédois
        [sw] swahili
        [tl] tagalog
        [tr] turc
       *[en] anglais
    }
contents = Les parties de « { $article } » :
ask-in = L'article est en { language-name } : posez-moi vos questions dans cette langue.
ask-in-yours = L'article est en { language-name }, et je le cite tel quel. Vos questions, vous pouvez me les poser en français.
hint = Demandez-moi ce que vous voulez sur « { $article } », et je vous montre ce qui y est dit, mot pour mot. Vous pouvez aussi en parcourir les parties.

teaser = J'ai quelque chose pour vous, que personne d'autre ne peut voir.

button-show = Montrez-moi
button-whole = Lire toute la partie
button-contents = Sommaire
button-previous = Précédent
button-next = Suivant
button-helpline = Ouvrir { $name }
button-meant = Je parlais de l'article
button-hide = Masquer
menu-contents = Choisissez une partie à lire
menu-place = Choisir un pays

command-ask = Interroge l'article et vous montre ses propres mots.
command-ask-name = demander
command-ask-question = Que voulez-vous savoir ?
command-ask-visible = Qui doit voir la réponse ?
command-style = Sous quelle forme doit venir la réponse ?
choice-only-me = moi seulement
choice-everyone = tout le monde
choice-embeds = encadrée
choice-plain = en texte simple
command-read = Ouvre le sommaire de l'article, ou une de ses parties en entier.
command-read-name = lire
command-read-section = Quelle partie ? Tapez quelques-uns de ses mots, ou son numéro.
command-language = Dans quelle langue voulez-vous lire l'article ?
command-article = Quel article ?

suggested-for = { $title } · pour « { $words } »

button-related = À lire aussi
button-amiss = Ce n'était pas ma question
button-share = Partager
button-delete = Supprimer
related = Après « { $section } », ces parties mènent plus loin.
amiss = Alors c'est peut-être l'une de celles-ci. Vous pouvez aussi parcourir le sommaire, ou me reposer la question avec d'autres mots.
amiss-without-next = Alors parcourez le sommaire, ou reposez-moi la question avec d'autres mots.
shared = C'est partagé. Tout le monde ici peut maintenant lire ces mots. Je n'ai dit ni qui a demandé, ni quoi. Vous et la modération pouvez les supprimer.
shared-already = { $count ->
    [one] Ces mots ont été partagés ici il y a quelques minutes. Regardez un peu plus haut. Ils pourront l'être de nouveau dans une minute.
   *[other] Ces mots ont été partagés ici il y a quelques minutes. Regardez un peu plus haut. Ils pourront l'être de nouveau dans { $count } minutes.
}
not-shared = Je n'ai pas le droit d'écrire cela ici, donc rien n'a été partagé. La modération peut m'autoriser à envoyer des messages et à intégrer des liens dans ce salon.
refusal-not-yours-to-delete = Seules la personne qui me l'a fait écrire et la modération peuvent le supprimer.

visible-private = Sur ce serveur, mes réponses ne vont qu'à vous. Partager montre les mots à tout le monde, sans votre question.
visible-unsure = Tout le monde voit ce à quoi l'article répond avec certitude. Ceci n'est que pour vous. Partager montre les mots à tout le monde, sans votre question.
visible-elsewhere = Hors des serveurs où je suis, mes réponses ne vont qu'à vous.

refusal-unknown-press = Ce bouton a vieilli, et je ne sais plus où il mène. Reposez-moi la question, s'il vous plaît.
refusal-not-yours = Celui-ci est pour la personne qui a posé la question. Vous pouvez me poser la vôtre, avec /demander ou en message privé.
refusal-not-here = La modération me tient à l'écart de ce salon. Vous pouvez me poser la question dans un autre, ou en message privé.
refusal-ignored = La modération de ce serveur m'a demandé de ne pas vous répondre ici. Vous pouvez me poser la question en message privé.
refusal-age-restricted = La modération réserve cet article aux salons marqués pour adultes. Posez-moi la question dans l'un d'eux, s'il vous plaît.
refusal-only-in-servers = La personne qui m'héberge n'ouvre pas cet article en message privé. Posez-moi la question sur un serveur, s'il vous plaît.
refusal-not-moderator = C'est réservé à la modération de ce serveur : à qui peut le gérer, ou porte un rôle qu'elle m'a indiqué.
refusal-no-file = Je n'ai pas pu récupérer ce fichier, je n'ai donc rien changé. Réessayez, ou utilisez /settings import sans fichier et collez-y son texte.
refusal-large-file = Ce fichier est trop grand pour des réglages, je n'ai donc rien changé. Donnez-en un comme /settings export en fournit, s'il vous plaît.
refusal-nothing-to-import = Il n'y a rien à importer là-dedans, je n'ai donc rien changé. /settings export montre à quoi ressemble un tel fichier.
refusal-trouble = Quelque chose a mal tourné de mon côté. Réessayez, s'il vous plaît. La personne qui m'exploite peut voir pourquoi : c'est le numéro { $number }.
refusal-unread = Je n'ai pas accès à mes réglages pour ce serveur en ce moment, et sans eux je ne sais pas ce que permet sa modération. Réessayez dans quelques minutes, s'il vous plaît, ou posez-moi la question en message privé.
refusal-unknown-command = Je ne connais plus cette commande. Essayez /demander.
refusal-unknown-article = Je ne connais pas d'article de ce nom. Choisissez-en un dans la liste, ou laissez cette case vide.
refusal-wordless = Il n'y avait aucun mot, donc rien n'a été envoyé. Merci de l'écrire encore une fois.

privacy =
    Vos questions ne sont pas conservées. J'en lis une, j'y réponds et je l'oublie. Elle n'est dans aucune base de données ni aucun journal.

    ### Ce qui est conservé
    - Ce que la modération d'un serveur a réglé, et les cinquante derniers changements : quoi, quand et par qui. Tout est supprimé trente jours après que le serveur m'a retiré.
    - Une question que quelqu'un a choisi d'envoyer à la modération d'un serveur : ses mots, sans nom, jusqu'à ce qu'elle s'en soit occupée et trente jours au plus.
    - À qui dire ce que la modération y répond, scellé pour que moi seul le lise, et sa réponse : jusqu'à ce que je l'aie dite, une semaine au plus.
    - Les exemples de questions que la modération m'a appris pour son serveur, jusqu'à ce qu'elle les retire.
    - Combien de fois chaque partie d'un article a été montrée, lue et partagée, pendant quatre-vingt-dix jours : des nombres, sans aucun nom.
    En mémoire seulement, jamais sur un disque, je sais pendant un jour qui a lu quelle carte d'aide et quel pays il y a choisi, pendant une heure combien de fois quelqu'un a demandé, envoyé quelque chose à la modération ou partagé, et pendant un quart d'heure quelle partie quelqu'un a lue en dernier dans nos messages privés, ce que j'y ai proposé, et en quelle langue.

    ### Où
    Dans la base de données de la personne qui m'héberge. Je ne transmets rien. Ce que vous écrivez sur Discord est aussi conservé par Discord, selon ses propres règles.

    ### Comment le faire supprimer
    Le bouton ci-dessous, ou `/confidentialité delete:True`, retire votre nom de chaque changement que vous avez fait et oublie ce que je me rappelle de vous ; combien de fois vous avez demandé, envoyé ou partagé compte jusqu'à la fin de l'heure. Les réglages que vous avez choisis pour un serveur restent, sans votre nom.
forgotten =
    { $changes ->
        [0] Je n'avais rien conservé à votre nom. Ce que je me rappelais de vous est oublié.
        [one] Votre nom est effacé du changement que vous avez fait, et ce que je me rappelais de vous est oublié.
       *[other] Votre nom est effacé des { $changes } changements que vous avez faits, et ce que je me rappelais de vous est oublié.
    } Seul le fait que vous avez demandé, envoyé ou partagé quelque chose compte jusqu'à la fin de l'heure ; sinon, on ne pourrait demander à personne d'attendre.
button-forget = Supprimer ce qui me concerne
command-privacy = Dit ce que je conserve, où, combien de temps, et comment le faire supprimer.
command-privacy-name = confidentialité
command-privacy-delete = Supprimer ce que j'ai conservé de vous.

refusal-too-quick-seconds = { $count ->
    [one] Vos questions viennent plus vite que je ne peux suivre. Laissez-moi une seconde, puis reposez la dernière.
   *[other] Vos questions viennent plus vite que je ne peux suivre. Laissez-moi { $count } secondes, puis reposez la dernière.
}
refusal-too-quick-minutes = { $count ->
    [one] Vous avez posé beaucoup de questions en une heure. Attendez une minute, puis reposez la dernière. Pour lire, rien à attendre : essayez /lire.
   *[other] Vous avez posé beaucoup de questions en une heure. Attendez { $count } minutes, puis reposez la dernière. Pour lire, rien à attendre : essayez /lire.
}

hello = Bonjour. Demandez-moi ce que vous voulez sur « { $article } », avec vos propres mots, et je vous montre ce qui y est dit, mot pour mot. Personne d'autre ne lit.
hello-such-as = Par exemple :
welcome = Je vous en prie. Je suis là dès que vous voulez demander autre chose.
fine = D'accord. Je suis là si vous voulez demander autre chose.
blamed = Je regrette de ne pas vous avoir aidé. Vous pouvez me le demander autrement, ou parcourir le sommaire.
stopped = D'accord. Je n'écris que si vous m'écrivez d'abord : vous n'entendrez plus rien de moi. J'ai oublié ce que vous avez lu ici.
onward = Posez-moi la question suivante, ou écrivez « la suite » ou « suivant » pour lire plus loin.

# Where I am asked about myself.
about-private = Je ne dis à personne ce que vous me demandez, pas même aux modérateurs d'un serveur, sauf si vous l'envoyez ou le partagez vous-même. Je lis une question, j'y réponds et je l'oublie. Discord garde ce qu'on y écrit, selon ses propres règles. `/confidentialité` dit le reste.
about-forget = Je ne garde pas vos questions. Le bouton retire votre nom de chaque changement que vous avez fait quelque part, et j'oublie ce que je sais de vous.
about-author = « { $article } » a été écrit par { $author }. Je ne fais que le citer, mot pour mot.
about-author-unknown = On ne m'a pas dit qui a écrit « { $article } ». Je ne fais que le citer, mot pour mot.
about-source = D'où vient le texte : { $source }.
about-bot = Je suis un bot, un programme : personne ne lit ni n'écrit ici. Je trouve la partie de « { $article } » qui répond et je la montre mot pour mot. Je peux me tromper de partie, mais je n'invente rien.


panel = Ce qui est réglé ici
panel-about = Voici tout, tel que c'est en ce moment. Choisissez ci-dessous ce que vous voulez changer ; un changement vaut aussitôt.
panel-saved = ✓ Enregistré.
panel-pick = Rien n'a encore changé. Choisissez maintenant les salons ci-dessous.
panel-changed-meanwhile = Quelqu'un a changé cela pendant que vous choisissiez, je n'y ai donc pas touché. Voici où cela en est.
page-channels = Où je réponds
page-channels-about = Où les membres peuvent utiliser mes commandes. Un fil suit son salon. La modération, elle, reçoit une réponse partout. Là où vous choisissez des salons pour cela, un nouveau fil dont le titre demande ce à quoi l'article répond sûrement reçoit une ligne discrète, dont seul son auteur peut ouvrir le bouton ; je ne lis que le titre.
page-mentions = Quand on me mentionne
page-mentions-about = Si je réponds à un message qui me nomme, au plus dans les salons où je réponds. Avec le bouton, seule la personne qui appuie voit la réponse.
page-articles = Quel article répond
page-articles-about = L'article pour tout le serveur. Pour donner le sien à un salon, choisissez le salon ci-dessous.
page-article-in-about = Choisissez maintenant l'article du salon que vous avez indiqué.
page-answers = À quoi ressemble une réponse
page-answers-about = Ces choix valent pour chaque réponse que je donne sur ce serveur.
page-people = Modération et membres
page-people-about = Qui peut gérer le serveur modère toujours, et peut poser autant de questions que nécessaire. Qui a un rôle qui modère aussi peut tout changer ici, et nommer d'autres rôles. Discord montre mes commandes de modération à d'autres rôles dès que vous les autorisez sous Paramètres du serveur → Intégrations.
page-care = Aide
page-care-about = Qui semble avoir d'abord besoin de quelqu'un reçoit une carte avec des lignes d'écoute au lieu de l'article. Cela ne se désactive pas.
page-reports = Messages à la modération
page-reports-about = Où j'apporte les questions que les membres choisissent de vous envoyer. Elles viennent sans nom. Là, je peux aussi vous avertir que quelque chose a été partagé, mais pas par qui.
page-history = Historique
page-history-about = Les cinquante derniers changements, le plus récent d'abord. Annuler reprend ce seul changement et laisse les autres.
page-reset = Réinitialiser
page-reset-about = Cela remet tout comme à mon arrivée. Vous pouvez l'annuler depuis l'historique.
menu-pages = Aller à une autre page
menu-setting = Changer : { $setting }
button-back = Retour
button-export = Exporter
button-import = Importer
button-reset = Oui, tout réinitialiser
button-bring-in = Oui, changer
button-leave = Non, laisser ainsi
button-pace = Changer le nombre de questions permises
button-care-line = Écrire votre propre ligne
button-undo = Annuler { $number }
button-rest = Suite : { $list }
pick-only = Seulement dans ces salons
pick-all-but = Partout sauf dans ces salons
pick-article-in = Un salon avec son propre article
pick-moderators = Rôles qui modèrent aussi
pick-ignored = Rôles auxquels je ne réponds pas
pick-review = Le salon pour les messages à la modération
span-only = Seulement dans les salons que vous choisissez
span-all-but = Partout sauf dans les salons que vous choisissez

setting-channels = Où je réponds
setting-mentions = Mentions avec réponse dans
setting-mentioned = À une mention je réponds
setting-article = Article affiché
setting-articles = Salons avec leur propre article
setting-visibility = Les réponses sont vues par
setting-confidence = Avant de citer, je suis
setting-closing = Conseil final
setting-style = Un message vient
setting-language = Devant tout le monde, je parle
setting-moderators = Rôles qui modèrent aussi
setting-ignored = Rôles auxquels je ne réponds pas
setting-pace = Un membre peut poser
setting-helplines = Lignes d'écoute pour
setting-care-line = Votre ligne sur les cartes d'aide
setting-gate = Les articles sensibles sont
setting-review = Les messages à la modération vont à
setting-sharing = Quand quelque chose est partagé, la modération

channels-everywhere = dans chaque salon
channels-all-but = partout sauf dans { $channels }
mentions-everywhere = partout où je réponds
mentions-nowhere = nulle part
mentioned-by-button = par un bouton qui montre la réponse à qui appuie
mentioned-in-public = devant tout le monde, quand ma réponse est sûre
article-usual = « { $article } », choisi par la personne qui m'héberge
article-none = Celui qu'a choisi la personne qui m'héberge
article-as-everywhere = comme partout
visibility-private = seulement la personne qui demande, qui peut les partager
visibility-public = tout le salon, quand ma réponse est sûre
confidence-careful = très sûr, et je redemande plus souvent
confidence-balanced = sûr
confidence-generous = assez sûr, et je redemande moins souvent
closing-always = sous chaque réponse
closing-when-sure = seulement sous les réponses dont je suis sûr
style-embeds = dans les cadres de Discord
style-plain = en texte simple
language-follow = la langue que Discord donne au serveur
gate-advise = lus dans tout salon, avec leur note
gate-age-restricted = lus seulement dans les salons marqués pour adultes
sharing-quiet = n'en est pas avertie
sharing-told = en est avertie là où vont les messages, et peut le supprimer
moderators-none = aucun, hormis qui peut gérer le serveur
helplines-none = aucun lieu ; la carte demande
pace = { $minute } questions par minute et { $hour } par heure
nobody = personne
nowhere = nulle part
none = aucun
somebody = quelqu'un

change-reset = Tout a été réinitialisé
change-all = Tout a été réglé d'un coup, depuis un fichier ou par une annulation
history-empty = Rien n'a encore été changé.
history-undone = ✓ Le changement { $number } est annulé.
history-gone = Je ne sais plus comment annuler ce changement.
exported = Voici tout ce qui est réglé, dans un fichier. /settings import le reprend, ici ou sur un autre serveur.
import-about = Voici ce qui changerait. Ce que le fichier ne nomme pas redevient comme à mon arrivée. Rien n'est encore changé.
import-same = Tout est déjà réglé ainsi, il n'y a donc rien à changer.
import-left = J'ai tout laissé tel quel.
import-old = Ce que vous avez apporté a vieilli, et je ne l'ai plus. Rien n'a été changé. Utilisez de nouveau /settings import, s'il vous plaît.
import-refused = Je n'ai rien changé, car quelque chose ne va pas dans ce fichier :
import-line = - Ligne { $line } : { $what }
import-toml = ce n'est pas du TOML. Écrivez `key = value`, et le texte entre "guillemets".
import-key = je ne connais pas de réglage `{ $key }` ici.
import-value = `{ $key }` ne peut pas être "{ $value }".
import-kind = { $wanted ->
    [number] `{ $key }` doit être un nombre entier.
    [flag] `{ $key }` doit être `true` ou `false`.
    [texts] `{ $key }` doit être une liste de textes : ["…", "…"].
    [block] `{ $key }` doit être un bloc à part.
   *[text] `{ $key }` doit être un texte entre "guillemets".
}
import-id = `{ $id }` n'est pas un identifiant. Écrivez des chiffres entre guillemets, comme les donne « Copier l'identifiant » de Discord.
import-meant = Vouliez-vous dire `{ $name }` ?
import-known = Possible : { $names }.
form-care-line = Votre ligne, en mots simples. Vide : aucune
line-preview = Voici à quoi ressemblerait une carte avec votre ligne. Rien n'est encore enregistré.
line-preview-none = Voici à quoi ressemblerait une carte sans ligne de vous. Rien n'est encore enregistré.
form-pace = Combien de questions par membre
form-pace-minute = Questions par minute
form-pace-hour = Questions par heure
form-import = Le texte d'un fichier exporté
command-settings = Montre et change ma façon de travailler sur ce serveur.
command-settings-panel = Ouvre le panneau où tout se règle.
command-settings-history = Montre les cinquante derniers changements, et les annule.
command-settings-export = Vous donne tous les réglages dans un fichier.
command-settings-import = Reprend les réglages d'un fichier, en entier ou pas du tout.
command-settings-file = Le fichier donné par /settings export. Sans lui, vous pouvez coller son texte.
command-settings-reset = Remet tout comme à mon arrivée.

setup-hello = Bonjour. Cinq étapes brèves, où le choix habituel est déjà fait. Vous pourrez tout changer plus tard avec /settings panel.
setup-step = Étape { $step } sur { $steps }
setup-channels = Où les membres peuvent-ils utiliser mes commandes ? Partout, ou seulement dans les salons que vous choisissez ici.
setup-mentions = Dois-je répondre quand quelqu'un me mentionne dans un message ? Tout le monde voit alors un bouton, et seule la personne qui appuie voit la réponse.
setup-visibility = Qui voit la réponse à une commande ?
setup-helplines = Qui semble avoir d'abord besoin de quelqu'un reçoit une carte avec des lignes d'écoute. Où vivent la plupart de vos membres ?
setup-reports = Les membres peuvent vous envoyer, sans leur nom, une question à laquelle je n'ai pas su répondre. Dans quel salon vous les montrer ? Sans salon, elles attendent sous /review.
menu-helplines = Choisissez un lieu
button-keep = Garder ainsi
button-check-again = Vérifier de nouveau
button-panel = Tout ce qui est réglé
doctor = Est-ce que cela marche ?
doctor-well = Tout ce dont j'ai besoin est là.
doctor-ill = Il manque quelque chose. Clic droit sur le salon, ou appui long sur un téléphone, puis Modifier le salon → Permissions :
doctor-more = … et { $more } autres. Réparez d'abord ceux-ci, puis vérifiez de nouveau.
doctor-gone = - { $channel } n'existe plus. Retirez-le sous /settings panel, s'il vous plaît.
doctor-commands = - { $channel } : les membres ne peuvent pas utiliser de commandes. Il faut là à @everyone : { $missing }.
doctor-mentions = - { $channel } : pour bien répondre aux mentions, il me faut là : { $missing }.
doctor-reports = - { $channel } : pour vous apporter des messages, il me faut là : { $missing }.
doctor-channels = Sur { $channels ->
    [one] un salon
   *[other] { $channels } salons
}, je réponds aux commandes dans { $commands }, et aux mentions dans { $mentions }.
doctor-automod = Si AutoMod bloque ici les contenus sexuels, il avale les mentions qui contiennent de tels mots avant que je ne les voie. Menez les gens vers /demander, qu'il laisse passer.
doctor-automod-swallows = AutoMod bloque ici les contenus sexuels, il avale donc les mentions qui contiennent de tels mots avant que je ne les voie. Menez les gens vers /demander, qu'il laisse passer.
doctor-sensitive = L'article parle de sexualité et porte la marque « sensible ». Vous pouvez le réserver aux salons marqués pour adultes : /settings panel → Aide.
doctor-test = Pour essayer, je me suis demandé « { $question } ». Voici ce que les membres reçoivent ici :
permission-view = Voir le salon
permission-send = Envoyer des messages
permission-threads = Envoyer des messages dans les fils
permission-embed = Intégrer des liens
permission-history = Voir les anciens messages
permission-commands = Utiliser les commandes d'application
command-setup = Me configure en cinq étapes brèves, et vérifie que tout marche.

button-send = Envoyer ceci à la modération
form-send = Envoyer ceci à la modération
form-send-words = Vos mots. Votre nom n'est pas envoyé.
form-edit-words = La question, telle que je dois la connaître
you-asked = Vous avez demandé :
review-sent = C'est envoyé. Dans quelques minutes, la modération pourra lire vos mots, sans votre nom. Elle peut m'apprendre la question, ou vous répondre : vous le lirez la prochaine fois que vous m'utiliserez ici ou m'écrirez. À qui le dire, je le garde scellé, une semaine au plus. La question, je la supprime dès qu'elle s'en est occupée, ou après trente jours.

review-arrived = Quelqu'un vous a envoyé une question que l'article a laissée ouverte. Son nom n'a pas été envoyé.
review-shared = Quelque chose a été partagé dans { $channel }. Qui me l'a fait écrire n'a pas été envoyé. Si cela n'y a pas sa place, vous pouvez le supprimer d'ici.
review-not-deleted = Je n'ai pas pu le supprimer : je n'ai pas accès à ce salon. Supprimez-le là-bas, s'il vous plaît.
review-waiting = Question { $place } sur { $of }, envoyée { $when }. Quelle partie de l'article y répond ? Apprenez-le-moi, et dès lors j'y réponds ainsi sur ce serveur.
review-words = Dans ses mots :
review-words-edited = Dans vos mots :
review-nothing = Aucune question ne vous attend.
review-gone = Celle-là était déjà traitée, ou avait plus de trente jours.
review-dismissed = Elle est supprimée.
review-choose = Quelle partie y répond ?
review-care = Je n'apprends rien de celle-ci : à de tels mots je réponds toujours par une carte, car quelqu'un a peut-être besoin d'aide.
review-known = Ces mots m'ont déjà été appris : « { $section } » y répond.
review-weigh = Si vous m'apprenez cela, de telles questions mènent à « { $section } » sur ce serveur.
review-now-and-then = Ces mots mêmes : maintenant { $now }, ensuite { $then }.
review-changes-nothing = Aucune autre question que je connais ne recevrait une autre réponse : ni celles que vous m'avez apprises, ni les exemples de l'article.
review-changes = Parmi les questions que vous m'avez apprises et les exemples de l'article, { $count } recevraient une autre réponse :
review-change = « { $words } » : maintenant { $now }, ensuite { $then }.
review-busy = Je pèse une autre leçon en ce moment, et cela me prend un instant. Vos mots restent ci-dessous : réessayez, s'il vous plaît.
review-taught = C'est appris : « { $section } » y répond désormais.
verdict-likely = peut-être « { $section } »
verdict-choice = un choix qui commence par « { $section } »
verdict-silent = « pas dans l'article »
verdict-other-language = « dans une autre langue »
verdict-contents = la liste des parties
taught = Ce que ce serveur m'a appris, { $count } en tout :
taught-line = - « { $words } » → { $section }
taught-nothing = Ce serveur ne m'a encore rien appris. Quand une question vous est envoyée, /review la montre, et vous pouvez m'apprendre ce qui y répond.
taught-removed = Je l'ai désappris.
taught-gone = Celui-là avait déjà disparu.
button-look = Regarder
button-teach = M'apprendre la réponse
button-teach-this = M'apprendre ceci
button-edit-words = Modifier les mots
button-other-section = Une autre partie
button-again = Réessayer
button-dismiss = Écarter
menu-teach = Choisissez la partie qui y répond
menu-unteach = Choisissez ce qu'il faut désapprendre

tried-private = Ici, seule la personne qui demande verrait ceci.
tried-public = Ici, tout le monde verrait ceci.
tried-why = Pourquoi
button-numbers = Les chiffres
tried-care = Quelqu'un a peut-être besoin d'une personne : une carte passe avant l'article.
tried-rule = C'est la règle « { $rule } » qui l'a amenée.
tried-like = L'exemple le plus proche est : « { $words } ».
tried-order = Une partie a été demandée par son numéro ou son nom.
tried-wordless = Il n'y a aucun mot que je puisse chercher.
tried-clinic = Cela demande ce que seul un médecin ou un centre de santé peut dire.
tried-other-language = C'est dans une autre langue que l'article.
tried-sure = J'étais sûr à { $percent } % environ que « { $section } » y répond.
tried-likely = J'étais sûr à { $percent } % environ de « { $section } » : assez pour la montrer, trop peu pour taire les autres.
tried-choices = Aucune partie ne l'emporte nettement. « { $section } » vient en premier, avec { $percent } % environ.
tried-none = J'étais sûr à { $percent } % environ que l'article n'y répond pas.
tried-words = Les mots qui ont compté : { $words }.
tried-read = J'ai lu « { $typed } » comme « { $read } ».
tried-next = Ensuite venait « { $section } », avec { $percent } % environ.
tried-taught = Cela ressemble à ce que vous avez enseigné : « { $words } » → { $section }.
command-review = Montre les questions que les membres ont envoyées à la modération.
command-taught = Liste ce que la modération de ce serveur m'a appris.
command-test = Montre ce qu'un membre recevrait ici pour une question, et pourquoi.
command-test-question = Que demanderait un membre ?
refusal-no-review = La modération de ce serveur ne prend plus de questions de ma part. Écrivez-lui directement, s'il vous plaît.
refusal-review-full = Tant de questions attendent la modération qu'elle n'en prend plus pour l'instant. Écrivez-lui directement, s'il vous plaît.
refusal-sent-enough = { $count ->
    [one] Vous avez envoyé plusieurs questions à la modération en une heure. Attendez une minute, ou écrivez-lui directement.
   *[other] Vous avez envoyé plusieurs questions à la modération en une heure. Attendez { $count } minutes, ou écrivez-lui directement.
}
refusal-shared-enough = { $count ->
    [one] Vous avez beaucoup partagé en dix minutes, et les autres ont besoin de temps pour lire. Vous pourrez partager de nouveau dans une minute.
   *[other] Vous avez beaucoup partagé en dix minutes, et les autres ont besoin de temps pour lire. Vous pourrez partager de nouveau dans { $count } minutes.
}
refusal-no-database = Je n'ai pas accès à ma mémoire en ce moment, donc rien n'a changé. Réessayez dans une minute, s'il vous plaît.
refusal-disk-full = Il n'y a plus de place là où je garde les choses, donc rien n'a changé. Qui m'exploite doit en faire.
refusal-read-only = En ce moment je peux seulement lire ce que je garde, donc rien n'a changé. Qui m'exploite peut m'autoriser à écrire.
refusal-newer = Une version plus récente de moi garde les réglages de ce serveur, je n'ai donc rien changé. Réessayez dans quelques minutes, s'il vous plaît.
refusal-unreadable = Je n'arrive pas à lire les réglages de ce serveur, je n'ai donc rien changé. Prévenez qui m'exploite, s'il vous plaît.
refusal-unfit = Je ne peux pas garder cela avec ces mots, donc rien n'a changé. Essayez-en d'autres, s'il vous plaît.
refusal-clash = Quelqu'un a changé quelque chose ici au même moment, je n'ai donc rien changé. Réessayez, s'il vous plaît.
refusal-unsure = La connexion s'est rompue pendant que j'enregistrais. Regardez ce qui est réglé avant de réessayer, s'il vous plaît.
refusal-list-full = Cette liste en contient déjà { $limit }, et il n'en tient pas plus. Retirez-en d'abord un, s'il vous plaît.
refusal-everyone = @everyone désigne tout le monde : je ne répondrais à personne ici, donc rien n'a été changé. Pour m'écarter de certains salons, voyez la page des salons où je réponds.
refusal-line-too-long = Cette ligne est trop longue. Dites-le en { $limit } caractères, s'il vous plaît.
refusal-line-pings = Cette ligne mentionnerait quelqu'un. Écrivez les noms sans le signe @, s'il vous plaît.
refusal-line-masks = Cette ligne cacherait où mène un lien. Écrivez l'adresse elle-même, s'il vous plaît.
refusal-line-harms = De tels mots pourraient blesser quelqu'un qui va mal. Merci de les écrire autrement.
refusal-pace = Choisissez de 1 à { $minute } questions par minute et au plus { $hour } par heure, mais pas moins par heure que par minute.
refusal-place = Je ne connais pas de lieu de ce nom. Choisissez-en un dans la liste, s'il vous plaît.
refusal-lessons-full = Vous m'en avez déjà appris { $limit }, et je n'en garde pas plus. Vous pouvez en retirer avec /taught.
refusal-lesson-known = Ces mots m'ont déjà été appris. /taught montre où ils mènent.
refusal-lesson-gone = Quelqu'un d'autre de la modération a été plus rapide, ou elle était trop ancienne.

command-find = Chercher dans l'article
find-wordless = Ce message n'a pas de mots que je puisse chercher.
button-offer = Proposer à tout le monde
offer = « { $article } » a une partie là-dessus. Vous pouvez l'ouvrir ici, et personne d'autre ne voit que vous l'avez fait.
button-offered = Personne d'autre ne le voit
offer-done = C'est dans le salon, sans votre nom.
offer-stands = Ce message a déjà sa proposition.
offer-impossible = Cela ne peut pas s'écrire dans ce salon, donc cela reste entre nous.

help =
    Demandez-moi ce que vous voulez sur « { $article } », avec vos propres mots. Je vous montre ce qui y est dit, mot pour mot, et à quel endroit. Là où rien n'est dit, je vous le dis.

    - `/demander` répond à une question, `/lire` ouvre l'article.
    - **Applications** dans le menu de n'importe quel message, puis **Chercher dans l'article** : cherche ce message, sans que personne d'autre le voie.
    - En message privé, écrivez-moi simplement.
    - `/confidentialité` dit ce que je conserve de vous, et le supprime. Vos questions, je ne les conserve pas.
help-moderators =
    ### Vous modérez ici
    - `/setup` me configure en une minute, et `/settings panel` change ensuite ce que vous voulez.
    - Les membres qui me mentionnent reçoivent une réponse là où vous le permettez.
button-privacy = Confidentialité
button-terms = Conditions
button-support = Assistance
command-help = Dit comment m'utiliser.
command-help-name = aide

greeting = Bonjour. Je réponds aux questions à partir d'un article, avec ses propres mots, et en privé. `/demander` fonctionne déjà. Qui gère ce serveur peut me configurer avec `/setup` ; `/aide` dit le reste.

tally = **La semaine du { $date }.** Ce qui est arrivé moins de cinq fois s'appelle « peu ». Les nombres ne disent ni qui ni quand.
tally-shown = montrée : { $times }
tally-read = lue en entier : { $times }
tally-chosen = choisie dans une liste : { $times }
tally-shared = partagée : { $times }
tally-amiss = « ce n'était pas ma question » : { $times }
tally-absent = demandé et absent de l'article : { $times }
few = peu
tally-more = … et { $more } autres parties.
tally-nothing = Rien n'a été compté ces quatre-vingt-dix derniers jours.
tally-clear = Cela supprime pour toujours tous les nombres de ce serveur. De nouveaux seront comptés à partir de là.
tally-cleared = Les nombres sont supprimés.
button-clear = Supprimer ces nombres
button-clear-yes = Oui, les supprimer
command-numbers = Montre ce qui a été lu et ce qui manque à l'article, par semaine, sans aucun nom.

import-taught = **Ce que la modération m'a appris :** + { $count } ({ $words })
import-care = Je laisse de côté { $count } des questions apprises : à des mots pareils je réponds toujours par une carte, car quelqu'un peut avoir besoin d'une personne.
import-lesson = une question apprise a de un à { $limit } caractères.
button-reset-taught = Oui, et oublier ce qui a été appris
reset-taught = { $count ->
    [one] Ce serveur m'a aussi appris une question.
   *[other] Ce serveur m'a aussi appris { $count } questions.
} Une remise à zéro n'y touche pas, sauf si vous me laissez l'oublier aussi. Ce qui est oublié ne revient pas ; /settings export le garde dans un fichier.

button-answer = Répondre
form-answer = Répondre à qui a envoyé ceci
form-answer-words = Vos mots. Aucun nom n’est montré.
from-moderators = La modération à qui vous aviez envoyé une question vous répond :
review-answered = Votre réponse est gardée. Qui a envoyé ceci la lira la prochaine fois qu’il m’utilisera ici ou m’écrira, dans la semaine, comme venant de la modération.
review-unanswerable = On ne peut plus rien dire à qui a envoyé ceci : c’est déjà répondu, vieux de plus d’une semaine, ou effacé à sa demande.

button-share-with = Partager avec …
share-with = Pour qui sont ces mots ? Je les écris ici pour tout le monde, avec ce nom au-dessus. Personne ne reçoit de notification, et personne n’apprend que c’était vous.
pick-person = Pour qui
shared-for = Pour { $person } :

setting-posts = Nouveaux messages de forum relevés dans
pick-posts = Où un nouveau fil peut recevoir une ligne de moi
doctor-posts = - { $channel } : pour écrire une ligne sous les nouveaux fils, il me faut là : { $missing }.
