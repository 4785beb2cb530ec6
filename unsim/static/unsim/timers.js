/* Counts down to what bears data-ends (milliseconds on the server's clock), whatever the clock of this device says.
   Without this script the words in it stand: until when. */
(() => {
  const address = document.currentScript.dataset.clock, again = 300_000;
  let ahead = Date.now() - performance.now(), askedAt = -Infinity; // performance.now: nobody can set it
  const ask = async () => {
    const sent = performance.now(), answer = await fetch(address, { cache: "no-store" });
    const server = Number(await answer.text()), trip = performance.now() - sent;
    return answer.ok ? { trip, ahead: server + trip / 2 - performance.now() } : { trip: Infinity };
  };
  /* The quickest of three answers says it best. */
  const compare = async () => {
    askedAt = performance.now();
    try {
      const answers = [await ask(), await ask(), await ask()];
      const best = answers.reduce((one, other) => (other.trip < one.trip ? other : one));
      if (best.trip < Infinity) { ahead = best.ahead; show(); }
    } catch { askedAt = performance.now() - again + 5_000; }
  };
  /* What is due on the server at an instant is done when somebody asks for it then. */
  let nudgedAt = -Infinity;
  const nudge = (now) => {
    const waiting = document.querySelector("[data-due]");
    if (!waiting || now < waiting.dataset.due || now - nudgedAt < 1_000) return;
    nudgedAt = now;
    fetch(waiting.dataset.address, { cache: "no-store", redirect: "error" }).catch(() => {});
  };
  const show = () => {
    const running = document.querySelectorAll("[data-ends]"), now = performance.now() + ahead;
    for (const timer of running) {
      const left = Math.max(0, Math.ceil((timer.dataset.ends - now) / 1000));
      const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (timer.textContent !== text) timer.textContent = text;
      timer.classList.toggle("over", left === 0);
    }
    nudge(now);
    if (running.length && performance.now() - askedAt > again) compare();
  };
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  // A device that slept may have stopped its clock.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { askedAt = -Infinity; show(); } });
  setInterval(show, 250);
  show();
})();
