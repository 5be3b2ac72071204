"""The suggestion service of source 000 without its model and its database: FastAPI, FAISS IndexFlatIP, titles in memory.

The reference of `bench suggest`, tuned as somebody would who means it well: uvloop, httptools and OpenBLAS, searches in threads (FAISS lets go of
the interpreter's lock), buckets of words remembered, answers written without the framework's encoders.

TITLES names a file with one title a line; ids count from 1. GATHER=1 answers all queries that wait with one search of FAISS, which the source
does not do.
"""
import asyncio
import functools
import json
import os
import re
import zlib

import faiss
import numpy as np
from fastapi import FastAPI, Query, Response

DIMENSIONS = 384
WORDS = re.compile(r"\w+")

# Many searches run at once, so each has one core; and Debian's FAISS has no SIMD of its own: the matrix library is faster even for one query.
faiss.omp_set_num_threads(1)
faiss.cvar.distance_compute_blas_threshold = 1


@functools.lru_cache(maxsize=100_000)
def buckets(word: str) -> tuple[np.ndarray, np.ndarray]:
    """Where a word and its character 3- to 5-grams go, and with which sign."""
    framed = f"<{word}>"
    grams = sorted({framed[i : i + n] for n in (3, 4, 5) for i in range(len(framed) - n + 1)})
    hashes = np.array([zlib.crc32(gram.encode()) for gram in [*grams, word]], dtype=np.int64)
    weights = np.where(hashes & 0x10000, 1.0, -1.0)
    weights[-1] *= 2  # the whole word says more than one of its pieces
    return hashes % DIMENSIONS, weights


def embed(text: str) -> np.ndarray:
    parts = [buckets(word) for word in WORDS.findall(text.lower())]
    if not parts:
        return np.zeros((1, DIMENSIONS), dtype=np.float32)
    vector = np.bincount(np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts]), DIMENSIONS).astype(np.float32)
    vector /= np.sqrt(vector @ vector) or 1.0
    return vector.reshape(1, DIMENSIONS)


def answer(query: str, similarities: np.ndarray, positions: np.ndarray) -> Response:
    results = [
        {"id": position + 1, "title": titles[position], "similarity": similarity}
        for position, similarity in zip(positions.tolist(), similarities.tolist())
        if position >= 0
    ]
    return Response(json.dumps({"query": query, "results": results}, ensure_ascii=False), media_type="application/json")


with open(os.environ["TITLES"], encoding="utf-8") as file:
    titles = file.read().splitlines()
index = faiss.IndexFlatIP(DIMENSIONS)
index.add(np.concatenate([embed(title) for title in titles]))

app = FastAPI()
waiting: list[tuple[np.ndarray, int, asyncio.Future]] = []


def suggest(query: str, k: int = Query(5, ge=1, le=50)) -> Response:
    similarities, positions = index.search(embed(query), k)
    return answer(query, similarities[0], positions[0])


async def suggest_gathered(query: str, k: int = Query(5, ge=1, le=50)) -> Response:
    loop = asyncio.get_running_loop()
    found = loop.create_future()
    if not waiting:
        loop.call_soon(loop.call_soon, search_waiting)  # behind the requests that have come in by now
    waiting.append((embed(query), k, found))
    return answer(query, *await found)


def search_waiting() -> None:
    batch = waiting.copy()
    waiting.clear()
    similarities, positions = index.search(np.concatenate([vector for vector, _, _ in batch]), max(k for _, k, _ in batch))
    for row, (_, k, found) in enumerate(batch):
        if not found.cancelled():
            found.set_result((similarities[row, :k], positions[row, :k]))


app.get("/suggest")(suggest_gathered if os.environ.get("GATHER") == "1" else suggest)


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "OK"}
