"""Golden values for tests/exchange/fixtures.test.ts: run with a Python that has NetworkX, from the repository root.

    python3 tests/golden/exchange-fixtures.py > tests/golden/exchange-fixtures.json

Reads ../shared/fixtures. Files that NetworkX refuses (mixed directions, GEXF 1.3) are left out.
"""
import json
import os
import networkx as nx

FOLDER = "../shared/fixtures"
READERS = {
    ".graphml": nx.read_graphml,
    ".gexf": nx.read_gexf,
    ".gml": lambda path: nx.read_gml(path, label="id"),
}
files = {}
for name in sorted(os.listdir(FOLDER)):
    read = READERS.get(os.path.splitext(name)[1])
    if read is None:
        continue
    try:
        graph = read(os.path.join(FOLDER, name))
    except nx.NetworkXError:
        continue
    files[name] = {
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "directed": graph.is_directed(),
        "degreeSquares": sum(degree * degree for _, degree in graph.degree()),
        "weight": sum(data.get("weight", 0) for _, _, data in graph.edges(data=True)),
    }
print(json.dumps({"networkx": nx.__version__, "files": files}, indent=2))
