"""What there is to learn from, one row a message."""
import collections, json, pathlib, tomllib, zlib

PROJECT = pathlib.Path(__file__).parents[2]
ARTICLE = PROJECT / "content/why-he-withdraws"
SAID = PROJECT / "content/encoder/said"
ROUTES = ["self-harm", "assault", "violence", "minor", "medical"]
WHOSE = ["own", "friend", "done"]
ABOUT = tomllib.loads((ARTICLE / "article.toml").read_text("utf8"))["section"]
SECTIONS = [section["id"] for section in ABOUT]
ELSEWHERE = len(SECTIONS)
# Labels name sections by their numbers.
LABELS = {("intro" if s["id"] == "introduction" else "closing" if s["id"] == "closing" else f"s{s['number']}"): i for i, s in enumerate(ABOUT)}
# How much the first, second and third of several right sections count.
GOLD = (0.6, 0.3, 0.1)

# need: 1 for a card, 0 for none, -1 unknown. route, whose: a class, or -1. section: a weight for each class, or None.
Row = collections.namedtuple("Row", "text need route whose section weight")


def of_label(label):
    """need, route and whose of `assault/friend` or `ok`."""
    if label == "ok":
        return 0.0, -1, -1
    route, _, whose = label.partition("/")
    return 1.0, ROUTES.index(route), WHOSE.index(whose or "own")


def one(section):
    return [float(i == section) for i in range(ELSEWHERE + 1)]


def several(gold):
    weights = [0.0] * (ELSEWHERE + 1)
    shares = GOLD[: len(gold)]
    for label, share in zip(gold, shares):
        weights[LABELS[label]] += share / sum(shares)
    return weights


def lines(file):
    for line in open(file, encoding="utf8"):
        label, tab, message = line.rstrip("\n").partition("\t")
        if tab and not line.startswith("#"):
            yield label, message


def own():
    """What the project's writers wrote."""
    rows = [Row(text, *of_label(label), None, 1.0) for label, text in lines(PROJECT / "content/care/said.tsv")]
    asked = tomllib.loads((ARTICLE / "asked.toml").read_text("utf8"))
    rows += [Row(text, 0.0, -1, -1, one(SECTIONS.index(id)), 0.5) for id, texts in asked["sections"].items() for text in texts]
    rows += [Row(text, 0.0, -1, -1, one(ELSEWHERE), 0.3) for texts in asked["elsewhere"].values() for text in texts]
    for file in sorted(SAID.glob("*.tsv")):
        kind = file.stem.split(".")[1]
        for label, text in lines(file):
            if kind == "care":
                rows.append(Row(text, *of_label(label), None, 1.0))
            else:
                rows.append(Row(text, 0.0, -1, -1, one(SECTIONS.index(label) if kind == "asked" else ELSEWHERE), 0.5))
    return rows


def held(message):
    """A tenth of what may be learned from is kept back, to set the two numbers that join the readers."""
    return message["part"] == "learn" and zlib.crc32(message["id"].encode()) % 10 == 0


def read(folder, name):
    return [json.loads(line) for line in open(folder / f"{name}.jsonl", encoding="utf8")]


def real(folder):
    """What real people wrote, as far as it may be learned from. The rarer a kind, the oftener its messages come."""
    rows = []
    for m in read(folder, "care"):
        if m["part"] != "learn" or held(m):
            continue
        if m["card"] == "yes":
            whose = WHOSE.index(m["whose"]) if m.get("whose") in WHOSE else -1
            rows += [Row(m["text"], 1.0, ROUTES.index(m["route"]), whose, None, 1.5)] * 3
        elif m["card"] == "no":
            rows += [Row(m["text"], 0.0, -1, -1, None, 1.2)] * 2
    for m in read(folder, "questions"):
        if m["part"] != "learn" or held(m):
            continue
        if m["kind"] == "in":
            rows += [Row(m["text"], 0.0, -1, -1, several(m["gold"]), 1.0)] * 3
        elif m["kind"] == "off":
            rows.append(Row(m["text"], 0.0, -1, -1, one(ELSEWHERE), 1.5))
        else:
            rows += [Row(m["text"], 1.0, -1, -1, None, 1.0)] * 2
    return rows


def passages():
    """Texts whose meaning alone is learned, so that articles without examples can be searched by it."""
    article = (ARTICLE / "article.md").read_text("utf8").split("\n\n")
    public = [p for l in open(PROJECT / "tests/data/public/articles.jsonl", encoding="utf8") for p in json.loads(l)["paragraphs"]]
    return [Row(text, -1.0, -1, -1, None, 1.0) for text in [p for p in article if len(p) > 60] + public]
