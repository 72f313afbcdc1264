"""Names, voices and articles of a view, found by id.

Made once for a report in single passes over the view. Any id may be asked for: of a
read fact, a case fact, an actor before a merge; `leads_to` brings it to what the case
holds now.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from onrecord.model.actor import Actor
from onrecord.model.article import Article
from onrecord.model.claim import Position
from onrecord.model.evidence import Evidence
from onrecord.model.fact import NARRATOR, Factuality
from onrecord.model.statement import Statement
from onrecord.model.view import CaseView
from onrecord.report.days import last_day
from onrecord.report.words import join_names, one_line

SOMEBODY = "somebody not named"

_ATTRIBUTIONS = {
    Factuality.DENIED: "denied by",
    Factuality.ASKED: "asked for by",
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a report asks of a view."""

    leads_to: dict[str, str]
    actors: dict[str, Actor]
    statements: dict[str, Statement]
    articles: dict[str, Article]
    _names: dict[str, str] = field(default_factory=dict)

    def lead(self, fact: str) -> str:
        """Return the id that `fact` stands for now."""
        return self.leads_to.get(fact, fact)

    def name(self, actor: str | None, words: str | None = None) -> str | None:
        """Return an actor's name, else the words that stood for it, else None."""
        known = self._names.get(actor) if actor else None
        if known:
            return known
        found = self.actors.get(self.lead(actor)) if actor else None
        if found is None or actor is None:
            return one_line(words or "") or None
        # A report names the same few actors in each of its lines.
        self._names[actor] = one_line(found.name)
        return self._names[actor] or None

    def names(
        self, actors: Iterable[str], words: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return each actor's name once, or the words where no actor is known."""
        found = (self.name(actor) for actor in actors)
        named = tuple(dict.fromkeys(name for name in found if name))
        return named or tuple(dict.fromkeys(filter(None, map(one_line, words))))

    def statement(self, fact: str | None) -> Statement | None:
        """Return the statement of this id, or None."""
        return self.statements.get(self.lead(fact)) if fact else None

    def speaker(self, statement: Statement) -> str:
        """Return who speaks, and for whom: `Corin Daube, for Teodor Halvik`."""
        who = self.name(statement.speaker, statement.speaker_text) or SOMEBODY
        behalf = self.names(statement.on_behalf_of, statement.on_behalf_of_text)
        others = [name for name in behalf if name != who]
        return f"{who}, for {join_names(others)}" if others else who

    def voice(self, voice: str) -> str | None:
        """Return whose voice tells a fact; None for the reporter's own.

        A quote in a quote names both: `Y, as quoted by X`.
        """
        if voice == NARRATOR:
            return None
        statement = self.statement(voice)
        if statement is None:
            return SOMEBODY
        return self.speaker(statement) + self.quoted_by(statement)

    def quoted_by(self, statement: Statement) -> str:
        """Return `, as quoted by X` for a quote in the quote of somebody else."""
        outer = self.statement(statement.within)
        if outer is None or self.speaker(outer) == self.speaker(statement):
            return ""
        return f", as quoted by {self.speaker(outer)}"

    def according_to(
        self,
        voice: str,
        factuality: Factuality = Factuality.ASSERTED,
        *,
        but: Iterable[str] = (),
    ) -> str:
        """Return `, according to X` or `, denied by X`; nothing for the reporter.

        Nor for one of `but`: actors that the sentence names as the speaker already.
        """
        who = self.voice(voice)
        statement = self.statement(voice)
        if who is None or (statement and self.is_spoken_by(statement, but)):
            return ""
        return f", {_ATTRIBUTIONS.get(factuality, 'according to')} {who}"

    def is_spoken_by(self, statement: Statement, actors: Iterable[str]) -> bool:
        """Whether a statement is one of these actors' own, or made for one of them."""
        speakers = {self.lead(a) for a in statement.on_behalf_of}
        if statement.speaker:
            speakers.add(self.lead(statement.speaker))
        return any(self.lead(actor) in speakers for actor in actors)

    def position(self, position: Position) -> str:
        """Return who takes a side."""
        if position.actor == NARRATOR:
            return "the reports in their own voice"
        return self.name(position.actor, position.actor_text) or SOMEBODY

    def last_reported(self, evidence: Iterable[Evidence]) -> str | None:
        """Return the day of the latest article among the evidence, or None."""
        latest: tuple[date, str] | None = None
        for article in {e.article for e in evidence}:
            found = self.articles.get(article)
            day = last_day(found.published) if found else None
            if found and found.published and day:
                latest = max(latest or (day, ""), (day, found.published))
        return latest[1] if latest else None


def make_lookup(view: CaseView) -> Lookup:
    """Return the lookup of a view."""
    return Lookup(
        leads_to=view.leads_to,
        actors={actor.id: actor for actor in view.actors},
        statements={statement.id: statement for statement in view.statements},
        articles={article.id: article for article in view.articles},
    )
