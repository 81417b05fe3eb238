"""The rules of iJw and iWmo 3.2 that need other deliveries: the marts flag, and never refuse.

`queries/mart/regel.sql` flags lines, `queries/mart/signaal.sql` starts, stops and toewijzingen,
`queries/keuze/verzoeksignaal.sql` and `antwoordsignaal.sql` verzoeken, and
`queries/gegevens/signalen.sql` messages and late stops; a test keeps these lists and that SQL the
same.
"""

from typing import Final

from sdash.contracts.regels import Regel

OF_REGEL: Final = (
    Regel("0611", "TR418", "323", "Another tariff than was agreed on, where the tarieven say so."),
    Regel("8017", "TR323", "323", "A credit whose debit is not there."),
    Regel("8021", "TR314", "323", "A reference number that came before; one of both counts."),
    Regel("8187", "TR304", "323", "A line of another person than its toewijzing."),
    Regel("9307", "TR307", "323", "A line that begins before its toewijzing."),
    Regel("9308", "TR308", "323", "A line that ends after its toewijzing."),
    Regel("9321", "TR321", "323", "More than the volume of a toewijzing of a volume in total."),
    Regel("9322", "TR322", "323", "Lines that together exceed such a volume."),
    Regel("9333", "TR333", "323", "A number of a declaratie that came before."),
    Regel("9338", "TR338", "323", "A line of no toewijzing at this aanbieder."),
    Regel("9339", "TR339", "323", "Another productcategorie than the toewijzing."),
    Regel("9340", "TR340", "323", "Another productcode than the toewijzing."),
    Regel("9341", "TR341", "323", "Another eenheid than the toewijzing."),
    Regel("9369", "TR369", "323", "Lines that together exceed the budget of their toewijzing."),
    Regel("9384", "TR384", "323", "A line of a toewijzing that was removed (reden 13)."),
    Regel("9387", "TR387", "323", "Not from the first of the month, nor from the toewijzing's."),
    Regel("9388", "TR388", "323", "Not until the last of the month, nor of the toewijzing."),
    Regel(
        "9389", "TR389", "323", "A credit of another amount, or a debit of a period that has one."
    ),
    Regel("9390", "TR390", "323", "One of several credits of the same line."),
)
OF_SIGNAAL: Final = (
    Regel("9019", "TR019", "305, 307", "A start or stop that fits no toewijzing, or several."),
    Regel("9063", "TR063", "305, 307", "The removal of what is not there."),
    Regel("9069", "TR382", "307", "A stop of which there is no start."),
    Regel("9071", "TR071", "305", "The removal of a start of which a stop stands."),
    Regel("9074", "TR074", "305, 307", "The same start or stop again, not removed in between."),
    Regel("9326", "TR326", "305", "A start while an earlier one of the toewijzing is not stopped."),
    Regel("9332", "TR332", "301", "The toewijzingnummer of another person or aanbieder."),
    Regel("9413", "TR413", "307", "One of several interruptions of the same start."),
    Regel("9414", "TR414", "307", "An end before the interruption of the same start."),
    Regel("9415", "TR415", "307", "One of several ends of the same start."),
    Regel("overlap", "", "301", "A toewijzing while one of the same product there has not ended."),
    Regel("vroeg", "", "305", "A start after the dagtekening of its message."),
)
OF_VERZOEK: Final = (
    Regel("9347", "TR347", "315, 317", "A reference that another verzoek has."),
    Regel("9349", "TR349", "317", "Not all toewijzingen of the person that ran then."),
    Regel("9350", "TR350", "317", "A product that stays, and was no toewijzing that ran."),
    Regel("9351", "TR351", "317", "A product to change that was no toewijzing that ran."),
    Regel("9357", "TR357", "317", "A change from a day outside the period of its toewijzing."),
    Regel("9361", "TR361", "315, 317", "A new product while the same one ran in that period."),
    Regel("9373", "TR373", "317", "Another budget from another day than its toewijzing began."),
    Regel("9375", "TR375", "317", "A volume for a toewijzing without a product."),
)
OF_ANTWOORD: Final = (
    Regel("9355", "TR355", "319", "An answer to a verzoek that is not there."),
    Regel("9359", "TR359", "319", "An answer after a toewijzing was given for it."),
    Regel("9360", "TR360", "319", "In onderzoek, after an earlier answer."),
    Regel("9365", "TR365", "319", "Turned down, after it was turned down before."),
    Regel("9374", "TR374", "317", "A verzoek while another one of the same person is open."),
    Regel("9379", "TR379", "301", "A reference of which there is no verzoek."),
)
OF_BERICHT: Final = (
    Regel("8848", "TR135", "all", "A dagtekening after the day of receipt."),
    Regel("9056", "TR056", "all", "An identificatie that another message of the same kind has."),
    Regel("laat", "", "307", "A stop of more than five working days ago."),
)
