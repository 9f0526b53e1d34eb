"""Learn src/newskit/data/affixes.tsv, the weights of ``newskit.morphology``.

A log-linear model chooses among the candidates of a word (its analyses and the word itself); it is fitted to
the lemmas of the treebanks in shared/eval and to the pairs of tests/data/stem_words.txt.
"""
import gzip, json, sys, collections, math
from pathlib import Path
import numpy as np
from scipy.optimize import minimize
from newskit import lexicon, morphology as m
from newskit.morphology import Analysis

BREAKS = ".!?:…\"“”‘'([\n"

def begins(text, start):
    before = text[:start].rstrip(" ")
    return not before or before[-1] in BREAKS

def treebank(path, prefix):
    out = collections.Counter()
    for r in map(json.loads, gzip.open(path, "rt")):
        if not r["id"].startswith(prefix): continue
        for a, b, lemma, tag in r["tokens"]:
            w = r["text"][a:b]
            if '-' in w or not w.isalpha(): continue
            cap = w[0].isupper() and not begins(r["text"], a)
            out[w.lower(), cap, lemma] += 1
    return out

def news_roots(R):
    return {w for w, (d, c) in lexicon.words().items() if d >= 10 and c < 50 and len(w) > 3 and w not in R and w.isalpha()}

def features(word, cap, a, R):
    f = collections.Counter()
    if a is None:
        for n, v in m.whole_features(word, word in R, cap): f[n] += v
    else:
        for n in m.affix_features(a.prefixes, a.suffixes): f[n] += 1
        for n, v in m.name_features(word, a, cap): f[n] += v
        for n in m.shape_features(a, R): f[n] += 1
        for n, v in m.root_features(a.root, a.root in R, m.MORPHEMES[a.prefixes[-1]] if a.prefixes else ''): f[n] += v
    return f

def names(roots):
    """Words that news writes with a capital throughout and that are no confix: their own roots."""
    out = collections.Counter()
    for w, (d, c) in lexicon.words().items():
        if c >= 99 and d >= 8 and not w.endswith("kan") and w not in roots:
            if not any(a.prefixes and a.suffixes for a in m.analyses(w, roots)):
                out[w, False, w] += 1
    return out

def candidates(word, roots): return [None, *m.analyses(word, roots)]

def build(counts, R, roots, index, grow):
    data = []
    miss = []
    for (w, cap, lemma), n in counts.items():
        cs = candidates(w, roots)
        if len(cs) < 2:
            if lemma != w: miss.append((w, lemma))
            continue
        good = [(c is None and lemma == w) or (c is not None and c.root == lemma) for c in cs]
        if not any(good): miss.append((w, lemma)); continue
        X = []
        for c in cs:
            f = features(w, cap, c, R)
            X.append([(index.setdefault(k, len(index)) if grow else index.get(k, -1), v) for k, v in f.items()])
        data.append((w, cap, lemma, cs, X, np.array(good), 1 + math.log(n)))
    return data, miss

def fit(data, nf, l2=1):
    rows = [X for d in data for X in d[4]]
    from scipy.sparse import csr_matrix
    ip=[0]; ind=[]; val=[]
    for X in rows:
        for k, v in X: ind.append(k); val.append(v)
        ip.append(len(ind))
    A = csr_matrix((val, ind, ip), shape=(len(rows), nf))
    starts = np.cumsum([0]+[len(d[4]) for d in data])
    good = np.concatenate([d[5] for d in data]); wt = np.array([d[6] for d in data])
    seg = np.repeat(np.arange(len(data)), np.diff(starts))
    def f(w):
        s = A @ w
        mx = np.maximum.reduceat(s, starts[:-1]); e = np.exp(s - mx[seg])
        Z = np.add.reduceat(e, starts[:-1]); G = np.add.reduceat(e*good, starts[:-1])
        p = e/Z[seg]; q = e*good/G[seg]
        return -(wt*np.log(G/Z)).sum()+l2*(w@w), A.T@(wt[seg]*(p-q))+2*l2*w
    r = minimize(f, np.zeros(nf), jac=True, method="L-BFGS-B", options=dict(maxiter=500))
    return r.x

def errors(data, w):
    out = []
    for word, cap, lemma, cs, X, good, n in data:
        s = [sum(w[k]*v for k, v in x if k >= 0) for x in X]
        i = int(np.argmax(s))
        if not good[i]: out.append((word, cap, lemma, cs[i], n))
    return out
def pairs(path):
    return collections.Counter((w, False, r) for w, r in (l.split() for l in open(path) if l[0] != '#') if '-' not in w)
