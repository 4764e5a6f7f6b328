#!/usr/bin/python3
"""Writes small GraphML files and their betweenness after NetworkX 2.8.8 (in graph-files/), the golden values of `asterism rank`.

Run: /usr/bin/python3 tests/golden/graph-files.py
"""
import json
import pathlib
import random

import networkx as nx

FOLDER = pathlib.Path(__file__).parent / "graph-files"


def directed():
    """Strongly connected only in part, with islands that reach nothing."""
    graph = nx.gnp_random_graph(40, 0.06, seed=7, directed=True)
    return nx.relabel_nodes(graph, lambda node: f"d{node:02}")


def undirected():
    """Hubs, leaves and two components."""
    graph = nx.barabasi_albert_graph(50, 2, seed=11)
    graph.add_edges_from([(100, 101), (101, 102), (102, 103), (103, 100)])
    return nx.relabel_nodes(graph, lambda node: f"u{node:03}")


def multigraph():
    """Parallel edges and loops, which must change nothing."""
    chance = random.Random(13)
    graph = nx.MultiGraph()
    graph.add_nodes_from(f"m{node:02}" for node in range(30))
    names = list(graph)
    for _ in range(60):
        ends = chance.choice(names), chance.choice(names)
        for _ in range(chance.randint(1, 3)):
            graph.add_edge(*ends)
    graph.add_edges_from((name, name) for name in names[:5])
    return graph


def directed_multigraph():
    """The same in one direction."""
    chance = random.Random(17)
    graph = nx.MultiDiGraph()
    names = [f"x{node:02}" for node in range(30)]
    graph.add_nodes_from(names)
    for _ in range(80):
        ends = chance.choice(names), chance.choice(names)
        for _ in range(chance.randint(1, 3)):
            graph.add_edge(*ends)
    graph.add_edges_from((name, name) for name in names[:5])
    return graph


def main():
    FOLDER.mkdir(exist_ok=True)
    golden = {"networkx": nx.__version__, "betweenness": {}}
    for make in (directed, undirected, multigraph, directed_multigraph):
        graph, name = make(), make.__name__.replace("_", "-")
        nx.write_graphml_xml(graph, FOLDER / f"{name}.graphml")
        golden["betweenness"][name] = nx.betweenness_centrality(graph)
    (FOLDER / "golden.json").write_text(json.dumps(golden, indent=1, sort_keys=True) + "\n")


main()
