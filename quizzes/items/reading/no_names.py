"""Capitalised words that are no person's name."""

import re

# No part of a person's name: institutions, places, titles, days.
NO_NAME = re.compile(
    r"(?:"
    r"a|according|acting|affairs|african|agence|agency|also|ambassador|american|an|and|april|article|asian|"
    r"assembly|assembly's|associated|at|august|bank|but|charter|chief|city|command|commission|committee|congress|"
    r"council|court|december|department|deputy|director|dr|earlier|east|eastern|envoy|eu|european|february|"
    r"federation|for|foreign|former|france-presse|friday|fund|general|geneva|governors|group|he|her|his|house|"
    r"dame|sir|lord|baroness|however|human|i|in|services|international|islamic|it|its|january|july|june|kingdom|kremlin|later|latin|league|march|"
    r"may|meanwhile|middle|minister|ministry|mission|monday|mr|mrs|ms|national|nations|nato|new|news|north|"
    r"northern|november|october|of|office|on|only|organisation|organization|parliament|party|peace|peninsula|"
    r"permanent|political|post|presenter|president|press|prime|region|representative|republic|resolution|"
    r"reuters|rights|"
    r"russia's|saturday|sea|secretary|secretary-general|security|senate|september|she|sir|south|southern|"
    r"spokesman|spokeswoman|state|states|strip|sunday|that|the|their|then|they|this|thursday|times|to|tuesday|u\.n|"
    r"u\.s|uighur|uk|ukraine's|un|union|united|us|washington|watch|we|wednesday|west|western|white|world|york"
    r")",
    re.I,
)
# Parts of the names of organisations, and of those that bear one word.
NO_PERSON = re.compile(
    r"(?:"
    r"alliance|amnesty|association|authority|bbc|bloomberg|borders|brotherhood|campaign|center|centre|children|church|"
    r"cnn|coalition|crescent|crisis|cross|daily|doctors|fatah|federation|forum|foundation|front|gazette|greenpeace|"
    r"guardian|hamas|herald|hezbollah|initiative|institute|interfax|jazeera|jihad|journal|knesset|lawyers|medical|"
    r"movement|network|observatory|oxfam|pentagon|radio|relief|reporters|save|service|society|survival|taliban|tass|"
    r"television|telegraph|tribune|trust|tv|twitter|unesco|unicef|unrwa|vatican|volunteers|women|xinhua"
    r")(?:['’]s?)?",
    re.I,
)
