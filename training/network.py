"""The encoder and its heads.

One pass over a window of L pieces gives W word vectors (that of each word's first
piece); every head is a small layer over those or over pairs of them.
"""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotate.encoder.pieces import SHAPES

# Int8 weights go from -TOP to TOP: 7 bits, see `export.py`.
TOP = 63


def rounded(x: Tensor) -> Tensor:
    """Return x as the runtime sees it: 8 bits over each window; gradients pass."""
    dims = tuple(range(1, x.dim()))
    with torch.no_grad():
        low = x.amin(dims, keepdim=True).clamp(max=0)
        high = x.amax(dims, keepdim=True).clamp(min=0)
        scale = ((high - low) / 255).clamp(min=1e-8)
        zero = (-low / scale).round()
        off = ((x / scale).round() + zero).clamp(0, 255).sub(zero).mul(scale) - x
    return x + off


class Product(nn.Linear):
    """A linear map that, once `as_int8` is set, learns with its int8 self."""

    as_int8 = False

    def forward(self, x: Tensor) -> Tensor:
        """Map (…, inputs) to (…, outputs)."""
        if not self.as_int8:
            return super().forward(x)
        with torch.no_grad():
            scale = self.weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / TOP
            off = (self.weight / scale).round().clamp(-TOP, TOP) * scale - self.weight
        return F.linear(rounded(x), self.weight + off, self.bias)


class Layer(nn.Module):
    """A BERT layer (Devlin et al. 2018), after-norm, names as in its checkpoints."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = Product(width, 3 * width)
        self.out = Product(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = Product(width, inner)
        self.down = Product(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = drop

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Map (B, L, H) to (B, L, H); `mask` is added to attention scores."""
        b, n, h = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, h // self.heads).unbind(2)
        q, k, v = q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(b, n, h))
        x = self.norm1(x + F.dropout(mixed, self.drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.drop, self.training))


class Encoder(nn.Module):
    """Pieces with word shapes -> vectors."""

    def __init__(
        self, vocabulary: int, width: int, layers: int, drop: float, heads: int = 12
    ) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.place = nn.Embedding(512, width)
        self.shape = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(
            Layer(width, heads, 4 * width, drop) for _ in range(layers)
        )
        self.drop = drop

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        """Map ids and shapes (B, L) to (B, L, H)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.place(places) + self.shape(shapes)
        x = F.dropout(self.norm(x), self.drop, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path: Path) -> None:
        """Start from a BERT-shaped checkpoint in safetensors form."""
        from safetensors.torch import load_file

        old = load_file(str(path))
        new = {
            "word.weight": old["embeddings.word_embeddings.weight"],
            "place.weight": old["embeddings.position_embeddings.weight"]
            + old["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        for i in range(len(self.layers)):
            here, there = f"layers.{i}.", f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                new[f"{here}qkv.{kind}"] = torch.cat(
                    [
                        old[f"{there}attention.self.{part}.{kind}"]
                        for part in ("query", "key", "value")
                    ]
                )
                for mine, theirs in _NAMES.items():
                    new[f"{here}{mine}.{kind}"] = old[f"{there}{theirs}.{kind}"]
        missing, unexpected = self.load_state_dict(new, strict=False)
        if missing != ["shape.weight"] or unexpected:
            raise ValueError(f"not such a checkpoint: {missing}, {unexpected}")


_NAMES = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
# Signed distances between words fall into this many buckets, by powers of two.
BUCKETS = 16


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words: 0-7 before, 8-15 after."""
    size = distance.abs().clamp(min=1).float().log2().floor().long().clamp(max=7)
    return torch.where(distance < 0, size, size + 8)


class Pairs(nn.Module):
    """Scores of (left, right) pairs for some labels: W [l; r; l*r] + bias[distance].

    The diagonal of a bilinear form is enough and costs a thousandth of the whole.
    """

    def __init__(self, width: int, size: int, labels: int, drop: float) -> None:
        super().__init__()
        self.left = nn.Linear(width, size)
        self.right = nn.Linear(width, size)
        self.by_left = nn.Linear(size, labels)
        self.by_right = nn.Linear(size, labels, bias=False)
        self.both = nn.Parameter(torch.randn(labels, size) * size**-0.5)
        self.near = nn.Parameter(torch.zeros(BUCKETS, labels))
        self.drop = drop

    def vectors(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
        """Project (…, H) word vectors to the two sides."""
        x, y = F.gelu(self.left(left)), F.gelu(self.right(right))
        return (
            F.dropout(x, self.drop, self.training),
            F.dropout(y, self.drop, self.training),
        )

    def forward(self, left: Tensor, right: Tensor, distance: Tensor) -> Tensor:
        """Map (B, P, H), (B, W, H), distances (B, P, W) to (B, P, W, labels)."""
        x, y = self.vectors(left, right)
        mixed = x.unsqueeze(2) * self.both  # B, P, labels, size
        b, p, k, s = mixed.shape
        scores = (mixed.reshape(b, p * k, s) @ y.transpose(1, 2)).view(b, p, k, -1)
        scores = scores.transpose(2, 3)
        scores = scores + self.by_left(x).unsqueeze(2) + self.by_right(y).unsqueeze(1)
        return scores + self.near[bucket(distance)]

    def chosen(self, left: Tensor, right: Tensor, distance: Tensor) -> Tensor:
        """Map matched rows (N, H), (N, H), (N,) to (N, labels)."""
        x, y = self.vectors(left, right)
        scores = (x * y) @ self.both.T + self.by_left(x) + self.by_right(y)
        return scores + self.near[bucket(distance)]


class Reader(nn.Module):
    """The encoder with all heads."""

    def __init__(
        self,
        labels: Mapping[str, list[str]],
        vocabulary: int = 30522,
        width: int = 384,
        layers: int = 6,
        drop: float = 0.1,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, width, layers, drop)
        sizes = {k: len(v) for k, v in labels.items()}
        self.tags = nn.ModuleDict(
            {
                "begins": nn.Linear(width, 2),
                "upos": nn.Linear(width, sizes["upos"]),
                "xpos": nn.Linear(width, sizes["xpos"]),
                "pred": nn.Linear(width, 2),
                "names": nn.Linear(width, sizes["names"]),
                "source": nn.Linear(width, 3),
                "cue": nn.Linear(width, 3),
                "content": nn.Linear(width, 3),
            }
        )
        self.dep = nn.Linear(width, 256)
        self.head = nn.Linear(width, 256)
        self.arc = nn.Parameter(torch.zeros(257, 256))
        self.rel = Pairs(width, 192, sizes["rel"], 0.2)
        self.role = Pairs(width, 160, 2 * sizes["role"], 0.2)
        self.cue_source = Pairs(width, 96, 1, 0.1)
        self.no_source = nn.Linear(width, 1)
        self.content_cue = Pairs(2 * width, 96, 1, 0.1)
        self.cue_side = nn.Linear(width, 2 * width)
        self.fact = nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, 1))
        self.mention = nn.Linear(2 * width, 192)
        self.coref = Pairs(192, 96, 1, 0.1)
        self.no_antecedent = nn.Linear(192, 1)
        self.as_int8 = False

    def learn_as_int8(self) -> None:
        """Let the encoder learn with the rounding that the runtime will do."""
        self.as_int8 = True
        for part in self.modules():
            if isinstance(part, Product):
                part.as_int8 = True

    def encode(
        self, ids: Tensor, shapes: Tensor, first: Tensor, lengths: Tensor | None
    ) -> tuple[Tensor, Tensor]:
        """Return word vectors (B, W, H) and the window's own vector (B, H)."""
        mask = None
        if lengths is not None:
            places = torch.arange(ids.shape[1], device=ids.device)
            keep = places.unsqueeze(0) < lengths.unsqueeze(1)
            mask = torch.zeros(keep.shape, device=ids.device).masked_fill(~keep, -1e4)
            mask = mask[:, None, None, :]
        x = self.encoder(ids, shapes, mask)
        if self.as_int8:
            x = rounded(x)
        index = first.unsqueeze(-1).expand(-1, -1, x.shape[-1])
        return x.gather(1, index), x[:, 0]

    def arcs(self, words: Tensor, whole: Tensor) -> Tensor:
        """Scores (B, W, W + 1) of each word's head; column 0 is the root."""
        dep = F.gelu(self.dep(words))
        heads = F.gelu(self.head(torch.cat([whole.unsqueeze(1), words], 1)))
        if self.training:
            dep, heads = F.dropout(dep, 0.2), F.dropout(heads, 0.2)
        left = dep @ self.arc[:-1] + self.arc[-1]
        return left @ heads.transpose(1, 2)

    def spans(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Both ends of spans: (B, W, H), (B, K), (B, K) -> (B, K, 2 H)."""
        return torch.cat([take(words, first), take(words, last)], -1)


def take(words: Tensor, index: Tensor) -> Tensor:
    """Pick word vectors: (B, W, H), (B, K) -> (B, K, H)."""
    return words.gather(1, index.unsqueeze(-1).expand(-1, -1, words.shape[-1]))
