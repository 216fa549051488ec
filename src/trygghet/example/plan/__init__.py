"""The activity plan of the example, written by hand: one module for each focus area."""

from trygghet.example.plan.around import AROUND
from trygghet.example.plan.dialogue import DIALOGUE
from trygghet.example.plan.environment import ENVIRONMENT
from trygghet.example.plan.presence import PRESENCE
from trygghet.example.plan.traffic import TRAFFIC
from trygghet.example.plan.youth import YOUTH

ACTIVITIES = (*PRESENCE, *YOUTH, *TRAFFIC, *ENVIRONMENT, *DIALOGUE, *AROUND)
