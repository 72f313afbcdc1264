"""Who speaks, and for whom."""

from onrecord.extract.context import Context, Who
from onrecord.model.actor import ActorKind, Form
from onrecord.model.clause import Argument, Clause, Link, Role, Voice
from onrecord.model.document import Phrase
from onrecord.model.evidence import Span

_SPEAK_FOR = (
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "lawyer",
    "attorney",
    "counsel",
    "solicitor",
    "barrister",
    "spokesmen",
    "lawyers",
    "envoy",
    "representative",
)
# Verbs that say in whose name somebody speaks, with their prepositions.
_BEHALF = {
    "speak": ("for", "on behalf of"),
    "act": ("on behalf of",),
}


_LEAD = "lead"
_WHO = "who"


class Speakers:
    """One article's speakers, and the actors some of them speak for."""

    def __init__(self, context: Context) -> None:
        """Find once who speaks for whom, from descriptions anywhere in the article."""
        self._context = context
        self._behalf: dict[str, list[Who]] = {}
        self._groups = {
            a.id
            for a in context.document.actors
            if a.kind is ActorKind.GROUP and a.anonymous
        }
        for n, phrase in enumerate(context.document.phrases):
            if phrase.actor and phrase.actor not in self._behalf:
                found = self._spoken_for(n, phrase)
                if found:
                    self._behalf[phrase.actor] = found
        self._find_told()

    def _find_told(self) -> None:
        """Add what clauses say: "speaking on behalf of the families"."""
        for clause in self._context.document.clauses:
            told = clause.marked(*_BEHALF.get(clause.lemma, ()))
            found = self._context.all_who(told)
            if clause.lemma == _LEAD and clause.voice is Voice.PASSIVE:
                found = self._led(clause)
            for who in self._context.all_who(clause.all(Role.AGENT)):
                if found and who.actor:
                    self._behalf.setdefault(who.actor, found)

    def _led(self, clause: Clause) -> list[Who]:
        """Return the group that somebody leads: "the signatories, led by Brun"."""
        led = (self._context.phrase(a) for a in clause.all(Role.PATIENT))
        if any(p is not None and p.number == 1 for p in led):
            return []
        return self._context.all_who(clause.all(Role.PATIENT))

    def of_clause(self, clause: Clause) -> list[Who]:
        """Return who says what a cue's clause attributes, each once.

        The agent speaks; a document or a body may, a thing may not.
        """
        found: list[Who] = []
        for argument in clause.all(Role.AGENT):
            phrase = self._context.phrase(argument)
            if phrase is None:
                continue
            may = phrase.animate or phrase.form is Form.PRONOUN or phrase.kind
            person = self._who_of(clause, argument, phrase)
            if person is not None:
                found.append(person)
                continue
            if not may and phrase.name is None:
                continue
            who = self._author(argument) or self._context.who(argument)
            if who is None:
                who = Who(None, self._context.words(phrase.span), phrase.span)
            if all(w.actor is None or w.actor != who.actor for w in found):
                found.append(who)
        return self._together(found)

    def _who_of(self, clause: Clause, argument: Argument, phrase: Phrase) -> Who | None:
        """Return whom "who" means where a parser gives it to a thing or to nobody.

        "over the objections of government lawyers, who argued": it is the person or
        group whose words end right before it, the longest of them.
        """
        text, span = self._context.text, argument.span
        if self._context.words(span).lower() == _WHO:
            end = len(text[: span.start].rstrip(" ,"))
        elif clause.link is Link.RELATIVE and not phrase.animate:
            behind = text[span.end : span.end + len(_WHO) + 2].lstrip(" ,")
            if not behind.startswith(_WHO):
                return None
            end = span.end
        else:
            return None
        sentence = Span(self._context.sentence(clause).start, end)
        for n in self._context.phrases_in(sentence):  # in order of their beginnings
            part = self._context.document.phrases[n]
            if part.animate and part.span.end == end:
                return self._context.who_phrase(n)
        return None

    def _together(self, found: list[Who]) -> list[Who]:
        """Keep the first of unnamed groups listed together: they speak as one."""
        if len(found) > 1 and all(w.actor in self._groups for w in found):
            return found[:1]
        return found

    def _author(self, argument: Argument) -> Who | None:
        """Return whose text it is where a text speaks: "the ministry's statement"."""
        phrase = self._context.phrase(argument)
        if phrase is None or phrase.kind is not ActorKind.DOCUMENT:
            return None
        for n in self._context.lookup.parts(argument.mention):
            if self._context.document.phrases[n].animate:
                return self._context.who_phrase(n)
        return None

    def author(self, argument: Argument) -> Who | None:
        """Return who speaks where an argument names a speaker or a speaker's text."""
        return self._author(argument) or self._context.who(argument)

    def on_behalf_of(self, who: Who) -> list[Who]:
        """Return the actors that somebody speaks for."""
        return self._behalf.get(who.actor or "", [])

    def _spoken_for(self, index: int, phrase: Phrase) -> list[Who]:
        """Return whom a description says its actor speaks for."""
        words = self._context.words(phrase.span).lower().split()
        if not any(w.strip(",.'’") in _SPEAK_FOR for w in words):
            return []
        found = []
        for n in self._context.lookup.parts(index):
            other = self._context.document.phrases[n]
            if other.actor and other.actor != phrase.actor:
                inner = self._context.who_phrase(n)
                if inner is not None and other.animate:
                    found.append((other.name_type == "MISC:demonym", n, inner))
        # "Orvenian foreign ministry spokesman": the ministry before the adjective.
        return [inner for _, _, inner in sorted(found)[:1]]
