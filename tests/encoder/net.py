"""The encoder: twelve layers of multilingual-e5-small over the pieces that our languages use, one vector a message."""
import torch, torch.nn as nn, torch.nn.functional as F

# Processors without VNNI would overflow at 8.
BITS = 7

def whole(weight):
    """Whole numbers of `BITS` bits that stand for the weights, and for each row what one of them is worth."""
    most = 2 ** (BITS - 1) - 1
    scale = weight.abs().amax(1, keepdim=True) / most
    scale[scale == 0] = 1
    return (weight / scale).round().clamp(-most - 1, most), scale

class Rounded(nn.Linear):
    """Calculates with its weights as they will be written; what is learned moves those behind them (straight-through)."""
    def forward(s, x):
        steps, scale = whole(s.weight.detach())
        return F.linear(x, s.weight + (steps * scale - s.weight).detach(), s.bias)

class Layer(nn.Module):
    def __init__(s, h, heads, ff, eps):
        super().__init__(); s.heads = heads
        s.qkv, s.out = nn.Linear(h, 3 * h), nn.Linear(h, h)
        s.up, s.down = nn.Linear(h, ff), nn.Linear(ff, h)
        s.norm1, s.norm2 = nn.LayerNorm(h, eps), nn.LayerNorm(h, eps)
    def forward(s, x, mask, drop=0.):
        b, t, h = x.shape
        q, k, v = s.qkv(x).view(b, t, 3, s.heads, h // s.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, h)
        x = s.norm1(x + F.dropout(s.out(a), drop, s.training))
        return s.norm2(x + F.dropout(s.down(F.gelu(s.up(x))), drop, s.training))

class Encoder(nn.Module):
    def __init__(s, pieces, h=384, heads=12, ff=1536, layers=12, positions=512, eps=1e-12):
        super().__init__()
        s.pieces, s.positions, s.norm = nn.Embedding(pieces, h), nn.Embedding(positions, h), nn.LayerNorm(h, eps)
        s.layers = nn.ModuleList(Layer(h, heads, ff, eps) for _ in range(layers))
    def forward(s, ids, keep, drop=0., frozen=0):
        with torch.set_grad_enabled(torch.is_grad_enabled() and frozen == 0):
            x = s.norm(s.pieces(ids) + s.positions(torch.arange(ids.shape[1])))
        mask = keep[:, None, None, :]
        for i, layer in enumerate(s.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and i >= frozen): x = layer(x, mask, drop)
        k = keep.unsqueeze(-1).to(x.dtype)
        return (x * k).sum(1) / k.sum(1)

def rounded(encoder):
    """Lets every layer calculate as it will be written."""
    for layer in encoder.layers:
        for linear in (layer.qkv, layer.out, layer.up, layer.down): linear.__class__ = Rounded

def load(tensor, config, kept):
    n = Encoder(len(kept), config["h"], config["heads"], config["ff"], config["layers"], config["positions"], config["eps"])
    T = lambda name, *shape: torch.tensor(tensor(name)).view(*shape)
    h, ff = config["h"], config["ff"]
    with torch.no_grad():
        n.pieces.weight.copy_(T("emb.word", -1, h)[kept]); n.positions.weight.copy_(T("emb.pos", -1, h) + T("emb.type", -1, h)[0])
        n.norm.weight.copy_(T("emb.ln.w", h)); n.norm.bias.copy_(T("emb.ln.b", h))
        for i, l in enumerate(n.layers):
            p = f"l{i}."
            l.qkv.weight.copy_(torch.cat([T(p + x + ".w", h, h) for x in "qkv"])); l.qkv.bias.copy_(torch.cat([T(p + x + ".b", h) for x in "qkv"]))
            l.out.weight.copy_(T(p + "ao.w", h, h)); l.out.bias.copy_(T(p + "ao.b", h))
            l.norm1.weight.copy_(T(p + "aln.w", h)); l.norm1.bias.copy_(T(p + "aln.b", h))
            l.up.weight.copy_(T(p + "fi.w", ff, h)); l.up.bias.copy_(T(p + "fi.b", ff))
            l.down.weight.copy_(T(p + "fo.w", h, ff)); l.down.bias.copy_(T(p + "fo.b", h))
            l.norm2.weight.copy_(T(p + "oln.w", h)); l.norm2.bias.copy_(T(p + "oln.b", h))
    return n

def written(path, base, config):
    """The layers and the heads as `export.py` wrote them; pieces and positions stay those of the `base` model."""
    import onnx
    from onnx import numpy_helper
    known = {x.name: torch.tensor(numpy_helper.to_array(x)) for x in onnx.load(path).graph.initializer}
    linear = lambda name: (known[name + "_w"].float() * known[name + "_ws"]).T
    state = {"pieces.weight": base.pieces.weight, "positions.weight": base.positions.weight, "norm.weight": known["x0_g"], "norm.bias": known["x0_b"]}
    for i in range(config["layers"]):
        for ours, theirs in (("qkv", "qkv"), ("out", "o"), ("up", "u"), ("down", "d")):
            state[f"layers.{i}.{ours}.weight"], state[f"layers.{i}.{ours}.bias"] = linear(f"l{i}_{theirs}"), known[f"l{i}_{theirs}_b"]
        for n in ("1", "2"):
            state[f"layers.{i}.norm{n}.weight"], state[f"layers.{i}.norm{n}.bias"] = known[f"l{i}_n{n}_g"], known[f"l{i}_n{n}_b"]
    heads = {}
    for ours, theirs in (("need", "need"), ("route", "route"), ("whose", "whose"), ("inside", "inside"), ("section", "which"), ("sense", "sense")):
        heads[ours + ".weight"], heads[ours + ".bias"] = known[theirs + "_w"].T.contiguous(), known[theirs + "_b"]
    return state, heads
