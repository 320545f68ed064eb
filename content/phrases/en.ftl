# Every sentence the bot says in its own name.
