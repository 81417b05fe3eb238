"""Who looks, and on what: the role, light or dark, a desk or a stage."""

from dataclasses import replace
from typing import Final

import streamlit as st

from sdash import answers
from sdash.domain import Rol
from sdash.figures.style import DARK, LIGHT, Look
from sdash.settings import Settings

STAGE: Final = "presenteer"
SLIDE: Final = "dia"
ROLE: Final = "rol"
STAGE_TEXT: Final = 26


def settings() -> Settings:
    """The settings of the running installation."""
    return answers.current().settings


def on_stage() -> bool:
    """Whether this is the presenter's view, which asks for nothing but the address."""
    return st.query_params.get(STAGE) == "1"


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


def look() -> Look:
    """How figures must look here."""
    plain = DARK if st.context.theme.type == "dark" else LIGHT
    return replace(plain, text=STAGE_TEXT, stage=True) if on_stage() else plain


def sees_lines() -> bool:
    """Whether single declaration lines may be shown here."""
    return role() is Rol.CONTROLLER
