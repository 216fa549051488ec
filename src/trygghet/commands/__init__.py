"""The commands of `trygghet`, one module each."""
