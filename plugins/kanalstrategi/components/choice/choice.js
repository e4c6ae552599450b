// The comparison of some municipalities: chosen in a form, kept in the address, so that it can be sent to others.
{
  const form = document.querySelector(".ks-choice");
  const boxes = [...(form?.querySelectorAll("input") ?? [])];
  const status = form?.querySelector("[role=status]");
  const fitting = Number(form?.dataset.fitting);

  const wide = ["ks-comparison--many", "ks-comparison-region--many"].flatMap((name) =>
    [...document.querySelectorAll(`.${name}`)].map((element) => [element, name]));

  const show = () => {
    const count = boxes.filter((box) => box.checked).length;
    const hides = (box) => count > 0 && !box.checked;
    for (const row of document.querySelectorAll(".ks-comparison:not(.ks-comparison--targets) tr"))
      boxes.forEach((box, place) => (row.cells[place + 1].hidden = hides(box)));
    for (const row of document.querySelectorAll(".ks-comparison--targets tbody tr"))
      row.hidden = hides(boxes.find((box) => box.value === row.dataset.kommune));
    for (const [element, name] of wide) element.classList.toggle(name, !count || count > fitting);
    for (const hint of document.querySelectorAll(".ks-hint")) hint.hidden = count > 0 && count <= fitting;
    status.textContent = (count ? form.dataset.some : form.dataset.all).replace("{n}", count).replace("{all}", boxes.length);
  };

  const changed = () => {
    show();
    const address = new URL(location);
    address.searchParams.delete("kommune");
    for (const box of boxes) if (box.checked) address.searchParams.append("kommune", box.value);
    history.replaceState(null, "", address);
  };

  if (form) {
    const asked = new URLSearchParams(location.search).getAll("kommune");
    for (const box of boxes) box.checked = asked.includes(box.value);
    form.hidden = false;
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(changed));
    if (asked.length) show();
  }
}
