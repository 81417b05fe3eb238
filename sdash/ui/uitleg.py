"""How the forecast is made, in the words of who is not an actuary: docs/prognose.md says more."""

from typing import Final

import streamlit as st

from sdash.ui import viewer

UITLEG: Final = """
**Wat er nog van maanden komt die voorbij zijn** (chain ladder). Van elke maand komt een deel van
de declaraties later binnen; uit eerdere maanden weten we welk deel na één, twee of meer maanden
binnen is. Zo schatten we wat nog komt, met de standaardfout van Mack als maat voor hoe zeker dat
is.

**Wat de maanden kosten die nog komen** (afloop van toewijzingen). Van alle toewijzingen die lopen
weten we prijs, omvang en einddatum, en uit het verleden welk deel daarvan gebruikt wordt. Daar
komt bij wat er op dit moment van eerdere jaren aan nieuwe zorg bij kwam.

**Hoe die twee samenkomen** (Bornhuetter en Ferguson). Wat van een maand binnen is telt mee zoals
het is; alleen het deel dat nog moet komen nemen we uit de verwachting. Hoe ouder de maand, hoe
meer de declaraties zelf het woord hebben.

**Hoe breed de band is.** We rekenen na wat dezelfde methode op eerdere momenten gezegd zou hebben
en hoe ver dat ernaast zat. De band van P10 tot P90 is zo breed dat acht van de tien uitkomsten
erin horen te vallen.

**Doorgetrokken** is wat er tot nu toe is toegekend, in verhouding tot een heel jaar. Zo rekenen
anderen vaak; late declaraties en het seizoen tellen dan niet mee, dus het is hier alleen
vergelijking.

De prognose is er een van het einde van de laatste maand die voorbij is. Zij gaat over zorg die in
berichten staat: pgb, subsidies en taakgerichte kosten staan er niet in. Tussen nu en december
groeit de band met het geld dat nog niet binnen is; alleen het einde van het jaar is nagerekend.
"""


def prognose() -> None:
    """Opens on demand; never on a stage."""
    if not viewer.on_stage():
        with st.expander("Hoe deze prognose tot stand komt"):
            st.markdown(UITLEG)
