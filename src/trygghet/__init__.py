"""Trygghet: a public dashboard for a Swedish citizen promise (medborgarlöfte)."""
