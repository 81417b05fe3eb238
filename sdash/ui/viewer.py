"""Who looks, on what and as of when: the role, light or dark, a desk or a stage, a day."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final, Self

import streamlit as st
from pydantic import BaseModel, ConfigDict, ValidationError

from sdash import answers
from sdash import format as fmt
from sdash.clock import AMSTERDAM, end_of, now
from sdash.domain import Rol
from sdash.figures.style import DARK, LIGHT, Look
from sdash.settings import Settings

STAGE: Final = "presenteer"
FIRST_DAY: Final = date(2015, 1, 1)
"""Since then a gemeente has these tasks."""
SLIDE: Final = "dia"
ROLE: Final = "rol"
PER: Final = "per"
REGEL: Final = "regel"
BLADZIJ: Final = "bladzij"
LONGEST: Final = 6
"""Digits of the number of a page."""
STAGE_TEXT: Final = 26


class Per(BaseModel):
    """The day at whose end the figures were known as they are shown; no day is now."""

    model_config = ConfigDict(frozen=True)

    dag: date | None = None

    @classmethod
    def of(cls, chosen: object) -> Self:
        """What was chosen; a day that is not over or not kept, or no day at all, is now."""
        try:
            per = cls(dag=chosen or None)
        except ValidationError:
            return cls()
        return per if per.dag and first_day() <= per.dag < today() else cls()

    @property
    def moment(self) -> datetime | None:
        """The last moment of that day, or None for now."""
        return end_of(self.dag) if self.dag else None

    @property
    def address(self) -> dict[str, str]:
        """The choice as the address of a page holds it."""
        return {PER: self.dag.isoformat()} if self.dag else {}

    def __str__(self) -> str:
        """`stand per 1 oktober 2026`; nothing for now."""
        return f"stand per {fmt.day(self.dag)}" if self.dag else ""


def settings() -> Settings:
    """The settings of the running installation."""
    return answers.current().settings


def on_stage() -> bool:
    """Whether this is the presenter's view, which asks for nothing but the address."""
    return st.query_params.get(STAGE) == "1"


def per() -> Per:
    """As of when this screen shows its figures."""
    return Per.of(st.query_params.get(PER) if on_stage() else st.session_state.get(PER))


def lost_day() -> str:
    """The day of the address of which nothing can be shown, as it stands there; else empty."""
    asked = str(st.query_params.get(PER, ""))
    return "" if Per.of(asked).dag or asked == today().isoformat() else asked


def why_lost(asked: str) -> str:
    """Why nothing can be shown of a day that an address asks for, in a sentence."""
    try:
        dag = Per(dag=date.fromisoformat(asked)).dag
    except ValueError:
        return "Dat is geen dag."
    if dag and dag >= today():
        return "Die dag is nog niet voorbij."
    return f"Wat er bewaard is, begint op {fmt.day(first_day())}."


def moment() -> datetime:
    """The moment that is looked at: now, or the end of the chosen day."""
    return per().moment or now()


def today() -> date:
    """The present day in the Netherlands."""
    return now().astimezone(AMSTERDAM).date()


def first_day() -> date:
    """The first day that can be looked at: of what is older not all is kept."""
    return max(FIRST_DAY, answers.current().vanaf or FIRST_DAY)


def own_role() -> Rol:
    """The role of this screen: the settings decide, and in the demo the switch."""
    chosen = st.session_state.get(ROLE) if settings().demo else None
    return Rol(chosen) if chosen else settings().rol


def role() -> Rol:
    """The role whose policy counts: on a stage always the public one, whoever presents."""
    return Rol.PRESENTATOR if on_stage() else own_role()


def slide() -> int:
    """The number of the slide within the page, from one."""
    asked = st.query_params.get(SLIDE, "1")
    return int(asked) if asked.isdecimal() and asked.isascii() else 1


def bladzij() -> int:
    """The page of a long list that the address asks for, from one."""
    asked = st.query_params.get(BLADZIJ, "1")
    return max(int(asked[:LONGEST]), 1) if asked.isdecimal() and asked.isascii() else 1


def regel() -> str:
    """The line that the address asks for; empty when it asks for none."""
    return str(st.query_params.get(REGEL, ""))


def look() -> Look:
    """How figures must look here."""
    plain = DARK if st.context.theme.type == "dark" else LIGHT
    return replace(plain, text=STAGE_TEXT, stage=True) if on_stage() else plain


def sees_lines() -> bool:
    """Whether single declaration lines may be shown here."""
    return role() is Rol.CONTROLLER
