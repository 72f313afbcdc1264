"""Batches and what each task adds to the loss."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from network import Reader, take
from torch import Tensor
from torch.nn import functional as F
from windows import Window

NEVER = -1e4


def collate(windows: Sequence[Window]) -> dict[str, Any]:
    """Pad windows of one task into a batch of tensors and lists."""
    task = windows[0].task
    batch: dict[str, Any] = {
        "task": task,
        "ids": _pad([w.ids for w in windows], 0),
        "shapes": _pad([w.shapes for w in windows], 0),
        "first": _pad([w.first for w in windows], 0),
        "lengths": torch.tensor([len(w.ids) for w in windows]),
        "words": torch.tensor([len(w.first) for w in windows]),
    }
    for name in _PADDED[task]:
        batch[name] = _pad([w.gold[name] for w in windows], -1)
    for name in _LISTED[task]:
        batch[name] = [w.gold[name] for w in windows]
    return batch


_PADDED = {
    "syntax": ("sent", "begins", "upos", "xpos", "head", "rel", "pred"),
    "names": ("names",),
    "attribution": (
        "source",
        "cue",
        "content",
        "sources",
        "cues",
        "of_cue",
        "of_content",
    ),
    "factuality": ("event", "value"),
    "coref": ("cluster",),
}
_LISTED = {
    "syntax": ("roles",),
    "names": (),
    "attribution": ("contents",),
    "factuality": (),
    "coref": ("mentions",),
}


def _pad(arrays: Sequence[Any], fill: float) -> Tensor:
    """Stack arrays of different lengths."""
    most = (
        max(1, *(len(a) for a in arrays)) if len(arrays) > 1 else max(1, len(arrays[0]))
    )
    kind = np.float32 if any(a.dtype == np.float32 for a in arrays) else np.int64
    out = np.full((len(arrays), most), fill, dtype=kind)
    for i, a in enumerate(arrays):
        out[i, : len(a)] = a
    return torch.from_numpy(out)


def cross(scores: Tensor, gold: Tensor, smooth: float = 0.0) -> Tensor:
    """Cross-entropy over positions whose gold is not -1; zero if there are none."""
    keep = gold >= 0
    if not bool(keep.any()):
        return scores.sum() * 0
    return F.cross_entropy(scores[keep], gold[keep], label_smoothing=smooth)


def losses(model: Reader, batch: dict[str, Any]) -> dict[str, Tensor]:
    """Return the losses of a batch by name."""
    words, whole = model.encode(
        batch["ids"], batch["shapes"], batch["first"], batch["lengths"]
    )
    return _LOSSES[batch["task"]](model, batch, words, whole)


def _syntax(
    model: Reader, batch: dict[str, Any], words: Tensor, whole: Tensor
) -> dict[str, Tensor]:
    out = {
        name: cross(model.tags[name](words), batch[name])
        for name in ("begins", "upos", "xpos", "pred")
    }
    sent, head = batch["sent"], batch["head"]
    scores = model.arcs(words, whole)
    same = sent.unsqueeze(2) == sent.unsqueeze(1)
    allowed = F.pad(same, (1, 0), value=True)
    own = torch.eye(sent.shape[1], dtype=torch.bool)
    allowed[:, :, 1:] &= ~own
    out["arc"] = cross(scores.masked_fill(~allowed, NEVER), head)
    keep = (head >= 0) & (batch["rel"] >= 0)
    index = head.clamp(min=0)
    above = take(torch.cat([whole.unsqueeze(1), words], 1), index)
    here = torch.arange(head.shape[1]).expand_as(head)
    rel = model.rel.chosen(words[keep], above[keep], (index - 1 - here)[keep])
    out["rel"] = F.cross_entropy(rel, batch["rel"][keep])
    out.update(_roles(model, batch, words))
    return out


def _roles(model: Reader, batch: dict[str, Any], words: Tensor) -> dict[str, Tensor]:
    """Roles of gold predicates: the label at each head word, and at each word."""
    roles = batch["roles"]
    most = max((len(r) for r in roles), default=0)
    if most == 0:
        return {}
    b, w = batch["sent"].shape
    preds = torch.zeros(b, most, dtype=torch.long)
    heads = torch.full((b, most, w), -1, dtype=torch.long)
    inside = torch.full((b, most, w), -1, dtype=torch.long)
    for i, found in enumerate(roles):
        for k, (p, args) in enumerate(found):
            preds[i, k] = p
            same = batch["sent"][i] == batch["sent"][i, p]
            heads[i, k][same] = 0
            inside[i, k][same] = 0
            for label, first, last, top in args:
                inside[i, k, first : last + 1] = label
                heads[i, k, top] = label
    here = torch.arange(w)
    distance = here.view(1, 1, w) - preds.unsqueeze(2)
    scores = model.role(take(words, preds), words, distance)
    n = scores.shape[-1] // 2
    return {
        "role": 4 * cross(scores[..., :n], heads),
        "role_in": 0.1 * cross(scores[..., n:], inside),
    }


def _names(
    model: Reader, batch: dict[str, Any], words: Tensor, whole: Tensor
) -> dict[str, Tensor]:
    del whole
    return {"names": 2 * cross(model.tags["names"](words), batch["names"])}


def _attribution(
    model: Reader, batch: dict[str, Any], words: Tensor, whole: Tensor
) -> dict[str, Tensor]:
    del whole
    out = {
        name: cross(model.tags[name](words), batch[name])
        for name in ("source", "cue", "content")
    }
    cues, sources = batch["cues"].clamp(min=0), batch["sources"].clamp(min=0)
    cue_words = take(words, cues)
    scores = model.cue_source(
        cue_words, take(words, sources), sources.unsqueeze(1) - cues.unsqueeze(2)
    ).squeeze(-1)
    scores = scores.masked_fill((batch["sources"] < 0).unsqueeze(1), NEVER)
    scores = torch.cat([model.no_source(cue_words), scores], -1)
    out["cue_source"] = cross(scores, batch["of_cue"])
    spans = [torch.from_numpy(c) for c in batch["contents"]]
    most = max(1, *(len(s) for s in spans)) if len(spans) > 1 else max(1, len(spans[0]))
    first = torch.zeros(len(spans), most, dtype=torch.long)
    last = torch.zeros(len(spans), most, dtype=torch.long)
    for i, s in enumerate(spans):
        first[i, : len(s)], last[i, : len(s)] = s[:, 0], s[:, 1]
    of = batch["of_content"]
    if of.shape[1] == most:
        near = torch.where(
            cues.unsqueeze(1) < first.unsqueeze(2),
            cues.unsqueeze(1) - first.unsqueeze(2),
            (cues.unsqueeze(1) - last.unsqueeze(2)).clamp(min=0),
        )
        scores = model.content_cue(
            model.spans(words, first, last), model.cue_side(cue_words), near
        ).squeeze(-1)
        scores = scores.masked_fill((batch["cues"] < 0).unsqueeze(1), NEVER)
        out["content_cue"] = cross(scores, of)
    return out


def _factuality(
    model: Reader, batch: dict[str, Any], words: Tensor, whole: Tensor
) -> dict[str, Tensor]:
    del whole
    event = batch["event"]
    keep = event >= 0
    guess = model.fact(take(words, event.clamp(min=0))).squeeze(-1)
    return {"fact": F.smooth_l1_loss(guess[keep], batch["value"][keep])}


def _coref(
    model: Reader, batch: dict[str, Any], words: Tensor, whole: Tensor
) -> dict[str, Tensor]:
    del whole
    mentions, cluster = batch["mentions"], batch["cluster"]
    b, m = cluster.shape
    first = torch.zeros(b, m, dtype=torch.long)
    last = torch.zeros(b, m, dtype=torch.long)
    real = torch.zeros(b, m, dtype=torch.bool)
    for i, found in enumerate(mentions):
        first[i, : len(found)] = torch.from_numpy(found[:, 0])
        last[i, : len(found)] = torch.from_numpy(found[:, 1])
        real[i, : len(found)] = True
    vectors = F.gelu(model.mention(model.spans(words, first, last)))
    scores = model.coref(
        vectors, vectors, last.unsqueeze(1) - first.unsqueeze(2)
    ).squeeze(-1)
    order = torch.arange(m)
    before = (order.view(1, 1, m) < order.view(1, m, 1)) & real.unsqueeze(1)
    scores = scores.masked_fill(~before, NEVER)
    scores = torch.cat([model.no_antecedent(vectors), scores], -1)
    same = (cluster.unsqueeze(2) == cluster.unsqueeze(1)) & (cluster.unsqueeze(2) >= 0)
    right = same & before
    right = torch.cat([~right.any(-1, keepdim=True), right], -1)
    likely = scores.log_softmax(-1).masked_fill(~right, NEVER).logsumexp(-1)
    if not bool(real.any()):
        return {}
    return {"coref": -likely[real].mean()}


_LOSSES = {
    "syntax": _syntax,
    "names": _names,
    "attribution": _attribution,
    "factuality": _factuality,
    "coref": _coref,
}
