"""What there is to learn from, one row a message."""
import collections, csv, json, pathlib, tomllib, zlib

PROJECT = pathlib.Path(__file__).parents[2]
ARTICLE = PROJECT / "content/why-he-withdraws"
SAID = PROJECT / "content/encoder/said"
ROUTES = ["self-harm", "assault", "violence", "minor", "medical"]
WHOSE = ["own", "friend", "done"]
ABOUT = tomllib.loads((ARTICLE / "article.toml").read_text("utf8"))["section"]
SECTIONS = [section["id"] for section in ABOUT]
# Labels name sections by their numbers.
LABELS = {("intro" if s["id"] == "introduction" else "closing" if s["id"] == "closing" else f"s{s['number']}"): i for i, s in enumerate(ABOUT)}
# How much the first, second and third of several right sections count.
GOLD = (0.6, 0.3, 0.1)

# need: 1 for a card, 0 for none, -1 unknown. route, whose: a class, or -1. inside: 1 if the article answers, 0 if not, -1
# unknown. section: a weight for each section, or None. weight: how much need and inside count.
Row = collections.namedtuple("Row", "text need route whose inside section weight")


def of_label(label):
    """need, route and whose of `assault/friend` or `ok`."""
    if label == "ok":
        return 0.0, -1, -1
    route, _, whose = label.partition("/")
    return 1.0, ROUTES.index(route), WHOSE.index(whose or "own")


def one(section):
    return [float(i == section) for i in range(len(SECTIONS))]


def several(gold):
    weights = [0.0] * len(SECTIONS)
    shares = GOLD[: len(gold)]
    for label, share in zip(gold, shares):
        weights[LABELS[label]] += share / sum(shares)
    return weights


def lines(file):
    for line in open(file, encoding="utf8"):
        label, tab, message = line.rstrip("\n").partition("\t")
        if tab and not line.startswith("#"):
            yield label, message


def cared(label, text, weight):
    return Row(text, *of_label(label), -1, None, weight)


def asked(id, text, weight):
    return Row(text, 0.0, -1, -1, 1.0, one(SECTIONS.index(id)), weight)


def elsewhere(text, weight):
    return Row(text, 0.0, -1, -1, 0.0, None, weight)


def own():
    """What the project's writers wrote."""
    files = sorted((PROJECT / "content/care").glob("said*.tsv"))
    rows = [cared(label, text, 1.0) for file in files for label, text in lines(file)]
    for file in sorted(ARTICLE.glob("asked*.toml")):
        # Of the English there are ten times as many.
        inside, outside = (0.5, 0.3) if file.name == "asked.toml" else (0.8, 0.8)
        examples = tomllib.loads(file.read_text("utf8"))
        rows += [asked(id, text, inside) for id, texts in examples["sections"].items() for text in texts]
        rows += [elsewhere(text, outside) for texts in examples["elsewhere"].values() for text in texts]
    return rows


def said():
    """What they wrote for the encoder alone, in the manner of real messages."""
    rows = []
    for file in sorted(SAID.glob("*.tsv")):
        kind = file.stem.split(".")[1]
        for label, text in lines(file):
            if kind == "care":
                rows.append(cared(label, text, 1.0))
            elif kind == "asked":
                rows.append(asked(label, text, 0.8))
            else:
                rows.append(elsewhere(text, 0.8))
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
            rows += [Row(m["text"], 1.0, ROUTES.index(m["route"]), whose, -1, None, 1.5)] * 3
        elif m["card"] == "no":
            rows += [Row(m["text"], 0.0, -1, -1, -1, None, 1.2)] * 2
    for m in read(folder, "questions"):
        if m["part"] != "learn" or held(m):
            continue
        if m["kind"] == "in":
            rows += [Row(m["text"], 0.0, -1, -1, 1.0, several(m["gold"]), 1.5)] * 4
        elif m["kind"] == "off":
            rows.append(Row(m["text"], 0.0, -1, -1, 0.0, None, 1.5))
        else:
            rows += [Row(m["text"], 1.0, -1, -1, -1, None, 1.5)] * 3
    return rows


def titles(folder):
    """What more people wrote, a line each: the titles of public posts. Only which, and how each was judged, stands in
    `titles.tsv`: place, post, need (`?` where a card and none are both right), sections; their words lie in FOLDER/data."""
    labels = collections.defaultdict(dict)
    for line in open(pathlib.Path(__file__).parent / "titles.tsv", encoding="utf8"):
        place, post, need, gold = line.rstrip("\n").split("\t")
        labels[place][post] = need, gold
    rows = []
    for place, judged in labels.items():
        for said in csv.DictReader(open(folder / f"data/{place}.csv", encoding="utf8", newline="")):
            if said["post_id"] not in judged:
                continue
            label, gold = judged[said["post_id"]]
            need, route, whose = (-1.0, -1, -1) if label == "?" else of_label(label)
            answered = gold != "-"
            inside = -1 if need == 1.0 else float(answered)
            section = several(gold.split(",")) if answered else None
            times = 3 if answered else 2 if need == 1.0 else 1
            rows += [Row(said["title"].strip(), need, route, whose, inside, section, 1.2)] * times
    return rows


def passages():
    """Texts whose meaning alone is learned, so that articles without examples can be searched by it."""
    article = (ARTICLE / "article.md").read_text("utf8").split("\n\n")
    public = [p for l in open(PROJECT / "tests/data/public/articles.jsonl", encoding="utf8") for p in json.loads(l)["paragraphs"]]
    return [Row(text, -1.0, -1, -1, -1, None, 1.0) for text in [p for p in article if len(p) > 60] + public]
