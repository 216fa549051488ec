"""What the Streamlit pages share: the address, the shell round every page, showing HTML."""
