# Every sentence the bot says in its own name. The person is "you", the bot is "I".
# Read a change aloud. The words of care cards stand in care.toml.

# Around a passage.
introduction = Introduction
closing-advice = And in the end:
stands-in = From “{ $article }”
page-of = page { $page } of { $pages }

# Where no single passage answers.
did-you-mean = More than one part of “{ $article }” may answer that. Which do you mean?
not-in-article = “{ $article }” does not speak of that, as far as I can tell. These parts come nearest. You can also ask in other words.
other-language = I can only search “{ $article }” for questions in its own language, which is { $language ->
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
    }. You can ask again in it, or look through the contents.
contents = The parts of “{ $article }”:
hint = Ask me anything about “{ $article }”, and I show you what it says, word for word. You can also look through its parts.

# What everybody reads where I was mentioned. It is the same whatever I found.
teaser = I've something for you that only you can see.

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
menu-place = Where are you?

# The slash command, as Discord lists it: at most 100 characters.
command-ask = Asks the article, and shows you its own words.
command-ask-question = What would you like to know?

# Where I cannot do what you asked.
refusal-unknown-press = That button has grown old, and I no longer know where it leads. Please ask me again.
refusal-not-yours = That one is for the person who asked. You can ask me yourself, with /ask or in a direct message.
refusal-not-here = The moderators keep me out of this channel. You can ask me in another one, or in a direct message.
refusal-ignored = The moderators of this server have asked me not to answer you here. You can ask me in a direct message.
refusal-age-restricted = The moderators keep this article to channels marked for adults. Please ask me in one of those.
refusal-only-in-servers = Whoever runs me keeps this article out of direct messages. Please ask me in a server.
refusal-trouble = Something went wrong on my side. Please try again.
refusal-unknown-command = I no longer know that command. Please try /ask.

# What I keep of people. PRIVACY.md says the same at length.
privacy =
    Your questions are not kept. I read one, answer it and let it go. It stands in no database and in no log.

    ### What is kept
    - What a server's moderators set, and the last fifty changes: what, when and by whom. All of it is deleted thirty days after the server removes me.
    - A question that somebody chose to send to a server's moderators: its words, without a name, until they have dealt with it and for thirty days at most.
    - Example questions that moderators taught me for their server, until they take them out.
    Only in memory, never on a disk, I know for a day who has read which care card, for an hour how often somebody asked, and for a quarter of an hour which part somebody read last in our direct messages.

    ### Where
    In the database of whoever runs me. I hand nothing on. What you write on Discord is also kept by Discord, under its own rules.

    ### How to have it deleted
    The button below, or `/privacy delete:True`, takes your name out of every change you made and forgets what I remember of you. Settings that you chose for a server stay, without your name.
forgotten =
    { $changes ->
        [0] I had kept nothing with your name. What I remembered of you is forgotten.
        [one] Your name is deleted from the one change that you made, and what I remembered of you is forgotten.
       *[other] Your name is deleted from the { $changes } changes that you made, and what I remembered of you is forgotten.
    }
button-forget = Delete what concerns me
command-privacy = Says what I keep, where, for how long, and how to have it deleted.
command-privacy-delete = Delete what I have kept of you.

# Where somebody asks quicker than the moderators of a server want, or than people read.
refusal-too-quick-seconds = { $count ->
    [one] You ask quicker than I can follow. Please give me one second, and then ask again.
   *[other] You ask quicker than I can follow. Please give me { $count } seconds, and then ask again.
}
refusal-too-quick-minutes = { $count ->
    [one] That was a good deal to read. Please give it one minute, and then ask again.
   *[other] That was a good deal to read. Please give it { $count } minutes, and then ask again.
}

# In direct messages.
hello = Hello. Ask me anything about “{ $article }”, in your own words, and I show you what it says, word for word. Nobody reads along.
hello-such-as = Such as:
welcome = You are welcome. I am here whenever you want to ask something else.
onward = Ask me the next thing, or write “more” or “next” to read on.
