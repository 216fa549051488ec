// What Streamlit has no element or no words for, in four parts: the start of the app, copy buttons,
// the snapshot, and what a reader needs who hears the page or moves about it by keyboard.
"use strict";

// The app starts when what the document says is painted.
(() => {
  const start = () => document.head.append(document.getElementById("t-app").content);
  if (document.hidden) start(); // nothing is painted in a tab that is not seen
  else requestAnimationFrame(() => setTimeout(start));
})();

// One live region for both parts, in the page and empty from the start: what is put into it is
// read out when the reader is not being told something else.
const say = (() => {
  const GAP = 100; // milliseconds that the region is empty, so that a repeated text is read out

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

  let timer;
  return (message) => {
    region.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      region.textContent = message;
    }, GAP);
  };
})();

// Copy buttons, which fragments/templates/copy.html writes:
//
//   <blockquote>…</blockquote>
//   <button type="button" data-copy="…" data-copied="…" data-failed="…">…</button>
//
// data-copy is the text in percent-encoding; {address:4} in it becomes the address of the view
// in release 4, which stays what it is when there are newer ones.
// One listener on the document serves every button, since Streamlit draws them anew at will.
(() => {
  const SHOWN = 4000; // milliseconds that a button says how it went

  const labels = new WeakMap(); // button → its own label, while it says something else
  const timers = new WeakMap(); // button → the timer that gives the label back

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

  function tell(button, message) {
    if (!labels.has(button)) labels.set(button, button.textContent);
    clearTimeout(timers.get(button));
    button.textContent = message;
    say(message);
    // What was said stays: by now it can be something else, which would go unheard.
    const giveBack = () => {
      button.textContent = labels.get(button);
      labels.delete(button);
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
      tell(button, copied ? button.dataset.copied : button.dataset.failed);
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

  const FRAMES = 60; // in which what was hidden is drawn and can take the focus

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

  function focus(link, frames) {
    link.focus({ preventScroll: true });
    if (document.activeElement === link || frames === 0) return;
    requestAnimationFrame(() => focus(link, frames - 1));
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
    const link = focused && same(focused, "a, summary, button");
    if (link) focus(link, FRAMES);
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

// Landmarks, the way past the navigation, what a rerun has changed, and the focus.
//
// While a page runs, `data-test-script-state` is not "notRunning", which Streamlit writes on the
// app. The texts come from fragments/templates/spoken.html, in the page's language:
//
//   <div id="t-spoken" data-navigation="…" data-updated="…" data-words="{…}">
//
// data-words holds what Streamlit says in English and has no setting for, with what to say instead.
(() => {
  const DRAWN = 50; // milliseconds that Streamlit is given to draw what the run ended with

  const root = document.getElementById("root");
  const heading = () => root.querySelector("h1");
  const spoken = (name) => document.getElementById("t-spoken")?.dataset[name] ?? "";
  const textOf = (element) => element?.textContent.trim() ?? "";

  // Streamlit cannot be told the role of a container, nor the name of a chart.
  function nameParts() {
    const set = (css, attributes) => {
      for (const element of root.querySelectorAll(css)) {
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      }
    };
    set(".st-key-t-header", { role: "banner" });
    set(".st-key-t-navigation", { role: "navigation", "aria-label": spoken("navigation") });
    set(".stPlotlyChart", { role: "img", "aria-labelledby": "t-chart-text" });
    // What it leads to in the document is gone when the app is drawn.
    document.querySelector("a.t-skip")?.setAttribute("href", "#stMain");
  }

  function translate(scope) {
    const words = JSON.parse(spoken("words") || "{}");
    for (const [english, ours] of Object.entries(words)) {
      for (const element of scope.querySelectorAll(`[aria-label="${english}"]`)) {
        element.setAttribute("aria-label", ours);
      }
    }
    const list = '[role="listbox"][data-empty]';
    const empty = scope.closest(list) ?? scope.querySelector(list) ?? document.createElement("i");
    const walker = document.createTreeWalker(empty, NodeFilter.SHOW_TEXT);
    // The text's own node is kept: Streamlit writes into it again.
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      if (Object.hasOwn(words, data)) walker.currentNode.data = words[data];
    }
  }

  function focusHeading() {
    const target = document.querySelector("#snapshot h1") ?? heading();
    if (!target) return;
    target.tabIndex = -1;
    target.focus();
  }

  // A run that is quickly done shows in what it changed only: Streamlit draws its start and its end
  // together, and its state is the same all the time.
  let before = { address: "", heading: "", status: "" };
  function tellWhatChanged(hasRun) {
    const now = {
      address: location.pathname + location.search,
      heading: textOf(heading()),
      status: textOf(document.getElementById("t-status")),
    };
    if (!now.heading) return;
    if (before.heading) {
      if (now.heading !== before.heading) say(now.heading);
      else if (now.status !== before.status) say(now.status);
      else if (hasRun || now.address !== before.address) say(spoken("updated"));
    }
    before = now;
  }

  let focused = null;
  root.addEventListener("focusin", (event) => {
    focused = event.target;
  });

  // What had the focus is gone, as a link is on the page that it led to: go on from the heading.
  function keepFocus() {
    const lost = focused && !focused.isConnected && document.activeElement === document.body;
    if (lost) focusHeading();
  }

  const isRunning = () => !root.querySelector('[data-test-script-state="notRunning"]');
  let hasRun = false;
  let timer;
  new MutationObserver((changes) => {
    hasRun ||= changes.some((change) => change.type === "attributes");
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isRunning()) return;
      nameParts();
      translate(root);
      tellWhatChanged(hasRun);
      hasRun = false;
      keepFocus();
    }, DRAWN);
  }).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-test-script-state"],
  });

  // An open drop-down lies beside the app.
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target.nodeType === Node.ELEMENT_NODE && !root.contains(target)) translate(target);
    }
  }).observe(document.body, { subtree: true, childList: true });

  document.querySelector("a.t-skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    focusHeading();
  });
})();
