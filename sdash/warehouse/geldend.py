"""What files without a mart of their own say now: of each key the row that came last."""

from typing import Final

from sdash.contracts.base import Contract
from sdash.contracts.bestanden import BESTANDEN
from sdash.sql import FOLDER


def naam(contract: type[Contract]) -> str:
    """The name of the view of a contract, such as `tarief`."""
    return contract.tabel.removesuffix("_regel")


GELDEND: Final = tuple(
    contract for contract in BESTANDEN if not (FOLDER / "mart" / f"{naam(contract)}.sql").exists()
)
"""The contracts that have such a view; the others have a mart that does the same, and more."""


def geldend_ddl(contract: type[Contract], schema: str = "mart") -> str:
    """The statement that creates the view in a schema.

    It names its tables without schema, so that in the schema of a moment it reads what was known
    at that moment.
    """
    columns = ", ".join(f"g.laatste.{_column(name)}" for name in contract.model_fields)
    key = ", ".join(f"r.{_column(name)}" for name in contract.sleutel)
    return f"""
        CREATE OR REPLACE VIEW {schema}.{naam(contract)} AS
        SELECT {columns}
        FROM (
            SELECT arg_max(r, (l.ontvangen_op, r.levering_nr, r.plaats)) AS laatste
            FROM {contract.tabel} AS r
            INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
            GROUP BY {key}
        ) AS g
    """  # noqa: S608  (names of ours, and none from data)


def _column(name: str) -> str:
    """A field as the ledger keeps it: a person as a number."""
    return "client_id" if name == "client" else f'"{name}"'
