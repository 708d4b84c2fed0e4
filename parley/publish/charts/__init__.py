"""Answers as charts: Vega-Lite specifications that the page's own script draws. Nothing here opens a file."""

from parley.publish.charts.coverage import coverage
from parley.publish.charts.distance import distance
from parley.publish.charts.history import history
from parley.publish.charts.layers import Spec
from parley.publish.charts.network import network
from parley.publish.charts.quoting import quoting
from parley.publish.charts.timeline import timeline
from parley.publish.charts.window import Window

__all__ = ["Spec", "Window", "coverage", "distance", "history", "network", "quoting", "timeline"]
