"""What leaves the screen: the sheet for a meeting, the card for other sites, link pictures."""
