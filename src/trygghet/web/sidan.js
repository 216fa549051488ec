// Copy buttons, which fragments/templates/copy.html writes:
//
//   <blockquote>…</blockquote>
//   <button type="button" data-copy="…" data-copied="…" data-failed="…">…</button>
//
// data-copy is the text in percent-encoding; {address:4} in it becomes the address of the view
// in release 4, which stays what it is when there are newer ones.
// One listener on the document serves every button, since Streamlit draws them anew at will.
"use strict";

(() => {
  const SHOWN = 4000; // milliseconds that a button says how it went
  const GAP = 100; // milliseconds that the live region is empty, so that a repeated text is read out

  const labels = new WeakMap(); // button → its own label, while it says something else
  const timers = new WeakMap(); // button → the timer that gives the label back

  const region = document.createElement("div");
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  Object.assign(region.style, {
    position: "absolute",
    inlineSize: "1px",
    blockSize: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  });
  document.body.append(region);

  function pinned(release) {
    const url = new URL(location.href);
    // Not through searchParams, which writes every comma as %2C.
    if (!url.searchParams.has("v")) url.search += `${url.search ? "&" : "?"}v=${release}`;
    return url.href;
  }

  async function copy(text, shown) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Missing without https, or not permitted: copy in the older way.
      return copySelection(text, shown);
    }
  }

  // A selection is what browsers let a page copy; the text is put in its place. When that fails
  // too, the selection stays for the reader to copy.
  function copySelection(text, shown) {
    let replaced = false;
    const replace = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      replaced = true;
    };
    getSelection().selectAllChildren(shown);
    document.addEventListener("copy", replace, true);
    const copied = document.execCommand("copy") && replaced;
    document.removeEventListener("copy", replace, true);
    if (copied) getSelection().removeAllRanges();
    return copied;
  }

  function say(button, message) {
    if (!labels.has(button)) labels.set(button, button.textContent);
    clearTimeout(timers.get(button));
    button.textContent = message;
    region.textContent = "";
    setTimeout(() => {
      region.textContent = message;
    }, GAP);
    const giveBack = () => {
      button.textContent = labels.get(button);
      labels.delete(button);
      region.textContent = "";
    };
    timers.set(button, setTimeout(giveBack, SHOWN));
  }

  // While capturing, so that no handler in the page can keep the click from us.
  document.addEventListener(
    "click",
    async (event) => {
      const button = event.target.closest("button[data-copy]");
      if (!button) return;
      const text = decodeURIComponent(button.dataset.copy);
      const copied = await copy(
        text.replaceAll(/\{address:(\d+)\}/g, (_, release) => pinned(release)),
        button.previousElementSibling ?? button,
      );
      say(button, copied ? button.dataset.copied : button.dataset.failed);
    },
    true,
  );
})();

// The snapshot, which web/snapshot.py writes into the document: what the page says first, to be
// read until the app has drawn its own page, which is hidden until then (ui/style.css). The reader
// stays where they were: at the same heading, on the same link.
(() => {
  const snapshot = document.getElementById("snapshot");
  const root = document.getElementById("root");
  if (!snapshot || !root) return;

  const main = () => root.querySelector('[data-testid="stMain"]');

  function drawn() {
    const app = root.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning") return false;
    // A page that failed has a message instead of a heading.
    return Boolean(main()?.querySelector("h1, [role=alert]"))
      && !main().querySelector('[data-testid="stSkeleton"]');
  }

  function same(one, selector) {
    const said = one.textContent.trim();
    return [...main().querySelectorAll(selector)].find((it) => it.textContent.trim() === said);
  }

  function swap() {
    const focused = snapshot.contains(document.activeElement) ? document.activeElement : null;
    const passed = [...snapshot.querySelectorAll("h1, h2, h3")]
      .filter((one) => one.getBoundingClientRect().top < innerHeight / 2);
    const heading = scrollY > 0 ? passed.at(-1) : undefined;
    const top = heading?.getBoundingClientRect().top;
    snapshot.remove();
    const its = heading && same(heading, heading.tagName);
    if (its) main().scrollTop += its.getBoundingClientRect().top - top;
    if (focused) same(focused, "a, summary, button")?.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(() => {
    if (!drawn()) return;
    observer.disconnect();
    // When what has come is laid out, so that nothing flashes.
    requestAnimationFrame(swap);
  });
  observer.observe(root, {
    attributeFilter: ["data-test-script-state"],
    childList: true,
    subtree: true,
  });
})();
