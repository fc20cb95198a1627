// JupyterLab 4.6 shows pictures without their text alternative, though the output carries one
// (metadata "alt" of image/png; Jupyter enhancement proposal 120). This extension sets it, for readers who listen.
// Written as a module-federation container by hand, because it is too small for a bundler.
(() => {
  let shared;
  const load = async (name) => (await Object.values(shared[name])[0].get())();

  const mimeExtension = async () => {
    const { RenderedImage } = await load("@jupyterlab/rendermime");
    class DescribedImage extends RenderedImage {
      async render(model) {
        await super.render(model);
        const hints = model.metadata[this.mimeType] || {};
        const words = hints.alt || model.data["text/plain"] || "";
        this.node.querySelector("img")?.setAttribute("alt", Array.isArray(words) ? words.join("") : String(words));
      }
    }
    const rendererFactory = {
      safe: true,
      mimeTypes: ["image/png"],
      createRenderer: (options) => new DescribedImage(options),
    };
    // rank 90 is the rank of JupyterLab's own renderer, which this one replaces
    const plugin = { id: "spotlight-alt-text:plugin", description: "Text alternatives of pictures", rendererFactory, rank: 90, dataType: "string" };
    return () => ({ __esModule: true, default: plugin });
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["spotlight-alt-text"] = {
    init: (scope) => { shared = scope; },
    get: async (module) => {
      if (module !== "./mimeExtension") throw new Error("spotlight-alt-text: no module " + module);
      return mimeExtension();
    },
  };
})();
