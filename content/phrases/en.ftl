# Every sentence the bot says in its own name. The person is "you", the bot is "I".

closing-advice = And in the end:
stands-in = From “{ $article }”
did-you-mean = More than one part of “{ $article }” may answer that. Which do you mean?
not-in-article = “{ $article }” does not speak of that, as far as I can tell. These parts come nearest. You can also ask in other words.
contents = The parts of “{ $article }”:
button-whole = Read the whole section
button-contents = Contents
