#!/usr/bin/python3
"""Writes networkx.json: graphs and what NetworkX says of them. Run it with the NetworkX named in the file's `versions`.

Arcs are written as the kernels get them, loops and parallels included; NetworkX sees the simple, loop-free graph, with
parallel distances at their least. Distances are multiples of 1/8, so that sums are exact and ties are ties for everyone.
"""
import json
import math
import pathlib
import platform
import random

import networkx as nx
import numpy
import scipy


def random_arcs(rng, size, arcs):
    return [(rng.randrange(size), rng.randrange(size), rng.randint(1, 16) / 8) for _ in range(arcs)]


def simple(size, arcs, directed):
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(size))
    for u, v, value in arcs:
        if u != v:
            known = graph.edges[u, v]["value"] if graph.has_edge(u, v) else float("inf")
            graph.add_edge(u, v, value=min(value, known))
    return graph


def listed(per_node, size):
    return [per_node[v] for v in range(size)]


def without_nan(per_node):
    return {v: 0 if math.isnan(value) else float(value) for v, value in per_node.items()}


def measure(graph, personalisation):
    size = len(graph)
    # NetworkX measures distances inward; ours go outward.
    outward = graph.reverse() if graph.is_directed() else graph
    pagerank = {"tol": 1e-15, "max_iter": 10_000}
    fresh = dict(enumerate(personalisation))
    results = {
        "degree": nx.degree_centrality(graph),
        "betweenness": nx.betweenness_centrality(graph),
        "betweennessRaw": nx.betweenness_centrality(graph, normalized=False),
        "betweennessWeighted": nx.betweenness_centrality(graph, weight="value"),
        "closeness": nx.closeness_centrality(outward),
        "closenessUncorrected": nx.closeness_centrality(outward, wf_improved=False),
        "closenessWeighted": nx.closeness_centrality(outward, distance="value"),
        "harmonic": nx.harmonic_centrality(outward),
        "harmonicWeighted": nx.harmonic_centrality(outward, distance="value"),
        "pagerank": nx.pagerank(graph, weight=None, **pagerank),
        "pagerankWeighted": nx.pagerank(graph, weight="value", **pagerank),
        "pagerankPersonalised": nx.pagerank(graph, weight=None, personalization=fresh, alpha=0.7, **pagerank),
        "coreNumber": nx.core_number(graph),
        "clustering": nx.clustering(graph),
    }
    into = max((graph.in_degree(v) if graph.is_directed() else graph.degree(v)) for v in graph)
    results["katz"] = nx.katz_centrality_numpy(graph, alpha=1 / (1 + into))
    into = max((graph.in_degree if graph.is_directed() else graph.degree)(v, weight="value") for v in graph)
    results["katzWeighted"] = nx.katz_centrality_numpy(graph, alpha=1 / (1 + into), weight="value")
    results["eccentricity"] = {v: max(nx.single_source_shortest_path_length(graph, v).values()) for v in graph}
    if not graph.is_directed():
        results["triangles"] = nx.triangles(graph)
        # On directed graphs NetworkX leaves out nodes that only are pointed to.
        results["constraint"] = without_nan(nx.constraint(graph))
        results["effectiveSize"] = without_nan(nx.effective_size(graph))
    # Only where one eigenvalue stands above the others is there one answer.
    if nx.is_strongly_connected(graph) if graph.is_directed() else nx.is_connected(graph):
        results["eigenvector"] = nx.eigenvector_centrality(graph, tol=1e-14, max_iter=100_000)
        results["eigenvectorWeighted"] = nx.eigenvector_centrality(graph, tol=1e-14, max_iter=100_000, weight="value")
        if size > 2:
            # Its singular vectors of a pair are wrong.
            results["hubs"], results["authorities"] = nx.hits(graph, tol=1e-15, max_iter=100_000)
            # It reads no other attribute than this one.
            nx.set_edge_attributes(graph, nx.get_edge_attributes(graph, "value"), "weight")
            results["hubsWeighted"], results["authoritiesWeighted"] = nx.hits(graph, tol=1e-15, max_iter=100_000)
    components = nx.weakly_connected_components(graph) if graph.is_directed() else nx.connected_components(graph)
    return {
        **{name: listed(per_node, size) for name, per_node in results.items()},
        "components": sorted(sorted(component) for component in components),
    }


def of_ties(graph):
    """Per-tie values, as [u, v, value] with u < v where direction is not read."""
    def rows(per_tie):
        return [[*((u, v) if graph.is_directed() else sorted((u, v))), value] for (u, v), value in per_tie.items()]
    return {
        "betweenness": rows(nx.edge_betweenness_centrality(graph)),
        "betweennessRaw": rows(nx.edge_betweenness_centrality(graph, normalized=False)),
        "betweennessWeighted": rows(nx.edge_betweenness_centrality(graph, weight="value")),
    }


def of_pairs(graph):
    """What link prediction says of pairs without a tie that share a neighbour, as [u, v, common, adamicAdar, resourceAllocation, jaccard]."""
    pairs = [(u, v) for u, v in nx.non_edges(graph) if any(True for _ in nx.common_neighbors(graph, u, v))]
    scores = [
        [value for _, _, value in predictor(graph, pairs)]
        for predictor in (nx.adamic_adar_index, nx.resource_allocation_index, nx.jaccard_coefficient)
    ]
    return sorted(
        [*sorted(pair), len(list(nx.common_neighbors(graph, *pair))), *values]
        for pair, *values in zip(pairs, *scores)
    )


def with_groups(graph):
    """Modularity of a partition that chance made, plain and by strength."""
    groups = [v % 3 for v in graph]
    parts = [{v for v in graph if groups[v] == group} for group in range(3)]
    modularity = nx.community.modularity
    return {
        "groups": groups,
        "plain": modularity(graph, parts, weight=None),
        "valued": modularity(graph, parts, weight="value"),
        "finer": modularity(graph, parts, weight=None, resolution=1.7),
    }


def specimen(name, size, arcs, directed):
    rng = random.Random(name)
    personalisation = [rng.randint(0, 4) for _ in range(size)]
    return {
        "name": name,
        "size": size,
        "directed": directed,
        "arcs": arcs,
        "personalisation": personalisation,
        "expected": measure(simple(size, arcs, directed), personalisation),
        "ties": of_ties(simple(size, arcs, directed)),
        **({} if directed else {"pairs": of_pairs(simple(size, arcs, directed)), "partition": with_groups(simple(size, arcs, directed))}),
    }


def main():
    rng = random.Random(20261122)
    karate = [(u, v, rng.randint(1, 16) / 8) for u, v in nx.karate_club_graph().edges]
    # Three parts that never meet, one of them two nodes, and isolated nodes at the end.
    disconnected = (
        random_arcs(rng, 12, 20)
        + [(u + 12, v + 12, value) for u, v, value in random_arcs(rng, 9, 14)]
        + [(21, 22, 0.5)]
    )
    graphs = [
        specimen("karate club", 34, karate, False),
        specimen("directed with loops and parallels", 40, random_arcs(rng, 40, 150), True),
        specimen("disconnected", 26, disconnected, False),
        specimen("disconnected directed", 26, disconnected, True),
        specimen("dense with equal distances", 30, random_arcs(rng, 30, 200), False),
        specimen("pair", 2, [(0, 1, 0.25)], False),
    ]
    versions = {
        "networkx": nx.__version__,
        "numpy": numpy.__version__,
        "scipy": scipy.__version__,
        "python": platform.python_version(),
    }
    out = pathlib.Path(__file__).with_name("networkx.json")
    text = json.dumps({"versions": versions, "graphs": graphs}, separators=(",", ":"))
    out.write_text(text.replace('},{"name"', '},\n{"name"') + "\n")


if __name__ == "__main__":
    main()
