"""Times one work of one library on one graph: `peers.py LIBRARY WORK GRAPH SCORES RUNS SECONDS`; prints JSON on the last line.

GRAPH is binary: size, edges, directed (Uint32 each, padded to 16 bytes), the ends (Uint32 each), lengths (Float64). Each work is run
RUNS times, or fewer once SECONDS have passed; scores of the last run are written to SCORES as Float64. Times are in milliseconds;
NetworkX searches from 100 nodes, and `scale` tells by what its times are to be multiplied.
"""
import json
import random
import sys
import time
from array import array

library, work, graph_file, scores_file, runs, seconds = sys.argv[1:]
with open(graph_file, "rb") as file:
    size, edges, directed, _ = (head := array("I", file.read(16)))
    ends = array("I", file.read(8 * edges))
    lengths = array("d", file.read(8 * edges))
pairs = list(zip(ends[:edges], ends[edges:]))
random.seed(1)
couples = [(random.randrange(size), random.randrange(size)) for _ in range(200)]
some = random.sample(range(size), min(100, size))
scaled = False


def igraph_works():
    import igraph

    g = igraph.Graph(n=size, edges=pairs, directed=bool(directed))
    weights = lengths.tolist()
    return igraph.__version__, {
        "betweenness": lambda: g.betweenness(directed=bool(directed)),
        "weighted betweenness": lambda: g.betweenness(directed=bool(directed), weights=weights),
        "betweenness of ties": lambda: g.edge_betweenness(directed=bool(directed)),
        "harmonic": lambda: g.harmonic_centrality(mode="out", normalized=False),
        "PageRank": lambda: g.pagerank(),
        "core numbers": lambda: g.coreness(mode="all"),
        "Leiden": lambda: g.community_leiden(objective_function="modularity"),
        "one shortest path": lambda s, t: g.get_shortest_paths(s, t),
    }


def networkx_works():
    global scaled
    import networkx as nx

    g = (nx.DiGraph if directed else nx.Graph)()
    g.add_nodes_from(range(size))
    g.add_weighted_edges_from(((u, v, w) for (u, v), w in zip(pairs, lengths)), weight="length")
    scaled = "betweenness" in work or work == "harmonic"
    return nx.__version__, {
        "betweenness": lambda: nx.betweenness_centrality(g, k=len(some), seed=1),
        "weighted betweenness": lambda: nx.betweenness_centrality(g, k=len(some), seed=1, weight="length"),
        "betweenness of ties": lambda: nx.edge_betweenness_centrality_subset(g, some, list(g)),
        "harmonic": lambda: nx.harmonic_centrality(g, sources=some),
        "PageRank": lambda: nx.pagerank(g, tol=1e-12, max_iter=1000),
        "core numbers": lambda: nx.core_number(g),
        "one shortest path": lambda s, t: nx.has_path(g, s, t) and nx.shortest_path(g, s, t),
    }


def graph_tool_works():
    import graph_tool.all as gt

    g = gt.Graph(directed=bool(directed))
    g.add_vertex(size)
    length = g.new_edge_property("double")
    g.add_edge_list(((u, v, w) for (u, v), w in zip(pairs, lengths)), eprops=[length])
    return gt.__version__.split()[0], {
        "betweenness": lambda: gt.betweenness(g, norm=False)[0].a,
        "weighted betweenness": lambda: gt.betweenness(g, weight=length, norm=False)[0].a,
        "betweenness of ties": lambda: gt.betweenness(g, norm=False)[1].a,
        "harmonic": lambda: gt.closeness(g, harmonic=True, norm=False).a,
        "PageRank": lambda: gt.pagerank(g, epsilon=1e-12).a,
        "core numbers": lambda: gt.kcore_decomposition(g).a,
        "one shortest path": lambda s, t: gt.shortest_path(g, g.vertex(s), g.vertex(t)),
    }


try:
    version, works = {"igraph": igraph_works, "NetworkX": networkx_works, "graph-tool": graph_tool_works}[library]()
except ImportError:
    print(json.dumps({"missing": "not installed"}))
    sys.exit()
if work not in works:
    print(json.dumps({"missing": "—", "version": version}))
    sys.exit()
calls = [lambda couple=couple: works[work](*couple) for couple in couples] if work == "one shortest path" else [works[work]] * int(runs)
times = []
modularities = []
began = time.perf_counter()
for call in calls:
    start = time.perf_counter()
    result = call()
    times.append((time.perf_counter() - start) * 1000)
    if library == "igraph" and work == "Leiden":
        modularities.append(result.modularity)
    if time.perf_counter() - began > float(seconds):
        break
if library == "igraph" and work == "Leiden":
    result = modularities
if library == "igraph" and work != "one shortest path":
    with open(scores_file, "wb") as file:
        array("d", result).tofile(file)
answer = {"version": version, "times": times}
if scaled:
    answer["scale"] = size / len(some)
print(json.dumps(answer))
