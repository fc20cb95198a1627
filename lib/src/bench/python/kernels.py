"""PyTorch's side of the kernel benchmarks, on one thread unless a task says more.
It answers the commands of KernelWorker.java on stdin by JSON on stdout. usage: kernels.py WARM_UP_SECONDS"""
import json
import sys
import time

import torch

torch.set_num_threads(1)
WARM_UP = float(sys.argv[1])
SAMPLE = 0.015  # seconds
aten = torch.ops.aten


def gemm(m, n, k, batch):
    a, b = torch.rand(batch, m, k) - 0.5, torch.rand(batch, k, n) - 0.5
    c = torch.empty(batch, m, n)
    if batch == 1:
        a, b, c = a[0], b[0], c[0]
        return lambda: torch.mm(a, b, out=c), a.double() @ b.double()
    return lambda: torch.bmm(a, b, out=c), a.double() @ b.double()


def matvec(n, k):
    x, weight = torch.rand(k) - 0.5, torch.rand(n, k) - 0.5
    y = torch.empty(n)
    return lambda: torch.mv(weight, x, out=y), weight.double() @ x.double()


def elementwise(name):
    """The operation itself, without autograd; into a given result where PyTorch offers that."""
    def task(rows, n):
        x, dy, y = torch.randn(rows, n), torch.randn(rows, n), torch.empty(rows, n)
        weight, bias = torch.rand(n), torch.rand(n)
        if name == "softmax":
            return lambda: aten._softmax.out(x, -1, False, out=y)
        if name == "softmaxBackward":
            return lambda: aten._softmax_backward_data.out(dy, x, -1, torch.float32, grad_input=y)
        if name == "layerNorm":
            return lambda: aten.native_layer_norm(x, [n], weight, bias, 1e-5)[0]
        if name == "layerNormBackward":
            _, mean, scale = aten.native_layer_norm(x, [n], weight, bias, 1e-5)
            return lambda: aten.native_layer_norm_backward(dy, x, [n], mean, scale, weight, bias, [True] * 3)[0]
        if name == "gelu":
            return lambda: aten.gelu.out(x, out=y)
        if name == "geluBackward":
            return lambda: aten.gelu_backward.grad_input(dy, x, grad_input=y)
        return cross_entropy(x, torch.randint(n, (rows,))) if name == "crossEntropy" else adam_w(n)
    return lambda *sizes: (task(*sizes), None)


def cross_entropy(logits, targets):
    def run():
        logs = aten._log_softmax(logits, 1, False)
        loss, count = aten.nll_loss_forward(logs, targets, None, 1, -100)
        grad = aten.nll_loss_backward(torch.ones_like(loss), logs, targets, None, 1, -100, count)
        return aten._log_softmax_backward_data(grad, logs, 1, torch.float32)
    return run


def adam_w(n):
    with torch.inference_mode(False):
        w = torch.nn.Parameter(torch.randn(n))
        w.grad = torch.randn(n)
        optimizer = torch.optim.AdamW([w], lr=1e-3, betas=(0.9, 0.99), weight_decay=0.1, fused=True)

    def run():
        with torch.inference_mode(False):
            optimizer.step()
        return w
    return run


def attention(tokens, threads):
    q, k, v = (torch.rand(1, 4, tokens, 64) - 0.5 for _ in range(3))

    def run():
        torch.set_num_threads(threads)
        try:
            return torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        finally:
            torch.set_num_threads(1)
    return run, None


def resident(field):
    """Memory of this process in bytes: VmRSS now, VmHWM at most."""
    with open("/proc/self/status") as status:
        return next(1024 * int(line.split()[1]) for line in status if line.startswith(field))


def growth(run):
    """How far the process grows beyond what it has, while this runs."""
    try:
        with open("/proc/self/clear_refs", "w") as peak:
            peak.write("5")  # forget the peak so far
        before = resident("VmRSS")
        result = run()
        return result, max(0, resident("VmHWM") - before - result.nbytes)
    except OSError:
        return run(), None


TASKS = dict(gemm=gemm, matvec=matvec, attention=attention)
TASKS.update((name, elementwise(name)) for name in (
    "softmax", "softmaxBackward", "layerNorm", "layerNormBackward", "gelu", "geluBackward", "crossEntropy", "adamW"))


def seconds(run, repeats):
    start = time.perf_counter()
    for _ in range(repeats):
        run()
    return (time.perf_counter() - start) / repeats


def prepare(name, *sizes):
    start = time.perf_counter()
    run, expected = TASKS[name](*map(int, sizes))
    result, grown = growth(run)
    if expected is not None and not torch.allclose(result.double(), expected, rtol=1e-4, atol=1e-4):
        raise ValueError("wrong result")
    once = seconds(run, 1)
    while time.perf_counter() - start < WARM_UP:
        once = seconds(run, 1)
    repeats = max(1, int(SAMPLE / once))
    if repeats > 1:
        repeats = max(1, int(SAMPLE / seconds(run, repeats)))
    return run, repeats, grown


prepared = {}
with torch.inference_mode():
    for line in sys.stdin:
        command, _, task = line.strip().partition(" ")
        try:
            if command == "version":
                answer = dict(version="PyTorch " + torch.__version__)
            elif command == "prepare":
                if task.split()[0] not in TASKS:
                    raise ValueError("not offered: " + task)
                prepared[task] = prepare(*task.split())
                answer = {}
            elif command == "warm":
                seconds(*prepared[task][:2])
                answer = {}
            elif command == "scratch":
                answer = {} if prepared[task][2] is None else dict(bytes=prepared[task][2])
            else:
                answer = dict(ns=1e9 * seconds(*prepared[task][:2]))
        except Exception as error:
            answer = dict(error=str(error).split("\n")[0])
        print(json.dumps(answer), flush=True)
