"""The match dialog: what is found, what can be made, and what it comes to."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import dataclass, field

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from mydia_desktop.domain.media import MediaId, MediaItem, MediaType, SubjectDraft
from mydia_desktop.domain.record import StoreUnavailableError
from mydia_desktop.ui.match_dialog import MatchDialog
from mydia_desktop.ui.match_words import Title, read_episodes, read_season, read_title, write_episodes
from mydia_desktop.ui.theme import Theme
from tests.ui.settings_room import became

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)

HOLMES = MediaItem(id=MediaId("1"), type=MediaType.SHOW, title="Sherlock Holmes", year=1954)
NOSFERATU = MediaItem(id=MediaId("2"), type=MediaType.MOVIE, title="Nosferatu", year=1922)
LATER = MediaItem(id=MediaId("3"), type=MediaType.MOVIE, title="Nosferatu", year=1979)


@dataclass
class Room:
    """The dialog over a small library; ``chosen`` is what came of it."""

    app: object
    draft: SubjectDraft = field(default_factory=SubjectDraft)
    name: str = "A.Release"
    several: bool = False
    library: list = field(default_factory=lambda: [HOLMES, NOSFERATU, LATER])
    chosen: list = field(default_factory=list)
    asked: list = field(default_factory=list)

    async def search(self, text):
        self.asked.append(text)
        if self.library is None:
            raise StoreUnavailableError("The database is locked by another program. Close it and try again.")
        return [item for item in self.library if text.casefold() in item.title.casefold()]

    def run(self, story):
        """Live the story with the open dialog."""
        loop = qasync.QEventLoop(self.app)
        self.app.setQuitOnLastWindowClosed(False)
        try:
            loop.run_until_complete(asyncio.wait_for(self._live(story), 30))
        finally:
            self.app.setQuitOnLastWindowClosed(True)
            loop.close()
            gc.collect()

    async def _live(self, story):
        theme = Theme(self.app, "light")
        async with asyncio.TaskGroup() as tasks:
            dialog = MatchDialog(
                theme, self.search, tasks.create_task, name=self.name, draft=self.draft, several=self.several
            )
            dialog.chosen.connect(self.chosen.append)
            finished = []
            dialog.finished.connect(finished.append)
            dialog.show()
            dialog.activateWindow()
            await became(lambda: len(self.asked) == 1)
            await asyncio.sleep(0)
            try:
                await story(dialog)
            finally:
                if not finished:
                    dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        theme.deleteLater()


@pytest.fixture
def room(qapp):
    return Room(qapp)


def typed(dialog, text):
    """Search for this."""
    dialog.search.setText(text)
    dialog.search.textEdited.emit(text)


def listed(dialog):
    """What is offered, in words."""
    return [dialog.list.words(offer) for offer in dialog.list.offers]


def test_the_one_it_is_already_is_chosen_at_first(room):
    room.draft = SubjectDraft(item_id=LATER.id, title="Nosferatu", year=1979)

    async def story(dialog):
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == LATER.id)
        assert dialog.search.text() == "Nosferatu (1979)"
        assert listed(dialog) == ["Nosferatu (1979), movie", "Create “Nosferatu” (1979) as a show"]

    room.run(story)


def test_typing_searches_and_enter_takes_the_first(room):
    async def story(dialog):
        typed(dialog, "nosf")
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == NOSFERATU.id)
        assert listed(dialog)[:2] == ["Nosferatu (1922), movie", "Nosferatu (1979), movie"]
        QTest.keyClick(dialog.search, Qt.Key.Key_Down)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        assert room.chosen == [SubjectDraft(item_id=LATER.id, title="Nosferatu", year=1979)]

    room.run(story)


def test_what_is_not_known_can_be_created(room):
    room.draft = SubjectDraft(title="Häxan", year=1922)

    async def story(dialog):
        assert listed(dialog) == ["Create “Häxan” (1922) as a movie", "Create “Häxan” (1922) as a show"]
        dialog.match.click()
        assert room.chosen == [SubjectDraft(title="Häxan", year=1922)]

    room.run(story)


def test_a_new_name_is_not_taken_for_one_that_only_contains_it(room):
    """What was read from a name is rather something new than something else that is known."""
    room.draft = SubjectDraft(title="Sherlock", type=MediaType.SHOW, season=1, episodes=(1,))

    async def story(dialog):
        await became(lambda: len(dialog.list.offers) == 3)
        assert dialog.list.offer.id is None
        assert dialog.list.offer.type is MediaType.SHOW

    room.run(story)


@pytest.mark.parametrize(
    ("season", "episodes", "expected"),
    [
        ("1", "9", (1, (9,))),
        ("S02", "5-8", (2, (5, 6, 7, 8))),
        ("2", "5, E7-E8", (2, (5, 7, 8))),
        ("2", "", (2, ())),
        ("", "", (None, ())),
    ],
)
def test_a_show_has_its_season_and_episodes(room, season, episodes, expected):
    async def story(dialog):
        typed(dialog, "holmes")
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == HOLMES.id)
        dialog.season.setText(season)
        dialog.episodes.setText(episodes)
        dialog.match.click()
        (draft,) = room.chosen
        assert (draft.season, draft.episodes) == expected

    room.run(story)


@pytest.mark.parametrize(("season", "episodes"), [("1", "8-5"), ("x", ""), ("", "4"), ("1", "4 to 5"), ("1", "1-5000")])
def test_what_is_no_episode_is_said_and_not_taken(room, season, episodes):
    async def story(dialog):
        typed(dialog, "holmes")
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == HOLMES.id)
        dialog.season.setText(season)
        dialog.episodes.setText(episodes)
        assert not dialog.match.isEnabled()
        assert dialog._hint.text()

    room.run(story)


def test_a_movie_has_no_episodes(room):
    room.draft = SubjectDraft(title="Nosferatu", year=1922, type=MediaType.SHOW, season=1, episodes=(1,))

    async def story(dialog):
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == NOSFERATU.id)
        assert not dialog.places.isEnabled()
        dialog.match.click()
        assert room.chosen == [SubjectDraft(item_id=NOSFERATU.id, title="Nosferatu", year=1922)]

    room.run(story)


def test_the_title_of_an_episode_is_kept_only_for_that_episode(room):
    room.draft = SubjectDraft(
        item_id=HOLMES.id, type=MediaType.SHOW, title="Sherlock Holmes", year=1954, season=1, episodes=(9,),
        episode_title="The Case of the Cunningham Heritage",
    )  # fmt: skip

    async def story(dialog):
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == HOLMES.id)
        dialog.episodes.setText("10")
        dialog.match.click()
        assert room.chosen[0].episode_title is None

    room.run(story)


def test_several_are_not_asked_for_their_episodes(room):
    room.several = True
    room.draft = SubjectDraft(item_id=HOLMES.id, type=MediaType.SHOW, title="Sherlock Holmes", year=1954)

    async def story(dialog):
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == HOLMES.id)
        assert not dialog.places.isVisible()
        dialog.match.click()
        assert room.chosen[0].season is None

    room.run(story)


def test_nothing_is_an_answer_too(room):
    async def story(dialog):
        dialog.nothing.click()
        assert room.chosen == [None]

    room.run(story)


def test_without_the_database_it_says_so_and_something_new_can_be_named(room):
    room.library = None
    room.draft = SubjectDraft(title="Häxan", year=1922)

    async def story(dialog):
        await became(lambda: "locked by another program" in dialog.problem.text())
        dialog.match.click()
        assert room.chosen == [SubjectDraft(title="Häxan", year=1922)]

    room.run(story)


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(qapp):
    gates = {}

    class Slow(Room):
        async def search(self, text):
            self.asked.append(text)
            gates[text] = asyncio.Event()
            if text:
                await gates[text].wait()
            return [item for item in self.library if text and text.casefold() in item.title.casefold()]

    room = Slow(qapp)

    async def story(dialog):
        typed(dialog, "nosf")
        await became(lambda: "nosf" in gates)
        typed(dialog, "holmes")
        await became(lambda: "holmes" in gates)
        gates["holmes"].set()
        await became(lambda: dialog.list.offer is not None and dialog.list.offer.id == HOLMES.id)
        gates["nosf"].set()
        for _ in range(5):
            await asyncio.sleep(0)
        assert dialog.list.offer.id == HOLMES.id

    room.run(story)


def test_names_of_releases_and_titles_are_plain_text(room):
    room.name = "<b>bold</b>\u202egnp"
    room.draft = SubjectDraft(title="<i>Nosferatu</i>")

    async def story(dialog):
        assert dialog.release.textFormat() == Qt.TextFormat.PlainText
        assert "\u202e" not in dialog.release.text()
        tips = [dialog.list.item(place).toolTip() for place in range(dialog.list.count())]
        assert not any("<i>" in tip for tip in tips)

    room.run(story)


def test_every_control_has_a_name(room):
    async def story(dialog):
        assert all(each.accessibleName() for each in (dialog.search, dialog.list, dialog.season, dialog.episodes))

    room.run(story)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nosferatu (1922)", Title("Nosferatu", 1922)),
        ("Nosferatu 1922", Title("Nosferatu", 1922)),
        ("  Nosferatu ", Title("Nosferatu", None)),
        ("1984", Title("1984", None)),
        ("2001 1968", Title("2001", 1968)),
        ("Route 66", Title("Route 66", None)),
        ("", Title("", None)),
    ],
)
def test_a_year_behind_a_title_is_its_year(text, title):
    assert read_title(text) == title


@pytest.mark.parametrize("numbers", [(), (5,), (5, 6, 7, 8), (1, 3), (1, 2, 4, 5, 9)])
def test_episodes_come_back_as_they_were_written(numbers):
    assert read_episodes(write_episodes(numbers)) == numbers


def test_a_season_is_a_number():
    assert read_season(" s03 ") == 3
    assert read_season("") is None
    for nonsense in ("x", "-1", "1.5", "\u0661"):
        with pytest.raises(ValueError, match=r".+"):
            read_season(nonsense)
