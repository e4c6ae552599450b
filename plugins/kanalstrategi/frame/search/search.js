// Search: fetches only the files that a search needs (exports/search.py writes them); nothing is stored or sent.
{
  const dialog = document.querySelector(".ks-search");
  const opener = document.querySelector(".ks-search-open");
  const field = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const more = dialog.querySelector(".ks-search-more");
  const { base, none, one, many, failed } = dialog.dataset;
  const STEP = 10;
  const files = new Map();
  let latest = 0, found = [], words = [];

  // "aa" is an older spelling of å, and not every keyboard has æ, ø and å.
  const fold = (text) =>
    text.toLowerCase().replace(/å/g, "aa").replace(/ø/g, "oe").replace(/æ/g, "ae");

  const read = (name) => {
    if (!files.has(name)) files.set(name, fetch(`${base}soegning/${name}.json`).then((answer) => answer.json()));
    files.get(name).catch(() => files.delete(name));
    return files.get(name);
  };

  // The sections that hold a word beginning so, with points, and those of the pages that are called so.
  const holding = async (word, { starts, words: shards }) => {
    const points = new Map(), called = new Set(), shard = word.slice(0, 2);
    const held = shards.includes(shard) ? await read(`ord/${shard}`) : {};
    for (const [term, [gaps, pages]] of Object.entries(held).filter(([term]) => term.startsWith(word))) {
      let section = -1;
      for (const gap of gaps) {
        section += Math.abs(gap);
        points.set(section, Math.max(points.get(section) ?? 0, gap < 0 ? 5 : 1));
      }
      for (const page of pages) for (let at = starts[page]; at < starts[page + 1]; at++) called.add(at);
    }
    return { points, called };
  };

  const search = async () => {
    const turn = ++latest;
    words = fold(field.value).split(/[^a-z0-9]+/).filter((word) => word.length > 1);
    if (!words.length) {
      list.replaceChildren();
      more.hidden = true;
      return void (status.textContent = "");
    }
    const pages = await read("sider");
    const each = await Promise.all(words.map((word) => holding(word, pages)));
    if (turn !== latest) return;
    const sections = new Set(each.flatMap(({ points }) => [...points.keys()]));
    found = [...sections]
      .filter((section) => each.every(({ points, called }) => points.has(section) || called.has(section)))
      .map((section) => [each.reduce((sum, { points }) => sum + (points.get(section) ?? 1), 0), section])
      .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    const items = await shown(0, pages);
    if (turn !== latest) return;
    list.replaceChildren(...items);
    more.hidden = found.length <= STEP;
    const count = found.length;
    status.textContent = count === 0 ? none : count === 1 ? one : many.replace("{n}", count);
  };

  const shown = (from, { starts }) =>
    Promise.all(found.slice(from, from + STEP).map(async ([, section]) => {
      const page = starts.findLastIndex((start) => start <= section);
      const { url, title, sections } = await read(`side/${page}`);
      const [anchor, heading, text] = sections[section - starts[page]];
      const item = document.createElement("li"), link = document.createElement("a"), said = document.createElement("p");
      link.href = base + url + (anchor && `#${anchor}`);
      link.textContent = heading === title ? title : `${heading} – ${title}`;
      said.textContent = excerpt(text);
      said.lang = "da";
      item.append(link, said);
      return item;
    }));

  const excerpt = (text) => {
    const hit = [...text.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => fold(word).startsWith(words[0]));
    const start = Math.max(0, (hit?.index ?? 0) - 60);
    return (start ? "… " : "") + text.slice(start, start + 160) + (text.length > start + 160 ? " …" : "");
  };

  const fail = () => void (status.textContent = failed);

  opener.hidden = false;
  opener.addEventListener("click", () => {
    dialog.showModal();
    field.focus();
    search().catch(fail);
  });
  field.addEventListener("input", () => search().catch(fail));
  more.addEventListener("click", async () => {
    const items = await read("sider").then((pages) => shown(list.children.length, pages));
    list.append(...items);
    items[0]?.querySelector("a").focus();
    more.hidden = list.children.length >= found.length;
  });
  dialog.querySelector(".ks-search-close").addEventListener("click", () => dialog.close());
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
}
