/* Makes what the projector shows smaller, step by step, until all of it is in view. Only what heeds --shrink does. */
(() => {
  const box = document.getElementById("live"), step = 0.05, least = 0.5;
  const cut = () => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  const fit = () => {
    let size = 1;
    box.style.removeProperty("--shrink");
    while (cut() && size > least) box.style.setProperty("--shrink", size -= step);
  };
  new MutationObserver(fit).observe(box, { childList: true, subtree: true, characterData: true });
  addEventListener("resize", fit);
  fit();
})();
