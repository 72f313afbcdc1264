"""Near copies: articles that are one story told once, sent to many.

Two articles are alike by the share of the longer one's shingles that both hold. So a
wire copy that was trimmed, reworded or given a new lead is alike, and three sentences
quoted inside another article, or a passage that two stories share, are not. Groups are
stars, not chains: every member is alike the group's centre itself.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, MutableMapping

from onrecord.config import Config
from onrecord.model.article import Article
from onrecord.resolve.days import publication_key
from onrecord.text.shingles import make_shingles, shared_share

Sketch = frozenset[int]
Alike = dict[str, dict[str, float]]

# F1 on neardup dev is 0.989 at 0.30, 0.988 at 0.35 and 0.973 at 0.40.
COPY_SIMILARITY = Config().copy_similarity

# One shingle in four is enough to find candidates; all count when they are compared.
_SAMPLE_BITS = 2
_FEW = 64
# A shingle of many articles pairs each with the first of them only, so that a story
# with a thousand copies does not cost a million comparisons.
_PARTNERS = 20
# Candidates with fewer sampled shingles in common than this share are not compared.
_CANDIDATE_SHARE = 0.2


def group_copies(
    articles: Iterable[Article],
    *,
    threshold: float = COPY_SIMILARITY,
    sketches: MutableMapping[str, Sketch] | None = None,
) -> dict[str, tuple[str, float]]:
    """Group articles that are near copies of one another.

    Args:
        articles: In any order; ids are unique.
        threshold: Least share of the longer article's shingles.
        sketches: Shingles by article id, read and added to, so that a second
            derivation does not make them again.

    Returns:
        For every article the id of its group's earliest published one (smallest id of
        that day; itself where it has no copies) and the share it has in common with it.
    """
    ordered = sorted(articles, key=publication_key)
    known = {} if sketches is None else sketches
    for article in ordered:
        if article.id not in known:
            known[article.id] = make_shingles(article.text)
    ids = [article.id for article in ordered]
    alike = _find_alike(ids, known, threshold)
    return _name_groups(ids, _choose_centres(ids, alike), known)


def _find_alike(
    ids: list[str], sketches: Mapping[str, Sketch], threshold: float
) -> Alike:
    """Return the pairs at or above the threshold, both ways round."""
    alike: Alike = defaultdict(dict)
    for (one, other), count in _count_candidates(ids, sketches).items():
        first, second = sketches[one], sketches[other]
        longer = max(len(first), len(second))
        if count << _SAMPLE_BITS < _CANDIDATE_SHARE * longer:
            continue
        share = shared_share(first, second)
        if share >= threshold:
            alike[one][other] = alike[other][one] = share
    return alike


def _count_candidates(
    ids: list[str], sketches: Mapping[str, Sketch]
) -> Counter[tuple[str, str]]:
    """Count the sampled shingles that pairs of articles share."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article in ids:
        for shingle in _sample(sketches[article]):
            holders[shingle].append(article)
    pairs: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        for place, article in enumerate(articles):
            pairs.update(
                (early, article) for early in articles[: min(place, _PARTNERS)]
            )
    return pairs


def _sample(sketch: Sketch) -> Iterable[int]:
    """Return one shingle in four, the same ones in every article; all of a few."""
    if len(sketch) <= _FEW:
        return sketch
    return (shingle for shingle in sketch if not (shingle >> 32) & 3)


def _choose_centres(ids: list[str], alike: Alike) -> dict[str, str]:
    """Return the centre of each article: those most alike to many come first."""
    # Squares, so that what is a little alike two stories does not become the centre of
    # both, between articles that are very alike one.
    weight = {
        article: sum(share * share for share in alike[article].values())
        for article in ids
        if article in alike
    }
    place = {article: number for number, article in enumerate(ids)}
    centres: dict[str, str] = {}
    for article in sorted(weight, key=lambda one: (-weight[one], place[one])):
        if article not in centres:
            centres[article] = article
            for other in alike[article]:
                centres.setdefault(other, article)
    chosen = {centre for article, centre in centres.items() if article == centre}
    for article in centres:
        if article not in chosen:
            near = alike[article]
            centres[article] = min(
                chosen & near.keys(), key=lambda one: (-near[one], place[one])
            )
    return centres


def _name_groups(
    ids: list[str], centres: Mapping[str, str], sketches: Mapping[str, Sketch]
) -> dict[str, tuple[str, float]]:
    """Name each group after its earliest member and measure the others by it."""
    earliest: dict[str, str] = {}
    for article in ids:
        earliest.setdefault(centres.get(article, article), article)
    named = {}
    for article in ids:
        first = earliest[centres.get(article, article)]
        share = shared_share(sketches[article], sketches[first])
        named[article] = (first, 1.0 if article == first else round(share, 4))
    return named
