// The box for exported files: what is chosen or dropped waits for Python.
const box = document.getElementById("triage-box");
const input = document.getElementById("triage-files");
const status = document.getElementById("triage-status");
let waiting = [];

// Python takes the files through this.
globalThis.chosenFiles = {
  take() {
    const files = waiting;
    waiting = [];
    return files;
  },
};

// Lets the page paint and answer: a message comes after what waits already, and without a timer's rest.
const { port1, port2 } = new MessageChannel();
const turns = [];
port1.onmessage = () => turns.shift()();
globalThis.nextTurn = () => new Promise((go) => {
  turns.push(go);
  port2.postMessage(null);
});

function choose(files) {
  if (!files.length) return;
  waiting = [...files];
  status.textContent = `Waiting to be read: ${waiting.map(({ name }) => name).join(", ")}.`;
  status.hidden = false;
  box.dispatchEvent(new Event("wanted", { bubbles: true }));
  box.dispatchEvent(new Event("chosen"));
}

input.addEventListener("change", () => {
  choose(input.files);
  // The same file can be chosen again, changed meanwhile.
  input.value = "";
});

// Anywhere on the page: a browser would open what is dropped beside the box, and the report would be gone.
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
let depth = 0;
const mark = (change) => {
  depth = Math.max(0, depth + change);
  box.classList.toggle("over", depth > 0);
};

addEventListener("dragenter", (event) => {
  if (!holdsFiles(event)) return;
  mark(1);
  box.dispatchEvent(new Event("wanted", { bubbles: true }));
});
addEventListener("dragleave", (event) => { if (holdsFiles(event)) mark(-1); });
addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  mark(-depth);
  if (!box.hidden) choose(event.dataTransfer.files);
});

box.dataset.arrived = "yes";
