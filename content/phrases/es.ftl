# The bot's sentences in Spanish, in the order of en.ftl, where each is explained.

language = español
    .setting = spanish
    .place = 4
    .discord = es-ES es-419

introduction = Introducción
closing-advice = Y para terminar:
stands-in = De «{ $article }»
stands-in-other = De «{ $article }», escrito en { language-name }
quoted-in = El artículo está en { language-name }: lo cito tal como está.
no-edition = No tengo el artículo en { language-name }. Aquí está tal como lo tengo.
page-of = página { $page } de { $pages }

likely = Puede que sea esto:
likely-others = ¿O te referías a una de estas?
overview = Puede haber más de una causa. El artículo empieza así:
overview-others = Estas causas son las más cercanas a lo que escribiste.
did-you-mean = Más de una parte de «{ $article }» puede responder a eso. ¿A cuál te refieres?
asked-for = Pediste estas partes. ¿Cuál abro?
not-in-article = «{ $article }» no habla de eso, hasta donde puedo ver. Estas son las partes más cercanas. También puedes preguntar con otras palabras.
company = Si quieres hablar con alguien: { $page } indica personas que escuchan, en la mayoría de los países.
clinic = Eso te lo puede decir un médico o una clínica, con una prueba. El artículo no puede, y yo tampoco.
other-language = En «{ $article }» solo sé buscar preguntas en su propio idioma, que es { language-name }. Puedes preguntar otra vez en él, o mirar el índice.
other-language-than = Sobre «{ $article }» entiendo preguntas en estos idiomas: { $languages }. Puedes preguntar otra vez en uno de ellos, o mirar el índice.
language-name = { $language ->
        [da] danés
        [de] alemán
        [es] español
        [fr] francés
        [hi] hindi
        [id] indonesio
        [it] italiano
        [nl] neerlandés
        [pl] polaco
        [pt] portugués
        [ro] rumano
        [sv] sueco
        [sw] suajili
        [tl] tagalo
        [tr] turco
       *[en] inglés
    }
contents = Las partes de «{ $article }»:
ask-in = El artículo está en { language-name }: hazme tus preguntas en ese idioma.
ask-in-yours = El artículo está en { language-name }, y lo cito tal como está. Puedes hacerme tus preguntas en español.
hint = Pregúntame lo que quieras sobre «{ $article }», y te muestro lo que dice, palabra por palabra. También puedes mirar sus partes.

teaser = Tengo algo para ti que solo tú puedes ver.

button-show = Muéstramelo
button-whole = Leer la parte entera
button-contents = Índice
button-previous = Anterior
button-next = Siguiente
button-helpline = Abrir { $name }
button-meant = Me refería al artículo
button-hide = Ocultar esto
menu-contents = Elige una parte para leer
menu-place = Elige un país

command-ask = Pregunta al artículo y te muestra sus propias palabras.
command-ask-name = preguntar
command-ask-question = ¿Qué te gustaría saber?
command-ask-visible = ¿Quién debe ver la respuesta?
command-style = ¿En qué forma debe venir la respuesta?
choice-only-me = solo yo
choice-everyone = todo el mundo
choice-embeds = enmarcada
choice-plain = como texto sencillo
command-read = Abre el índice del artículo, o una de sus partes entera.
command-read-name = leer
command-read-section = ¿Qué parte? Escribe algunas de sus palabras, o su número.
command-language = ¿En qué idioma quieres leer el artículo?
command-article = ¿Qué artículo?

suggested-for = { $title } · por «{ $words }»

button-related = Relacionado
button-amiss = No era lo que pregunté
button-share = Compartir
button-delete = Borrar
related = Después de «{ $section }», estas partes llevan más allá.
amiss = Entonces puede que sea una de estas. También puedes mirar el índice, o preguntarme otra vez con otras palabras.
amiss-without-next = Entonces mira el índice, o pregúntame otra vez con otras palabras, por favor.
shared = Compartido. Ahora todo el canal puede leer estas palabras. No dije quién preguntó, ni qué. Puedes borrarlas, y la moderación también.
shared-already = { $count ->
    [one] Estas palabras se compartieron aquí hace unos minutos. Mira un poco más arriba, por favor. Se podrán compartir otra vez en un minuto.
   *[other] Estas palabras se compartieron aquí hace unos minutos. Mira un poco más arriba, por favor. Se podrán compartir otra vez en { $count } minutos.
}
not-shared = No tengo permiso para escribir esto aquí, así que no se compartió nada. La moderación puede dejarme enviar mensajes e insertar enlaces en este canal.
refusal-not-yours-to-delete = Solo quien me hizo escribir esto, y la moderación, pueden borrarlo.

visible-private = En este servidor mis respuestas llegan solo a ti. Compartir muestra las palabras a todo el mundo, sin tu pregunta.
visible-unsure = Todo el mundo ve lo que el artículo responde con certeza. Esto llega solo a ti. Compartir muestra las palabras a todo el mundo, sin tu pregunta.
visible-elsewhere = Fuera de los servidores donde estoy, mis respuestas llegan solo a ti.

refusal-unknown-press = Ese botón ya es viejo, y no sé adónde lleva. Pregúntame otra vez, por favor.
refusal-not-yours = Ese es para quien preguntó. Puedes preguntarme tú, con /preguntar o por mensaje directo.
refusal-not-here = La moderación me mantiene fuera de este canal. Puedes preguntarme en otro, o por mensaje directo.
refusal-ignored = La moderación de este servidor me ha pedido que no te responda aquí. Puedes preguntarme por mensaje directo.
refusal-age-restricted = La moderación reserva este artículo para los canales marcados para adultos. Pregúntame en uno de ellos, por favor.
refusal-only-in-servers = Quien me administra no abre este artículo en mensajes directos. Pregúntame en un servidor, por favor.
refusal-not-moderator = Eso es para la moderación de este servidor: quien puede gestionarlo, o tiene un rol que me han nombrado.
refusal-no-file = No pude obtener ese archivo, así que no cambié nada. Inténtalo otra vez, o usa /settings import sin archivo y pega su texto.
refusal-large-file = Ese archivo es demasiado grande para ser de ajustes, así que no cambié nada. Entrega uno como los que da /settings export, por favor.
refusal-nothing-to-import = Ahí no hay nada que importar, así que no cambié nada. /settings export muestra cómo es un archivo así.
refusal-trouble = Algo ha fallado por mi parte. Inténtalo otra vez, por favor. Quien me administra puede ver por qué: tiene el número { $number }.
refusal-unread = Ahora mismo no llego a mis ajustes para este servidor, y sin ellos no sé qué permite su moderación. Inténtalo otra vez en unos minutos, por favor, o pregúntame por mensaje directo.
refusal-unknown-command = Ya no conozco ese comando. Prueba con /preguntar.
refusal-unknown-article = No conozco ningún artículo con ese nombre. Elige uno de la lista o deja esa casilla vacía.
refusal-wordless = No había ninguna palabra, así que no se envió nada. Por favor, escríbelo otra vez.

privacy =
    Tus preguntas no se guardan. Leo una, la respondo y la dejo ir. No está en ninguna base de datos ni en ningún registro.

    ### Qué se guarda
    - Lo que la moderación de un servidor ha ajustado, y los últimos cincuenta cambios: qué, cuándo y de quién. Todo se borra treinta días después de que el servidor me quite.
    - Una pregunta que alguien decidió enviar a la moderación de un servidor: sus palabras, sin nombre, hasta que la haya atendido y treinta días como mucho.
    - A quién decirle lo que la moderación responde, sellado para que solo yo lo lea, y su respuesta: hasta que la diga, una semana como mucho.
    - Los ejemplos de preguntas que la moderación me enseñó para su servidor, hasta que los quite.
    - Cuántas veces se mostró, leyó y compartió cada parte de un artículo, durante noventa días: números, sin ningún nombre.
    Solo en memoria, nunca en un disco, sé durante un día quién ha leído qué tarjeta de ayuda y qué país eligió en ella, durante una hora cuántas veces alguien ha preguntado, enviado algo a la moderación o compartido, y durante un cuarto de hora qué parte leyó alguien por última vez en nuestros mensajes directos, qué le ofrecí allí y en qué idioma.

    ### Dónde
    En la base de datos de quien me administra. No paso nada a nadie. Lo que escribes en Discord también lo guarda Discord, según sus propias reglas.

    ### Cómo borrarlo
    El botón de abajo, o `/privacidad delete:True`, quita tu nombre de cada cambio que hiciste y olvida lo que recuerdo de ti; cuántas veces preguntaste, enviaste o compartiste cuenta hasta que pase la hora. Los ajustes que elegiste para un servidor se quedan, sin tu nombre.
forgotten =
    { $changes ->
        [0] No había guardado nada con tu nombre. Lo que recordaba de ti está olvidado.
        [one] Tu nombre está borrado del único cambio que hiciste, y lo que recordaba de ti está olvidado.
       *[other] Tu nombre está borrado de los { $changes } cambios que hiciste, y lo que recordaba de ti está olvidado.
    } Solo que preguntaste, enviaste o compartiste algo cuenta hasta que pase la hora; si no, a nadie se le podría pedir que espere.
button-forget = Borrar lo que me concierne
command-privacy = Dice qué guardo, dónde, cuánto tiempo, y cómo borrarlo.
command-privacy-name = privacidad
command-privacy-delete = Borrar lo que he guardado de ti.

refusal-too-quick-seconds = { $count ->
    [one] Preguntas más rápido de lo que puedo seguir. Dame un segundo, y pregunta otra vez.
   *[other] Preguntas más rápido de lo que puedo seguir. Dame { $count } segundos, y pregunta otra vez.
}
refusal-too-quick-minutes = { $count ->
    [one] Has hecho muchas preguntas en una hora. Espera un minuto, y pregunta otra vez. Para leer no hay que esperar: prueba con /leer.
   *[other] Has hecho muchas preguntas en una hora. Espera { $count } minutos, y pregunta otra vez. Para leer no hay que esperar: prueba con /leer.
}

hello = Hola. Pregúntame lo que quieras sobre «{ $article }», con tus propias palabras, y te muestro lo que dice, palabra por palabra. Nadie más lo lee.
hello-such-as = Por ejemplo:
welcome = De nada. Aquí estoy cuando quieras preguntar otra cosa.
fine = De acuerdo. Aquí estoy si quieres preguntar otra cosa.
blamed = Siento no haberte ayudado. Puedes preguntármelo con otras palabras o mirar el índice.
stopped = De acuerdo. Solo escribo si tú me escribes primero, así que no sabrás más de mí. He olvidado lo que leíste aquí.
onward = Hazme la siguiente pregunta, o escribe «más» o «siguiente» para seguir leyendo.

# Where I am asked about myself.
about-private = No le digo a nadie lo que me preguntas, ni siquiera a los moderadores de un servidor, salvo que tú lo envíes o lo compartas. Leo una pregunta, la respondo y la dejo ir. Discord guarda lo que se escribe en él, según sus propias reglas. `/privacidad` dice lo demás.
about-forget = No guardo tus preguntas. El botón quita tu nombre de cada cambio que hiciste en algún lugar, y olvido lo que recuerdo de ti.
about-author = «{ $article }» lo escribió { $author }. Yo solo lo cito, palabra por palabra.
about-author-unknown = No me han dicho quién escribió «{ $article }». Yo solo lo cito, palabra por palabra.
about-source = De dónde viene: { $source }.
about-bot = Soy un bot, un programa: aquí no lee ni escribe ninguna persona. Busco la parte de «{ $article }» que responde y la muestro palabra por palabra. Puedo equivocarme de parte, pero no invento nada.


panel = Lo que está configurado aquí
panel-about = Esto es todo, tal como está ahora. Elige abajo lo que quieras cambiar; lo que cambies vale enseguida.
panel-saved = ✓ Guardado.
panel-pick = Todavía no ha cambiado nada. Elige ahora los canales abajo.
panel-changed-meanwhile = Alguien cambió esto mientras elegías, así que no lo toqué. Así está ahora.
page-channels = Dónde respondo
page-channels-about = Dónde los miembros pueden usar mis comandos. Un hilo sigue a su canal. A la moderación le respondo en todas partes. Donde elijas canales para ello, una nueva publicación cuyo título pregunte lo que el artículo responde con seguridad recibe una línea discreta, cuyo botón solo abre quien la escribió; leo solo el título.
page-mentions = Cuando me mencionan
page-mentions-about = Si respondo a un mensaje que me nombra, como mucho en los canales donde respondo. Con el botón, solo quien lo pulsa ve la respuesta.
page-articles = Qué artículo responde
page-articles-about = El artículo para todo el servidor. Para dar a un canal el suyo propio, elige el canal abajo.
page-article-in-about = Elige ahora el artículo para el canal que has elegido.
page-answers = Cómo es una respuesta
page-answers-about = Lo que elijas aquí vale para cada respuesta que doy en este servidor.
page-people = Moderación y miembros
page-people-about = Quien puede gestionar el servidor siempre modera, y puede preguntar cuanto quiera. Quien tiene un rol que también modera puede cambiarlo todo aquí, y nombrar más roles. Discord muestra mis comandos de moderación a otros roles cuando los permitas en Ajustes del servidor → Integraciones.
page-care = Ayuda
page-care-about = Quien parece necesitar primero a una persona recibe una tarjeta con líneas de ayuda en vez del artículo. Eso no se puede desactivar.
page-reports = Avisos a la moderación
page-reports-about = Adónde llevo las preguntas que los miembros deciden enviarte. Llegan sin nombre. Allí también puedo avisarte de que se compartió algo, pero no de quién.
page-history = Historial
page-history-about = Los últimos cincuenta cambios, el más nuevo primero. Deshacer retira ese único cambio y deja los demás.
page-reset = Restablecer
page-reset-about = Esto deja todo como estaba cuando llegué. Puedes deshacerlo desde el historial.
menu-pages = Ir a otra página
menu-setting = Cambiar: { $setting }
button-back = Volver
button-export = Exportar
button-import = Importar
button-reset = Sí, restablecer todo
button-bring-in = Sí, cambiarlo
button-leave = No, dejarlo así
button-pace = Cambiar cuánto se puede preguntar
button-care-line = Escribir tu propia línea
button-undo = Deshacer { $number }
button-rest = Más: { $list }
pick-only = Solo en estos canales
pick-all-but = En todas partes menos en estos canales
pick-article-in = Un canal con su propio artículo
pick-moderators = Roles que también moderan
pick-ignored = Roles a los que no respondo
pick-review = El canal para los avisos
span-only = Solo en los canales que elijas
span-all-but = En todas partes menos en los canales que elijas

setting-channels = Dónde respondo
setting-mentions = Menciones respondidas en
setting-mentioned = Una mención se responde
setting-article = Artículo
setting-articles = Canales con su propio artículo
setting-visibility = Las respuestas las ve
setting-confidence = Para citar me hace falta
setting-closing = Consejo final
setting-style = Un mensaje llega
setting-language = Ante todo el mundo hablo
setting-moderators = Roles que también moderan
setting-ignored = Roles a los que no respondo
setting-pace = Un miembro puede hacer
setting-helplines = Líneas de ayuda de
setting-care-line = Tu línea en las tarjetas de ayuda
setting-gate = Los artículos delicados
setting-review = Los avisos van a
setting-sharing = Cuando se comparte algo, la moderación

channels-everywhere = en todos los canales
channels-all-but = en todas partes menos en { $channels }
mentions-everywhere = donde sea que respondo
mentions-nowhere = en ninguna parte
mentioned-by-button = con un botón que la muestra a quien lo pulsa
mentioned-in-public = para que la lea todo el mundo, cuando tengo certeza
article-usual = «{ $article }», como eligió quien me administra
article-none = El que eligió quien me administra
article-as-everywhere = como en todas partes
visibility-private = solo quien pregunta, que puede compartirlas
visibility-public = todo el canal, cuando tengo certeza
confidence-careful = mucha seguridad, y vuelvo a preguntar más a menudo
confidence-balanced = seguridad
confidence-generous = bastante seguridad, y vuelvo a preguntar menos
closing-always = bajo cada respuesta
closing-when-sure = solo bajo las respuestas que doy con seguridad
style-embeds = en los marcos de Discord
style-plain = como texto sencillo
language-follow = el idioma que Discord da al servidor
gate-advise = se leen en cualquier canal, con su nota
gate-age-restricted = se leen solo en canales marcados para adultos
sharing-quiet = no se entera
sharing-told = se entera donde llegan los avisos, y puede borrarlo allí
moderators-none = ninguno, salvo quien puede gestionar el servidor
helplines-none = ningún lugar; la tarjeta pregunta
pace = { $minute } preguntas por minuto y { $hour } por hora
nobody = nadie
nowhere = ninguna parte
none = ninguno
somebody = alguien

change-reset = Se restableció todo
change-all = Se ajustó todo de una vez, desde un archivo o al deshacer
history-empty = Todavía no se ha cambiado nada.
history-undone = ✓ El cambio { $number } está deshecho.
history-gone = Ya no sé cómo deshacer ese cambio.
exported = Aquí está todo lo ajustado, en un archivo. /settings import lo recupera, aquí o en otro servidor.
import-about = Esto es lo que cambiaría. Lo que el archivo no nombra vuelve a como estaba cuando llegué. Todavía no he cambiado nada.
import-same = Todo está ajustado así ya, de modo que no hay nada que cambiar.
import-left = Dejé todo como está.
import-old = Lo que trajiste ya es viejo, y no lo tengo. No cambié nada. Usa /settings import otra vez, por favor.
import-refused = No cambié nada, porque algo en ese archivo no está bien:
import-line = - Línea { $line }: { $what }
import-toml = esto no es TOML. Escribe `key = value`, y el texto entre "comillas".
import-key = aquí no conozco ningún ajuste `{ $key }`.
import-value = `{ $key }` no puede ser "{ $value }".
import-kind = { $wanted ->
    [number] `{ $key }` debe ser un número entero.
    [flag] `{ $key }` debe ser `true` o `false`.
    [texts] `{ $key }` debe ser una lista de textos: ["…", "…"].
    [block] `{ $key }` debe ser un bloque propio.
   *[text] `{ $key }` debe ser un texto entre "comillas".
}
import-id = `{ $id }` no es un identificador. Escribe dígitos entre comillas, como los da «Copiar ID» de Discord.
import-meant = ¿Querías decir `{ $name }`?
import-known = Puede ser: { $names }.
form-care-line = Tu línea, en palabras sencillas (o vacía)
line-preview = Así se vería una tarjeta con tu línea. Todavía no se ha guardado nada.
line-preview-none = Así se vería una tarjeta sin línea tuya. Todavía no se ha guardado nada.
form-pace = Cuánto puede preguntar un miembro
form-pace-minute = Preguntas por minuto
form-pace-hour = Preguntas por hora
form-import = El texto de un archivo exportado
command-settings = Muestra y cambia cómo trabajo en este servidor.
command-settings-panel = Abre el panel donde se ajusta todo.
command-settings-history = Muestra los últimos cincuenta cambios, y los deshace.
command-settings-export = Te da todos los ajustes en un archivo.
command-settings-import = Recupera los ajustes de un archivo, enteros o nada.
command-settings-file = El archivo que dio /settings export. Sin él puedes pegar su texto.
command-settings-reset = Deja todo como estaba cuando llegué.

setup-hello = Hola. Cinco pasos cortos, cada uno con lo habitual ya elegido. Puedes cambiarlo todo más tarde con /settings panel.
setup-step = Paso { $step } de { $steps }
setup-channels = ¿Dónde pueden los miembros usar mis comandos? En todas partes, o solo en los canales que elijas aquí.
setup-mentions = ¿Respondo cuando alguien me menciona en un mensaje? Entonces todo el mundo ve un botón, y solo quien lo pulsa ve la respuesta.
setup-visibility = ¿Quién ve la respuesta a un comando?
setup-helplines = Quien parece necesitar primero a una persona recibe una tarjeta con líneas de ayuda. ¿Dónde vive la mayoría de tus miembros?
setup-reports = Los miembros pueden enviarte, sin su nombre, una pregunta que no supe responder. ¿En qué canal te las muestro? Sin canal, esperan en /review.
menu-helplines = Elige un lugar
button-keep = Dejarlo así
button-check-again = Comprobar otra vez
button-panel = Todo lo que está configurado
doctor = ¿Funciona?
doctor-well = Todo lo que necesito está ahí.
doctor-ill = Falta algo. Clic derecho en el canal, o mantenlo pulsado en el teléfono, y luego Editar canal → Permisos:
doctor-more = … y { $more } más. Arregla primero estos, y comprueba otra vez.
doctor-gone = - { $channel } ya no existe. Quítalo en /settings panel, por favor.
doctor-commands = - { $channel }: los miembros no pueden usar comandos. @everyone necesita allí: { $missing }.
doctor-mentions = - { $channel }: para responder bien a menciones necesito allí: { $missing }.
doctor-reports = - { $channel }: para traerte avisos necesito allí: { $missing }.
doctor-channels = De { $channels ->
    [one] un canal
   *[other] { $channels } canales
}, respondo a comandos en { $commands }, y a menciones en { $mentions }.
doctor-automod = Si AutoMod bloquea aquí el contenido sexual, se traga las menciones con esas palabras antes de que yo las vea. Lleva a la gente a /preguntar, que deja pasar.
doctor-automod-swallows = AutoMod bloquea aquí el contenido sexual, así que se traga las menciones con esas palabras antes de que yo las vea. Lleva a la gente a /preguntar, que deja pasar.
doctor-sensitive = El artículo habla de sexo y está marcado como delicado. Puedes reservarlo para los canales marcados para adultos: /settings panel → Ayuda.
doctor-test = Para probarlo me pregunté «{ $question }». Esto es lo que reciben aquí los miembros:
permission-view = Ver canal
permission-send = Enviar mensajes
permission-threads = Enviar mensajes en hilos
permission-embed = Insertar enlaces
permission-history = Leer el historial de mensajes
permission-commands = Usar comandos de aplicaciones
command-setup = Me configura en cinco pasos cortos, y comprueba que todo funciona.

button-send = Enviar esto a la moderación
form-send = Enviar esto a la moderación
form-send-words = Tus palabras. Tu nombre no se envía.
form-edit-words = La pregunta, como debo conocerla
you-asked = Preguntaste:
review-sent = Enviado. En unos minutos la moderación puede leer tus palabras, sin tu nombre. Puede enseñarme la pregunta o responderte: lo lees la próxima vez que me uses aquí o me escribas. A quién decírselo lo guardo sellado, una semana como mucho. La pregunta la borro cuando la haya atendido, o a los treinta días.

review-arrived = Alguien te ha enviado una pregunta que el artículo dejó abierta. Su nombre no se envió.
review-shared = Se compartió algo en { $channel }. Quién me hizo escribirlo no se envió. Si no tiene sitio allí, puedes borrarlo desde aquí.
review-not-deleted = No pude borrarlo: no llego a ese canal. Bórralo tú allí, por favor.
review-waiting = Pregunta { $place } de { $of }, enviada { $when }. ¿Qué parte del artículo la responde? Enséñamelo, y desde entonces la respondo así en este servidor.
review-words = En sus palabras:
review-words-edited = En tus palabras:
review-nothing = Ninguna pregunta te espera.
review-gone = Esa ya estaba atendida, o tenía más de treinta días.
review-dismissed = Está borrada.
review-choose = ¿Qué parte la responde?
review-care = De esta no aprendo nada: a palabras así siempre respondo con una tarjeta, porque quizá alguien necesita a una persona.
review-known = Estas palabras ya me las enseñaron: «{ $section }» las responde.
review-weigh = Si me enseñas esto, preguntas como esa llevan a «{ $section }» en este servidor.
review-now-and-then = Estas mismas palabras: ahora { $now }, después { $then }.
review-changes-nothing = Ninguna otra pregunta que conozco recibiría otra respuesta: ni las que me enseñaste, ni los ejemplos del artículo.
review-changes = De las preguntas que me enseñaste y los ejemplos del artículo, { $count } recibirían otra respuesta:
review-change = «{ $words }»: ahora { $now }, después { $then }.
review-busy = Ahora mismo sopeso otra lección, y eso me lleva un momento. Tus palabras siguen abajo: inténtalo de nuevo, por favor.
review-taught = Aprendido: desde ahora la responde «{ $section }».
verdict-likely = quizá «{ $section }»
verdict-choice = una elección que empieza por «{ $section }»
verdict-silent = «no está en el artículo»
verdict-other-language = «en otro idioma»
verdict-contents = la lista de partes
taught = Lo que este servidor me ha enseñado, { $count } en total:
taught-line = - «{ $words }» → { $section }
taught-nothing = Este servidor todavía no me ha enseñado nada. Cuando te envían una pregunta, /review la muestra, y puedes enseñarme qué la responde.
taught-removed = Lo he desaprendido.
taught-gone = Ese ya no estaba.
button-look = Mirarlo
button-teach = Enseñarme la respuesta
button-teach-this = Enseñarme esto
button-edit-words = Editar las palabras
button-other-section = Otra parte
button-again = Intentar de nuevo
button-dismiss = Descartar
menu-teach = Elige la parte que la responde
menu-unteach = Elige una para desaprender

tried-private = Aquí solo quien pregunta vería esto.
tried-public = Aquí todo el mundo vería esto.
tried-why = Por qué
button-numbers = Los números
tried-care = Puede que alguien necesite a una persona, así que una tarjeta va antes que el artículo.
tried-rule = La trajo la regla «{ $rule }».
tried-like = Se parece sobre todo a este ejemplo: «{ $words }».
tried-order = Se pidió una parte por su número o su nombre.
tried-wordless = No hay ninguna palabra que yo pueda buscar.
tried-clinic = Pregunta lo que solo puede decir un médico o una clínica.
tried-other-language = Está en otro idioma que el artículo.
tried-sure = Estaba seguro en un { $percent } % más o menos de que «{ $section }» responde.
tried-likely = Estaba seguro en un { $percent } % más o menos de «{ $section }»: bastante para mostrarla, poco para callar las otras.
tried-choices = Ninguna parte destaca claramente. «{ $section }» quedó primera, con un { $percent } % más o menos.
tried-none = Estaba seguro en un { $percent } % más o menos de que el artículo no responde.
tried-words = Las palabras que contaron: { $words }.
tried-read = Leí «{ $typed }» como «{ $read }».
tried-next = Después vino «{ $section }», con un { $percent } % más o menos.
tried-taught = Se parece a lo que enseñaste: «{ $words }» → { $section }.
command-review = Muestra las preguntas que los miembros enviaron a la moderación.
command-taught = Lista lo que me enseñó la moderación de este servidor.
command-test = Muestra qué recibiría un miembro aquí por una pregunta, y por qué.
command-test-question = ¿Qué preguntaría un miembro?
refusal-no-review = La moderación de este servidor ya no recibe preguntas de mi parte. Escríbele tú, por favor.
refusal-review-full = Hay tantas preguntas esperando a la moderación que ahora no recibe más. Escríbele tú, por favor.
refusal-sent-enough = { $count ->
    [one] Has enviado varias preguntas a la moderación en una hora. Espera un minuto, o escríbele tú.
   *[other] Has enviado varias preguntas a la moderación en una hora. Espera { $count } minutos, o escríbele tú.
}
refusal-shared-enough = { $count ->
    [one] Has compartido bastante en diez minutos, y las demás personas necesitan tiempo para leer. Puedes volver a compartir en un minuto.
   *[other] Has compartido bastante en diez minutos, y las demás personas necesitan tiempo para leer. Puedes volver a compartir en { $count } minutos.
}
refusal-no-database = Ahora mismo no llego a mi memoria, así que no ha cambiado nada. Inténtalo otra vez en un minuto, por favor.
refusal-disk-full = No queda sitio donde guardo las cosas, así que no ha cambiado nada. Quien me opera tiene que hacer sitio.
refusal-read-only = Por ahora solo puedo leer lo que guardo, así que no ha cambiado nada. Quien me opera puede permitirme escribir.
refusal-newer = Una versión mía más nueva guarda los ajustes de este servidor, así que no cambié nada. Inténtalo otra vez en unos minutos, por favor.
refusal-unreadable = No consigo leer los ajustes de este servidor, así que no cambié nada. Avisa a quien me opera, por favor.
refusal-unfit = No puedo guardar eso con estas palabras, así que no ha cambiado nada. Prueba con otras, por favor.
refusal-clash = Alguien cambió algo aquí en el mismo momento, así que no cambié nada. Inténtalo otra vez, por favor.
refusal-unsure = La conexión se cortó mientras guardaba. Mira lo que está ajustado antes de intentarlo otra vez, por favor.
refusal-list-full = Esa lista ya tiene { $limit }, y no caben más. Quita uno primero, por favor.
refusal-everyone = @everyone es todo el mundo: no respondería a nadie aquí, así que no se cambió nada. Para dejarme fuera de canales, ve a la página de los canales donde respondo.
refusal-line-too-long = Esa línea es demasiado larga. Dilo en { $limit } caracteres, por favor.
refusal-line-pings = Esa línea mencionaría a alguien. Escribe los nombres sin el signo @, por favor.
refusal-line-masks = Esa línea ocultaría adónde lleva un enlace. Escribe la dirección misma, por favor.
refusal-line-harms = Palabras así podrían herir a alguien que lo pasa mal. Por favor, escríbelas de otra manera.
refusal-pace = Elige de 1 a { $minute } preguntas por minuto y como mucho { $hour } por hora, pero no menos por hora que por minuto.
refusal-place = No conozco ningún lugar con ese nombre. Elige uno de la lista, por favor.
refusal-lessons-full = Ya me han enseñado { $limit }, y no guardo más. Puedes quitar algunas con /taught.
refusal-lesson-known = Estas palabras ya me las enseñaron. /taught muestra adónde llevan.
refusal-lesson-gone = Otra persona de la moderación fue más rápida, o ya era demasiado antigua.

command-find = Buscar en el artículo
find-wordless = Ese mensaje no tiene palabras que pueda buscar.
button-offer = Ofrecerlo a todo el mundo
offer = «{ $article }» tiene una parte sobre esto. Puedes abrirla aquí, y nadie más ve que lo hiciste.
button-offered = Solo lo veo yo
offer-done = Está en el canal, sin tu nombre.
offer-stands = Ese mensaje ya tiene su oferta.
offer-impossible = Eso no se puede escribir en este canal, así que se queda contigo.

help =
    Pregúntame lo que quieras sobre «{ $article }», con tus propias palabras. Te muestro lo que dice, palabra por palabra, y dónde está. Donde no dice nada, te lo digo.

    - `/preguntar` responde a una pregunta, y `/leer` abre el artículo.
    - **Aplicaciones** en el menú de cualquier mensaje, y luego **Buscar en el artículo**: busca ese mensaje, solo para ti.
    - Por mensaje directo, simplemente escríbeme.
    - `/privacidad` dice qué guardo de ti, y lo borra. Tus preguntas no las guardo.
help-moderators =
    ### Aquí moderas
    - `/setup` me configura en un minuto, y `/settings panel` cambia después lo que quieras.
    - A los miembros que me mencionan les respondo donde lo permitas.
button-privacy = Privacidad
button-terms = Condiciones
button-support = Ayuda y soporte
command-help = Dice cómo usarme.
command-help-name = ayuda

greeting = Hola. Respondo a preguntas con un artículo, con sus propias palabras y en privado. `/preguntar` ya funciona. Quien gestiona este servidor puede configurarme con `/setup`; `/ayuda` dice lo demás.

tally = **La semana del { $date }.** Lo que pasó menos de cinco veces se llama «pocas». Los números no dicen quién ni cuándo.
tally-shown = mostrada: { $times }
tally-read = leída entera: { $times }
tally-chosen = elegida de una lista: { $times }
tally-shared = compartida: { $times }
tally-amiss = «no era lo que pregunté»: { $times }
tally-absent = preguntado y ausente del artículo: { $times }
few = pocas
tally-more = … y { $more } partes más.
tally-nothing = No se ha contado nada en los últimos noventa días.
tally-clear = Esto borra para siempre todos los números de este servidor. Desde entonces se cuentan otros nuevos.
tally-cleared = Los números están borrados.
button-clear = Borrar estos números
button-clear-yes = Sí, borrarlos
command-numbers = Muestra qué se leyó y qué le falta al artículo, por semana, sin ningún nombre.

import-taught = **Lo que me enseñó la moderación:** + { $count } ({ $words })
import-care = Dejo fuera { $count } de las preguntas enseñadas: a palabras así respondo siempre con una tarjeta, porque alguien puede necesitar a una persona.
import-lesson = una pregunta enseñada tiene de uno a { $limit } caracteres.
button-reset-taught = Sí, y olvidar lo enseñado
reset-taught = { $count ->
    [one] Este servidor también me enseñó una pregunta.
   *[other] Este servidor también me enseñó { $count } preguntas.
} Un restablecimiento no lo toca, a menos que me dejes olvidarlo también. Lo olvidado no se recupera; /settings export lo guarda en un archivo.

button-answer = Responder
form-answer = Responder a quien envió esto
form-answer-words = Tus palabras. No se muestra ningún nombre.
from-moderators = La moderación a la que enviaste una pregunta te responde:
review-answered = Tu respuesta está guardada. Quien envió esto la leerá la próxima vez que me use aquí o me escriba, dentro de una semana, como de la moderación.
review-unanswerable = A quien envió esto ya no se le puede decir nada: ya se respondió, tiene más de una semana o pidió que se borrara.

button-share-with = Compartir con …
share-with = ¿Para quién son estas palabras? Las escribo aquí para que todos las lean, con ese nombre encima. A nadie le llega un aviso, y nadie sabe que fuiste tú.
pick-person = Para quién es
shared-for = Para { $person }:

setting-posts = Nuevas publicaciones atendidas en
pick-posts = Dónde una nueva publicación puede recibir una línea mía
doctor-posts = - { $channel }: para escribir una línea bajo las nuevas publicaciones necesito allí: { $missing }.
