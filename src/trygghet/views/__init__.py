"""What a page says, before it is laid out: the app and the pages without JavaScript share it."""
