"""Train the reader, or go on with it.

    python training/train.py --folder DIR [--config FILE] [--set epochs=3] [--resume]
                             [--begin-from CHECKPOINT]

Every few minutes the folder gets a checkpoint (weights, optimizer, place in the epoch);
`--resume` goes on from it. `--begin-from` starts a new run from another's weights. The
log is one line a hundred batches.
"""

import argparse
import os
import random
import time
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from coref_candidates import add_candidates
from labels import make_labels, save_labels
from losses import collate, losses
from network import Reader
from readers import READERS, Doc
from windows import Window, make_windows

from onrecord.annotate.encoder.pieces import Pieces


def epoch_batches(
    docs: dict[str, list[Doc]],
    config: dict[str, Any],
    pieces: Pieces,
    labels: dict[str, dict[str, int]],
    epoch: int,
) -> list[list[Window]]:
    """Return the batches of one epoch, shuffled, the same for the same seed."""
    rng = random.Random(config["seed"] * 1000 + epoch)
    batches: list[list[Window]] = []
    for task, found in docs.items():
        windows: list[Window] = []
        for _ in range(config["repeat"][task]):
            for doc in found:
                windows.extend(make_windows(doc, pieces, labels, rng))
        windows = [w for w in windows if len(w.ids) <= 512 and len(w.first)]
        if task == "factuality":
            windows = [w for w in windows if len(w.gold["event"])]
        if task == "coref":
            windows = [w for w in windows if len(w.gold["mentions"]) > 1]
        rng.shuffle(windows)
        windows.sort(key=lambda w: len(w.ids) // 16)
        batch: list[Window] = []
        for window in windows:
            if (
                batch
                and (len(batch) + 1)
                * max(len(window.ids), *(len(w.ids) for w in batch), 0)
                > config["pieces"]
            ):
                batches.append(batch)
                batch = []
            batch.append(window)
        if batch:
            batches.append(batch)
    rng.shuffle(batches)
    for batch in batches:
        for window in batch:
            if rng.random() < config["upper"]:
                window.shapes[(window.shapes > 0) & (window.shapes < 5)] = 3
    return batches


def rate(step: int, total: int, config: dict[str, Any]) -> float:
    """Return the share of the full learning rate at a step."""
    warm = max(1, int(total * config["warm"]))
    if step < warm:
        return (step + 1) / warm
    left = (total - step) / max(1, total - warm)
    return max(config["floor"], left)


def main() -> None:
    """Run."""
    args = _arguments()
    config = tomllib.loads(args.config.read_text(encoding="utf-8"))
    for item in args.set:
        key, _, value = item.partition("=")
        kind = type(config[key])
        config[key] = value == "true" if kind is bool else kind(value)
    folder: Path = args.folder
    torch.set_num_threads(args.threads)
    torch.manual_seed(config["seed"])
    bench = Path(os.environ.get("ONRECORD_BENCH", config["bench"]))
    labels = make_labels(bench)
    save_labels(labels, folder / "labels.json")
    numbers = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
    vocabulary = (folder / config["vocabulary"]).read_text("utf-8").split("\n")
    pieces = Pieces(vocabulary)
    docs = {
        task: list(read(bench, "train", free=config["free"]))
        for task, read in READERS.items()
        if config["repeat"][task]
    }
    add_candidates(docs)
    docs = {t: d for t, d in docs.items() if d}
    model = Reader(labels, len(vocabulary), 384, config["layers"], config["drop"])
    model.encoder.load_minilm(folder / config["start"])
    body = list(model.encoder.parameters())
    known = {id(p) for p in body}
    rest = [p for p in model.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [
            {"params": body, "lr": config["encoder_rate"]},
            {"params": rest, "lr": config["heads_rate"]},
        ],
        weight_decay=config["decay"],
        betas=(0.9, 0.98),
        fused=True,
    )
    full = [g["lr"] for g in optimizer.param_groups]
    step = 0
    target = folder / config["checkpoint"]
    if args.resume and target.exists():
        saved = torch.load(target, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    elif args.begin_from:
        saved = torch.load(args.begin_from, weights_only=True)
        model.load_state_dict(saved["model"])
    if config["int8"]:
        model.learn_as_int8()
    model.train()
    epoch, batches = -1, []
    size = len(epoch_batches(docs, config, pieces, numbers, 0))
    total = int(size * config["epochs"])
    print(f"{size} batches an epoch, {total} in all, from {step}", flush=True)
    sums: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    words, begun, saved_at = 0, time.time(), time.time()
    place = 0
    if step:
        epoch, place = _place(step, docs, config, pieces, numbers)
        batches = epoch_batches(docs, config, pieces, numbers, epoch)
    while step < total:
        if place >= len(batches):
            epoch, place = epoch + 1, 0
            batches = epoch_batches(docs, config, pieces, numbers, epoch)
        batch = collate(batches[place])
        place += 1
        share = rate(step, total, config)
        for group, top in zip(optimizer.param_groups, full, strict=True):
            group["lr"] = top * share
        found = losses(model, batch)
        if found:
            loss = sum(found.values()) * config["weight"][batch["task"]]
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), config["clip"])
            optimizer.step()
        step += 1
        words += int(batch["words"].sum())
        for name, value in found.items():
            sums[name] += value.item()
            counts[name] += 1
        if step % 100 == 0:
            speed = words / (time.time() - begun)
            shown = " ".join(f"{k} {sums[k] / counts[k]:.3f}" for k in sorted(sums))
            print(f"{step}/{total} {speed:.0f} w/s {shown}", flush=True)
            sums.clear()
            counts.clear()
            words, begun = 0, time.time()
        if time.time() - saved_at > config["save_minutes"] * 60 or step == total:
            _save(target, model, optimizer, step)
            saved_at = time.time()


def _place(
    step: int, docs: Any, config: Any, pieces: Pieces, numbers: Any
) -> tuple[int, int]:
    """Return the epoch and the batch in it at which a step stands."""
    epoch = 0
    while step >= (size := len(epoch_batches(docs, config, pieces, numbers, epoch))):
        step -= size
        epoch += 1
    return epoch, step


def _save(
    target: Path, model: Reader, optimizer: torch.optim.Optimizer, step: int
) -> None:
    """Write a checkpoint whole or not at all."""
    part = target.with_suffix(".part")
    torch.save(
        {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
        },
        part,
    )
    part.replace(target)


def _arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=here / "config.toml")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--begin-from", type=Path, default=None)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    np.seterr(all="raise")
    main()
