"""Writes what was fitted as the program reads it: `export.py WORK FOLDER`.

`layers.onnx`: the transformer and its heads, weights of 7 bits, activations of 8 bits, scaled anew for each message.
`pieces.bin`: the pieces with their scores, and their rows of the embedding table in the 4 bits they came in.
`encoder.toml`: what the answers mean, and the checksums. And for the program's own test, what this recipe makes of a few
sentences: `tests/data/encoder.jsonl`."""
import hashlib, json, pathlib, struct, sys

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

import base, net, rows, text

# Messages are cut to 128 pieces; positions beyond are never asked for.
POSITIONS = 256
HEADS = ("need", "route", "whose", "section", "sense")
SENTENCES = ("why did he go quiet after we slept together?", "je veux mourir", "amekuwa cold since we did the thing", "best pizza in rome",
             "she turns to the wall the second we are done and i lie there counting cracks", "você acha que ele volta?", "他为什么不理我了")


def graph(state, heads, config):
    nodes, constants = [], []
    h, count = config["h"], config["heads"]
    weights = {name: value.float().numpy() for name, value in state.items()}

    def const(name, array):
        constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(kind, inputs, outputs, **attributes):
        outputs = [outputs] if isinstance(outputs, str) else outputs
        nodes.append(helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes))
        return outputs[0]

    def linear(x, name, key):
        whole, scale = (part.numpy() for part in net.whole(state[key + ".weight"].float()))
        op("DynamicQuantizeLinear", [x], [name + "_q", name + "_s", name + "_z"])
        op("MatMulInteger", [name + "_q", const(name + "_w", whole.astype(np.int8).T), name + "_z"], name + "_i")
        op("Cast", [name + "_i"], name + "_f", to=TensorProto.FLOAT)
        op("Mul", [name + "_s", const(name + "_ws", scale[:, 0])], name + "_sc")
        op("Mul", [name + "_f", name + "_sc"], name + "_m")
        return op("Add", [name + "_m", const(name + "_b", weights[key + ".bias"])], name)

    def norm(x, name, key):
        return op("LayerNormalization", [x, const(name + "_g", weights[key + ".weight"]), const(name + "_b", weights[key + ".bias"])],
                  name, axis=-1, epsilon=config["eps"])

    zero = const("zero", np.array([0], np.int64))
    op("Shape", ["rows"], "shape")
    op("Gather", ["shape", zero], "length", axis=0)
    op("Slice", [const("positions", weights["positions.weight"][:POSITIONS]), zero, "length", zero], "places")
    x = norm(op("Add", ["rows", "places"], "placed"), "x0", "norm")
    split = const("split", np.array([h] * 3, np.int64))
    apart, together = const("apart", np.array([0, count, h // count], np.int64)), const("together", np.array([0, h], np.int64))
    root = const("root", np.array((h // count) ** -0.5, np.float32))
    for i in range(config["layers"]):
        p, key = f"l{i}_", f"layers.{i}."
        linear(x, p + "qkv", key + "qkv")
        op("Split", [p + "qkv", split], [p + "q", p + "k", p + "v"], axis=1)
        for name, order in (("q", [1, 0, 2]), ("k", [1, 2, 0]), ("v", [1, 0, 2])):
            op("Transpose", [op("Reshape", [p + name, apart], p + name + "r")], p + name + "t", perm=order)
        op("Softmax", [op("Mul", [op("MatMul", [p + "qt", p + "kt"], p + "at"), root], p + "as")], p + "ap", axis=-1)
        op("Transpose", [op("MatMul", [p + "ap", p + "vt"], p + "av")], p + "avt", perm=[1, 0, 2])
        a = linear(op("Reshape", [p + "avt", together], p + "a"), p + "o", key + "out")
        x = norm(op("Add", [x, a], p + "r1"), p + "n1", key + "norm1")
        b = linear(op("Gelu", [linear(x, p + "u", key + "up")], p + "g"), p + "d", key + "down")
        x = norm(op("Add", [x, b], p + "r2"), p + "n2", key + "norm2")
    op("ReduceMean", [x, zero], "mean", keepdims=1)

    def head(name, key):
        weight, bias = heads[key + ".weight"].float().numpy(), heads[key + ".bias"].float().numpy()
        return op("Add", [op("MatMul", ["mean", const(name + "_w", weight.T)], name + "_m"), const(name + "_b", bias)], name)

    sizes = dict(need=1, route=len(rows.ROUTES), whose=len(rows.WHOSE), section=len(rows.SECTIONS) + 1, sense=h)
    for name in HEADS:
        if name != "section":
            head(name, name)
    # Each section by itself, given that the article answers; last, that it does not. As logarithms of probabilities.
    one = const("one", np.array(1, np.float32))
    inside = op("Sigmoid", [head("inside", "inside")], "in")
    which = op("Mul", [op("Softmax", [head("which", "section")], "which_p", axis=-1), inside], "which_in")
    every = op("Concat", [which, op("Sub", [one, inside], "out")], "every", axis=-1)
    op("Log", [op("Max", [every, const("least", np.array(1e-9, np.float32))], "every_most")], "section")
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, sizes[name]]) for name in HEADS]
    inputs = [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["length", h])]
    made = helper.make_graph(nodes, "encoder", inputs, outputs, constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def pieces(kept, config, words, scores, tensors):
    """Magic; how many; of each the score, the length of its text in bytes, the text; then the rows."""
    raw, (_, _, offset, size) = base.PATH.read_bytes(), tensors["emb.word"]
    row = size // config["vocab"]
    out = [b"VBP1", struct.pack("<I", len(kept))]
    for i in kept:
        spelled = words[i].encode()
        out.append(struct.pack("<fB", scores[i], len(spelled)) + spelled)
    return b"".join(out + [raw[offset + i * row : offset + (i + 1) * row] for i in kept])


def sentences(state, heads, kept, config, work):
    """What the fitted model makes of a few sentences, before anything is rounded."""
    model = net.Encoder(len(kept), config["h"], config["heads"], config["ff"], config["layers"], config["positions"], config["eps"])
    model.load_state_dict(state)
    model.eval()
    tokenizer = Tokenizer.from_file(str(work / "pieces.json"))
    for sentence in SENTENCES:
        ids = torch.tensor([[0] + tokenizer.encode(text.normal(sentence)).ids + [2]])
        with torch.inference_mode():
            v = model(ids, torch.ones_like(ids, dtype=torch.bool))
            said = {name: v @ heads[name + ".weight"].T + heads[name + ".bias"] for name in (*HEADS, "inside")}
            inside = said.pop("inside").sigmoid()
            said["section"] = torch.cat([said["section"].softmax(-1) * inside, 1 - inside], -1).clamp(min=1e-9).log()
            said = {name: said[name][0].tolist() for name in HEADS}
        yield {"text": sentence, "pieces": ids[0].tolist(), **{k: [round(x, 4) for x in v] for k, v in said.items()}}


def main(work, folder):
    fitted = torch.load(work / "fitted.pt")
    state, heads, kept = fitted["model"], fitted["heads"], json.load(open(work / "kept.json"))
    config, words, scores, _, _, tensors = base.read()
    model = graph(state, heads, config)
    onnx.checker.check_model(model)
    folder.mkdir(parents=True, exist_ok=True)
    files = {"layers.onnx": model.SerializeToString(deterministic=True), "pieces.bin": pieces(kept, config, words, scores, tensors)}
    quoted = lambda names: "[" + ", ".join(json.dumps(name) for name in names) + "]"
    toml = ["# What the encoder's answers mean, and the SHA-256 of its files. Written by tests/encoder/; CARD.md tells what it is.", "",
            'article = "why-he-withdraws"', "sections = ["] + [f'  "{id}",' for id in rows.SECTIONS] + ["]",
            f"routes = {quoted(rows.ROUTES)}", f"whose = {quoted(rows.WHOSE)}", "", "[files]"]
    for name, content in files.items():
        (folder / name).write_bytes(content)
        toml.append(f'"{name}" = "{hashlib.sha256(content).hexdigest()}"')
        print(name, len(content), "bytes")
    (folder / "encoder.toml").write_text("\n".join(toml) + "\n", "utf8")
    with open(rows.PROJECT / "tests/data/encoder.jsonl", "w", encoding="utf8") as out:
        for line in sentences(state, heads, kept, config, work):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
