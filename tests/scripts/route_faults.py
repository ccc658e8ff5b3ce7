"""Ways to break the small route-finder, each with where and how the fault must be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.scripts.faults import Break, Fault, swap, told_at
from tests.scripts.small_route import ROUTE, VECTORS

LAST = '    because: "Iemand wil zelf werken."\n    sources: [{id: handreiking-2017, at: "3.1"}]\n'
LIGHT = "    holds: {sport: ernaast}\n    shows: [rustige-plek]\n"


def in_rule(name: str, old: str, new: str, at: str = "") -> Break:
    """Put ``new`` in the place of the first ``old`` in rule ``name``; the fault is there, or at ``at`` in the rule."""

    def breaks(root: Path) -> tuple[str, int]:
        file = root / ROUTE
        before, mark, rest = file.read_text(encoding="utf-8").partition(f"  - id: {name}\n")
        assert mark
        assert old in rest.partition("  - id: ")[0]
        text = before + mark + rest.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")
        where = text.index(at, len(before)) if at else len(before) + len(mark) + rest.index(old)
        return ROUTE, text[:where].count("\n") + 1

    return breaks


def more_rules(text: str, at: str) -> Break:
    """Add the rules in ``text``; the fault is where ``at`` stands."""
    return swap(ROUTE, LAST, LAST + text, at=at)


def both(*all_breaks: Callable[[Path], tuple[str, int]]) -> Break:
    """Break in several ways; the fault is where the last one says."""

    def breaks(root: Path) -> tuple[str, int]:
        return [one(root) for one in all_breaks][-1]

    return breaks


def _rule(name: str, when: str, does: str, more: str = "") -> str:
    source = 'because: "Daarom."\n    sources: [{id: handreiking-2017, at: "3.1"}]\n'
    return f"  - id: {name}\n    when: {when}\n    {does}\n    {more}{source}"


WHY = 'outweighed_because: "Daarom."\n    '

NAMES = [
    Fault(
        "a condition on an unknown question",
        in_rule("gevaar-eerst", "{gevaar:", "{gevar:"),
        "unknown question 'gevar'",
        "Did you mean 'gevaar'?",
    ),
    Fault(
        "a condition on an answer that the question does not have",
        in_rule("gevaar-eerst", "is: ja", "is: soms"),
        "unknown option 'soms'",
        "Known: ja, nee",
    ),
    Fault(
        "a condition on weet niet, which no rule can ask for",
        in_rule("licht-rustig", "[licht, zwaar]", "[licht, weet_niet]"),
        "unknown option 'weet_niet'",
        "Known: geen, licht, zwaar",
    ),
    Fault(
        "a wish that is not among the options",
        in_rule("wens-werk", "has: betaald_werk", "has: betaald_wrk"),
        "unknown option 'betaald_wrk'",
        "Did you mean 'betaald_werk'?",
    ),
    Fault(
        "a comparison where no burden is",
        in_rule("zwaar-eerst-zorg", "opvang: {one_of: [niet_geregeld]}", "opvang: {at_least: niet_geregeld}"),
        "'at_least' cannot be asked of the question 'opvang'",
        "It takes: is, one_of",
    ),
    Fault(
        "an is on a question with many answers",
        in_rule("wens-werk", "[{has: betaald_werk}, {lacks: bewegen}]", "{is: betaald_werk}"),
        "'is' cannot be asked of the question 'wensen'",
        "It takes: has, lacks",
    ),
    Fault(
        "a hold on an unknown track",
        in_rule("licht-rustig", "{sport: ernaast}", "{spoort: ernaast}"),
        "unknown track 'spoort'",
        "Did you mean 'sport'?",
    ),
    Fault(
        "support for an unknown track",
        in_rule("wens-werk", "supports: [werk]", "supports: [werken, werk]"),
        "unknown track 'werken'",
        "Did you mean 'werk'?",
    ),
    Fault(
        "judgement on an unknown track",
        in_rule("wens-werk", "judgement: [werk]", "judgement: [taal]"),
        "unknown track 'taal'",
        "Known here: zorg, werk, sport",
    ),
    Fault(
        "an unknown level",
        in_rule("licht-rustig", "{sport: ernaast}", "{sport: nooit}"),
        "'nooit' is not allowed for rules.2.holds.sport",
        "Choose one of: voorop, ernaast, eerst_uitzoeken, later",
    ),
    Fault(
        "an unknown note",
        in_rule("licht-rustig", "[rustige-plek]", "[rustige-plek, stille-plek]"),
        "unknown note 'stille-plek'",
        "Did you mean 'rustige-plek'?",
    ),
    Fault(
        "an unknown source of a rule",
        in_rule("gevaar-eerst", "handreiking-2017", "handreiking-2071"),
        "unknown source 'handreiking-2071'",
        "Did you mean 'handreiking-2017'?",
    ),
    Fault(
        "an unknown source of a note",
        swap(
            ROUTE,
            '"Kies een rustige plek."\n    sources: [{id: handreiking-2017',
            '"Kies een rustige plek."\n    sources: [{id: boek',
            at="id: boek",
        ),
        "unknown source 'boek'",
        "Add it to sources.yml",
    ),
    Fault(
        "an unknown fact in a question",
        swap(ROUTE, "facts: [bel-112]", "facts: [bel-211]"),
        "unknown fact 'bel-211'",
        "Did you mean 'bel-112'?",
    ),
    Fault(
        "a rule that claims an unknown inventory id",
        swap(ROUTE, "covers: [hr.3.1.intake]", "covers: [hr.3.1.intaek]"),
        "unknown inventory id 'hr.3.1.intaek'",
        "Did you mean 'hr.3.1.intake'?",
    ),
    Fault(
        "a rule that claims in too few words",
        in_rule("licht-rustig", "    because:", "    covers: [hr.3.1.intake]\n    because:"),
        "claims hr.3.1.intake in",
        "at least 25 words",
    ),
    Fault(
        "wishes that are not a question with many answers",
        swap(ROUTE, "wishes: wensen", "wishes: opvang"),
        "unknown question with many answers 'opvang'",
        "Known here: wensen",
    ),
    Fault(
        "a track that an unknown wish asks for",
        swap(ROUTE, "wishes: [betaald_werk]", "wishes: [werk]"),
        "unknown wish 'werk'",
        "Known here: betaald_werk, bewegen",
    ),
    Fault(
        "a form note of a track that does not exist",
        swap(ROUTE, "track: sport", "track: spel"),
        "unknown track 'spel'",
        "Known here: zorg, werk, sport",
    ),
    Fault(
        "two rules of one name",
        more_rules(
            _rule("wens-werk", "{opvang: {is: geregeld}}", "supports: [werk]"), at="wens-werk\n    when: {opvang"
        ),
        "two rules are called 'wens-werk'",
        "Rename one of them",
    ),
    Fault(
        "an address that a page has",
        swap(ROUTE, 'page: "routewijzer"', 'page: "index"'),
        "the address 'index' is taken by the page docs/nl/index.md",
        "Choose another page",
    ),
    Fault(
        "an address that a checklist has",
        swap(ROUTE, 'page: "routewijzer"', 'page: "checklist"'),
        "the address 'checklist' is taken by checklist gemeente",
        "Choose another page",
    ),
]

FORM = [
    Fault(
        "a rule without a reason",
        in_rule(
            "gevaar-eerst", '    because: "Wie in gevaar is, heeft eerst veiligheid nodig."\n', "", at="gevaar-eerst"
        ),
        "'because' is missing in rules.0",
        "Add the line 'because: …'",
    ),
    Fault(
        "a rule without a source",
        in_rule("gevaar-eerst", '    sources: [{id: handreiking-2017, at: "3.1"}]\n', "", at="gevaar-eerst"),
        "a source is missing",
        "Add the line 'sources: …'",
    ),
    Fault(
        "a rule without conditions",
        in_rule("gevaar-eerst", "{gevaar: {is: ja}}", "{}"),
        "rules.0.when is empty",
        "Give a condition such as question: {is: option}",
    ),
    Fault(
        "a condition that no rule knows",
        in_rule("gevaar-eerst", "{is: ja}", "{iss: ja}"),
        "unknown key 'iss'",
        "Did you mean 'is'?",
    ),
    Fault(
        "two conditions in one",
        in_rule("zwaar-eerst-zorg", "{at_least: zwaar}", "{at_least: licht, below: zwaar}"),
        "does not fit rules.1.when.belasting",
        "Give one condition such as {is: option}, or a list of them",
    ),
    Fault(
        "a condition that is only an answer",
        in_rule("gevaar-eerst", "{is: ja}", "ja"),
        "'ja' does not fit rules.0.when.gevaar",
        "Give one condition such as {is: option}, or a list of them",
    ),
    Fault(
        "a rule that does nothing",
        in_rule("licht-rustig", LIGHT, "    holds: {}\n    shows: []\n", at="licht-rustig"),
        "the rule 'licht-rustig' does nothing",
        "Give it one of holds, supports, judgement, shows",
    ),
    Fault(
        "a rule called none",
        more_rules(_rule("none", "{opvang: {is: geregeld}}", "supports: [werk]"), at="id: none"),
        "'none' does not fit rules.4.id",
        "an id other than none",
    ),
    Fault(
        "a track without an order of caution",
        swap(ROUTE, "    caution: [later, eerst_uitzoeken, ernaast, voorop]\n", "", at="  werk:\n"),
        "'caution' is missing in tracks.werk",
        "Add the line 'caution: …'",
    ),
    Fault(
        "a track that lacks a level in its order of caution",
        swap(
            ROUTE, "    caution: [later, eerst_uitzoeken, ernaast, voorop]\n", "    caution: [later, ernaast, voorop]\n"
        ),
        "tracks.werk.caution has fewer than 4 entries",
        "Add what is missing",
    ),
    Fault(
        "a track with a level twice in its order of caution",
        swap(
            ROUTE,
            "    caution: [later, eerst_uitzoeken, ernaast, voorop]\n",
            "    caution: [later, later, ernaast, voorop]\n",
        ),
        "does not fit tracks.werk.caution",
        "Give all four levels once, the most cautious first",
    ),
    Fault(
        "a track with a level that does not exist in its order of caution",
        swap(
            ROUTE,
            "    caution: [later, eerst_uitzoeken, ernaast, voorop]\n",
            "    caution: [later, uitzoeken, ernaast, voorop]\n",
        ),
        "'uitzoeken' is not allowed for tracks.werk.caution.1",
        "Did you mean 'eerst_uitzoeken'?",
    ),
    Fault(
        "a level without a text",
        swap(ROUTE, '  later: {label: "Later", text: "Dit komt daarna."}\n', "", at="levels:"),
        "'later' is missing in levels",
        "Add the line 'later: …'",
    ),
    Fault(
        "a question about safety that does not say what to do when nobody knows",
        swap(ROUTE, '    unknown: "Vraag het vandaag nog."\n', "", at="  gevaar:\n"),
        "'unknown' is missing in questions.gevaar",
        "Add the line 'unknown: …'",
    ),
    Fault(
        "a question without options",
        swap(
            ROUTE,
            '    options: {geregeld: "Die is er", niet_geregeld: "Die is er niet"}\n',
            "",
            at="  opvang:\n    kind",
        ),
        "'options' is missing in questions.opvang",
        "Add the line 'options: …'",
    ),
    Fault(
        "a question of an unknown kind, such as one for free text",
        swap(ROUTE, "kind: many", "kind: text"),
        "'text' is not allowed for questions.wensen.kind",
        "Choose one of: safety, one, many",
    ),
    Fault(
        "a question that does not say why it is asked",
        swap(ROUTE, '    why: "De wens van de statushouder telt."\n', "", at="  wensen:\n"),
        "'why' is missing in questions.wensen",
        "Add the line 'why: …'",
    ),
    Fault(
        "weet niet among the options",
        swap(ROUTE, '{geregeld: "Die is er", ', '{weet_niet: "Weet ik niet", geregeld: "Die is er", '),
        "'weet_niet' is no option",
        "Take it away",
    ),
    Fault(
        "a burden in a question with many answers",
        swap(ROUTE, "kind: many\n", "kind: many\n    heavier: true\n", at='    heavier: true\n    ask: "Wat'),
        "'heavier' does not go with a question of the kind many",
        "choose another kind",
    ),
    Fault(
        "a person to involve who is not named",
        swap(ROUTE, '    who: "de huisarts"\n', "", at="  huisarts:\n"),
        "'who' is missing in notes.huisarts",
        "Add the line 'who: …'",
    ),
    Fault(
        "a form note without a track",
        swap(ROUTE, "    track: sport\n", "", at="  rustige-plek:\n"),
        "'track' is missing in notes.rustige-plek",
        "Add the line 'track: …'",
    ),
    Fault(
        "an unknown key in a rule",
        in_rule("wens-werk", "supports:", "support:"),
        "unknown key 'support'",
        "Did you mean 'supports'?",
    ),
]

IDLE = [
    Fault(
        "a question that no rule uses",
        swap(
            ROUTE,
            "notes:\n",
            '  fiets:\n    kind: one\n    ask: "Heeft iemand een fiets?"\n    why: "Zomaar."\n'
            '    options: {wel: "Ja", geen: "Nee"}\nnotes:\n',
        ),
        "no rule uses the question 'fiets'",
        "Use it in a rule, or do not ask it",
    ),
    Fault(
        "a note that no rule shows",
        told_at(ROUTE, "  huisarts:\n", in_rule("zwaar-eerst-zorg", "    shows: [huisarts]\n", "")),
        "no rule shows the note 'huisarts'",
        "Show it, or take it away",
    ),
]

DEAD = [
    Fault(
        "a rule with a burden below the lightest",
        in_rule("zwaar-eerst-zorg", "{at_least: zwaar}", "{below: geen}"),
        "the rule 'zwaar-eerst-zorg' can never be true: no answer to 'belasting' fits",
        "an 'or' is two rules",
    ),
    Fault(
        "a rule that asks for two answers to one question",
        more_rules(
            _rule("nooit", "{opvang: [{is: geregeld}, {is: niet_geregeld}]}", "shows: [huisarts]"),
            at="{opvang: [{is",
        ),
        "the rule 'nooit' can never be true: no answer to 'opvang' fits",
        "an 'or' is two rules",
    ),
    Fault(
        "a rule that asks for a wish and for its absence",
        in_rule("wens-werk", "{lacks: bewegen}", "{lacks: betaald_werk}"),
        "the rule 'wens-werk' can never be true: no answer to 'wensen' fits",
        "an 'or' is two rules",
    ),
    Fault(
        "a hold that is always outweighed",
        in_rule(
            "zwaar-eerst-zorg",
            "when: {",
            "when: {wensen: [{has: betaald_werk}, {lacks: bewegen}], ",
            at="outweighed_by:",
        ),
        "the rule 'zwaar-eerst-zorg' never holds werk: 'wens-werk' is true whenever it is",
        "Give one of the two another condition",
    ),
]

SAFETY = [
    Fault(
        "a rule that supports work in danger",
        in_rule("gevaar-eerst", "    holds: {werk: later, sport: later}\n", "    supports: [werk]\n"),
        "the rule 'gevaar-eerst' supports werk while 'gevaar' may be ja",
        "Safety comes first",
    ),
    Fault(
        "a rule that supports an activation track in danger, whatever its order of caution",
        both(
            swap(
                ROUTE,
                'text: "Bewegen.", caution: [later, eerst_uitzoeken, ernaast, voorop]',
                'text: "Bewegen.", caution: [ernaast, eerst_uitzoeken, voorop, later]',
            ),
            in_rule("gevaar-eerst", "    holds: {werk: later, sport: later}\n", "    supports: [sport]\n"),
        ),
        "the rule 'gevaar-eerst' supports sport while 'gevaar' may be ja",
        "Safety comes first",
    ),
    Fault(
        "a rule that puts sport beside the rest in danger",
        in_rule("gevaar-eerst", "sport: later", "sport: ernaast"),
        "the rule 'gevaar-eerst' puts sport forward (ernaast) while 'gevaar' may be ja",
        "Safety comes first",
    ),
    Fault(
        "a rule that puts work forward whether there is danger or not",
        more_rules(_rule("toch", "{gevaar: {one_of: [ja, nee]}}", "holds: {werk: voorop}"), at="holds: {werk: voorop}"),
        "the rule 'toch' puts werk forward (voorop) while 'gevaar' may be ja",
        "Safety comes first",
    ),
    Fault(
        "a wish that outweighs danger",
        in_rule("gevaar-eerst", "    because:", f"    outweighed_by: wens-werk\n    {WHY}because:"),
        "the rule 'gevaar-eerst' is outweighed while 'gevaar' may be ja",
        "Nothing outweighs safety: write none",
    ),
]

OUTWEIGHING = [
    Fault(
        "a rule that slows for a burden without a word on what outweighs it",
        in_rule(
            "licht-rustig",
            '    outweighed_by: none\n    outweighed_because: "Een rustige vorm neemt niets weg van een wens."\n',
            "",
            at="licht-rustig",
        ),
        "'outweighed_by' is missing in the rule 'licht-rustig'",
        "It slows sport for belasting: name the rule of a wish or drive that outweighs it, or none",
    ),
    Fault(
        "a rule that names what outweighs it and does not say why",
        in_rule(
            "zwaar-eerst-zorg",
            '    outweighed_because: "Werk geeft houvast aan wie het zelf wil."\n',
            "",
            at="zwaar-eerst-zorg",
        ),
        "'outweighed_because' is missing in the rule 'zwaar-eerst-zorg'",
        "Say why this outweighs it, or why nothing does",
    ),
    Fault(
        "a rule that says why and does not name what outweighs it",
        in_rule("wens-werk", "    because:", f"    {WHY}because:"),
        "'outweighed_because' explains nothing without 'outweighed_by'",
        "Add 'outweighed_by'",
    ),
    Fault(
        "a rule that an unknown rule outweighs",
        in_rule("zwaar-eerst-zorg", "outweighed_by: wens-werk", "outweighed_by: wens-wrk"),
        "unknown rule 'wens-wrk'",
        "Did you mean 'wens-werk'?",
    ),
    Fault(
        "a rule that outweighs itself",
        in_rule("zwaar-eerst-zorg", "outweighed_by: wens-werk", "outweighed_by: zwaar-eerst-zorg"),
        "the rule 'zwaar-eerst-zorg' outweighs itself",
        "Name another rule, or write none",
    ),
    Fault(
        "a rule that is outweighed by one that supports none of its tracks",
        in_rule("licht-rustig", "outweighed_by: none", "outweighed_by: wens-werk"),
        "'wens-werk' supports no track that the rule 'licht-rustig' holds",
        "Name a rule that supports sport, or write none",
    ),
    Fault(
        "a chain of rules that outweigh each other",
        both(
            more_rules(_rule("opvang-werk", "{opvang: {is: geregeld}}", "supports: [werk, sport]"), at="opvang-werk"),
            in_rule(
                "wens-werk",
                "    judgement: [werk]\n",
                f"    holds: {{sport: later}}\n    outweighed_by: opvang-werk\n    {WHY}judgement: [werk]\n",
            ),
            in_rule("zwaar-eerst-zorg", "outweighed_by: wens-werk", "outweighed_by: wens-werk"),
        ),
        "a chain on werk: 'zwaar-eerst-zorg' is outweighed by 'wens-werk', and that by 'opvang-werk'",
        "cannot be outweighed there itself",
    ),
    Fault(
        "a rule that both holds and supports a track",
        in_rule("licht-rustig", "    shows: [rustige-plek]\n", "    supports: [sport]\n    shows: [rustige-plek]\n"),
        "the rule 'licht-rustig' both holds and supports sport",
        "make two rules of it",
    ),
]

VECTOR = [
    Fault(
        "a vector that answers an unknown question",
        swap(VECTORS, "{gevaar: nee, belasting: zwaar,", "{gevar: nee, belasting: zwaar,"),
        "unknown question 'gevar'",
        "Did you mean 'gevaar'?",
    ),
    Fault(
        "a vector with an unknown answer",
        swap(VECTORS, "answers: {gevaar: nee, belasting: zwaar", "answers: {gevaar: nee, belasting: zwar"),
        "unknown option 'zwar'",
        "Did you mean 'zwaar'?",
    ),
    Fault(
        "a vector with an unknown wish",
        swap(VECTORS, "{wensen: [betaald_werk]}", "{wensen: [werk]}"),
        "unknown option 'werk'",
        "Known: betaald_werk, bewegen",
    ),
    Fault(
        "a vector that ticks a question with one answer",
        swap(VECTORS, "answers: {gevaar: nee, belasting: zwaar", "answers: {gevaar: nee, belasting: [zwaar]"),
        "this is no answer to the question 'belasting'",
        "Give one option, or weet_niet",
    ),
    Fault(
        "a vector that gives one answer where many can be ticked",
        swap(VECTORS, "{wensen: [betaald_werk]}", "{wensen: betaald_werk}"),
        "this is no answer to the question 'wensen'",
        "Give a list of options, or weet_niet",
    ),
    Fault(
        "a vector with a no that yaml reads as false",
        swap(VECTORS, "{gevaar: nee, belasting: zwaar,", "{gevaar: no, belasting: zwaar,"),
        "answers.gevaar is read as false",
        "quotes",
    ),
    Fault(
        "a vector whose ticks have an unknown key",
        swap(VECTORS, "{ticked: [], all: true}", "{ticked: [], alles: true}"),
        "unknown key 'alles'",
        "Did you mean 'all'?",
    ),
    Fault(
        "a vector that expects an unknown track",
        swap(VECTORS, "levels: {zorg: voorop, werk: later}", "levels: {zorg: voorop, wrk: later}"),
        "unknown track 'wrk'",
        "Did you mean 'werk'?",
    ),
    Fault(
        "a vector that expects an unknown level",
        swap(VECTORS, "levels: {zorg: voorop, werk: later}", "levels: {zorg: vooraan, werk: later}"),
        "'vooraan' is not allowed",
        "Did you mean 'voorop'?",
    ),
    Fault(
        "a vector that expects an unknown rule",
        swap(VECTORS, "because: [zwaar-eerst-zorg]", "because: [zwaar-eerst]"),
        "unknown rule 'zwaar-eerst'",
        "Did you mean 'zwaar-eerst-zorg'?",
    ),
    Fault(
        "a vector that expects the absence of an unknown rule",
        swap(VECTORS, "not_because: [wens-werk]", "not_because: [wens-wrk]"),
        "unknown rule 'wens-wrk'",
        "Did you mean 'wens-werk'?",
    ),
    Fault(
        "a vector that expects an unknown note",
        swap(VECTORS, "notes: [huisarts, rustige-plek]", "notes: [huisarts, rustige-plaats]"),
        "unknown note 'rustige-plaats'",
        "Did you mean 'rustige-plek'?",
    ),
    Fault(
        "a vector that expects an unknown first track",
        swap(VECTORS, "first: zorg", "first: taal"),
        "unknown track 'taal'",
        "Known in traject.yml: zorg, werk, sport",
    ),
    Fault(
        "a vector that expects an unknown question to be open",
        swap(VECTORS, "unknown: [gevaar, wensen]", "unknown: [gevaar, wens]"),
        "unknown question 'wens'",
        "Did you mean 'wensen'?",
    ),
    Fault(
        "a vector that expects a burden to be about safety",
        swap(VECTORS, "yes: []", "yes: [belasting]"),
        "unknown question about safety 'belasting'",
        "Known in traject.yml: gevaar",
    ),
    Fault(
        "a vector that expects an unknown next question",
        swap(VECTORS, "next: gevaar", "next: gevaren"),
        "unknown question 'gevaren'",
        "Did you mean 'gevaar'?",
    ),
    Fault(
        "a vector that expects an unknown track in the order",
        swap(VECTORS, "order: [werk, sport, zorg]", "order: [werk, spoort, zorg]"),
        "unknown track 'spoort'",
        "Did you mean 'sport'?",
    ),
    Fault(
        "a vector that expects an unknown question to be needless",
        swap(VECTORS, "needless: [opvang]", "needless: [opvangen]"),
        "unknown question 'opvangen'",
        "Did you mean 'opvang'?",
    ),
    Fault(
        "a vector that expects an unknown rule to be lifted",
        swap(VECTORS, "lifted: {werk: [zwaar-eerst-zorg]}", "lifted: {werk: [zwaar-eerst]}"),
        "unknown rule 'zwaar-eerst'",
        "Did you mean 'zwaar-eerst-zorg'?",
    ),
    Fault(
        "a vector that expects a rule to be lifted on an unknown track",
        swap(VECTORS, "lifted: {werk: [zwaar-eerst-zorg]}", "lifted: {wrk: [zwaar-eerst-zorg]}"),
        "unknown track 'wrk'",
        "Did you mean 'werk'?",
    ),
    Fault(
        "a vector that expects an unknown question to be open at a track",
        swap(VECTORS, "open: {werk: [wensen]}", "open: {werk: [wens]}"),
        "unknown question 'wens'",
        "Did you mean 'wensen'?",
    ),
    Fault(
        "a vector that expects nothing",
        swap(VECTORS, "{judgement: [], not_notes: [huisarts], next: gevaar}", "{}"),
        "expect is empty",
        "",
    ),
    Fault(
        "a vector that expects what no tool tells",
        swap(VECTORS, "{judgement: [], ", "{kleur: 3, judgement: [], "),
        "unknown key 'kleur'",
        "Known here: levels, because",
    ),
    Fault(
        "a vector that cites an unknown source",
        swap(VECTORS, 'source: {rule: "wat onbekend is, wordt gevraagd"}', 'source: {id: boek, at: "1"}'),
        "unknown source 'boek'",
        "Add it to sources.yml",
    ),
    Fault(
        "a vector that cites a source without a place",
        swap(VECTORS, 'source: {rule: "wat onbekend is, wordt gevraagd"}', "source: {id: handreiking-2017}"),
        "'at' is missing in source",
        "Add the line 'at: …'",
    ),
    Fault(
        "a vector that rests on nothing",
        swap(VECTORS, '  source: {rule: "wat onbekend is, wordt gevraagd"}\n', "", at='- name: "Wie niet weet'),
        "'source' is missing",
        "Add the line 'source: …'",
    ),
    Fault(
        "two vectors of one name",
        swap(
            VECTORS,
            "Wie zelf wil werken, ziet de reden en de vraag om een menselijk oordeel",
            "Wie niet weet wat iemand wil, zoekt dat voor werk eerst uit",
            at='eerst uit"\n  source: {id',
        ),
        "two vectors have this name",
        "Name what differs",
    ),
]

ROUTE_FAULTS = [*NAMES, *FORM, *IDLE, *DEAD, *SAFETY, *OUTWEIGHING, *VECTOR]
