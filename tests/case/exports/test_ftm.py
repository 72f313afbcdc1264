import io
import json
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.case.exports.content import Content
from onrecord.case.exports.ftm import to_ftm
from onrecord.model.custody import Custody, CustodyStatus
from onrecord.model.evidence import Evidence
from onrecord.model.fact import Factuality

TEXT = """BREL, March 14 - A court in Brel sentenced Oskar Brun to nine years in \
prison for fraud on Tuesday. Norland has asked for the extradition of Jana Velt, the \
editor. She was arrested by police at the Karsk airport on Monday."""


def spell(**fields: Any) -> Custody:
    evidence = Evidence(article="ar-1", field="text", start=0, end=4, exact="held")
    told: dict[str, Any] = {
        "id": "cu-1",
        "evidence": (evidence,),
        "person_text": "Jana Velt",
        "kind": "house_arrest",
        "status": CustodyStatus.HELD,
    }
    return Custody(**(told | fields))


def write(*records: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_ftm(Content({"custody": records}))]


def test_a_month_stays_a_month_and_an_interval_gives_its_bounds() -> None:
    (one,) = write(spell(from_="2031-03", to="2031-04-01/2031-04-03"))
    assert one["properties"]["startDate"] == ["2031-03"]
    assert one["properties"]["endDate"] == ["2031-04-01", "2031-04-03"]


def test_what_is_denied_is_no_entity() -> None:
    assert write(spell(factuality=Factuality.DENIED)) == []


def test_nobody_outside_the_export_is_named() -> None:
    (one,) = write(spell(person="ac-9", holder=("ac-8",)))
    assert {"involved", "organizer", "proof"}.isdisjoint(one["properties"])


def test_a_case_is_valid_by_the_schema_and_names_only_its_own(tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    stories = tmp_path / "stories.jsonl"
    stories.write_text(json.dumps({"text": TEXT, "published": "2031-03-14"}))
    out = io.StringIO()
    with onrecord.open(tmp_path / "dispute.db") as case:
        case.read(stories)
        case.export("ftm", out)
    entities = [json.loads(line) for line in out.getvalue().splitlines()]
    proxies = [ftm.model.get_proxy(one, cleaned=False) for one in entities]
    for one, proxy in zip(entities, proxies, strict=True):
        proxy.schema.validate(one)
        kept = {name: sorted(proxy.get(name)) for name in one["properties"]}
        lost = [n for n, values in one["properties"].items() if not kept[n]]
        assert not lost, (one["schema"], lost)
    ids = {one["id"] for one in entities}
    for proxy in proxies:
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids
    schemas = {one["schema"] for one in entities}
    assert {"CourtCase", "CourtCaseParty", "Event", "Person", "Article"} <= schemas
