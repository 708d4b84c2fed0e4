"""Who agrees and who disagrees with whom: discourse networks.

`affiliation` has who agrees or disagrees with which measure, `projection` joins the actors who do so alike or
otherwise, `groups` looks for communities among them, `network` asks all of it, in one stretch of time or in several.
"""

from parley.analysis.network.affiliation import Actors, Affiliation, affiliations
from parley.analysis.network.groups import Groups, groups
from parley.analysis.network.network import Network, network, windows
from parley.analysis.network.projection import Edge, Kind, Node, Tie, edges

__all__ = [
    "Actors",
    "Affiliation",
    "Edge",
    "Groups",
    "Kind",
    "Network",
    "Node",
    "Tie",
    "affiliations",
    "edges",
    "groups",
    "network",
    "windows",
]
