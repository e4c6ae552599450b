// The menu and the contents are details elements and work without this; it adds what a reader expects of them.
for (const details of document.querySelectorAll(".ks-menu, .ks-contents")) {
  const summary = details.querySelector("summary");
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open || !matchMedia("(max-width: 60em)").matches) return;
    details.open = false;
    summary.focus();
  });
}
{
  const contents = document.querySelector(".ks-contents");
  const wide = matchMedia("(min-width: 60.01em)");
  const follow = () => contents && (contents.open = wide.matches);
  wide.addEventListener("change", follow);
  follow();
  // On a narrow screen a chosen section should be seen, not the list it was chosen from.
  contents?.addEventListener("click", (event) => event.target.closest("a") && !wide.matches && (contents.open = false));
}
