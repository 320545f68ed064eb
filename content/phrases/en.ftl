# Every sentence the bot says in its own name. The person is "you", the bot is "I".
# Read a change aloud. The words of care cards stand in care/cards.en.toml.

# The language of this file: its own name; what settings call it; its place in a menu; and what Discord calls it, if
# Discord speaks it. The file is named after its tag.
language = English
    .setting = english
    .place = 1
    .discord = en-US en-GB

# Around a passage.
introduction = Introduction
closing-advice = And in the end:
stands-in = From “{ $article }”
stands-in-other = From “{ $article }”, written in { language-name }
quoted-in = The article is in { language-name }: I quote it as it stands.
no-edition = I do not have the article in { language-name }. This is it as I have it.
page-of = page { $page } of { $pages }

# Where no single passage answers.
likely = This may be it:
likely-others = Or did you mean one of these?
overview = There may be more than one cause. The article begins so:
overview-others = These causes come nearest to what you wrote.
did-you-mean = More than one part of “{ $article }” may answer that. Which do you mean?
asked-for = You asked for these. Which one shall I open?
not-in-article = “{ $article }” does not speak of that, as far as I can tell. These parts come nearest. You can also ask in other words.
company = If you would like somebody to talk to: { $page } lists people who listen, in most countries.
clinic = A doctor or a clinic can tell you that, with a test. The article cannot, and neither can I.
other-language = I can only search “{ $article }” for questions in its own language, which is { language-name }. You can ask again in it, or look through the contents.
other-language-than = I understand questions about “{ $article }” in these languages: { $languages }. You can ask again in one of them, or look through the contents.
language-name = { $language ->
        [da] Danish
        [de] German
        [es] Spanish
        [fr] French
        [hi] Hindi
        [id] Indonesian
        [it] Italian
        [nl] Dutch
        [pl] Polish
        [pt] Portuguese
        [ro] Romanian
        [sv] Swedish
        [sw] Swahili
        [tl] Tagalog
        [tr] Turkish
       *[en] English
    }
contents = The parts of “{ $article }”:
ask-in = The article is in { language-name }: please ask me in that language.
ask-in-yours = The article is in { language-name }, and I quote it as it stands. You can ask me in English.
hint = Ask me anything about “{ $article }”, and I show you what it says, word for word. You can also look through its parts.

# What everybody reads where I was mentioned. It is the same whatever I found.
teaser = I have something for you that only you can see.

# On buttons and menus: at most 80 characters, on menus 150.
button-show = Show me
button-whole = Read the whole section
button-contents = Contents
button-previous = Previous
button-next = Next
button-helpline = Open { $name }
button-meant = I meant the article
button-hide = Hide this
menu-contents = Choose a part to read
menu-place = Choose a country

# The slash command, as Discord lists it: at most 100 characters.
command-ask = Asks the article, and shows you its own words.
command-ask-name = ask
command-ask-question = What would you like to know?
command-ask-visible = Who should see the answer?
command-style = In what form should the answer come?
choice-only-me = only me
choice-everyone = everyone
choice-embeds = in a frame
choice-plain = as plain text
command-read = Opens the contents of the article, or one part of it in full.
command-read-name = read
command-read-section = Which part? Type a few of its words, or its number.
command-language = In which language do you want to read the article?
command-article = Which article?

# While you type a command. { $title } is a part of the article, { $words } are the words of yours that speak for it.
suggested-for = { $title } · for “{ $words }”

# Under an answer. Buttons hold at most 80 characters.
button-related = Related
button-amiss = Not what I asked
button-share = Share
button-delete = Delete
related = After “{ $section }”, these parts lead on.
amiss = Then it may be one of these. You can also look through the contents, or ask me again in other words.
amiss-without-next = Then please look through the contents, or ask me again in other words.
shared = Shared. Everyone here can read these words now. I did not say who asked, or what. You and the moderators can delete them.
shared-already = { $count ->
    [one] These words were shared here a few minutes ago. Please look a little above. They can be shared again in one minute.
   *[other] These words were shared here a few minutes ago. Please look a little above. They can be shared again in { $count } minutes.
}
not-shared = I may not write this here, so nothing was shared. The moderators can let me send messages and embed links in this channel.
refusal-not-yours-to-delete = Only whoever had me write this, and the moderators, can delete it.

# Where you wanted everyone to see an answer that comes to you alone.
visible-private = In this server my answers come to you alone. Share shows the words to everyone, without your question.
visible-unsure = Everyone sees what the article answers for certain. This comes to you alone. Share shows the words to everyone, without your question.
visible-elsewhere = Outside servers that have me, my answers come to you alone.

# Where I cannot do what you asked.
refusal-unknown-press = That button has grown old, and I no longer know where it leads. Please ask me again.
refusal-not-yours = That one is for the person who asked. You can ask me yourself, with /ask or in a direct message.
refusal-not-here = The moderators keep me out of this channel. You can ask me in another one, or in a direct message.
refusal-ignored = The moderators of this server have asked me not to answer you here. You can ask me in a direct message.
refusal-age-restricted = The moderators keep this article to channels marked for adults. Please ask me in one of those.
refusal-only-in-servers = Whoever runs me keeps this article out of direct messages. Please ask me in a server.
refusal-not-moderator = That is for the moderators of this server: whoever may manage it, or holds a role that they named to me.
refusal-no-file = I could not fetch that file, so nothing was changed. Please try again, or use /settings import without a file and paste its text.
refusal-large-file = That file is too large for settings, so nothing was changed. Please hand in one as /settings export gives it.
refusal-nothing-to-import = There is nothing to import in there, so nothing was changed. /settings export shows what such a file looks like.
refusal-trouble = Something went wrong on my side. Please try again. Whoever runs me can look up why: it has the number { $number }.
refusal-unread = I cannot reach my settings for this server just now, and without them I do not know what its moderators allow. Please try again in a few minutes, or ask me in a direct message.
refusal-unknown-command = I no longer know that command. Please try /ask.
refusal-unknown-article = I know no article called that. Please choose one from the list, or leave that box empty.
refusal-wordless = There were no words in there, so nothing was sent. Please write them once more.

# What I keep of people. PRIVACY.md says the same at length.
privacy =
    Your questions are not kept. I read one, answer it and let it go. It stands in no database and in no log.

    ### What is kept
    - What a server's moderators set, and the last fifty changes: what, when and by whom. All of it is deleted thirty days after the server removes me.
    - A question that somebody chose to send to a server's moderators: its words, without a name, until they have dealt with it and for thirty days at most.
    - Whom to tell what moderators answer to it, sealed so that only I can read it, and their answer: until I told it, and for a week at most.
    - Example questions that moderators taught me for their server, until they take them out.
    - How often each part of an article was shown, read and shared, for ninety days: counts, without anybody's name.
    Only in memory, never on a disk, I know for a day who has read which care card and which country they chose on it, for an hour how often somebody asked, sent moderators something or shared, and for a quarter of an hour which part somebody read last in our direct messages, what I offered there, and in which language.

    ### Where
    In the database of whoever runs me. I hand nothing on. What you write on Discord is also kept by Discord, under its own rules.

    ### How to have it deleted
    The button below, or `/privacy delete:True`, takes your name out of every change you made and forgets what I remember of you; how often you asked, sent or shared counts to the end of the hour. Settings that you chose for a server stay, without your name.
forgotten =
    { $changes ->
        [0] I had kept nothing with your name. What I remembered of you is forgotten.
        [one] Your name is deleted from the one change that you made, and what I remembered of you is forgotten.
       *[other] Your name is deleted from the { $changes } changes that you made, and what I remembered of you is forgotten.
    } Only that you asked, sent or shared something counts to the end of the hour, or nobody could be asked to wait.
button-forget = Delete what concerns me
command-privacy = Says what I keep, where, for how long, and how to have it deleted.
command-privacy-name = privacy
command-privacy-delete = Delete what I have kept of you.

# Where somebody asks quicker than the moderators of a server want, or than people read.
refusal-too-quick-seconds = { $count ->
    [one] You ask quicker than I can follow. Please give me one second, and then ask again.
   *[other] You ask quicker than I can follow. Please give me { $count } seconds, and then ask again.
}
refusal-too-quick-minutes = { $count ->
    [one] You have asked many questions within the hour. Please wait one minute, and then ask again. Reading needs no wait: try /read.
   *[other] You have asked many questions within the hour. Please wait { $count } minutes, and then ask again. Reading needs no wait: try /read.
}

# In direct messages.
hello = Hello. Ask me anything about “{ $article }”, in your own words, and I show you what it says, word for word. Nobody reads along.
hello-such-as = Such as:
welcome = You are welcome. I am here whenever you want to ask something else.
fine = All right. I am here if you want to ask something else.
blamed = I am sorry that I was no help. You can ask me in other words, or look through the contents.
stopped = All right. I only write when you write to me first, so you will hear nothing more. I have forgotten what you read here.
onward = Ask me the next thing, or write “more” or “next” to read on.

# Where I am asked about myself.
about-private = I tell nobody what you ask me, not even the moderators of a server, unless you send or share it yourself. I read a question, answer it and let it go. Discord keeps what is written on it, under its own rules. `/privacy` says the rest.
about-forget = Your questions I do not keep. The button takes your name out of every change that you made somewhere, and I forget what I remember of you.
about-author = “{ $article }” was written by { $author }. I only quote it, word for word.
about-author-unknown = Who wrote “{ $article }” was not told to me. I only quote it, word for word.
about-source = Where it comes from: { $source }.
about-bot = I am a bot, a program: no person reads or writes here. I find the part of “{ $article }” that answers and show it word for word. I may pick the wrong part, but I make nothing up.

# The moderators' panel. A page's title, then what it is about.
panel = What is set here
panel-about = This is everything, as it holds now. Choose below what you would like to change; whatever you change holds at once.
panel-saved = ✓ Saved.
panel-pick = Nothing has changed yet. Now pick the channels below.
panel-changed-meanwhile = Somebody changed this while you were choosing, so I left it alone. This is how it stands now.
page-channels = Where I answer
page-channels-about = Where members can use my commands. A thread follows its channel. You as a moderator are answered everywhere. Where you pick channels for it, a new post or thread whose title asks what the article surely answers meets one quiet line, whose button only its writer can open; I read the title alone.
page-mentions = When I am mentioned
page-mentions-about = Whether I answer a message that names me, at most in channels where I answer at all. With the button, only the one who presses it sees the answer.
page-articles = Which article answers
page-articles-about = The article for the whole server. To give a channel one of its own, pick the channel below.
page-article-in-about = Now choose the article for the channel that you picked.
page-answers = What an answer is like
page-answers-about = The choices here hold for every answer that I give in this server.
page-people = Moderators and members
page-people-about = Whoever may manage the server always moderates, and may ask as much as they like. Whoever holds a role that moderates too may change everything here, and name further roles. Discord shows my moderators' commands to other roles once you allow it under Server Settings → Integrations.
page-care = Care
page-care-about = Somebody who seems to need a person first gets a card with helplines instead of the article. That cannot be switched off.
page-reports = Reports to moderators
page-reports-about = Where I bring the questions that members choose to send you. They come without a name. There I can also tell you that something was shared, but not by whom.
page-history = History
page-history-about = The last fifty changes, the newest first. Undo takes back that one change and leaves the others.
page-reset = Reset
page-reset-about = This sets everything back to how it was when I came. You can undo it from the history.
menu-pages = Go to another page
menu-setting = Change: { $setting }
button-back = Back
button-export = Export
button-import = Import
button-reset = Yes, reset everything
button-bring-in = Yes, change it
button-leave = No, leave it
button-pace = Change how much one may ask
button-care-line = Write your own line
button-undo = Undo { $number }
button-rest = More: { $list }
pick-only = Only in these channels
pick-all-but = Everywhere but in these channels
pick-article-in = A channel with its own article
pick-moderators = Roles that moderate too
pick-ignored = Roles that I do not answer
pick-review = The channel for reports
span-only = Only in channels that you pick
span-all-but = Everywhere but in channels that you pick

# What can be set.
setting-channels = Where I answer
setting-mentions = Mentions answered in
setting-mentioned = A mention is answered
setting-article = Article
setting-articles = Channels with their own article
setting-visibility = Answers are seen by
setting-confidence = Before I quote I am
setting-closing = Closing advice
setting-style = A message comes
setting-language = Before everyone I speak
setting-moderators = Roles that moderate too
setting-ignored = Roles that I do not answer
setting-pace = One member may ask
setting-helplines = Helplines of
setting-care-line = Your line on care cards
setting-gate = Sensitive articles are
setting-review = Reports go to
setting-sharing = When something is shared, moderators are

# What can be chosen; each follows the name of what is set.
channels-everywhere = in every channel
channels-all-but = everywhere but in { $channels }
mentions-everywhere = wherever I answer
mentions-nowhere = nowhere
mentioned-by-button = by a button that shows it to whoever presses
mentioned-in-public = for everyone to read, where I am sure
article-usual = “{ $article }”, as whoever runs me chose
article-none = The one that whoever runs me chose
article-as-everywhere = as everywhere
visibility-private = the asker alone, who may share them
visibility-public = everyone in the channel, where I am sure
confidence-careful = very sure, and ask back more often
confidence-balanced = sure
confidence-generous = fairly sure, and ask back less often
closing-always = under every answer
closing-when-sure = only under answers that I am sure of
style-embeds = in Discord's frames
style-plain = as plain text
language-follow = the language that Discord says is the server's
gate-advise = read in any channel, with their note
gate-age-restricted = read only in channels marked for adults
sharing-quiet = not told
sharing-told = told where reports go, and can delete it there
moderators-none = none but those who may manage the server
helplines-none = no place; the card asks
pace = { $minute } questions a minute and { $hour } an hour
nobody = nobody
nowhere = nowhere
none = none
somebody = somebody

# The history, and settings as a file.
change-reset = Everything was reset
change-all = Everything was set at once, from a file or by an undo
history-empty = Nothing has been changed yet.
history-undone = ✓ Change { $number } is taken back.
history-gone = I no longer know how to take back that change.
exported = Here is everything that is set, as a file. /settings import takes it back, here or in another server.
import-about = This is what would change. What the file does not name goes back to how it was when I came. Nothing is changed yet.
import-same = Everything is set like that already, so there is nothing to change.
import-left = I left everything as it is.
import-old = What you brought in has grown old, and I no longer have it. Nothing was changed. Please use /settings import again.
import-refused = I changed nothing, because something in that file is not right:
import-line = - Line { $line }: { $what }
import-toml = this is not TOML. Write `key = value`, and text in "quotes".
import-key = I know no setting `{ $key }` here.
import-value = `{ $key }` cannot be "{ $value }".
import-kind = { $wanted ->
    [number] `{ $key }` must be a whole number.
    [flag] `{ $key }` must be `true` or `false`.
    [texts] `{ $key }` must be a list of texts: ["…", "…"].
    [block] `{ $key }` must be a block of its own.
   *[text] `{ $key }` must be a text in "quotes".
}
import-id = `{ $id }` is no id. Write digits in quotes, as Discord's “Copy ID” gives them.
import-meant = Did you mean `{ $name }`?
import-known = It may be: { $names }.
form-care-line = Your own line, in plain words. Empty: none
line-preview = This is how a card would look with your line. Nothing is saved yet.
line-preview-none = This is how a card would look without a line of yours. Nothing is saved yet.
form-pace = How much one member may ask
form-pace-minute = Questions a minute
form-pace-hour = Questions an hour
form-import = The text of an exported file

command-settings = Shows and changes how I work in this server.
command-settings-panel = Opens the panel where everything is set.
command-settings-history = Shows the last fifty changes, and takes them back.
command-settings-export = Gives you all settings as a file.
command-settings-import = Brings settings back from a file, whole or not at all.
command-settings-file = The file that /settings export gave you. Without it you can paste its text.
command-settings-reset = Sets everything back to how it was when I came.

# The setup, and the doctor at its end.
setup-hello = Hello. Five short steps, each with what is usual already chosen. You can change everything later with /settings panel.
setup-step = Step { $step } of { $steps }
setup-channels = Where may members use my commands? Everywhere, or only in channels that you pick here.
setup-mentions = Shall I answer when somebody mentions me in a message? Then everybody sees a button, and whoever pressed it alone sees the answer.
setup-visibility = Who sees the answer to a command?
setup-helplines = Somebody who seems to need a person first gets a card with helplines. Where do most of your members live?
setup-reports = Members may send you a question that I could not answer, without their name. In which channel shall I show you those? Without one they wait under /review.
menu-helplines = Choose a place
button-keep = Keep it so
button-check-again = Check again
button-panel = Everything that is set
doctor = Does it work?
doctor-well = Everything I need is there.
doctor-ill = Something is missing. Right-click the channel, or hold it on a phone, then Edit Channel → Permissions:
doctor-more = … and { $more } more. Mend these first, then check again.
doctor-gone = - { $channel } is gone. Please take it out under /settings panel.
doctor-commands = - { $channel }: members may not use commands. @everyone needs there: { $missing }.
doctor-mentions = - { $channel }: to answer mentions well I need there: { $missing }.
doctor-reports = - { $channel }: to bring you reports I need there: { $missing }.
doctor-channels = Of { $channels ->
    [one] one channel
   *[other] { $channels } channels
} I answer commands in { $commands }, and mentions in { $mentions }.
doctor-automod = If AutoMod blocks sexual content here, it swallows mentions that hold such words before I see them. Lead people to /ask, which it leaves alone.
doctor-automod-swallows = AutoMod blocks sexual content here, so it swallows mentions that hold such words before I see them. Lead people to /ask, which it leaves alone.
doctor-sensitive = The article speaks of sex and is marked as sensitive. You can keep it to channels marked for adults: /settings panel → Care.
doctor-test = To test it I asked myself “{ $question }”. This is what members get here:
permission-view = View Channel
permission-send = Send Messages
permission-threads = Send Messages in Threads
permission-embed = Embed Links
permission-history = Read Message History
permission-commands = Use Application Commands
command-setup = Sets me up in five short steps, and checks that everything works.

# A question for the moderators. Titles of forms and what stands above a text have at most 45 characters.
button-send = Send this to the moderators
form-send = Send this to the moderators
form-send-words = Your words. Your name is not sent along.
form-edit-words = The question, as I should know it
you-asked = You asked:
review-sent = Sent. In a few minutes the moderators can read your words, without your name. They may teach me the question, or answer you: you read that the next time you use me here or write to me. Whom to tell I keep sealed, for a week at most. The question I delete once they have dealt with it, or after thirty days.

# What moderators do about it.
review-arrived = Somebody sent you a question that the article left open. Their name was not sent along.
review-shared = Something was shared in { $channel }. Who had me write it was not sent along. If it does not belong there, you can delete it from here.
review-not-deleted = I could not delete it: I do not reach that channel. Please delete it there yourself.
review-waiting = Question { $place } of { $of }, sent { $when }. Which part of the article answers it? Teach me, and from then on I answer it so in this server.
review-words = In their words:
review-words-edited = In your words:
review-nothing = No question waits for you.
review-gone = That one was dealt with already, or it was older than thirty days.
review-dismissed = It is deleted.
review-choose = Which part answers it?
review-care = I teach nothing from this one: to words like these I always answer with a card, because somebody may need a person.
review-known = These words were taught already: “{ $section }” answers them.
review-weigh = If you teach me this, questions like it lead to “{ $section }” in this server.
review-now-and-then = These very words: now { $now }, then { $then }.
review-changes-nothing = No other question that I know of would be answered differently: none that you taught, and none of the article's examples.
review-changes = Of the questions that you taught and the article's examples, { $count } would be answered differently:
review-change = “{ $words }”: now { $now }, then { $then }.
review-busy = Another lesson is being weighed just now, and that takes me a moment. Your words are kept below: please try again.
review-taught = Taught: “{ $section }” answers it from now on.
verdict-likely = perhaps “{ $section }”
verdict-choice = a choice that begins with “{ $section }”
verdict-silent = “not in the article”
verdict-other-language = “in another language”
verdict-contents = the list of parts
taught = What this server taught me, { $count } in all:
taught-line = - “{ $words }” → { $section }
taught-nothing = This server has taught me nothing yet. When a question is sent to you, /review shows it, and you can teach me what answers it.
taught-removed = I have unlearned it.
taught-gone = That one was gone already.
button-look = Look at it
button-teach = Teach
button-teach-this = Teach this
button-edit-words = Edit the words
button-other-section = Another part
button-again = Try again
button-dismiss = Dismiss
menu-teach = Choose the part that answers it
menu-unteach = Choose one to unlearn

# A moderator tries a question.
tried-private = Only the one who asks would see this here.
tried-public = Everyone would see this here.
tried-why = Why
button-numbers = The numbers
tried-care = Somebody may need a person, so a card comes before the article.
tried-rule = What brought it is the rule “{ $rule }”.
tried-like = It is most like this example of need: “{ $words }”.
tried-order = A part was asked for by its number or name.
tried-wordless = There is no word in it that I could look for.
tried-clinic = It asks what only a doctor or a clinic can tell.
tried-other-language = It is in another language than the article.
tried-sure = I was about { $percent } % sure that “{ $section }” answers it.
tried-likely = I was about { $percent } % sure of “{ $section }”: enough to show it, and too little to leave out the others.
tried-choices = No part leads clearly. “{ $section }” came first, with about { $percent } %.
tried-none = I was about { $percent } % sure that the article does not answer it.
tried-words = The words that told: { $words }.
tried-read = I read “{ $typed }” as “{ $read }”.
tried-next = Next came “{ $section }”, with about { $percent } %.
tried-taught = It is like what you taught: “{ $words }” → { $section }.

command-review = Shows the questions that members sent to the moderators.
command-taught = Lists what the moderators of this server taught me.
command-test = Shows what a member would get for a question here, and why.
command-test-question = What would a member ask?

refusal-no-review = The moderators of this server take no questions from me any more. Please write to them yourself.
refusal-review-full = So many questions wait for the moderators that they take no more just now. Please write to them yourself.
refusal-sent-enough = { $count ->
    [one] You have sent the moderators several questions within the hour. Please wait one minute, or write to them yourself.
   *[other] You have sent the moderators several questions within the hour. Please wait { $count } minutes, or write to them yourself.
}
refusal-shared-enough = { $count ->
    [one] You have shared a good deal within ten minutes, and the others need time to read. You can share again in one minute.
   *[other] You have shared a good deal within ten minutes, and the others need time to read. You can share again in { $count } minutes.
}
refusal-no-database = I cannot reach my memory just now, so nothing was changed. Please try again in a minute.
refusal-disk-full = There is no room left where I keep things, so nothing was changed. Whoever runs me must make some.
refusal-read-only = I may only read what I keep at the moment, so nothing was changed. Whoever runs me can allow me to write.
refusal-newer = A newer version of me keeps the settings of this server, so I changed nothing. Please try again in a few minutes.
refusal-unreadable = I cannot read the settings of this server, so I changed nothing. Please tell whoever runs me.
refusal-unfit = I cannot keep that in these words, so nothing was changed. Please try others.
refusal-clash = Somebody changed something here in the same moment, so I changed nothing. Please try again.
refusal-unsure = The connection broke while I was saving. Please look at what is set before you try again.
refusal-list-full = That list already holds { $limit }, and more do not fit. Please take one out first.
refusal-everyone = @everyone is everybody, so I would answer nobody here, and nothing was changed. To keep me out of channels, go to “Where I answer”.
refusal-line-too-long = That line is too long. Please say it in { $limit } characters.
refusal-line-pings = That line would ping somebody. Please write names without the @ sign.
refusal-line-masks = That line would hide where a link leads. Please write the address itself.
refusal-line-harms = Words like these could hurt somebody in need. Please write them otherwise.
refusal-pace = Please choose 1 to { $minute } questions a minute and at most { $hour } an hour, but no fewer an hour than a minute.
refusal-place = I know no place called that. Please choose one from the list.
refusal-lessons-full = You taught me { $limit } already, and I keep no more. You can remove some with /taught.
refusal-lesson-known = These words were taught already. /taught shows where they lead.
refusal-lesson-gone = Another moderator was quicker, or it grew too old.

# About a message that somebody else wrote.
command-find = Find in the article
find-wordless = That message has no words that I could look for.
button-offer = Offer this publicly
offer = “{ $article }” has a part about this. You can open it here, and nobody else sees that you did.
button-offered = Only I see it
offer-done = It stands in the channel, without your name.
offer-stands = That message has its offer already.
offer-impossible = That cannot be written in this channel, so it stays with you.

# How to use me, in one screen.
help =
    Ask me anything about “{ $article }”, in your own words. I show you what it says, word for word, and where it stands. Where it says nothing, I tell you so.

    - `/ask` answers a question, and `/read` opens the article.
    - **Apps** in the menu of any message, then **Find in the article**: looks that message up, for you alone.
    - In direct messages just write to me.
    - `/privacy` says what I keep of you, and deletes it. Your questions I do not keep.
help-moderators =
    ### You moderate here
    - `/setup` sets me up in a minute, and `/settings panel` changes anything later.
    - Members who mention me are answered where you allow it.
button-privacy = Privacy
button-terms = Terms
button-support = Support
command-help = Says how to use me.
command-help-name = help

# Once, when a server has just taken me in.
greeting = Hello. I answer questions from an article, in its own words, and in private. `/ask` works already. Whoever manages this server can set me up with `/setup`; `/help` says the rest.

# What was shown and missed here, in numbers that name nobody.
tally = **The week from { $date }.** What happened fewer than five times is called few. The numbers say nothing of who or when.
tally-shown = shown { $times }
tally-read = read in full { $times }
tally-chosen = chosen from a list { $times }
tally-shared = shared { $times }
tally-amiss = “not what I asked” { $times }
tally-absent = asked and not in the article { $times }
few = few
tally-more = … and { $more } parts more.
tally-nothing = Nothing was counted in the last ninety days.
tally-clear = This deletes every number of this server for good. New ones are counted from then on.
tally-cleared = The numbers are deleted.
button-clear = Delete these numbers
button-clear-yes = Yes, delete them
command-numbers = Shows what was read and what the article lacks, by week, without anybody's name.

import-taught = **What moderators taught:** + { $count } ({ $words })
import-care = I leave { $count } of the taught questions out: to words like those I always answer with a card, because somebody may need a person.
import-lesson = a taught question has one to { $limit } characters.
button-reset-taught = Yes, and forget what was taught
reset-taught = { $count ->
    [one] This server also taught me one question.
   *[other] This server also taught me { $count } questions.
} A reset leaves that as it is, unless you let me forget it too. What is forgotten cannot be taken back; /settings export keeps it in a file.

# From the moderators back to whoever sent them something.
button-answer = Answer
form-answer = Answer whoever sent this
form-answer-words = Your words. Neither name is shown.
from-moderators = The moderators to whom you sent a question answer you:
review-answered = Your answer is kept. Whoever sent this reads it the next time they use me here or write to me, within a week, as from the moderators.
review-unanswerable = Whoever sent this can no longer be told: it was answered already, it is older than a week, or they had it deleted.

# Where you share something for somebody.
button-share-with = Share with …
share-with = For whom are these words? I write them here for everyone to read, with that name above them. Nobody is pinged, and nobody learns that it was you.
pick-person = Whom it is for
shared-for = For { $person }:

# New posts and threads.
setting-posts = New posts met in
pick-posts = Where a new post may meet a line of mine
doctor-posts = - { $channel }: to write a line under new posts I need there: { $missing }.
