"""A checkpoint -> the one file that the runtime loads.

    python training/export.py --folder DIR --out src/onrecord/resources/data/reader.onnx

The graph is written node by node: `DynamicQuantizeMatMul` takes int8 weights with a
scale for each column and scales activations over the one window of a call: what
comes out depends on that window alone. Weights use 7 bits (`reduce_range`): on
processors without VNNI two products of 8 bits overflow their 16-bit sum, and answers
would differ. Word vectors are int8 with a scale for each row.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from network import TOP, Reader
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Array = NDArray[Any]
MICROSOFT = "com.microsoft"


class Graph:
    """Nodes and weights of the graph being written."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._count = 0

    def weight(self, name: str, value: Array) -> str:
        """Add a constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], outputs: int = 1, **attrs: Any) -> Any:
        """Add a node; returns the name of its output, or the names."""
        domain = attrs.pop("domain", "")
        self._count += 1
        names = [f"{kind}_{self._count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attrs))
        return names[0] if outputs == 1 else names

    def linear(self, x: str, name: str, matrix: Array, bias: Array | None) -> str:
        """Add an int8 matrix product; `matrix` is (inputs, outputs)."""
        scale = np.abs(matrix).max(axis=0).clip(1e-8) / TOP
        whole = np.rint(matrix / scale).clip(-TOP, TOP).astype(np.int8)
        inputs = [
            x,
            self.weight(f"{name}.w", whole),
            self.weight(f"{name}.s", scale.astype(np.float32)),
            self.weight(f"{name}.z", np.zeros(len(scale), dtype=np.int8)),
        ]
        if bias is not None:
            inputs.append(self.weight(f"{name}.b", bias.astype(np.float32)))
        return self.add("DynamicQuantizeMatMul", inputs, domain=MICROSOFT)


def build(model: Reader, outputs: dict[str, tuple[Array, Array]]) -> Any:
    """Write the graph: encoder, one wide product for all heads, arc scores."""
    g = Graph()
    enc = model.encoder
    table = enc.word.weight.detach().numpy()
    scale = np.abs(table).max(axis=1, keepdims=True).clip(1e-8) / 127
    g.weight("word.w", np.rint(table / scale).astype(np.int8))
    g.weight("word.s", scale.astype(np.float32))
    g.weight("place.w", enc.place.weight.detach().numpy())
    g.weight("shape.w", enc.shape.weight.detach().numpy())
    rows = g.add("Cast", [g.add("Gather", ["word.w", "ids"])], to=TensorProto.FLOAT)
    x = g.add("Mul", [rows, g.add("Gather", ["word.s", "ids"])])
    size = g.add("Shape", ["ids"])
    zero = g.weight("zero", np.array([0]))
    axis = g.weight("axis", np.array([1]))
    length = g.add("Slice", [size, axis, g.weight("two", np.array([2])), zero])
    places = g.add("Slice", ["place.w", zero, length, zero])
    x = g.add("Add", [x, places])
    x = g.add("Add", [x, g.add("Gather", ["shape.w", "shapes"])])
    x = _norm(g, x, "norm", enc.norm)
    for i, layer in enumerate(enc.layers):
        x = _layer(g, x, f"layer{i}", layer)
    flat = g.add("Squeeze", [x, zero])
    first = g.add("Concat", [g.weight("root", np.array([0])), "first"], axis=0)
    words = g.add("Gather", [flat, first], axis=0)
    names = list(outputs)
    matrix = np.concatenate([outputs[n][0] for n in names], axis=1)
    bias = np.concatenate([outputs[n][1] for n in names])
    wide = g.linear(words, "heads", matrix, bias)
    sizes = g.weight("sizes", np.array([outputs[n][0].shape[1] for n in names]))
    parts = g.add("Split", [wide, sizes], len(names), axis=1)
    part = dict(zip(names, parts, strict=True))
    dep = g.add("Gelu", [part["dep"]], domain=MICROSOFT)
    head = g.add("Gelu", [part["head"]], domain=MICROSOFT)
    arc = model.arc.detach().numpy()
    left = g.add("MatMul", [dep, g.weight("arc.w", arc[:-1])])
    left = g.add("Add", [left, g.weight("arc.b", arc[-1])])
    arcs = g.add("MatMul", [left, g.add("Transpose", [head], perm=[1, 0])])
    shown = {k: v for k, v in part.items() if k not in {"dep", "head", "fact_in"}}
    for name in shown:
        if name.endswith(("_left", "_right")) or name == "content_cue":
            shown[name] = g.add("Gelu", [part[name]], domain=MICROSOFT)
    last = model.fact[2]
    fact = g.add("Gelu", [part["fact_in"]], domain=MICROSOFT)
    fact = g.add("MatMul", [fact, g.weight("fact.w", last.weight.detach().numpy().T)])
    shown["fact"] = g.add("Add", [fact, g.weight("fact.b", last.bias.detach().numpy())])
    shown["arcs"] = arcs
    for name, inner in shown.items():
        g.nodes.append(helper.make_node("Identity", [inner], [name]))
    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "L"]),
        helper.make_tensor_value_info("shapes", TensorProto.INT64, [1, "L"]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["W"]),
    ]
    outs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in shown
    ]
    graph = helper.make_graph(g.nodes, "reader", inputs, outs, g.weights)
    made = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)],
    )
    made.ir_version = 8
    return made


def _norm(g: Graph, x: str, name: str, norm: Any) -> str:
    """Add a layer norm."""
    return str(
        g.add(
            "LayerNormalization",
            [
                x,
                g.weight(f"{name}.g", norm.weight.detach().numpy()),
                g.weight(f"{name}.c", norm.bias.detach().numpy()),
            ],
            axis=-1,
            epsilon=1e-12,
        )
    )


def _skip_norm(g: Graph, x: str, y: str, name: str, norm: Any, bias: Array) -> str:
    """Add `norm(x + y + bias)`."""
    return str(
        g.add(
            "SkipLayerNormalization",
            [
                x,
                y,
                g.weight(f"{name}.g", norm.weight.detach().numpy()),
                g.weight(f"{name}.c", norm.bias.detach().numpy()),
                g.weight(f"{name}.b", bias),
            ],
            domain=MICROSOFT,
            epsilon=1e-12,
        )
    )


def _layer(g: Graph, x: str, name: str, layer: Any) -> str:
    """Add one encoder layer."""

    def array(p: torch.Tensor) -> Array:
        return p.detach().numpy()

    width = layer.out.weight.shape[0]
    qkv = g.linear(x, f"{name}.qkv", array(layer.qkv.weight).T, array(layer.qkv.bias))
    third = g.weight(f"{name}.third", np.array([width] * 3))
    q, k, v = g.add("Split", [qkv, third], 3, axis=2)
    mixed = g.add(
        "MultiHeadAttention", [q, k, v], domain=MICROSOFT, num_heads=layer.heads
    )
    mixed = g.linear(mixed, f"{name}.out", array(layer.out.weight).T, None)
    x = _skip_norm(g, x, mixed, f"{name}.n1", layer.norm1, array(layer.out.bias))
    y = g.linear(x, f"{name}.up", array(layer.up.weight).T, None)
    y = g.add(
        "BiasGelu",
        [y, g.weight(f"{name}.ub", array(layer.up.bias))],
        domain=MICROSOFT,
    )
    y = g.linear(y, f"{name}.down", array(layer.down.weight).T, None)
    return _skip_norm(g, x, y, f"{name}.n2", layer.norm2, array(layer.down.bias))


def head_matrices(model: Reader) -> dict[str, tuple[Array, Array]]:
    """Return every linear map from a word vector, as (inputs, outputs) and bias."""

    def both(weight: torch.Tensor, bias: torch.Tensor | None) -> tuple[Array, Array]:
        matrix = weight.detach().numpy().T
        if bias is None:
            return matrix, np.zeros(matrix.shape[1], dtype=np.float32)
        return matrix, bias.detach().numpy()

    out = {name: both(layer.weight, layer.bias) for name, layer in model.tags.items()}
    for name in ("dep", "head", "no_source"):
        layer = getattr(model, name)
        out[name] = both(layer.weight, layer.bias)
    for name in ("rel", "role", "cue_source"):
        pairs = getattr(model, name)
        out[f"{name}_left"] = both(pairs.left.weight, pairs.left.bias)
        out[f"{name}_right"] = both(pairs.right.weight, pairs.right.bias)
    width = model.dep.weight.shape[1]
    link = model.content_cue
    out["content_first"] = both(link.left.weight[:, :width], link.left.bias)
    out["content_last"] = both(link.left.weight[:, width:], None)
    side = model.cue_side
    out["content_cue"] = both(
        link.right.weight @ side.weight, link.right.weight @ side.bias + link.right.bias
    )
    out["fact_in"] = both(model.fact[0].weight, model.fact[0].bias)
    out["mention_first"] = both(model.mention.weight[:, :width], model.mention.bias)
    out["mention_last"] = both(model.mention.weight[:, width:], None)
    return out


def tables(model: Reader) -> dict[str, Array]:
    """Return the small weights that the runtime applies with numpy."""
    out: dict[str, Array] = {}
    for name in ("rel", "role", "cue_source", "content_cue", "coref"):
        pairs = getattr(model, name)
        out[f"{name}.both"] = pairs.both
        out[f"{name}.by_left"] = pairs.by_left.weight
        out[f"{name}.bias"] = pairs.by_left.bias
        out[f"{name}.by_right"] = pairs.by_right.weight
        out[f"{name}.near"] = pairs.near
    for side in ("left", "right"):
        layer = getattr(model.coref, side)
        out[f"coref.{side}.w"], out[f"coref.{side}.b"] = layer.weight, layer.bias
    out["no_antecedent.w"] = model.no_antecedent.weight
    out["no_antecedent.b"] = model.no_antecedent.bias
    return {k: v.detach().numpy().astype(np.float32) for k, v in out.items()}


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    labels = json.loads((args.folder / "labels.json").read_text("utf-8"))
    saved = torch.load(args.folder / args.checkpoint, weights_only=True)
    state = saved["model"]
    layers = 1 + max(
        int(k.split(".")[2]) for k in state if k.startswith("encoder.layers.")
    )
    model = Reader(labels, layers=layers)
    model.load_state_dict(state)
    model.eval()
    made = build(model, head_matrices(model))
    for name, value in tables(model).items():
        made.graph.initializer.append(numpy_helper.from_array(value, f"table:{name}"))
        made.graph.output.append(
            helper.make_tensor_value_info(
                f"table:{name}", TensorProto.FLOAT, list(value.shape)
            )
        )
    meta = made.metadata_props.add()
    meta.key, meta.value = "labels", json.dumps(labels)
    vocabulary = (args.folder / "vocab.txt").read_text("utf-8")
    meta = made.metadata_props.add()
    meta.key, meta.value = "vocabulary", vocabulary
    onnx.save(made, args.out)
    print(args.out, args.out.stat().st_size, "bytes, step", saved["step"])


if __name__ == "__main__":
    main()
