"""Makes the page of a checklist out of its definition."""

from __future__ import annotations

from scripts.definitions import checklist_definition, definition_hash
from scripts.page_frame import BuiltPage, PageFrame
from scripts.page_parts import PageParts
from scripts.render import json_block, render

TOOL_WORDS = ("checklist_", "answer_", "months", "date", "list_")


class ChecklistPages(PageFrame):
    """Makes the pages of checklists in ``language``."""

    def checklist(self, path: str, name: str) -> BuiltPage:
        """Page ``path``, made out of checklist ``name``."""
        data = self.data["checklists"][name]
        parts = PageParts(self.data, self.words, path, self.root(path))
        for item in data["items"].values():
            parts.rest_on(item)
        parts.rest_on_laws(str(data))
        state = self.state_of_made(data, parts)
        messages = {key: str(text) for key, text in self.ui.items() if key.startswith(TOOL_WORDS)}
        html = render(
            "checklist.html.j2",
            self.words,
            **self.common(path, parts),
            c=data,
            numbers={item: number for number, item in enumerate(data["items"], 1)},
            name=name,
            definition_json=json_block(checklist_definition(data)),
            definition_hash=definition_hash(self.content.families["checklists"][name].data),
            messages_json=json_block(messages | {"locale": self.words}),
            notice=self.notice_of_made(path, f"checklists/{name}", state),
            tip_url=self.tip_url(path),
        )
        covers = list(dict.fromkeys(cover for item in data["items"].values() for cover in item["covers"]))
        texts = {"title": str(data["title"]), "description": str(data["description"]), "kind": "checklist"}
        return BuiltPage(self.language, path, texts | self.around(path, state) | {"covers": covers}, html)
