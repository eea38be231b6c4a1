"""The same pure function over many parts, on processes of this machine or on the workers of a Dask scheduler.

An adapter: it knows neither passes nor element sets, and is the only room that opens connections (Dask does it). Needs the
extra ``dask``; nothing else loads it.
"""

from bongsu.cluster.session import Cluster, NotComputed, open_cluster

__all__ = ["Cluster", "NotComputed", "open_cluster"]
