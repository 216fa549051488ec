"""Charts as plain SVG for pages that answer, as Plotly figures for pages that explore."""
