/* The words that are selected in an article go into the form beside it, with their place. Without this script they are
   typed. Places are counted in characters of the text as it is stored, so without the numbers of the facts in it. */
(() => {
  const plain = (range) => {
    const part = range.cloneContents();
    for (const ref of part.querySelectorAll(".ref")) ref.remove();
    return [...part.textContent];
  };
  // Where the words are shown while the form is closed, so that nothing covers the text that is being selected.
  const parts = (text) => {
    const form = document.getElementById(text.dataset.wordsInto);
    return { form, chosen: form.closest("details").querySelector(".chosen") };
  };
  const take = () => {
    const selection = document.getSelection();
    const text = document.querySelector("[data-words-into]");
    if (!text || !selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = plain(range).join(""), { form, chosen } = parts(text);
    form.elements.start.value = plain(before).length + [...words].length - [...words.trimStart()].length;
    form.elements.words.value = chosen.textContent = words.trim();
  };
  document.addEventListener("selectionchange", take);
  // Words that are typed may stand anywhere.
  document.addEventListener("input", (event) => {
    if (event.target.name === "words") event.target.form.elements.start.value = "";
  });
})();
