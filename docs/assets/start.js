// Starts Python on the first touch, or at once when the address has facts. Reads and routes nothing.
const SLOW = 15_000;
const loading = document.getElementById("loading");
const failure = document.getElementById("failure");
const app = document.getElementById("troubleshooter");
const config = JSON.parse(document.getElementById("start").dataset.config);
const runtime = new URL("./runtime/", import.meta.url);
const touches = ["focusin", "pointerdown", "keydown", "paste"];

// The identity provider chosen last. Blocked storage throws when it is touched, and MicroPython
// cannot catch what a call into JavaScript throws, so Python reaches storage through this.
globalThis.rememberedProvider = {
  read() {
    try { return localStorage.getItem("idp"); } catch { return null; }
  },
  write(idp) {
    try { localStorage.setItem("idp", idp); } catch { /* The choice still stands in the address. */ }
  },
};

const ready = () => app.dataset.state === "ready";

function fail() {
  if (ready() || app.dataset.state === "failed") return;
  app.dataset.state = "failed";
  loading.hidden = true;
  failure.textContent =
    "The interactive troubleshooter could not start in this browser. " +
    "Nothing is lost: every question and answer is on this page as links.";
  failure.hidden = false;
}

async function start() {
  for (const touch of touches) document.removeEventListener(touch, start);
  if (app.dataset.state) return;
  app.dataset.state = "loading";
  loading.textContent = "Starting the troubleshooter. You can already choose below.";
  loading.hidden = false;
  setTimeout(() => {
    if (app.dataset.state === "loading")
      loading.textContent = "Starting takes longer than usual. All questions and answers are below as links.";
  }, SLOW);
  if (typeof WebAssembly !== "object") return fail();
  // Whatever breaks while Python loads ends here: neither PyScript nor the interpreter promises a rejection.
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);
  addEventListener("troubleshooter-failed", fail);

  // PyScript decides on its interpreter when it first meets a script, so the script comes before it.
  const script = document.createElement("script");
  script.type = "mpy";
  script.setAttribute("config", JSON.stringify(config));
  script.textContent = "import troubleshooter.browser.app";
  document.body.append(script);
  try {
    const { hooks } = await import(new URL("core.js", runtime));
    // PyScript composes code for workers with Function(), which a strict policy forbids; there are no workers here.
    for (const set of Object.values(hooks.worker)) set.clear();
  } catch {
    fail();
  }
}

// Python waits for the release before it changes the page, or the click would miss what was pressed.
document.addEventListener("pointerdown", () => { app.dataset.pressed = "yes"; });
for (const release of ["pointerup", "pointercancel"])
  document.addEventListener(release, () => { delete app.dataset.pressed; });

for (const touch of touches) document.addEventListener(touch, start);
if (location.search) start();
