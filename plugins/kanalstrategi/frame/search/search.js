// Search: the index is fetched when the dialog opens for the first time; nothing is stored or sent.
{
  const dialog = document.querySelector(".ks-search");
  const opener = document.querySelector(".ks-search-open");
  const field = dialog.querySelector("input");
  const status = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const { index, base, none, one, many, failed } = dialog.dataset;
  const SHOWN = 20;
  let entries;

  // "aa" is an older spelling of å, and not every keyboard has æ, ø and å.
  const fold = (text) =>
    text.toLowerCase().replace(/å/g, "aa").replace(/ø/g, "oe").replace(/æ/g, "ae");

  const load = async () => {
    if (entries) return;
    const found = await (await fetch(index)).json();
    entries = found.entries.map((entry) => ({ ...entry, head: fold(entry.title), body: fold(entry.text) }));
  };

  const score = (entry, words) => {
    let sum = 0;
    for (const word of words) {
      const at = (text) => text.search(new RegExp(`(^|[^a-z0-9])${word.replace(/[^a-z0-9]/g, "\\$&")}`));
      const head = at(entry.head), body = at(entry.body);
      if (head < 0 && body < 0) return 0;
      sum += (head < 0 ? 0 : 5) + (body < 0 ? 0 : 1);
    }
    return sum;
  };

  const excerpt = (entry, word) => {
    const start = Math.max(0, entry.body.indexOf(word) - 60);
    return (start ? "… " : "") + entry.text.slice(start, start + 160) + (entry.text.length > start + 160 ? " …" : "");
  };

  const show = () => {
    const words = fold(field.value).split(/[^a-z0-9]+/).filter(Boolean);
    list.replaceChildren();
    if (!words.length || !entries) return void (status.textContent = "");
    const found = entries.map((entry) => [score(entry, words), entry]).filter(([points]) => points);
    found.sort((a, b) => b[0] - a[0]);
    for (const [, entry] of found.slice(0, SHOWN)) {
      const item = document.createElement("li"), link = document.createElement("a"), text = document.createElement("p");
      link.href = base + entry.url;
      link.textContent = entry.title === entry.page ? entry.page : `${entry.title} – ${entry.page}`;
      text.textContent = excerpt(entry, words[0]);
      text.lang = "da";
      item.append(link, text);
      list.append(item);
    }
    const count = found.length;
    status.textContent = count === 0 ? none : count === 1 ? one : many.replace("{n}", count);
  };

  opener.hidden = false;
  opener.addEventListener("click", () => {
    dialog.showModal();
    field.focus();
    load().then(show, () => (status.textContent = failed));
  });
  field.addEventListener("input", show);
  dialog.querySelector(".ks-search-close").addEventListener("click", () => dialog.close());
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
}
