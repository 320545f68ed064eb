// Sends forms without leaving the page, and follows what changes in the files. Without it everything works too, but for
// following.
"use strict";

// What the server last wrote of each part, so that only what changed is touched and nobody loses their place.
const parts = new Map();
const remember = (part) => parts.set(part.id, part.outerHTML);
document.querySelectorAll("[data-part]").forEach(remember);

// Says a word in the status line, which screen readers read out.
const say = (word) => { document.getElementById("word").textContent = word; };

// Puts every part that differs from what the server last wrote in the place of the old.
function show(html) {
  const next = new DOMParser().parseFromString(html, "text/html");
  const focused = document.activeElement?.closest("[data-part]");
  let changed = false;
  for (const part of next.querySelectorAll("[data-part]")) {
    if (parts.get(part.id) === part.outerHTML) continue;
    const old = document.getElementById(part.id);
    if (!old) { location.reload(); return; }
    remember(part);
    changed = true;
    const open = [...old.querySelectorAll("details")].map((it) => it.open);
    const top = old.scrollTop;
    const fresh = document.adoptNode(part);
    // A live region is read out only where the region itself stays.
    old.replaceChildren(...fresh.childNodes);
    for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
    old.querySelectorAll("details").forEach((it, at) => { if (at in open) it.open = open[at]; });
    old.scrollTop = top;
    if (focused === old && !old.contains(document.activeElement)) old.querySelector("[tabindex='-1']")?.focus();
  }
  document.body.dataset.number = next.body.dataset.number;
  return changed;
}

// Brings what is quoted into sight, where the article has a column of its own.
function point() {
  const quoted = document.querySelector(".quoted");
  const article = quoted?.closest(".article");
  if (article && article.scrollHeight > article.clientHeight) article.scrollTop = quoted.offsetTop - article.offsetTop;
}

async function refresh() {
  const answer = await fetch(location.href);
  if (answer.ok && show(await answer.text())) say("The page follows your files.");
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  const sent = new URLSearchParams(new FormData(form, event.submitter));
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  say("One moment.");
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent });
    const text = await answer.text();
    if (answer.ok) { show(text); say(""); point(); } else { say(text); }
  } catch {
    say("The program does not answer. Is it still running?");
  } finally {
    main.removeAttribute("aria-busy");
  }
});

// A message is sent as on Discord: by the enter key, and shift with it begins a line.
document.addEventListener("keydown", (event) => {
  if (event.target.id === "question" && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

new EventSource("/news").onmessage = ({ data }) => {
  if (data !== document.body.dataset.number) refresh();
};
point();
