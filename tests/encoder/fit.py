"""Fits the encoder: `fit.py REAL WORK`, after `pieces.py`. Prints what it reaches on the `dev` part; keeps `WORK/fitted.pt`.

`fit.py REAL WORK TITLES LAYERS ROUND` learns on from a `layers.onnx`: once more what real people wrote, the titles, what was
written for the encoder alone, and some of our other lines, so that they are not forgotten. Meanwhile every weight is
rounded as `export.py` will round it (quantization-aware training).

One vector a message, six heads on it: need, route, whose, inside (whether the article answers), section (which part, if it
does), and what the message means (kept near the base model's own vector, so that texts of other articles stay
comparable). The pieces and the first layers stay as they are; what the frozen layers say of each text is worked out once.
What is kept is the mean of the weights on the way (an exponential moving average)."""
import copy, json, pathlib, random, sys

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer

import base, net, rows, text

ON = len(sys.argv) > 3
SEED, BATCH = int(sys.argv[5]) if ON else 1, 32
# So many of our own lines when learning on.
OWN = 8_000
# Layers that stay as they are: lower ones know letters and grammar of every language, and ours are few.
FROZEN = 4
PASSES, RATE, HEAD_RATE = (1, 5e-5, 7.5e-4) if ON else (2, 1e-4, 1.5e-3)
WARM, DROP = 80, 0.1
# So many of a message's pieces are left out each time it is learned from (token cutoff, Shen and others 2020).
CUTOFF = 0.1
# How much of the mean stays at each step.
STAYS = 0.997
# A message of so few pieces is left whole.
SHORT = 8
# How much each head counts beside need.
NEED, ROUTE, WHOSE, INSIDE, SECTION, SENSE = 1.5, 0.3, 0.2, 1.0, 0.7, 0.3
# In pieces: while learning, and while measuring.
LEARN, READ = 80, 128
BEGIN, PAD, END = 0, 1, 2

real, work, *on = map(pathlib.Path, sys.argv[1:5])
torch.manual_seed(SEED)
random.seed(SEED)
torch.set_num_threads(2)
kept = json.load(open(work / "kept.json"))
tokenizer = Tokenizer.from_file(str(work / "pieces.json"))
config, _, _, _, tensor, _ = base.read()
model, H = net.load(tensor, config, kept), config["h"]
heads = nn.ModuleDict(dict(need=nn.Linear(H, 1), route=nn.Linear(H, len(rows.ROUTES)), whose=nn.Linear(H, len(rows.WHOSE)),
                           inside=nn.Linear(H, 1), section=nn.Linear(H, len(rows.SECTIONS)), sense=nn.Linear(H, H)))
nn.init.eye_(heads["sense"].weight)
nn.init.zeros_(heads["sense"].bias)
lower = {}


def padded(lists):
    ids = torch.full((len(lists), max(map(len, lists))), PAD)
    for i, l in enumerate(lists):
        ids[i, : len(l)] = torch.tensor(l)
    return ids, ids != PAD


def freeze(texts, most):
    """What the frozen layers say of each text."""
    texts = sorted({t for t in texts if t not in lower}, key=len)
    with torch.inference_mode():
        for i in range(0, len(texts), 48):
            part = texts[i : i + 48]
            ids, keep = padded([[BEGIN] + tokenizer.encode(text.normal(t)).ids[: most - 2] + [END] for t in part])
            h = model.norm(model.pieces(ids) + model.positions(torch.arange(ids.shape[1])))
            for layer in model.layers[:FROZEN]:
                h = layer(h, keep[:, None, None, :])
            for j, t in enumerate(part):
                lower[t] = h[j, : int(keep[j].sum())].to(torch.bfloat16).clone()


def upper(model, texts, drop=0.0):
    """The vectors of texts whose lower layers are known."""
    parts = [lower[t] for t in texts]
    if drop:
        parts = [part[torch.rand(len(part)) >= CUTOFF] if len(part) > SHORT else part for part in parts]
    x, keep = torch.zeros(len(parts), max(map(len, parts)), H), torch.zeros(len(parts), max(map(len, parts)), dtype=torch.bool)
    for i, part in enumerate(parts):
        x[i, : len(part)] = part.float()
        keep[i, : len(part)] = True
    for layer in model.layers[FROZEN:]:
        x = layer(x, keep[:, None, None, :], drop)
    k = keep.unsqueeze(-1).float()
    return (x * k).sum(1) / k.sum(1)


def vectors(model, texts, most):
    model.eval()
    freeze(texts, most)
    order, out = sorted(range(len(texts)), key=lambda i: len(lower[texts[i]])), torch.zeros(len(texts), H)
    with torch.inference_mode():
        for i in range(0, len(order), 64):
            out[order[i : i + 64]] = upper(model, [texts[j] for j in order[i : i + 64]])
    model.train()
    return out


def measure(model, heads):
    dev = [m for m in rows.read(real, "care") if m["part"] == "dev" and m["card"] != "either"]
    asked = [m for m in rows.read(real, "questions") if m["part"] == "dev"]
    inside = np.array([m["kind"] == "in" for m in asked])
    care = np.array([m["kind"] == "care" for m in asked])
    with torch.inference_mode():
        need = heads["need"](vectors(model, [m["text"] for m in dev], READ))[:, 0].numpy()
        v = vectors(model, [m["text"] for m in asked], READ)
        open_need, known = heads["need"](v)[:, 0].numpy(), heads["inside"](v)[:, 0].numpy()
        first = heads["section"](v).argsort(descending=True).numpy()
    y = np.array([m["card"] == "yes" for m in dev])
    caught = lambda need, y, share: (need[y] > np.sort(need[~y])[::-1][int(share * (~y).sum())]).mean()
    right = [np.mean([any(rows.LABELS[g] in f[:k] for g in m["gold"]) for m, f in zip(asked, first) if m["kind"] == "in"]) for k in (1, 3)]
    print("need from none %.3f, caught %.2f at 1 %%, %.2f at 3 %%; among questions %.2f at 1 %%; first %.3f, in three %.3f; in from off %.3f"
          % (roc_auc_score(y, need), caught(need, y, 0.01), caught(need, y, 0.03), caught(open_need, care, 0.01), *right,
             roc_auc_score(inside[~care], known[~care])), flush=True)


def loss(batch):
    v = upper(model, [r.text for r in batch], DROP)
    column = lambda name: torch.tensor([getattr(r, name) for r in batch])
    route, whose, weight = map(column, ("route", "whose", "weight"))
    total = 0.0
    for name, share in (("need", NEED), ("inside", INSIDE)):
        target = column(name)
        cost = F.binary_cross_entropy_with_logits(heads[name](v)[:, 0], target.clamp(min=0), reduction="none")
        total = total + share * (weight * (target >= 0) * cost).sum() / len(batch)
    for name, share, target in (("route", ROUTE, route), ("whose", WHOSE, whose)):
        if (target >= 0).any():
            total = total + share * F.cross_entropy(heads[name](v)[target >= 0], target[target >= 0])
    known = torch.tensor([r.section is not None for r in batch])
    if known.any():
        target = torch.tensor([r.section for r in batch if r.section is not None])
        by_section = F.cross_entropy(heads["section"](v[known]), target, reduction="none")
        total = total + SECTION * by_section.sum() / len(batch)
    meant = torch.stack([taught[r.text] for r in batch])
    return total + SENSE * (1 - F.cosine_similarity(heads["sense"](v), meant)).mean()


learn = random.sample(rows.own(), OWN) + rows.titles(on[0]) if ON else rows.own()
learn += rows.said() + rows.real(real) + rows.passages()
texts = sorted({r.text for r in learn}, key=len)
meaning = vectors(model, texts, LEARN)
taught = dict(zip(texts, F.normalize(meaning - meaning.mean(0))))
print(len(learn), "rows,", len(texts), "texts", flush=True)
if ON:
    for part, state in zip((model, heads), net.written(on[1], model, config)):
        part.load_state_dict(state)
    net.rounded(model)
    lower.clear()
    freeze(texts, LEARN)
for part in (model.pieces, model.positions, model.norm, *model.layers[:FROZEN]):
    for p in part.parameters():
        p.requires_grad = False
moving = [p for p in model.parameters() if p.requires_grad]
steps = PASSES * (len(learn) // BATCH)
optimizer = torch.optim.AdamW([dict(params=moving, lr=RATE), dict(params=heads.parameters(), lr=HEAD_RATE)], weight_decay=0.01)
schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / WARM) * max(0, 1 - step / steps))
step = 0
mean_model, mean_heads = copy.deepcopy(model), copy.deepcopy(heads)
for _ in range(PASSES):
    random.shuffle(learn)
    # Like lengths together, so that little is padded.
    blocks = [sorted(learn[i : i + BATCH * 16], key=lambda r: len(lower[r.text])) for i in range(0, len(learn), BATCH * 16)]
    batches = [block[i : i + BATCH] for block in blocks for i in range(0, len(block), BATCH)]
    random.shuffle(batches)
    for batch in batches:
        cost = loss(batch)
        optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(moving, 1.0)
        optimizer.step()
        schedule.step()
        step += 1
        with torch.no_grad():
            # Early steps are forgotten quicker, or the mean would remember the beginning.
            stays = min(STAYS, step / (step + 10))
            for mean, now in zip((*mean_model.parameters(), *mean_heads.parameters()), (*model.parameters(), *heads.parameters())):
                mean.lerp_(now, 1 - stays)
        if step % 100 == 0:
            print(step, "of", steps, flush=True)
    measure(mean_model, mean_heads)
torch.save(dict(model=mean_model.state_dict(), heads=mean_heads.state_dict()), work / "fitted.pt")
