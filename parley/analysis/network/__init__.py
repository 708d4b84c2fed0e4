"""Who agrees and who disagrees with whom: discourse networks.

`affiliation` has who agrees or disagrees with which measure, `projection` joins the actors who do so alike or
otherwise, `communities` looks for those who keep together, `network` asks all of it, in one stretch of time or in
several.
"""

from parley.analysis.network.affiliation import Actors, Affiliation, affiliations
from parley.analysis.network.communities import Communities, communities
from parley.analysis.network.network import Network, network, windows
from parley.analysis.network.projection import Edge, Kind, Tie, Vertex, edges

__all__ = [
    "Actors",
    "Affiliation",
    "Communities",
    "Edge",
    "Kind",
    "Network",
    "Tie",
    "Vertex",
    "affiliations",
    "communities",
    "edges",
    "network",
    "windows",
]
