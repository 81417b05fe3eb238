"""Everything that knows Streamlit, so that a page only composes."""
