"""Chooses the pieces of words that our languages use, of the 250,000 that the base model knows: `pieces.py REAL WORK`.

Kept is what our own content, the messages to learn from, 40,000 English and 22,000 French, Spanish and Portuguese words
(wordfreq), the Swahili dictionary (hunspell-sw) and the commonest words of 36 further languages are spelled with, in
lower case. What is not kept falls apart into smaller pieces."""
import collections, json, pathlib, sys

import wordfreq
from tokenizers import Tokenizer, models, pre_tokenizers

import base, text

PROJECT = pathlib.Path(__file__).parents[2]
WORDS = dict(en=40_000, fr=22_000, es=22_000, pt=22_000)
NEIGHBOURS = ("de", "it", "nl", "pl", "ru", "uk", "tr", "ar", "fa", "hi", "bn", "zh", "ja", "ko", "id", "vi", "fil")
SWAHILI = pathlib.Path("/usr/share/hunspell/sw_TZ.dic")
UNKNOWN = 3


def unigram(pieces):
    """The tokenizer of these pieces, each with its score."""
    tokenizer = Tokenizer(models.Unigram([(word, float(score)) for word, score in pieces], unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    return tokenizer


def main(real, work):
    _, words, scores, _, _, _ = base.read()
    full, used = unigram(zip(words, scores)), set()

    def pieces(texts):
        return [encoding.ids for encoding in full.encode_batch([text.normal(t) for t in texts])]

    def see(texts):
        used.update(i for ids in pieces(texts) for i in ids)

    content = PROJECT / "content"
    own = [*content.glob("*.t*"), *content.glob("care/*"), *content.glob("encoder/said/*.tsv"), *content.glob("phrases/*.ftl"), *content.glob("why-he-withdraws/*")]
    see(line for file in sorted(own) for line in file.read_text("utf8").splitlines())
    see(json.loads(l)["text"] for name in ("care", "questions") for l in open(real / f"{name}.jsonl") if '"learn"' in l)
    see(p for l in open(PROJECT / "tests/data/public/articles.jsonl") for p in json.loads(l)["paragraphs"])
    for language, most in WORDS.items():
        see(wordfreq.top_n_list(language, most))
    swahili = [line.split("/")[0] for line in SWAHILI.read_text("utf8", errors="replace").splitlines()[1:]]
    times = collections.Counter(i for ids in pieces(swahili) for i in ids)
    used.update(i for i, count in times.items() if count > 1)
    for language in sorted(wordfreq.available_languages()):
        if language not in WORDS:
            see(wordfreq.top_n_list(language, 1200 if language in NEIGHBOURS else 600))
    spelled = [i for i in used if i > UNKNOWN and words[i] == words[i].lower()]
    # In the order of their texts: the program finds each by halving.
    kept = list(range(UNKNOWN + 1)) + sorted(spelled, key=lambda i: words[i].encode())
    json.dump(kept, open(work / "kept.json", "w"))
    unigram([(words[i], scores[i]) for i in kept]).save(str(work / "pieces.json"))
    print(len(kept), "pieces kept")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
