// What the checks share inside a page.
globalThis.audit = {
  where(element) {
    const steps = [];
    for (let at = element; at && at.nodeType === 1; at = at.parentElement) {
      if (at.id) { steps.unshift(`#${CSS.escape(at.id)}`); break; }
      const own = [...at.classList].find((name) => name.startsWith("ks-"));
      const alike = at.parentElement ? [...at.parentElement.children].filter((each) => each.localName === at.localName) : [];
      const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(at) + 1})` : "";
      steps.unshift(at.localName + (own ? `.${own}` : "") + place);
      if (steps.length > 5) break;
    }
    return steps.join(" > ");
  },
  classes(element) {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.push(...[...at.classList].filter((name) => name.startsWith("ks-")));
    return found;
  },
  found(element, message) {
    return { where: audit.where(element), html: element.outerHTML.replace(/\s+/g, " ").slice(0, 160), classes: audit.classes(element), message };
  },
  shown: (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
  name(element) {
    const labelled = element.getAttribute("aria-labelledby");
    if (labelled) return labelled.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
    return (label ?? element.innerText ?? element.textContent).replace(/\s+/g, " ").trim();
  },
  role(element) {
    const implicit = { A: "link", BUTTON: "button", SUMMARY: "button", INPUT: "textbox", SELECT: "combobox", TEXTAREA: "textbox" };
    return element.getAttribute("role") ?? implicit[element.tagName] ?? "";
  },
  // Colours as they are painted, however CSS says them.
  canvas: new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }),
  paint(under, colour) {
    const canvas = audit.canvas;
    canvas.fillStyle = `rgb(${under})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  },
  behind(element) {
    if (!element) return audit.paint([255, 255, 255], "canvas");
    const colour = getComputedStyle(element).backgroundColor;
    return audit.paint(audit.behind(element.parentElement), colour);
  },
  light(rgb) {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },
  ratio(one, other) {
    const [a, b] = [audit.light(one), audit.light(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  },
  isInSentence(element) {
    const display = getComputedStyle(element).display;
    if (display !== "inline") return false;
    const block = element.closest("p, li, dd, dt, td, th, caption, blockquote, figcaption, div");
    return !!block && block.innerText.trim().length > element.innerText.trim().length;
  },
};
