"""Turn the owner's extracts into rows of the promise folder's files, one module per kind."""

from trygghet.extracts import plan, police, sol, status, survey
from trygghet.extracts.extract import Kind

# The word after `trygghet import` and the function that reads such an extract.
KINDS: dict[str, Kind] = {
    "sol": sol.read,
    "survey": survey.read,
    "plan": plan.read,
    "status": status.read,
    "reports": police.read_reports,
    "counts": police.read_counts,
}
