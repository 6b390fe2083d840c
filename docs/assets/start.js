// Starts Python on the first touch, or at once when there are facts or a message. Reads and routes nothing.
const SLOW = 15_000;
const loading = document.getElementById("loading");
const failure = document.getElementById("failure");
const app = document.getElementById("troubleshooter");
const message = document.getElementById("message");
const { dataset } = document.getElementById("start");
const box = document.getElementById(dataset.box);
// Where there are no questions, only the box for a message or for files needs Python.
const questions = document.getElementById("questions");
const stage = questions ? document : box;
const early = document.getElementById("early");
const runtime = new URL(".", new URL(dataset.core, document.baseURI)).href;
const touches = ["focusin", "pointerdown", "keydown", "paste", "wanted"];
// The page says that this script is lost where it is long in coming; now it is here.
dataset.arrived = "yes";
failure.hidden = true;
box.hidden = typeof WebAssembly !== "object";

// What Python needs seldom, which it asks for then.
globalThis.laterProgram = async () => {
  const reply = await fetch(dataset.later, { integrity: dataset.laterIntegrity });
  if (!reply.ok) throw new Error(reply.status);
  return reply.text();
};

// What a new start takes over; only pages of this origin can have written it.
const { kept } = history.state ?? {};
if (kept) {
  history.replaceState(null, "");
  if (message) message.value = kept;
}

const ready = () => app.dataset.state === "ready";

function fail() {
  if (ready() || app.dataset.state === "failed") return;
  app.dataset.state = "failed";
  document.documentElement.classList.remove("has-facts");
  loading.hidden = true;
  const line = document.createElement("p");
  line.textContent = dataset.failed;
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Try again";
  // What failed to load stays failed until the page is new. The entry of the history takes the text there, and is
  // cleared at once: it is the only place that outlives the page, is no storage, and is not shown to other sites.
  again.addEventListener("click", () => {
    try {
      if (message?.value) history.replaceState({ kept: message.value }, "");
    } catch { /* Firefox keeps no text of many megabytes. */ }
    location.reload();
  });
  failure.replaceChildren(line, again);
  failure.hidden = false;
}

// What a browser extension breaks is no fault of the runtime; what names no script may be one, such as a
// module that was cut off.
function isOfRuntime({ filename, error, reason }) {
  const place = (error ?? reason)?.stack || filename;
  return !place?.includes("://") || place.includes(runtime);
}

async function start() {
  for (const touch of touches) stage.removeEventListener(touch, start);
  if (app.dataset.state) return;
  app.dataset.state = "loading";
  loading.textContent = dataset.starting;
  loading.hidden = false;
  setTimeout(() => {
    if (app.dataset.state === "loading") loading.textContent = dataset.takesLong;
  }, SLOW);
  // The script of the box has run before this, unless it is lost; Python needs it.
  if (typeof WebAssembly !== "object" || !box.dataset.arrived) return fail();
  // Whatever breaks while Python loads ends here: neither PyScript nor the interpreter promises a rejection.
  for (const kind of ["error", "unhandledrejection"])
    addEventListener(kind, (event) => { if (isOfRuntime(event)) fail(); });
  addEventListener("troubleshooter-failed", fail);

  // What follows would come one after the other; asked for here, it comes side by side.
  document.head.append(early.content);
  try {
    const program = await fetch(dataset.program, { integrity: dataset.integrity });
    // PyScript decides on its interpreter when it first meets a script, so the script comes before it.
    const script = document.createElement("script");
    script.type = "mpy";
    script.setAttribute("config", dataset.config);
    script.textContent = await program.text();
    // The same for Pyodide, which no script here asks for: PyScript would load all of its plug-ins for that too.
    const unused = document.createElement("py-config");
    unused.textContent = dataset.config;
    document.head.append(unused);
    document.body.append(script);
    const { hooks } = await import(new URL(dataset.core, document.baseURI));
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

for (const touch of touches) stage.addEventListener(touch, start);
if (location.search && stage === document) start();
// A browser puts back what stood in the box when the page is shown again.
addEventListener("pageshow", () => { if (message?.value) start(); });
