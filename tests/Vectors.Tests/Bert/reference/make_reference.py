#!/usr/bin/python3
"""Writes the tiny models of this folder and what an independent implementation makes of them.

    apt-get install --no-install-recommends python3-torch
    /usr/bin/python3 tests/Vectors.Tests/Bert/reference/make_reference.py

The encoder is written down here with torch's own operations; its weights are random with a fixed seed. Hugging Face's tokenizers are not
at hand, so what BertNormalizer, BertPreTokenizer and WordPiece do is written a second time with Python's unicodedata: the rules of the
Rust library (control = Cc, Cf, Co; lower case letter by letter), not those of its older Python twin.
It writes src/Vectors/Embedding/Bert/Tokenizing/AccentTable.txt too.
"""
import json
import struct
import unicodedata
from pathlib import Path

import torch

HERE = Path(__file__).resolve().parent
TABLE = HERE.parents[3] / "src/Vectors/Embedding/Bert/Tokenizing/AccentTable.txt"
HIDDEN, LAYERS, HEADS, INTERMEDIATE, POSITIONS, EPS = 32, 2, 4, 40, 40, 1e-12

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = """recuperacao recupera ##cao ##ção de senha senhas ##s validar valid ##acao ##ar cpf invalido login with valid password ##word pass
 ##es sao são São Validar caf ##e ##é café cafe a o the test ##ing ##ed pay ##ment naive ab ##ab ##abc 中 文 字 豈 か ##か ᄒ ##ᅡ ##ᆫ 😀 ##😀
 ( ) . , - _ ! ? # $ = " ' [ ] / « » — … ¿ ; + 1 2 ##1 ##2 ##0 i ##i ##̇ ß ##ß σ ##σ ##ς क ##ा ##ি
 x ##x e ##t ##o ##n ##r ##a ##z ##w ##d ##m ##c ##p ##u ##h ##l I İ R ##R É ﬁ ﷺ""".split()
VOCAB = list(dict.fromkeys(SPECIAL + WORDS))

TEXTS = [
    "", " ", "Recuperação de senha", "RECUPERAÇÃO  DE\tSENHAS!!!", "validar cpf inválido", "valid login with password",
    "Recuperac\u0327a\u0303o de senha", "São café", "SÃO CAFÉ", "caf\u0065\u0301", "\u0301", "a\u0301\u0302\u0327o",
    "testing zero\u200bwidth", "te\u00adst", "\ufeffsenha\u200d", "a\u0000b\u0007\u001bc\u007f", "line\u2028separa\u2029tor\u0085x\u000bx",
    "a\u00a0o\u3000the\u2003test", "😀", "a😀o 😀😀", "👩‍👩‍👧 test", "中文字", "a中文b", "\uf900字\U0002f800", "が か", "한 하", "\ufb01 \ufdfa",
    "x" * 100, "x" * 101, "é" * 100, "xa" * 300, "senha " * 30, "((..--__!!", "...senha...", "¿senha? «test» — …", "\u037e \u1fef \u2260",
    "[MASK] senha", "a[SEP]b", "[MASKsenha", "[mask] [UNK]", "\ud83d", "caf\ud83dé", "\udc00x", "I İ i\u0307 ẞ ß Σίσυφος ΟΔΥΣΣΕΥΣ",
    "R$ 12,10", "user@test.com/path?x=1&y=2", "कि का ক\u09cb", "naïve ﬀ ｆｕｌｌ", "e\u0301" * 101, "\U0001f600" * 101, "\u0378\ue000\U000e0001x",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
]


# --- tokenizer -------------------------------------------------------------------------------------------------------------------------
def is_whitespace(ch):
    return ch in "\t\n\x0b\x0c\r\x85" or unicodedata.category(ch) in ("Zs", "Zl", "Zp")


def is_control(ch):
    return ch not in "\t\n\r" and unicodedata.category(ch) in ("Cc", "Cf", "Co", "Cs")


def is_ideograph(code):
    ranges = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]
    return any(low <= code <= high for low, high in ranges)


def is_punctuation(ch):
    return 33 <= ord(ch) <= 47 or 58 <= ord(ch) <= 64 or 91 <= ord(ch) <= 96 or 123 <= ord(ch) <= 126 or unicodedata.category(ch).startswith("P")


def normalize(text, lower):
    text = "".join(ch for ch in text if ord(ch) not in (0, 0xFFFD) and not is_control(ch))
    text = "".join(" " if is_whitespace(ch) else ch for ch in text)
    text = "".join(f" {ch} " if is_ideograph(ord(ch)) else ch for ch in text)
    if lower:
        text = "".join(ch for ch in unicodedata.normalize("NFD", text) if unicodedata.category(ch) != "Mn")
        text = "".join(ch.lower() for ch in text)
    return text


def words_of(text):
    words = [""]
    for ch in text:
        if is_whitespace(ch):
            words.append("")
        elif is_punctuation(ch):
            words += [ch, ""]
        else:
            words[-1] += ch
    return [word for word in words if word]


def pieces_of(word):
    if len(word) > 100:
        return ["[UNK]"]
    pieces, start = [], 0
    while start < len(word):
        end = len(word)
        while end > start and ("##" if start else "") + word[start:end] not in VOCAB:
            end -= 1
        if end == start:
            return ["[UNK]"]
        pieces.append(("##" if start else "") + word[start:end])
        start = end
    return pieces


def segments(text):
    while text:
        found = [(text.find(token), token) for token in SPECIAL if token in text]
        if not found:
            yield text, False
            return
        at, token = min(found)
        yield text[:at], False
        yield token, True
        text = text[at + len(token):]


def encode(text, lower, longest):
    pieces = []
    for part, special in segments(text):
        pieces += [part] if special else [piece for word in words_of(normalize(part, lower)) for piece in pieces_of(word)]
    return [VOCAB.index(piece) for piece in ["[CLS]", *pieces[:longest - 2], "[SEP]"]]


# --- encoder ---------------------------------------------------------------------------------------------------------------------------
def random_weights(seed):
    torch.manual_seed(seed)
    weights = {}

    def linear(name, out, into):
        weights[f"{name}.weight"] = torch.randn(out, into) * 0.25
        weights[f"{name}.bias"] = torch.randn(out) * 0.1

    def norm(name):
        weights[f"{name}.weight"] = 1 + torch.randn(HIDDEN) * 0.2
        weights[f"{name}.bias"] = torch.randn(HIDDEN) * 0.1

    for name, rows in [("word", len(VOCAB)), ("position", POSITIONS), ("token_type", 2)]:
        weights[f"embeddings.{name}_embeddings.weight"] = torch.randn(rows, HIDDEN) * 0.7
    norm("embeddings.LayerNorm")
    for i in range(LAYERS):
        at = f"encoder.layer.{i}"
        for part in ("query", "key", "value"):
            linear(f"{at}.attention.self.{part}", HIDDEN, HIDDEN)
        linear(f"{at}.attention.output.dense", HIDDEN, HIDDEN)
        norm(f"{at}.attention.output.LayerNorm")
        linear(f"{at}.intermediate.dense", INTERMEDIATE, HIDDEN)
        linear(f"{at}.output.dense", HIDDEN, INTERMEDIATE)
        norm(f"{at}.output.LayerNorm")
    return weights


ACTIVATIONS = {
    "gelu": torch.nn.functional.gelu,
    "gelu_new": lambda x: 0.5 * x * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (x + 0.044715 * x ** 3))),
    "relu": torch.relu,
}


def forward(weights, batch, activation, pooling):
    """The textbook way: padded to one length with a mask, in one batch."""
    functional = torch.nn.functional
    longest = max(map(len, batch))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in batch])
    mask = torch.tensor([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in batch])

    def linear(x, name):
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(x, name):
        return functional.layer_norm(x, (HIDDEN,), weights[f"{name}.weight"], weights[f"{name}.bias"], EPS)

    def heads(x):
        return x.view(len(batch), longest, HEADS, HIDDEN // HEADS).transpose(1, 2)

    table = {name: weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")}
    x = norm(table["word"][ids] + table["position"][:longest] + table["token_type"][0], "embeddings.LayerNorm")
    for i in range(LAYERS):
        at = f"encoder.layer.{i}"
        query, key, value = (heads(linear(x, f"{at}.attention.self.{part}")) for part in ("query", "key", "value"))
        scores = query @ key.transpose(-1, -2) / (HIDDEN // HEADS) ** 0.5 + (1 - mask)[:, None, None, :] * -1e9
        context = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(len(batch), longest, HIDDEN)
        x = norm(linear(context, f"{at}.attention.output.dense") + x, f"{at}.attention.output.LayerNorm")
        inner = ACTIVATIONS[activation](linear(x, f"{at}.intermediate.dense"))
        x = norm(linear(inner, f"{at}.output.dense") + x, f"{at}.output.LayerNorm")
    pooled = x[:, 0] if pooling == "cls" else (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
    return functional.normalize(pooled, dim=1).tolist()


# --- files -----------------------------------------------------------------------------------------------------------------------------
def write_safetensors(path, weights):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in weights.items():
        kind = {torch.float32: "F32", torch.float16: "F16"}[tensor.dtype]
        raw = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write_json(path, value, **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, **options) + "\n", encoding="utf-8")


def config():
    return {"model_type": "bert", "hidden_size": HIDDEN, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": INTERMEDIATE,
            "max_position_embeddings": POSITIONS, "layer_norm_eps": EPS, "hidden_act": "gelu", "vocab_size": len(VOCAB), "type_vocab_size": 2}


def tokenizer():
    special = [{"id": VOCAB.index(token), "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True} for token in SPECIAL]
    template = [{"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[SEP]", "type_id": 0}}]
    return {"version": "1.0", "added_tokens": special,
            "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
            "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": {"type": "TemplateProcessing", "single": template},
            "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {token: i for i, token in enumerate(VOCAB)}}}


def cases(weights, lower, longest):
    ids = [encode(text, lower, longest) for text in TEXTS]
    return [{"text": text.encode("utf-16-be", "surrogatepass").hex(), "ids": row, "vector": [round(x, 6) for x in vector]}
            for text, row, vector in zip(TEXTS, ids, forward(weights, ids, "gelu", "mean"))]


def write_single():
    """float32 under plain names, as sentence-transformers writes it, lower case."""
    folder, weights = HERE / "tiny-float32", random_weights(20_000)
    write_json(folder / "config.json", config())
    write_json(folder / "tokenizer.json", tokenizer(), ensure_ascii=False)
    write_json(folder / "sentence_bert_config.json", {"max_seq_length": 24, "do_lower_case": False})
    write_json(folder / "modules.json", [{"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
                                         for i, (path, kind) in enumerate([("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize")])])
    write_json(folder / "1_Pooling/config.json", {"word_embedding_dimension": HIDDEN, "pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True, "pooling_mode_max_tokens": False})
    write_safetensors(folder / "model.safetensors", weights)
    some = [encode(text, True, 24) for text in TEXTS[2:8]]
    variants = {f"{activation} {pooling}": [[round(x, 6) for x in vector] for vector in forward(weights, some, activation, pooling)]
                for activation, pooling in [("gelu_new", "mean"), ("relu", "mean"), ("gelu", "cls")]}
    return {"cases": cases(weights, True, 24), "variants": variants}


def write_half():
    """float16 under "bert." with the older names of the norms, a vocabulary without tokenizer.json, capitals and accents kept."""
    folder, weights = HERE / "tiny-float16", {name: value.half() for name, value in random_weights(40_000).items()}
    write_json(folder / "config.json", config())
    write_json(folder / "tokenizer_config.json", {"do_lower_case": False})
    (folder / "vocab.txt").write_text("".join(f"{token}\n" for token in VOCAB), encoding="utf-8")
    renamed = {"bert." + name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): value for name, value in weights.items()}
    write_safetensors(folder / "model.safetensors", renamed | {"bert.pooler.dense.bias": torch.zeros(HIDDEN).half()})
    return {"cases": cases({name: value.float() for name, value in weights.items()}, False, POSITIONS), "variants": {}}


def write_accent_table():
    left = {}
    for code in range(0x110000):
        ch = chr(code)
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF or unicodedata.category(ch) == "Mn":
            continue
        bare = "".join(part for part in unicodedata.normalize("NFD", ch) if unicodedata.category(part) != "Mn")
        if bare != ch:
            left.setdefault(bare, []).append(ch)
    lines = [" ".join(f"{ord(ch):X}" for ch in bare) + ":" + " ".join(f"{ord(ch):X}" for ch in letters) for bare, letters in sorted(left.items())]
    TABLE.write_text(f"# Unicode {unicodedata.unidata_version}: what the canonical decomposition leaves without category Mn. Written by make_reference.py.\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    write_accent_table()
    write_json(HERE / "expected.json", {"torch": torch.__version__, "unicode": unicodedata.unidata_version, "tiny-float32": write_single(), "tiny-float16": write_half()})
