// The explorer of attention: draws one scene (window data given as JSON) into its element. No library, no request.
// Numbers come as 16-bit integers with one factor for each block; scores, mask and weights are computed here, as the model does.
(root, scene) => {
  const numbers = (block) => {
    const bytes = Uint8Array.from(atob(block.data), (c) => c.charCodeAt(0));
    return Float32Array.from(new Int16Array(bytes.buffer), (n) => n * block.factor);
  };
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const percent = (p) => (100 * p).toFixed(p < 0.0995 ? 1 : 0) + " %";
  const layers = scene.layers.map((layer) => ({ ...layer, q: numbers(layer.q), k: numbers(layer.k), v: numbers(layer.v) }));
  const logits = numbers(scene.next.logits);
  const tokensOf = (layer) => [scene.sequences[layer.queries], scene.sequences[layer.keys]];
  const state = { layer: 0, head: 0, token: 0, temperature: 1 };

  /** One row of a head: scores before the mask, who is hidden, weights after the softmax. */
  const row = (layer, head, t) => {
    const keys = scene.sequences[layer.keys].tokens.length, queries = scene.sequences[layer.queries].tokens.length;
    const score = [], hidden = [];
    for (let s = 0; s < keys; s++) {
      let sum = 0;
      for (let i = 0; i < layer.dim; i++) {
        sum += layer.q[(head * queries + t) * layer.dim + i] * layer.k[(head * keys + s) * layer.dim + i];
      }
      score.push(sum / Math.sqrt(layer.dim));
      hidden.push(layer.causal && s > t);
    }
    const most = Math.max(...score.filter((_, s) => !hidden[s]));
    const exp = score.map((x, s) => (hidden[s] ? 0 : Math.exp(x - most)));
    const total = exp.reduce((a, b) => a + b, 0);
    return { score, hidden, weight: exp.map((e) => e / total) };
  };
  const softmax = (values, temperature) => {
    const most = Math.max(...values);
    const exp = values.map((x) => Math.exp((x - most) / temperature));
    const total = exp.reduce((a, b) => a + b, 0);
    return exp.map((e) => e / total);
  };

  const light = [[247, 251, 255], [158, 202, 225], [33, 113, 181], [8, 48, 107]];
  const mix = (stops, x) => {
    const place = Math.max(0, Math.min(1, x)) * (stops.length - 1), left = Math.min(Math.floor(place), stops.length - 2);
    return stops[left].map((c, i) => Math.round(c + (stops[left + 1][i] - c) * (place - left)));
  };
  const shade = (x) => "rgb(" + mix(light, x).join(",") + ")";
  const diverge = (x) => "rgb(" + mix([[33, 102, 172], [247, 247, 247], [178, 88, 6]], (x + 1) / 2).join(",") + ")";
  const strip = (values, offset, count, limit) => {
    const box = make("span", { class: "strip", "aria-hidden": "true" });
    for (let i = 0; i < count; i++) {
      const cell = make("i");
      cell.style.background = diverge(values[offset + i] / limit);
      box.append(cell);
    }
    return box;
  };
  const biggest = (values) => values.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
  layers.forEach((layer) => { layer.limit = Math.max(biggest(layer.q), biggest(layer.k)); layer.most = biggest(layer.v); });

  const layerChoice = make("select", { "aria-label": "layer" });
  layers.forEach((layer, i) => layerChoice.append(make("option", { value: i }, layer.name)));
  const heads = make("span", { class: "heads", role: "radiogroup", "aria-label": "head" });
  const temperature = make("input", { type: "range", min: "0.1", max: "2", step: "0.1", value: "1", "aria-label": "temperature" });
  const degrees = make("output", {}, "1.0");
  const strips = make("div", { class: "tokens" });
  const map = make("canvas", { class: "map", role: "img" });
  const steps = make("div", { class: "steps" });
  const next = make("div", { class: "next" });
  const said = make("p", { class: "said", "aria-live": "polite" });

  const tokenButton = (text, t, weight) => {
    const button = make("button", { type: "button", "data-token": t, tabindex: t === state.token ? "0" : "-1" }, text);
    if (t === state.token) button.setAttribute("aria-current", "true");
    if (weight !== undefined) {
      button.style.background = shade(weight);
      button.style.color = weight > 0.5 ? "#fff" : "#111";
    }
    return button;
  };
  const drawTokens = (layer, now) => {
    const [queries, keys] = tokensOf(layer);
    const focused = strips.contains(document.activeElement);
    const same = layer.queries === layer.keys;
    strips.replaceChildren(make("span", { class: "label" }, queries.name + ": "),
      make("span", { role: "group", "aria-label": "tokens that look: arrow keys move", class: "row query" },
        ...queries.tokens.map((text, t) => tokenButton(text, t, same ? now.weight[t] : undefined))));
    if (!same) {
      strips.append(make("span", { class: "label" }, keys.name + ": "), make("span", { class: "row" },
        ...keys.tokens.map((text, s) => {
          const seen = make("span", { class: "key" }, text);
          seen.style.background = shade(now.weight[s]);
          seen.style.color = now.weight[s] > 0.5 ? "#fff" : "#111";
          return seen;
        })));
    }
    if (focused) strips.querySelector('[aria-current="true"]').focus();
  };
  const drawMap = (layer) => {
    const [queries, keys] = tokensOf(layer);
    const cell = Math.max(5, Math.floor(Math.min(300 / keys.tokens.length, 300 / queries.tokens.length, 24)));
    map.width = cell * keys.tokens.length;
    map.height = cell * queries.tokens.length;
    const pen = map.getContext("2d");
    queries.tokens.forEach((_, t) => row(layer, state.head, t).weight.forEach((w, s) => {
      pen.fillStyle = shade(w);
      pen.fillRect(s * cell, t * cell, cell, cell);
    }));
    pen.strokeStyle = "#d55e00";
    pen.lineWidth = 2;
    pen.strokeRect(1, state.token * cell + 1, map.width - 2, cell - 2);
    map.dataset.cell = cell;
    map.setAttribute("aria-label", "heat map of head " + state.head + ": one row for each token that looks, the row of the chosen one framed");
  };
  const drawSteps = (layer, now) => {
    const [queries, keys] = tokensOf(layer);
    const table = make("table", {}, make("thead", {}, make("tr", {},
      ...["key", "k", "q·k / √" + layer.dim, "mask", "weight", "v"].map((title) => make("th", { scope: "col" }, title)))));
    const body = make("tbody");
    keys.tokens.forEach((text, s) => {
      const bar = make("span", { class: "bar" });
      bar.style.width = 90 * now.weight[s] + "px";
      const k = (state.head * keys.tokens.length + s) * layer.dim;
      body.append(make("tr", now.hidden[s] ? { class: "hidden" } : {}, make("th", { scope: "row" }, text),
        make("td", {}, strip(layer.k, k, layer.dim, layer.limit)), make("td", { class: "n" }, now.score[s].toFixed(2).replace(/^-(0\.00)$/, "$1")),
        make("td", { class: "n" }, now.hidden[s] ? "−∞" : "0"),
        make("td", { class: "w" }, bar, now.hidden[s] ? "0" : percent(now.weight[s])),
        make("td", {}, strip(layer.v, k, layer.dim, layer.most))));
    });
    table.append(body);
    const q = (state.head * queries.tokens.length + state.token) * layer.dim;
    steps.replaceChildren(make("p", {}, "query of ", make("b", {}, queries.tokens[state.token]), " ",
      strip(layer.q, q, layer.dim, layer.limit)), make("div", { class: "scroll", tabindex: "0", "aria-label": "scores, mask and weights" }, table));
  };
  const bars = (list) => make("table", { class: "bars" }, make("tbody", {}, ...list.map(([text, p]) => {
    const bar = make("span", { class: "bar" });
    bar.style.width = 110 * p + "px";
    return make("tr", {}, make("th", { scope: "row" }, text), make("td", { class: "w" }, bar, percent(p)));
  })));
  const drawNext = (layer) => {
    if (layer.queries !== scene.next.sequence) {
      next.replaceChildren(make("p", {}, "This layer reads; what is written next shows in the layers of the decoder."));
      return;
    }
    const vocab = scene.next.vocab, from = state.token * vocab.length;
    const p = softmax(Array.from(logits.subarray(from, from + vocab.length)), state.temperature);
    const best = p.map((x, i) => [vocab[i], x]).sort((a, b) => b[1] - a[1]).slice(0, 8);
    const parts = [make("h4", {}, "comes next, temperature " + state.temperature.toFixed(1)), bars(best)];
    const stream = scene.stream;
    if (stream.length) {
      parts.push(make("h4", {}, "the same, guessed after each layer"), make("table", { class: "lens" }, make("tbody", {},
        ...stream.map((at, i) => make("tr", i === layer.block ? { class: "here" } : {}, make("th", { scope: "row" }, at.name),
          make("td", {}, at.guess[state.token].map(([id, share]) => vocab[id] + " " + percent(share)).join("   ")),
          make("td", { class: "n" }, at.attention.length ? "attention adds " + at.attention[state.token].toFixed(1) + ", MLP " + at.mlp[state.token].toFixed(1) : ""))))));
    }
    next.replaceChildren(...parts);
  };
  const tell = (layer, now) => {
    const [queries, keys] = tokensOf(layer);
    const top = now.weight.map((w, s) => [w, s]).sort((a, b) => b[0] - a[0]).slice(0, 3).filter(([w]) => w > 0.005);
    said.textContent = layer.name + ", head " + state.head + ": token " + state.token + " “" + queries.tokens[state.token] + "” looks at "
      + top.map(([w, s]) => "“" + keys.tokens[s] + "” " + percent(w)).join(", ");
  };
  const draw = () => {
    const layer = layers[state.layer];
    state.head = Math.min(state.head, layer.heads - 1);
    state.token = Math.min(state.token, tokensOf(layer)[0].tokens.length - 1);
    heads.replaceChildren(...Array.from({ length: layer.heads }, (_, h) => make("button", { type: "button", role: "radio",
      "aria-checked": String(h === state.head), tabindex: h === state.head ? "0" : "-1", "data-head": h }, "head " + h)));
    const now = row(layer, state.head, state.token);
    drawTokens(layer, now);
    drawMap(layer);
    drawSteps(layer, now);
    drawNext(layer);
    tell(layer, now);
  };
  const choose = (token) => { if (token !== state.token) { state.token = token; draw(); } };
  const arrow = (event) => ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 })[event.key] || 0;

  layerChoice.addEventListener("change", () => { state.layer = Number(layerChoice.value); draw(); });
  heads.addEventListener("click", (event) => { if (event.target.dataset.head) { state.head = Number(event.target.dataset.head); draw(); } });
  heads.addEventListener("keydown", (event) => {
    const count = layers[state.layer].heads, step = arrow(event);
    if (step) { event.preventDefault(); event.stopPropagation(); state.head = (state.head + step + count) % count; draw(); heads.children[state.head].focus(); }
  });
  const pick = (event) => { const token = event.target.dataset && event.target.dataset.token; if (token !== undefined) choose(Number(token)); };
  strips.addEventListener("mouseover", pick);
  strips.addEventListener("click", pick);
  strips.addEventListener("keydown", (event) => {
    const count = tokensOf(layers[state.layer])[0].tokens.length, step = arrow(event);
    if (step) { event.preventDefault(); event.stopPropagation(); choose(Math.max(0, Math.min(count - 1, state.token + step))); }
  });
  map.addEventListener("mousemove", (event) => {
    const t = Math.floor(event.offsetY * (map.height / map.clientHeight) / Number(map.dataset.cell));
    choose(Math.max(0, Math.min(tokensOf(layers[state.layer])[0].tokens.length - 1, t)));
  });
  temperature.addEventListener("input", () => { state.temperature = Number(temperature.value); degrees.textContent = state.temperature.toFixed(1); drawNext(layers[state.layer]); });

  root.replaceChildren(make("p", { class: "title" }, scene.title),
    make("div", { class: "controls" }, make("label", {}, "layer ", layerChoice), heads, make("label", {}, "temperature ", temperature, degrees)),
    strips, said, make("div", { class: "panels" }, map, steps, next));
  state.token = scene.sequences[layers[0].queries].tokens.length - 1;
  draw();
}
