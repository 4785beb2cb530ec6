/* Inside what bears data-keys a key presses the button that bears it as data-key. Outside it keys do nothing. */
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const key = event.code.replace(/^(Digit|Numpad)/, "");
  const button = event.target.closest?.("[data-keys]")?.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  button.click();
});
