"""PyTorch's side of training and generation: the model of TinyGpt.java in eager PyTorch, one JSON line as the answer.
usage: gpt.py train CONFIG SECONDS THREADS      after as long a warm-up
       gpt.py cold CONFIG STEPS THREADS         the first steps of a new process
       gpt.py generate CONFIG SECONDS THREADS   one sequence, token by token, with a cache of keys and values"""
import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

VOCAB = 65
CONFIGS = {  # context, layers, heads, width, batch
    "A": (64, 4, 4, 128, 12),
    "B": (256, 6, 6, 384, 8),
}
mode, config, amount, threads = sys.argv[1:]
CONTEXT, LAYERS, HEADS, WIDTH, BATCH = CONFIGS[config]
torch.set_num_threads(int(threads))
torch.manual_seed(1337)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, bias=False), nn.LayerNorm(WIDTH, bias=False)
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.join = nn.Linear(WIDTH, WIDTH, bias=False)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH, bias=False)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH, bias=False)

    def forward(self, x, cache, position):
        x = x + self.join(self.attention(self.norm1(x), cache, position))
        return x + self.narrow(F.gelu(self.widen(self.norm2(x))))

    def attention(self, x, cache, position):
        batch, tokens, _ = x.shape
        heads = (part.view(batch, tokens, HEADS, -1).transpose(1, 2) for part in self.qkv(x).split(WIDTH, dim=2))
        q, k, v = heads  # [B,H,T,K]
        if cache is None:
            y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        else:  # one new token, which sees all before it
            seen = position + tokens
            cache[0][:, :, position:seen], cache[1][:, :, position:seen] = k, v
            y = F.scaled_dot_product_attention(q, cache[0][:, :, :seen], cache[1][:, :, :seen])
        return y.transpose(1, 2).reshape(batch, tokens, WIDTH)


class Gpt(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(VOCAB, WIDTH), nn.Embedding(CONTEXT, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH, bias=False)
        for param in self.parameters():
            if param.dim() > 1:
                nn.init.normal_(param, std=0.02)

    def forward(self, ids, caches=None, position=0):
        x = self.tokens(ids) + self.positions(torch.arange(position, position + ids.shape[1]))
        for i, block in enumerate(self.blocks):
            x = block(x, caches and caches[i], position)
        return self.norm(x) @ self.tokens.weight.T  # the table of tokens is the last layer too


class Training:
    def __init__(self):
        self.model = Gpt()
        params = list(self.model.parameters())
        groups = [{"params": [p for p in params if p.dim() > 1], "weight_decay": 0.1},
                  {"params": [p for p in params if p.dim() == 1], "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.99), fused=True)
        self.text = torch.randint(VOCAB, (100_000,))

    def step(self):
        starts = torch.randint(len(self.text) - CONTEXT - 1, (BATCH,))
        pieces = torch.stack([self.text[i:i + CONTEXT + 1] for i in starts])
        logits = self.model(pieces[:, :-1])
        loss = F.cross_entropy(logits.view(-1, VOCAB), pieces[:, 1:].reshape(-1))
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return loss.item()


@torch.inference_mode()
def generate(model):
    shape = (1, HEADS, CONTEXT, WIDTH // HEADS)
    caches = [(torch.zeros(shape), torch.zeros(shape)) for _ in range(LAYERS)]
    ids = torch.zeros(1, 1, dtype=torch.long)
    for position in range(CONTEXT):
        logits = model(ids, caches, position)[:, -1]
        ids = torch.multinomial(F.softmax(logits, dim=-1), 1)


def repeat(run, at_least):
    """Seconds of each run."""
    times, begin = [], time.perf_counter()
    while len(times) < at_least or time.perf_counter() - begin < float(amount):
        before = time.perf_counter()
        run()
        times.append(time.perf_counter() - before)
    return times


def peak_mib():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return None


answer = dict(version="PyTorch " + torch.__version__)
if mode == "cold":
    begin = time.perf_counter()
    training = Training()
    for _ in range(int(amount)):
        answer["loss"] = training.step()
    answer["seconds"] = time.perf_counter() - begin
elif mode == "train":
    training = Training()
    repeat(training.step, 2)
    answer["ms"] = 1000 * statistics.median(repeat(training.step, 4))
    answer["loss"] = training.step()
else:
    model = Gpt().eval()
    repeat(lambda: generate(model), 1)
    answer["tokens"] = CONTEXT / statistics.median(repeat(lambda: generate(model), 2))
if peak_mib() is not None:
    answer["mib"] = peak_mib()
print(json.dumps(answer))
