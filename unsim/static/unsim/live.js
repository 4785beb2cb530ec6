/* Keeps the live part of a page current: over a stream, or by polling when the stream fails, and says so.
   No words here: they stand in the page, on the box (data-words-...). */
(() => {
  const box = document.querySelector("[data-live]");
  if (!box) return;
  const note = document.getElementById("livestate"), voice = document.getElementById("say");
  const words = box.dataset, silent = 1000 * words.silent, every = 1000 * words.every;
  let stream = null, heardAt = 0, triedAt = 0, failures = 0;
  let mode = "live", unsent = false, etag = "", polling = false;

  const show = () => {
    const text = unsent ? words.wordsUnsent : { live: "", poll: words.wordsPoll, off: words.wordsOff }[mode];
    if (note.textContent !== text) note.textContent = text;
  };
  /* What was pressed without a connection can be pressed again as soon as there is one. */
  const connected = () => { unsent = false; show(); };
  const become = (next) => {
    if (mode === "off" && next !== "off") connected();
    mode = next;
    show();
  };

  /* The personal part (#mine) is fetched anew when the stage changes, and only then: somebody may be filling it. */
  const pulse = () => {
    const now = document.getElementById("pulse")?.dataset ?? {};
    // One's own turn is a stage of its own.
    const own = now.turn && document.querySelector(`#mine [data-turn="${now.turn}"]`);
    return { stage: own ? `${now.stage} ${now.turn}` : now.stage, say: now.say };
  };
  let { stage, say } = pulse(), stale = false, asked = stage;
  const renew = () => {
    const mine = document.getElementById("mine");
    // Not while it is being fetched, nor while its form is on its way: the answer would have nowhere to go.
    if (!stale || !mine || mine.matches(".htmx-request") || mine.querySelector(".htmx-request")) return;
    asked = stage;
    htmx.trigger(mine, "stage");
  };
  const look = () => {
    const now = pulse();
    if (now.say && now.say !== say) voice.textContent = now.say;
    say = now.say;
    if (now.stage === stage) return;
    stage = now.stage;
    stale = true;
    setTimeout(renew, Math.random() * 500); // not the whole class at once
  };

  /* What somebody folded or unfolded stays so when the part is fetched anew; what the page itself unfolded does not. */
  const chosen = new Map();
  document.addEventListener("click", ({ target }) => {
    const fold = target.closest("#mine summary")?.parentElement;
    if (fold?.id) chosen.set(fold.id, !fold.open);
  });
  /* An answer may be newer than the stage that was announced; the announcement then fetches the same once more. It is
     not put there again: it could be under a finger. */
  const same = (html) => html.replace(/(name="(?:csrfmiddlewaretoken|noise)" value=")[^"]*/g, "$1");
  let drawn = "";
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const html = same(detail.serverResponse);
    if (detail.requestConfig.elt.id !== "mine") chosen.clear();
    else if (html === drawn) detail.shouldSwap = false;
    drawn = html;
  });
  document.addEventListener("htmx:afterSwap", () => {
    for (const fold of document.querySelectorAll("#mine details[id]")) fold.open = chosen.get(fold.id) ?? fold.open;
  });

  const whole = (html) => {
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    // What is there already stays: a selection, and no flicker when the stream opens.
    if (fresh.innerHTML !== box.innerHTML) htmx.swap(box, html, { swapStyle: "innerHTML" });
    look();
  };
  const cells = (html) => { htmx.swap(box, html, { swapStyle: "none" }); look(); };

  const heard = () => {
    if (failures) connected();
    heardAt = Date.now();
    failures = 0;
    etag = "";
    become("live");
  };
  const close = () => { stream?.close(); stream = null; };
  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(words.live);
    heardAt = triedAt = Date.now();
    stream.addEventListener("board", (event) => { heard(); whole(event.data); });
    stream.addEventListener("cells", (event) => { heard(); cells(event.data); });
    stream.addEventListener("beat", heard);
    stream.onerror = () => { failures++; };
  };

  const ask = async () => {
    const headers = etag ? { "If-None-Match": etag } : {}, signal = AbortSignal.timeout(silent);
    const answer = await fetch(words.part, { headers, signal, cache: "no-store", redirect: "error" });
    if (answer.status === 403 || answer.status === 410) return location.reload(); // no longer let in: the page says why
    const html = await answer.text();
    if (mode === "live") return; // the stream came back in the meantime
    if (answer.status === 200) { etag = answer.headers.get("ETag"); whole(html); }
    become(answer.status === 200 || answer.status === 304 ? "poll" : "off");
  };
  const poll = async () => {
    if (polling) return;
    polling = true;
    try { await ask(); } catch { if (mode !== "live") become("off"); } finally { polling = false; }
  };

  setInterval(() => {
    if (document.hidden) return;
    const dead = Date.now() - heardAt > silent || failures >= 3 || stream?.readyState === EventSource.CLOSED;
    if (dead && mode === "live") become("poll");
    if (dead && Date.now() - triedAt > 5 * every) { close(); open(); }
    if (mode !== "live") poll();
    renew();
  }, every);
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", () => {
    close();
    // A secret paper that somebody goes back to is blank again.
    for (const paper of document.querySelectorAll("form[autocomplete=off]")) paper.reset();
  });
  addEventListener("pageshow", open);
  addEventListener("online", connected);

  /* What could not be sent is said until something is sent again, or the connection is back. A form that hangs is as
     good as not sent. */
  htmx.config.timeout = silent;
  const sent = (failed) => ({ detail }) => {
    if (detail.requestConfig.verb !== "get") { unsent = failed; show(); }
  };
  for (const name of ["sendError", "timeout", "responseError"]) document.addEventListener(`htmx:${name}`, sent(true));
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful) sent(false)({ detail });
    if (detail.successful && detail.requestConfig.elt.id === "mine" && asked === stage) stale = false;
  });
  open();
})();
