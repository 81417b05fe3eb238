"""Files that the sample municipality has none of, and tables as workbooks and Parquet."""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final
from xml.sax.saxutils import escape

import pyarrow as pa
import pyarrow.parquet as pq

REGELS: Final[Mapping[str, str]] = {
    "contracten": """agb_code;wet;contractnummer;van;tot;plafond;niveau;jaar;categorie;productcode
99000101;jw;C-2026/1;2026-01-01;2026-12-31;250000;lokaal;2026;45;45A04
99000101;jw;C-2026/1;2026-01-01;;;regionaal;;;
99000201;wmo;W.7;01-07-2025;;1.250.000,50;landelijk;2026;02;""",
    "tarieven": """agb_code;wet;productcode;eenheid;tarief;van;tot
99000101;jw;45A04;04;81,60;2026-01-01;2026-12-31
;jw;45A04;01;1,36;2026-01-01;
99000201;wmo;02A04;16;29;2025-01-01;31-12-2025""",
    "formatie": """team;maand;fte;taak
Team Borger;2026-01;12,5;
Team Borger;2026-01;3.25;signalering
Team Odoorn;02-2026;0;kortdurende ondersteuning""",
    "casustaken": """casusnummer;taak;van;tot
C-1;signalering;2026-01-01;2026-01-09
C-1;activering;10-01-2026;2026-01-31
C-1;regievoering;2026-02-01;""",
    "wijkteams": """wijk_code;team_soort;team;van;tot
WK168100;wijkteam;Team Borger;2024-01-01;
WK168100;jeugdteam;Team Jeugd;2024-01-01;2025-12-31
WK168192;wijkteam;Team Odoorn;1-1-2024;""",
    "uitkeringen": """bsn;regeling;begin;eind;maand;bedrag;reden_instroom;reden_uitstroom;leefvorm;\
leeftijdsklasse;wijk_code;trede
999900006;Pw;2024-03-01;;2026-01;1.345,10;A1;;alleenstaande;27 tot 45;WK168100;3
999900018;IOAW;2025-01-15;2026-01-31;2026-01;900;;77;gehuwden;45 tot AOW;WK168192;
999900006;Pw;2024-03-01;;2026-02;-45,10;;;;;;1""",
    "trajecten": """bsn;traject;begin;eind;resultaat;trede;trede_begin;sector;loonkostensubsidie
999900006;scholing;2025-09-01;;;;2;;
999900018;sociale activering;2025-01-01;2025-12-31;deels werk;4;3;groen;
999900031;jobcoaching;01-02-2026;02-02-2026;gestopt;6;;zorg en welzijn;1.650,25""",
    "pgb": """bsn;wet;maand;budget;besteed
999900006;jw;2026-01;1200,00;800,50
999900018;wmo;2026-01;350;-12,25
999900031;jw;2026-02;0;0""",
    "taakgericht": """agb_code;wet;taakveld;maand;bedrag
99000101;jw;6.752;2026-01;12000
99000101;jw;6.752;2026-02;-150,75
99000201;wmo;6.711;2026-01;1.234.567,89""",
    "subsidies": """subsidienummer;jaar;ontvanger;taakveld;verleend;vastgesteld
S-1;2025;Stichting Welzijn;6.1;50000;48000,10
S-1;2026;Stichting Welzijn;6.1;52000;
S_2;2026;Vereniging "De Brug";6.1;1500;1500""",
    "eigen_bijdragen": """maand;taakveld;inner;bedrag
2026-01;6.711;CAK;12345,67
2026-01;6.711;gemeente;0
2026-02;6.6;CAK;-12""",
    "reserves": """reserve;jaar;stand;storting;onttrekking
Reserve sociaal domein;2024;1500000;0;250000
Reserve sociaal domein;2025;1.250.000,00;100;250100
Reserve jeugd;2025;-10;0;10""",
    "betalingen": """boekstuk;boekjaar;geboekt_op;agb_code;wet;declaratienummer;taakveld;bedrag
B-1;2026;2026-03-01;99000101;jw;D-1;6.751;1200,50
B-2;2025;3-3-2026;99000101;jw;;6.792;-12
B_3;2026;2026-03-02;99000201;wmo;D-7;6.711;1.000,00""",
    "verwijzingen": """praktijk;maand;verwijzer;aantal;poh;poh_van;poh_tot
01012345;2026-01;02;14;ja;2025-01-01;
P-7;2026-01;05;0;nee;;
P-7;2026-02;08;3;ja;2026-02-01;2026-02-28""",
    "medicatie": """jaar;groep;regio_code;per_duizend;teller;noemer
2025;ADHD-medicatie 4 tot 18 jaar;;41,5;;
2025;ADHD-medicatie 4 tot 18 jaar;NL01;;120;4000
2024;Antidepressiva;GM1681;80.25;200;2500""",
    "clientervaring": """jaar;kwartaal;wet;agb_code;categorie;vraag;aantal;positief;score
2025;;jw;;;Ik ben goed geholpen;120;96;7,6
2025;2;wmo;99000201;02;Ik ben goed geholpen;31;25;
2025;4;jw;99000101;;Ik kreeg op tijd hulp;18;;6.9""",
    "vroegsignalen": """maand;wijk_code;signaal;aantal;opgevolgd
2026-01;WK168100;huur;12;10
2026-01;WK168100;zorgverzekering;40;40
2026-02;WK168192;overig;0;0""",
    "huishoudens": """bsn;huishouden;van;tot
999900006;H-1;2024-01-01;
999900018;H-1;2024-01-01;2025-12-31
999900031;H 2;1-3-2025;""",
    "leefgebieden": """huishouden;casusnummer;leefgebied;van;tot
H-1;;wonen;2025-01-01;
;C-1;Psychische gezondheid;01-02-2026;2026-09-30
H 2;;geld;2026-03-01;2026-03-01""",
    "plannen": """huishouden;plan_van;regisseur;tot
H-1;2025-01-01;sociaal team;
H-1;2026-02-01;Gecertificeerde instelling;2026-09-30
H 2;1-3-2026;;""",
}
"""A good file of each kind that the sample municipality has none of."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,4})?", re.ASCII)
_DAY: Final = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
EPOCH: Final = date(1899, 12, 30)
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
BLAD: Final = "xl/worksheets/sheet1.xml"


def rijen(inhoud: bytes) -> list[list[str]]:
    """The cells of a file with semicolons; nothing when it is no such file."""
    text = inhoud.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        return [*csv.reader(io.StringIO(text, newline=""), delimiter=";")]
    except csv.Error:
        return []


def delen(inhoud: bytes) -> dict[str, bytes]:
    """The parts of a workbook with the cells of a file: numbers and days as a spreadsheet has."""
    rows = "".join(f"<row>{''.join(map(_cel, row))}</row>" for row in rijen(inhoud))
    kinds = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"))
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in kinds
    )
    return {
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
        ).encode(),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
            "</styleSheet>"
        ).encode(),
        BLAD: f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode(),
    }


def _cel(text: str) -> str:
    if _NUMBER.fullmatch(text):
        return f"<c><v>{text}</v></c>"
    if (day := _day(text)) is not None:
        return f'<c s="1"><v>{(day - EPOCH).days}</v></c>'
    shown = "".join(char for char in text if char in "\t\n\r" or "\x20" <= char < "\ufffe")
    return f'<c t="inlineStr"><is><t>{escape(shown)}</t></is></c>' if text else "<c/>"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def ingepakt(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file, the same every time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def xlsx(inhoud: bytes) -> bytes:
    """A file as a workbook of one sheet."""
    return ingepakt(delen(inhoud))


def parquet(inhoud: bytes) -> bytes:
    """A file as Parquet: a column of whole numbers, amounts or days where all its cells are."""
    kop, *lines = rijen(inhoud) or [[]]
    columns = [[row[nr] if nr < len(row) else "" for row in lines] for nr in range(len(kop))]
    table = pa.Table.from_arrays([_column(cells) for cells in columns], names=kop)
    packed = io.BytesIO()
    pq.write_table(table, packed)
    return packed.getvalue()


def _column(cells: Sequence[str]) -> pa.Array:
    filled = [cell for cell in cells if cell]
    make: Any = str
    if filled and all(map(_NUMBER.fullmatch, filled)):
        make = Decimal if any("." in cell for cell in filled) else int
    elif filled and all(_day(cell) is not None for cell in filled):
        make = _day
    made = [make(cell) if cell else None for cell in cells]
    return pa.array(made, pa.decimal128(18, 4) if make is Decimal else None)
