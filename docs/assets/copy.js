// Copies what a button names (data-copies is the id of a text area); where the browser forbids that, selects it.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copies]");
  if (!button) return;
  const area = document.getElementById(button.dataset.copies);
  const status = document.getElementById(button.dataset.says);
  try {
    await navigator.clipboard.writeText(area.value);
    status.textContent = "Copied.";
  } catch {
    area.focus();
    area.select();
    status.textContent = "The text is selected. Copy it with your keyboard or the menu.";
  }
});
