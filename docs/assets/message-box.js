// The box for a pasted message: its buttons work before Python is there.
const box = document.getElementById("message-box");
const area = document.getElementById("message");
const clear = document.getElementById("message-clear");
const undo = document.getElementById("message-undo");
let replaced = "";

// Python asks for the text through this: a text of many megabytes is cut before it is copied. A trace or a log
// says at its beginning or at its end what failed, so its middle is left out. Beside it, what is no whole
// line or word is left out too: half a secret would not be known for one.
const EDGE = 2000;
globalThis.messageText = {
  length: () => area.value.length,
  read: (longest) => {
    const text = area.value;
    if (text.length <= longest) return text;
    const [first, last] = [text.slice(0, longest / 2), text.slice(-longest / 2)];
    const edge = last.slice(0, EDGE);
    const start = edge.includes("\n") ? edge.indexOf("\n") : edge.search(/[\s,;&]/);
    return `${first.replace(/\S{1,300}$/, "")}\n${last.slice(start + 1)}`;
  },
};

function replace(text) {
  replaced = area.value;
  area.value = text;
  area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  undo.hidden = !replaced || replaced === text;
  area.focus();
}

const offerToClear = () => { clear.hidden = !area.value; };

area.addEventListener("input", () => {
  undo.hidden = true;
  offerToClear();
});
document.getElementById("message-example").addEventListener("click", () => replace(area.dataset.example));
clear.addEventListener("click", () => replace(""));
undo.addEventListener("click", () => replace(replaced));
addEventListener("pageshow", offerToClear);

box.dataset.arrived = "yes";
