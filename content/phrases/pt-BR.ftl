# The bot's sentences in Brazilian Portuguese, in the order of en.ftl, where each is explained.

language = português (Brasil)
    .setting = portuguese
    .place = 5
    .discord = pt-BR

introduction = Introdução
closing-advice = E para terminar:
stands-in = De “{ $article }”
stands-in-other = De “{ $article }”, escrito em { language-name }
quoted-in = O artigo está em { language-name }: eu o cito como está.
no-edition = Não tenho o artigo em { language-name }. Aqui está como o tenho.
page-of = página { $page } de { $pages }

likely = Talvez seja isto:
likely-others = Ou você quis dizer uma destas?
overview = Pode haver mais de uma causa. O artigo começa assim:
overview-others = Estas causas são as mais próximas do que você escreveu.
did-you-mean = Mais de uma parte de “{ $article }” pode responder a isso. Qual delas você quer dizer?
asked-for = Você pediu estas partes. Qual delas devo abrir?
not-in-article = “{ $article }” não fala disso, até onde consigo ver. Estas são as partes mais próximas. Você também pode perguntar com outras palavras.
company = Se você quiser alguém com quem conversar: { $page } indica pessoas que escutam, na maioria dos países.
clinic = Isso um médico ou um posto de saúde pode dizer, com um teste. O artigo não pode, e eu também não.
other-language = Em “{ $article }” só sei procurar perguntas na própria língua dele, que é { language-name }. Você pode perguntar de novo nessa língua, ou olhar o sumário.
other-language-than = Sobre “{ $article }”, entendo perguntas nestas línguas: { $languages }. Você pode perguntar de novo em uma delas, ou olhar o sumário.
language-name = { $language ->
        [da] dinamarquês
        [de] alemão
        [es] espanhol
        [fr] francês
        [hi] híndi
        [id] indonésio
        [it] italiano
        [nl] holandês
        [pl] polonês
        [pt] português
        [ro] romeno
        [sv] sueco
        [sw] suaíli
        [tl] tagalo
        [tr] turco
       *[en] inglês
    }
contents = As partes de “{ $article }”:
ask-in = O artigo está em { language-name }: faça as suas perguntas nessa língua.
ask-in-yours = O artigo está em { language-name }, e eu o cito como está. As suas perguntas você pode fazer em português.
hint = Pergunte o que quiser sobre “{ $article }”, e eu mostro o que ele diz, palavra por palavra. Você também pode olhar as partes.

teaser = Tenho algo para você que só você pode ver.

button-show = Mostre para mim
button-whole = Ler a parte inteira
button-contents = Sumário
button-previous = Anterior
button-next = Próxima
button-helpline = Abrir { $name }
button-meant = Eu falava do artigo
button-hide = Ocultar
menu-contents = Escolha uma parte para ler
menu-place = Escolha um país

command-ask = Pergunta ao artigo e mostra as próprias palavras dele.
command-ask-name = perguntar
command-ask-question = O que você gostaria de saber?
command-ask-visible = Quem deve ver a resposta?
command-style = De que forma deve vir a resposta?
choice-only-me = só eu
choice-everyone = todo mundo
choice-embeds = emoldurada
choice-plain = como texto simples
command-read = Abre o sumário do artigo, ou uma parte dele por inteiro.
command-read-name = ler
command-read-section = Qual parte? Digite algumas palavras dela, ou o número.
command-language = Em que língua você quer ler o artigo?
command-article = Qual artigo?

suggested-for = { $title } · por “{ $words }”

button-related = Relacionadas
button-amiss = Não foi o que perguntei
button-share = Compartilhar
button-delete = Apagar
related = Depois de “{ $section }”, estas partes levam adiante.
amiss = Então pode ser uma destas. Você também pode olhar o sumário, ou me perguntar de novo com outras palavras.
amiss-without-next = Então olhe o sumário, ou me pergunte de novo com outras palavras, por favor.
shared = Compartilhado. Agora todo o canal pode ler estas palavras. Eu não disse quem perguntou, nem o quê. Você e a moderação podem apagá-las.
shared-already = { $count ->
    [one] Estas palavras foram compartilhadas aqui há alguns minutos. Olhe um pouco acima, por favor. Elas podem ser compartilhadas de novo em um minuto.
   *[other] Estas palavras foram compartilhadas aqui há alguns minutos. Olhe um pouco acima, por favor. Elas podem ser compartilhadas de novo em { $count } minutos.
}
not-shared = Não tenho permissão para escrever isto aqui, então nada foi compartilhado. A moderação pode me deixar enviar mensagens e inserir links neste canal.
refusal-not-yours-to-delete = Só quem me fez escrever isto, e a moderação, podem apagar.

visible-private = Neste servidor minhas respostas chegam só a você. Compartilhar mostra as palavras a todo mundo, sem a sua pergunta.
visible-unsure = Todo mundo vê o que o artigo responde com certeza. Isto chega só a você. Compartilhar mostra as palavras a todo mundo, sem a sua pergunta.
visible-elsewhere = Fora dos servidores em que estou, minhas respostas chegam só a você.

refusal-unknown-press = Esse botão ficou velho, e já não sei aonde ele leva. Pergunte de novo, por favor.
refusal-not-yours = Esse é para quem perguntou. Você também pode me perguntar, com /perguntar ou por mensagem direta.
refusal-not-here = A moderação me mantém fora deste canal. Você pode me perguntar em outro, ou por mensagem direta.
refusal-ignored = A moderação deste servidor me pediu para não responder a você aqui. Você pode me perguntar por mensagem direta.
refusal-age-restricted = A moderação reserva este artigo aos canais marcados para adultos. Pergunte em um deles, por favor.
refusal-only-in-servers = Quem me administra não abre este artigo em mensagens diretas. Pergunte em um servidor, por favor.
refusal-not-moderator = Isso é para a moderação deste servidor: quem pode gerenciá-lo, ou tem um cargo que ela me indicou.
refusal-no-file = Não consegui buscar esse arquivo, então não mudei nada. Tente de novo, ou use /settings import sem arquivo e cole o texto.
refusal-large-file = Esse arquivo é grande demais para configurações, então não mudei nada. Envie um como o que /settings export dá, por favor.
refusal-nothing-to-import = Não há nada para importar aí, então não mudei nada. /settings export mostra como é um arquivo desses.
refusal-trouble = Algo deu errado do meu lado. Tente de novo, por favor. Quem me administra pode ver por quê: tem o número { $number }.
refusal-unread = Agora não alcanço as minhas configurações para este servidor, e sem elas não sei o que os moderadores permitem. Tente de novo em alguns minutos, por favor, ou me pergunte em uma mensagem direta.
refusal-unknown-command = Já não conheço esse comando. Tente /perguntar.
refusal-unknown-article = Não conheço nenhum artigo com esse nome. Escolha um da lista, ou deixe esse campo vazio.
refusal-wordless = Não havia nenhuma palavra, então nada foi enviado. Por favor, escreva de novo.

privacy =
    Suas perguntas não são guardadas. Eu leio uma, respondo e a deixo ir. Ela não fica em nenhum banco de dados nem em nenhum registro.

    ### O que é guardado
    - O que a moderação de um servidor configurou, e as últimas cinquenta mudanças: o quê, quando e por quem. Tudo é apagado trinta dias depois que o servidor me remove.
    - Uma pergunta que alguém escolheu enviar à moderação de um servidor: as palavras, sem nome, até que ela a tenha tratado e por trinta dias no máximo.
    - A quem dizer o que a moderação responde, lacrado para que só eu leia, e a resposta dela: até que eu a diga, por uma semana no máximo.
    - Exemplos de perguntas que a moderação me ensinou para o servidor dela, até que os retire.
    - Quantas vezes cada parte de um artigo foi mostrada, lida e compartilhada, por noventa dias: números, sem nome de ninguém.
    Só na memória, nunca em um disco, eu sei por um dia quem leu qual cartão de ajuda e que país escolheu nele, por uma hora quantas vezes alguém perguntou, enviou algo aos moderadores ou compartilhou, e por um quarto de hora qual parte alguém leu por último em nossas mensagens diretas, o que ofereci ali e em que idioma.

    ### Onde
    No banco de dados de quem me administra. Não passo nada adiante. O que você escreve no Discord também é guardado pelo Discord, pelas regras dele.

    ### Como apagar
    O botão abaixo, ou `/privacidade delete:True`, tira o seu nome de cada mudança que você fez e esquece o que lembro de você; quantas vezes você perguntou, enviou ou compartilhou conta até o fim da hora. As configurações que você escolheu para um servidor ficam, sem o seu nome.
forgotten =
    { $changes ->
        [0] Eu não tinha guardado nada com o seu nome. O que eu lembrava de você está esquecido.
        [one] Seu nome foi apagado da única mudança que você fez, e o que eu lembrava de você está esquecido.
       *[other] Seu nome foi apagado das { $changes } mudanças que você fez, e o que eu lembrava de você está esquecido.
    } Só o fato de você ter perguntado, enviado ou compartilhado algo conta até o fim da hora; senão, não seria possível pedir a ninguém que espere.
button-forget = Apagar o que me diz respeito
command-privacy = Diz o que guardo, onde, por quanto tempo, e como apagar.
command-privacy-name = privacidade
command-privacy-delete = Apagar o que guardei de você.

refusal-too-quick-seconds = { $count ->
    [one] Você pergunta mais rápido do que consigo acompanhar. Me dê um segundo, e pergunte de novo.
   *[other] Você pergunta mais rápido do que consigo acompanhar. Me dê { $count } segundos, e pergunte de novo.
}
refusal-too-quick-minutes = { $count ->
    [one] Você fez muitas perguntas em uma hora. Espere um minuto, e pergunte de novo. Para ler não é preciso esperar: tente /ler.
   *[other] Você fez muitas perguntas em uma hora. Espere { $count } minutos, e pergunte de novo. Para ler não é preciso esperar: tente /ler.
}

hello = Olá. Pergunte o que quiser sobre “{ $article }”, com as suas próprias palavras, e eu mostro o que ele diz, palavra por palavra. Ninguém mais lê.
hello-such-as = Por exemplo:
welcome = De nada. Estou aqui quando você quiser perguntar outra coisa.
fine = Tudo bem. Estou aqui se você quiser perguntar outra coisa.
blamed = Sinto muito por não ter ajudado. Você pode me perguntar com outras palavras, ou olhar o sumário.
stopped = Tudo bem. Eu só escrevo quando você me escreve primeiro, então você não ouvirá mais nada de mim. Esqueci o que você leu aqui.
onward = Faça a próxima pergunta, ou escreva “mais” ou “próximo” para continuar lendo.

# Where I am asked about myself.
about-private = Não digo a ninguém o que você me pergunta, nem aos moderadores de um servidor, a não ser que você mesmo envie ou compartilhe. Leio uma pergunta, respondo e deixo ir. O Discord guarda o que se escreve nele, segundo as próprias regras. `/privacidade` diz o resto.
about-forget = Não guardo suas perguntas. O botão tira seu nome de cada mudança que você fez em algum lugar, e esqueço o que lembro de você.
about-author = “{ $article }” foi escrito por { $author }. Eu só cito, palavra por palavra.
about-author-unknown = Não me disseram quem escreveu “{ $article }”. Eu só cito, palavra por palavra.
about-source = De onde vem: { $source }.
about-bot = Sou um bot, um programa: nenhuma pessoa lê nem escreve aqui. Encontro a parte de “{ $article }” que responde e mostro palavra por palavra. Posso errar de parte, mas não invento nada.


panel = O que está configurado aqui
panel-about = Isto é tudo, como está agora. Escolha abaixo o que você quer mudar; o que mudar vale na hora.
panel-saved = ✓ Salvo.
panel-pick = Nada mudou ainda. Agora escolha os canais abaixo.
panel-changed-meanwhile = Alguém mudou isto enquanto você escolhia, então não mexi. É assim que está agora.
page-channels = Onde respondo
page-channels-about = Onde os membros podem usar meus comandos. Um tópico segue o seu canal. A moderação recebe resposta em todo lugar. Onde você escolher canais para isso, uma nova publicação cujo título pergunte o que o artigo responde com certeza recebe uma linha discreta, cujo botão só quem escreveu abre; leio apenas o título.
page-mentions = Quando me mencionam
page-mentions-about = Se respondo a uma mensagem que me nomeia, no máximo nos canais em que respondo. Com o botão, só quem o aperta vê a resposta.
page-articles = Qual artigo responde
page-articles-about = O artigo para o servidor inteiro. Para dar a um canal um artigo próprio, escolha o canal abaixo.
page-article-in-about = Agora escolha o artigo para o canal que você indicou.
page-answers = Como é uma resposta
page-answers-about = O que se escolhe aqui vale para cada resposta que dou neste servidor.
page-people = Moderação e membros
page-people-about = Quem pode gerenciar o servidor sempre modera, e pode perguntar quanto quiser. Quem tem um cargo que também modera pode mudar tudo aqui, e nomear mais cargos. O Discord mostra meus comandos de moderação a outros cargos quando você os permite em Configurações do servidor → Integrações.
page-care = Ajuda
page-care-about = Quem parece precisar primeiro de uma pessoa recebe um cartão com linhas de ajuda em vez do artigo. Isso não pode ser desligado.
page-reports = Avisos à moderação
page-reports-about = Para onde levo as perguntas que os membros escolhem enviar a você. Elas vêm sem nome. Ali também posso avisar que algo foi compartilhado, mas não por quem.
page-history = Histórico
page-history-about = As últimas cinquenta mudanças, a mais nova primeiro. Desfazer retira essa única mudança e deixa as outras.
page-reset = Redefinir
page-reset-about = Isto deixa tudo como estava quando cheguei. Você pode desfazer pelo histórico.
menu-pages = Ir para outra página
menu-setting = Mudar: { $setting }
button-back = Voltar
button-export = Exportar
button-import = Importar
button-reset = Sim, redefinir tudo
button-bring-in = Sim, mudar
button-leave = Não, deixar assim
button-pace = Mudar quanto se pode perguntar
button-care-line = Escrever a sua própria linha
button-undo = Desfazer { $number }
button-rest = Mais: { $list }
pick-only = Só nestes canais
pick-all-but = Em todo lugar, menos nestes canais
pick-article-in = Um canal com artigo próprio
pick-moderators = Cargos que também moderam
pick-ignored = Cargos a que não respondo
pick-review = O canal para os avisos
span-only = Só nos canais que você escolher
span-all-but = Em todo lugar, menos nos canais que você escolher

setting-channels = Onde respondo
setting-mentions = Menções respondidas em
setting-mentioned = Uma menção é respondida
setting-article = Artigo
setting-articles = Canais com artigo próprio
setting-visibility = As respostas são vistas por
setting-confidence = Antes de citar eu tenho
setting-closing = Conselho final
setting-style = Uma mensagem vem
setting-language = Diante de todo mundo eu falo
setting-moderators = Cargos que também moderam
setting-ignored = Cargos a que não respondo
setting-pace = Um membro pode fazer
setting-helplines = Linhas de ajuda de
setting-care-line = A sua linha nos cartões de ajuda
setting-gate = Os artigos sensíveis são
setting-review = Os avisos vão para
setting-sharing = Quando algo é compartilhado, a moderação

channels-everywhere = em todos os canais
channels-all-but = em todo lugar, menos em { $channels }
mentions-everywhere = onde quer que eu responda
mentions-nowhere = em lugar nenhum
mentioned-by-button = com um botão que a mostra a quem o aperta
mentioned-in-public = para todo mundo ler, quando tenho certeza
article-usual = “{ $article }”, como escolheu quem me administra
article-none = O que escolheu quem me administra
article-as-everywhere = como em todo lugar
visibility-private = só quem pergunta, que pode compartilhá-las
visibility-public = todo mundo no canal, quando tenho certeza
confidence-careful = muita certeza, e pergunto de volta mais vezes
confidence-balanced = certeza
confidence-generous = razoável certeza, e pergunto de volta menos vezes
closing-always = sob cada resposta
closing-when-sure = só sob as respostas de que tenho certeza
style-embeds = nas molduras do Discord
style-plain = como texto simples
language-follow = a língua que o Discord dá ao servidor
gate-advise = lidos em qualquer canal, com a nota deles
gate-age-restricted = lidos só em canais marcados para adultos
sharing-quiet = não é avisada
sharing-told = é avisada onde chegam os avisos, e pode apagar ali
moderators-none = nenhum, além de quem pode gerenciar o servidor
helplines-none = lugar nenhum; o cartão pergunta
pace = { $minute } perguntas por minuto e { $hour } por hora
nobody = ninguém
nowhere = lugar nenhum
none = nenhum
somebody = alguém

change-reset = Tudo foi redefinido
change-all = Tudo foi configurado de uma vez, de um arquivo ou ao desfazer
history-empty = Nada foi mudado ainda.
history-undone = ✓ A mudança { $number } foi desfeita.
history-gone = Já não sei como desfazer essa mudança.
exported = Aqui está tudo o que está configurado, em um arquivo. /settings import traz de volta, aqui ou em outro servidor.
import-about = É isto que mudaria. O que o arquivo não cita volta a ser como era quando cheguei. Ainda não mudei nada.
import-same = Tudo já está configurado assim, então não há nada para mudar.
import-left = Deixei tudo como está.
import-old = O que você trouxe ficou velho, e já não o tenho. Não mudei nada. Use /settings import de novo, por favor.
import-refused = Não mudei nada, porque algo nesse arquivo não está certo:
import-line = - Linha { $line }: { $what }
import-toml = isto não é TOML. Escreva `key = value`, e o texto entre "aspas".
import-key = não conheço aqui nenhuma configuração `{ $key }`.
import-value = `{ $key }` não pode ser "{ $value }".
import-kind = { $wanted ->
    [number] `{ $key }` deve ser um número inteiro.
    [flag] `{ $key }` deve ser `true` ou `false`.
    [texts] `{ $key }` deve ser uma lista de textos: ["…", "…"].
    [block] `{ $key }` deve ser um bloco próprio.
   *[text] `{ $key }` deve ser um texto entre "aspas".
}
import-id = `{ $id }` não é um identificador. Escreva dígitos entre aspas, como o “Copiar ID” do Discord os dá.
import-meant = Você quis dizer `{ $name }`?
import-known = Pode ser: { $names }.
form-care-line = Sua linha, em palavras simples (ou vazia)
line-preview = Assim ficaria um cartão com a sua linha. Nada foi salvo ainda.
line-preview-none = Assim ficaria um cartão sem linha sua. Nada foi salvo ainda.
form-pace = Quanto um membro pode perguntar
form-pace-minute = Perguntas por minuto
form-pace-hour = Perguntas por hora
form-import = O texto de um arquivo exportado
command-settings = Mostra e muda como trabalho neste servidor.
command-settings-panel = Abre o painel em que tudo é configurado.
command-settings-history = Mostra as últimas cinquenta mudanças, e as desfaz.
command-settings-export = Dá a você todas as configurações em um arquivo.
command-settings-import = Traz as configurações de um arquivo, inteiras ou nada.
command-settings-file = O arquivo que /settings export deu. Sem ele você pode colar o texto.
command-settings-reset = Deixa tudo como estava quando cheguei.

setup-hello = Olá. Cinco passos curtos, cada um com o habitual já escolhido. Você pode mudar tudo depois com /settings panel.
setup-step = Passo { $step } de { $steps }
setup-channels = Onde os membros podem usar meus comandos? Em todo lugar, ou só nos canais que você escolher aqui.
setup-mentions = Devo responder quando alguém me menciona em uma mensagem? Então todo mundo vê um botão, e só quem o aperta vê a resposta.
setup-visibility = Quem vê a resposta a um comando?
setup-helplines = Quem parece precisar primeiro de uma pessoa recebe um cartão com linhas de ajuda. Onde vive a maioria dos seus membros?
setup-reports = Os membros podem enviar a você, sem o nome deles, uma pergunta que não consegui responder. Em que canal devo mostrá-las? Sem canal, elas esperam em /review.
menu-helplines = Escolha um lugar
button-keep = Deixar assim
button-check-again = Verificar de novo
button-panel = Tudo o que está configurado
doctor = Funciona?
doctor-well = Tudo de que preciso está aí.
doctor-ill = Falta alguma coisa. Clique com o botão direito no canal, ou segure-o no celular, e depois Editar canal → Permissões:
doctor-more = … e mais { $more }. Arrume estes primeiro, e verifique de novo.
doctor-gone = - { $channel } não existe mais. Retire-o em /settings panel, por favor.
doctor-commands = - { $channel }: os membros não podem usar comandos. @everyone precisa ali de: { $missing }.
doctor-mentions = - { $channel }: para responder bem a menções preciso ali de: { $missing }.
doctor-reports = - { $channel }: para trazer avisos preciso ali de: { $missing }.
doctor-channels = De { $channels ->
    [one] um canal
   *[other] { $channels } canais
}, respondo a comandos em { $commands }, e a menções em { $mentions }.
doctor-automod = Se o AutoMod bloqueia conteúdo sexual aqui, ele engole as menções com tais palavras antes que eu as veja. Leve as pessoas a /perguntar, que ele deixa passar.
doctor-automod-swallows = O AutoMod bloqueia conteúdo sexual aqui, então ele engole as menções com tais palavras antes que eu as veja. Leve as pessoas a /perguntar, que ele deixa passar.
doctor-sensitive = O artigo fala de sexo e está marcado como sensível. Você pode reservá-lo aos canais marcados para adultos: /settings panel → Ajuda.
doctor-test = Para testar eu me perguntei “{ $question }”. Isto é o que os membros recebem aqui:
permission-view = Ver canal
permission-send = Enviar mensagens
permission-threads = Enviar mensagens em tópicos
permission-embed = Inserir links
permission-history = Ver histórico de mensagens
permission-commands = Usar comandos de aplicativos
command-setup = Me configura em cinco passos curtos, e verifica que tudo funciona.

button-send = Enviar isto à moderação
form-send = Enviar isto à moderação
form-send-words = Suas palavras. O seu nome não é enviado.
form-edit-words = A pergunta, como devo conhecê-la
you-asked = Você perguntou:
review-sent = Enviado. Em alguns minutos a moderação pode ler as suas palavras, sem o seu nome. Ela pode me ensinar a pergunta ou responder a você: você lê isso na próxima vez que me usar aqui ou me escrever. A quem dizer eu guardo lacrado, por uma semana no máximo. A pergunta eu apago quando for tratada, ou depois de trinta dias.

review-arrived = Alguém enviou a você uma pergunta que o artigo deixou em aberto. O nome não foi enviado.
review-shared = Algo foi compartilhado em { $channel }. Quem me fez escrever não foi enviado. Se não tem lugar ali, você pode apagar daqui.
review-not-deleted = Não consegui apagar: não alcanço aquele canal. Apague por lá, por favor.
review-waiting = Pergunta { $place } de { $of }, enviada { $when }. Qual parte do artigo a responde? Ensine-me, e daí em diante respondo assim neste servidor.
review-words = Nas palavras da pessoa:
review-words-edited = Nas suas palavras:
review-nothing = Nenhuma pergunta espera por você.
review-gone = Essa já foi tratada, ou tinha mais de trinta dias.
review-dismissed = Está apagada.
review-choose = Qual parte a responde?
review-care = Desta eu não aprendo nada: a palavras assim respondo sempre com um cartão, porque talvez alguém precise de uma pessoa.
review-known = Estas palavras já me foram ensinadas: “{ $section }” as responde.
review-weigh = Se você me ensinar isto, perguntas como essa levam a “{ $section }” neste servidor.
review-now-and-then = Estas mesmas palavras: agora { $now }, depois { $then }.
review-changes-nothing = Nenhuma outra pergunta que conheço receberia outra resposta: nem as que você me ensinou, nem os exemplos do artigo.
review-changes = Das perguntas que você me ensinou e dos exemplos do artigo, { $count } receberiam outra resposta:
review-change = “{ $words }”: agora { $now }, depois { $then }.
review-busy = Agora mesmo avalio outra lição, e isso me toma um instante. As suas palavras continuam abaixo: tente de novo, por favor.
review-taught = Aprendido: daqui em diante “{ $section }” a responde.
verdict-likely = talvez “{ $section }”
verdict-choice = uma escolha que começa com “{ $section }”
verdict-silent = “não está no artigo”
verdict-other-language = “em outra língua”
verdict-contents = a lista de partes
taught = O que este servidor me ensinou, { $count } ao todo:
taught-line = - “{ $words }” → { $section }
taught-nothing = Este servidor ainda não me ensinou nada. Quando uma pergunta é enviada a você, /review a mostra, e você pode me ensinar o que a responde.
taught-removed = Desaprendi.
taught-gone = Esse já tinha ido embora.
button-look = Olhar
button-teach = Ensinar a resposta
button-teach-this = Ensinar isto
button-edit-words = Editar as palavras
button-other-section = Outra parte
button-again = Tentar de novo
button-dismiss = Descartar
menu-teach = Escolha a parte que a responde
menu-unteach = Escolha uma para desaprender

tried-private = Aqui só quem pergunta veria isto.
tried-public = Aqui todo mundo veria isto.
tried-why = Por quê
button-numbers = Os números
tried-care = Talvez alguém precise de uma pessoa, então um cartão vem antes do artigo.
tried-rule = Quem o trouxe foi a regra “{ $rule }”.
tried-like = Parece sobretudo com este exemplo: “{ $words }”.
tried-order = Uma parte foi pedida pelo número ou pelo nome.
tried-wordless = Não há nenhuma palavra que eu possa procurar.
tried-clinic = Pergunta o que só um médico ou um posto de saúde pode dizer.
tried-other-language = Está em outro idioma que o artigo.
tried-sure = Eu estava cerca de { $percent } % seguro de que “{ $section }” responde.
tried-likely = Eu estava cerca de { $percent } % seguro de “{ $section }”: o bastante para mostrar, pouco para calar as outras.
tried-choices = Nenhuma parte se destaca claramente. “{ $section }” ficou em primeiro, com cerca de { $percent } %.
tried-none = Eu estava cerca de { $percent } % seguro de que o artigo não responde.
tried-words = As palavras que contaram: { $words }.
tried-read = Li “{ $typed }” como “{ $read }”.
tried-next = Depois veio “{ $section }”, com cerca de { $percent } %.
tried-taught = Parece com o que você ensinou: “{ $words }” → { $section }.
command-review = Mostra as perguntas que os membros enviaram à moderação.
command-taught = Lista o que a moderação deste servidor me ensinou.
command-test = Mostra o que um membro receberia aqui para uma pergunta, e por quê.
command-test-question = O que um membro perguntaria?
refusal-no-review = A moderação deste servidor não recebe mais perguntas de mim. Escreva diretamente para ela, por favor.
refusal-review-full = Tantas perguntas esperam pela moderação que agora ela não recebe mais. Escreva diretamente para ela, por favor.
refusal-sent-enough = { $count ->
    [one] Você enviou várias perguntas à moderação em uma hora. Espere um minuto, ou escreva diretamente para ela.
   *[other] Você enviou várias perguntas à moderação em uma hora. Espere { $count } minutos, ou escreva diretamente para ela.
}
refusal-shared-enough = { $count ->
    [one] Você compartilhou bastante em dez minutos, e as outras pessoas precisam de tempo para ler. Você pode compartilhar de novo em um minuto.
   *[other] Você compartilhou bastante em dez minutos, e as outras pessoas precisam de tempo para ler. Você pode compartilhar de novo em { $count } minutos.
}
refusal-no-database = Agora não alcanço a minha memória, então nada mudou. Tente de novo em um minuto, por favor.
refusal-disk-full = Não há mais espaço onde guardo as coisas, então nada mudou. Quem me opera precisa abrir espaço.
refusal-read-only = No momento só posso ler o que guardo, então nada mudou. Quem me opera pode me permitir escrever.
refusal-newer = Uma versão mais nova de mim guarda as configurações deste servidor, então não mudei nada. Tente de novo em alguns minutos, por favor.
refusal-unreadable = Não consigo ler as configurações deste servidor, então não mudei nada. Avise quem me opera, por favor.
refusal-unfit = Não consigo guardar isso com estas palavras, então nada mudou. Tente outras, por favor.
refusal-clash = Alguém mudou algo aqui no mesmo momento, então não mudei nada. Tente de novo, por favor.
refusal-unsure = A conexão caiu enquanto eu salvava. Veja o que está definido antes de tentar de novo, por favor.
refusal-list-full = Essa lista já tem { $limit }, e mais não cabem. Retire um primeiro, por favor.
refusal-everyone = @everyone é todo mundo: eu não responderia a ninguém aqui, então nada foi mudado. Para me deixar fora de canais, vá à página dos canais onde respondo.
refusal-line-too-long = Essa linha é longa demais. Diga em { $limit } caracteres, por favor.
refusal-line-pings = Essa linha mencionaria alguém. Escreva os nomes sem o sinal @, por favor.
refusal-line-masks = Essa linha esconderia aonde um link leva. Escreva o próprio endereço, por favor.
refusal-line-harms = Palavras assim podem ferir alguém que está mal. Por favor, escreva de outra forma.
refusal-pace = Escolha de 1 a { $minute } perguntas por minuto e no máximo { $hour } por hora, mas não menos por hora do que por minuto.
refusal-place = Não conheço nenhum lugar com esse nome. Escolha um da lista, por favor.
refusal-lessons-full = Vocês já me ensinaram { $limit }, e não guardo mais. Você pode retirar algumas com /taught.
refusal-lesson-known = Estas palavras já me foram ensinadas. /taught mostra aonde levam.
refusal-lesson-gone = Outra pessoa da moderação foi mais rápida, ou já era antiga demais.

command-find = Procurar no artigo
find-wordless = Essa mensagem não tem palavras que eu possa procurar.
button-offer = Oferecer a todo mundo
offer = “{ $article }” tem uma parte sobre isto. Você pode abri-la aqui, e ninguém mais vê que você abriu.
button-offered = Só eu vejo
offer-done = Está no canal, sem o seu nome.
offer-stands = Essa mensagem já tem a sua oferta.
offer-impossible = Isso não pode ser escrito neste canal, então fica com você.

help =
    Pergunte o que quiser sobre “{ $article }”, com as suas próprias palavras. Eu mostro o que ele diz, palavra por palavra, e onde está. Onde ele não diz nada, eu digo isso a você.

    - `/perguntar` responde a uma pergunta, e `/ler` abre o artigo.
    - **Aplicativos** no menu de qualquer mensagem, e depois **Procurar no artigo**: procura essa mensagem, só para você.
    - Por mensagem direta, é só me escrever.
    - `/privacidade` diz o que guardo de você, e apaga. As suas perguntas eu não guardo.
help-moderators =
    ### Aqui você modera
    - `/setup` me configura em um minuto, e `/settings panel` muda depois o que você quiser.
    - Membros que me mencionam recebem resposta onde você permitir.
button-privacy = Privacidade
button-terms = Termos
button-support = Suporte
command-help = Diz como me usar.
command-help-name = ajuda

greeting = Olá. Respondo a perguntas com um artigo, com as próprias palavras dele e em particular. `/perguntar` já funciona. Quem gerencia este servidor pode me configurar com `/setup`; `/ajuda` diz o resto.

tally = **A semana de { $date }.** O que aconteceu menos de cinco vezes se chama “poucas”. Os números não dizem quem nem quando.
tally-shown = mostrada: { $times }
tally-read = lida por inteiro: { $times }
tally-chosen = escolhida em uma lista: { $times }
tally-shared = compartilhada: { $times }
tally-amiss = “não foi o que perguntei”: { $times }
tally-absent = perguntado e ausente do artigo: { $times }
few = poucas
tally-more = … e mais { $more } partes.
tally-nothing = Nada foi contado nos últimos noventa dias.
tally-clear = Isto apaga para sempre todos os números deste servidor. A partir daí contam-se novos.
tally-cleared = Os números foram apagados.
button-clear = Apagar estes números
button-clear-yes = Sim, apagar
command-numbers = Mostra o que foi lido e o que falta ao artigo, por semana, sem nome de ninguém.

import-taught = **O que a moderação me ensinou:** + { $count } ({ $words })
import-care = Deixo de fora { $count } das perguntas ensinadas: a palavras assim respondo sempre com um cartão, porque alguém pode precisar de uma pessoa.
import-lesson = uma pergunta ensinada tem de um a { $limit } caracteres.
button-reset-taught = Sim, e esquecer o que foi ensinado
reset-taught = { $count ->
    [one] Este servidor também me ensinou uma pergunta.
   *[other] Este servidor também me ensinou { $count } perguntas.
} Uma redefinição não mexe nisso, a menos que você me deixe esquecer também. O que é esquecido não volta; /settings export guarda isso em um arquivo.

button-answer = Responder
form-answer = Responder a quem enviou isto
form-answer-words = Suas palavras. Nenhum nome é mostrado.
from-moderators = A moderação a quem você enviou uma pergunta responde:
review-answered = Sua resposta está guardada. Quem enviou isto a lerá na próxima vez que me usar aqui ou me escrever, dentro de uma semana, como da moderação.
review-unanswerable = A quem enviou isto já não se pode dizer nada: já foi respondido, tem mais de uma semana ou pediu que fosse apagado.

button-share-with = Compartilhar com …
share-with = Para quem são estas palavras? Eu as escrevo aqui para todos lerem, com esse nome acima. Ninguém é notificado, e ninguém fica sabendo que foi você.
pick-person = Para quem é
shared-for = Para { $person }:

setting-posts = Novas publicações atendidas em
pick-posts = Onde uma nova publicação pode receber uma linha minha
doctor-posts = - { $channel }: para escrever uma linha sob as novas publicações preciso ali de: { $missing }.
