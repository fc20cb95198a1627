"""Loads models that spotlight.io.HuggingFace has saved into PyTorch, by Hugging Face's transformers, and computes there
what the library computed: HuggingFaceInPythonTest runs it and compares.

    python compare_with_transformers.py FOLDER...

Each folder has, besides the model, a file ask.json: {"texts": [...], "ids": [[...], ...]}. Written is answer.json:
{"ids": those of each text, "logits": [B,T,V] flat, "loss": the mean loss (GPT-2 only), "greedy": ids (GPT-2 only)}.
"""
import json
import pathlib
import sys

import torch
import transformers
from transformers import AutoModelForCausalLM, AutoModelForMaskedLM, AutoTokenizer


def answer(folder):
    ask = json.loads((folder / "ask.json").read_text(encoding="utf-8"))
    is_gpt2 = json.loads((folder / "config.json").read_text(encoding="utf-8"))["model_type"] == "gpt2"
    kind = AutoModelForCausalLM if is_gpt2 else AutoModelForMaskedLM
    model, info = kind.from_pretrained(folder, output_loading_info=True)
    wrong = {name: sorted(info[name]) for name in ("missing_keys", "unexpected_keys", "mismatched_keys") if info[name]}
    if wrong:
        raise SystemExit(f"{folder}: {wrong}")
    model.eval()
    ids = torch.tensor(ask["ids"])
    with torch.no_grad():
        found = {
            "ids": AutoTokenizer.from_pretrained(folder)(ask["texts"])["input_ids"],
            "logits": model(ids).logits.flatten().tolist(),
        }
        if is_gpt2:
            found["loss"] = model(ids, labels=ids).loss.item()
            written = model.generate(ids[:1], max_new_tokens=8, do_sample=False, pad_token_id=0, eos_token_id=None)
            found["greedy"] = written[0].tolist()
    (folder / "answer.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    transformers.logging.set_verbosity_error()
    for name in sys.argv[1:]:
        answer(pathlib.Path(name))
