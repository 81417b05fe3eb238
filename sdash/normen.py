"""Within how many weeks things should be done, as the gemeente sets it or law and field say."""

from pydantic import BaseModel, ConfigDict, Field


class Normen(BaseModel):
    """Within how many weeks something should be done; a norm is a line beside it, never an alarm.

    `start` is the gemeente's own, of waiting as messages tell it; `intake` and `behandeling` are
    the Treeknorm, from aanmelding and from intake; `onderzoek` and `besluit` are the Wmo 2015
    (art. 2.3.2 and 2.3.5), from melding and from aanvraag.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(default=6, ge=1, le=100)
    intake: int = Field(default=4, ge=1, le=100)
    behandeling: int = Field(default=10, ge=1, le=100)
    onderzoek: int = Field(default=6, ge=1, le=100)
    besluit: int = Field(default=2, ge=1, le=100)

    def per_soort(self) -> list[tuple[object, ...]]:
        """The weeks of each kind of waiting that figures tell of, by the day from which it is."""
        return [
            *((soort, self.start) for soort in ("toewijzing", "ingang", "verzoek")),
            ("aanmelding", self.intake),
            ("intake", self.behandeling),
            ("melding", self.onderzoek),
            ("onderzoek", self.besluit),
        ]
