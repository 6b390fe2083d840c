// Copies what a button names; where the browser forbids that (plain http), shows the text selected.
//   data-copies="id"                       the text area with that id
//   data-share="link", "markdown", "text"  the address of this answer, or a reply about it, for the provider shown
const SELECTED = "The text is selected. Copy it with your keyboard or the menu.";

async function offer(text, area, status) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = "Copied.";
  } catch {
    area.value = text;
    area.hidden = false;
    area.focus();
    area.select();
    status.textContent = SELECTED;
  }
}

// The provider that the reader chose or the message showed; empty where neither did.
const shownProvider = () => document.documentElement.dataset.idp;

// The answer's own address with the provider, and nothing else that somebody put into the page's address.
function addressToShare({ dataset }) {
  const address = new URL(dataset.link, location.origin + location.pathname);
  if (shownProvider()) address.searchParams.set("idp", shownProvider());
  return address.href;
}

const fetched = new Map();

// The replies of an answer, which come with the first sign that one is wanted: browsers let a page copy only
// for a moment after a click.
function replies(block) {
  const { replies: address } = block.dataset;
  if (!fetched.has(address)) {
    fetched.set(address, fetch(address).then((reply) => (reply.ok ? reply.json() : Promise.reject(reply.status))));
    fetched.get(address).catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

async function reply(block, form) {
  const all = await replies(block);
  const { [form]: text } = all[shownProvider() || "other"];
  const site = new URL("../../", new URL(block.dataset.replies, location.href));
  return text.replaceAll("{site}", () => site.href).replaceAll("{link}", () => addressToShare(block));
}

async function share(button) {
  const block = button.closest("[data-replies]");
  const status = block.querySelector("[role=status]");
  const { share: form } = button.dataset;
  try {
    const text = form === "link" ? addressToShare(block) : await reply(block, form);
    await offer(text, block.querySelector("textarea"), status);
  } catch {
    status.textContent = "The reply could not be loaded. Check your connection, then try again.";
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-copies], [data-share]");
  if (button?.dataset.share) share(button);
  else if (button) {
    const area = document.getElementById(button.dataset.copies);
    offer(area.value, area, document.getElementById(button.dataset.says));
  }
});
for (const sign of ["pointerover", "focusin"])
  document.addEventListener(sign, ({ target }) => {
    const button = target.closest?.("[data-share]:not([data-share=link])");
    if (button) replies(button.closest("[data-replies]")).catch(() => {});
  });
// The buttons are there only where this script is there to answer them.
document.documentElement.classList.add("can-copy");
