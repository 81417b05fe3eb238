"""What a test reads in a figure: its series, and all the words in it."""

from sdash.figures.style import Figure, Trace


def traces(figure: Figure) -> list[Trace]:
    """The series that draw; the words among them are read by `words`."""
    return [trace for trace in figure["data"] if trace.get("mode") != "text"]


def words(figure: Figure) -> str:
    """All words in a drawing, at its lines and at its bars."""
    said = [part["text"] for part in figure["layout"].get("annotations", [])]
    said += [
        text for trace in figure["data"] if trace.get("mode") == "text" for text in trace["text"]
    ]
    return " ".join(said)
