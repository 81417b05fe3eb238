"""One file a page, which Streamlit runs from top to bottom; a page only composes."""
