"""The store: one file that holds every report, every finding and the proof of each."""

from parley.record.adding import Added
from parley.record.asking import Counts
from parley.record.copies import Copies
from parley.record.store import Record
from parley.record.verify import Damage, Fault, verify

__all__ = ["Added", "Copies", "Counts", "Damage", "Fault", "Record", "verify"]
