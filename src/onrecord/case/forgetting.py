"""What somebody means by an article or an actor that is to be forgotten.

An actor is forgotten by removing every article that names it: a text without some of
its words is another text, and no quote of it would be in its place any more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.case.lookup import complete_id, find_actor
from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.records import ACTOR_FIELDS
from onrecord.model.view import CaseView
from onrecord.text.ids import kind_of

MIN_NAME_WORDS = 2
"""A single word stands for too many things to remove every article that has it."""

MIN_LAST_CHARS = 4

_FIELDS = sorted({name for names in ACTOR_FIELDS.values() for name in names})


@dataclass(frozen=True, slots=True)
class Meant:
    """What is to be removed.

    Attributes:
        articles: In the order of the view.
        actor: The actor, where one was named.
        words: Names that must stand nowhere afterwards.
    """

    articles: tuple[Article, ...]
    actor: Actor | None = None
    words: tuple[str, ...] = ()

    def last_word(self) -> str | None:
        """Return the last word of the name, by which others may still speak of it."""
        last = self.words[0].split()[-1] if self.words else ""
        return last if len(last) >= MIN_LAST_CHARS else None


def find_meant(given: str, view: CaseView) -> Meant:
    """Return what is removed with an article's id or an actor's name or id.

    Raises:
        UnknownFactError: the case has no such article or actor.
        InputError: several actors go by it.
    """
    if kind_of(given) == "article":
        whole = complete_id(given, {one.id for one in view.articles})
        return Meant(_with_translations({whole}, view))
    actor = find_actor(given, view.actors)
    words = (actor.name,) if len(actor.name.split()) >= MIN_NAME_WORDS else ()
    homes = {one.article for one in actor.evidence}
    homes |= {
        evidence.article
        for fact in view.read_facts
        if fact.id in actor.members or _speaks_of(fact, actor.id)
        for evidence in fact.evidence
    }
    homes |= {one.id for one in view.articles if _names(one, words)}
    return Meant(_with_translations(homes, view), actor, words)


def _with_translations(articles: set[str], view: CaseView) -> tuple[Article, ...]:
    """Return articles with the translations of them, which say the same."""
    return tuple(
        one for one in view.articles if {one.id, one.translation_of} & articles
    )


def _speaks_of(fact: object, actor: str) -> bool:
    """Whether a read fact has the actor in one of its fields."""
    held = (getattr(fact, name, None) or () for name in _FIELDS)
    return any(actor == one or actor in one for one in held)


def _names(article: Article, words: Iterable[str]) -> bool:
    """Whether the article, or what is known of it, has one of the names."""
    told = [article.text, article.title or "", *article.authors]
    for place in article.appearances:
        told += [place.title or "", place.publisher or "", *place.authors]
    return any(_pattern(word).search(one) for word in words for one in told)


def _pattern(word: str) -> re.Pattern[str]:
    spaced = r"\s+".join(map(re.escape, word.split()))
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
