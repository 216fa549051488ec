"""`python -m trygghet` does what `trygghet` does."""

from trygghet.cli import main

raise SystemExit(main())
