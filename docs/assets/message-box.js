// The box for a pasted message: its buttons work before Python is there.
const box = document.getElementById("message-box");
const area = document.getElementById("message");
const undo = document.getElementById("message-undo");
let replaced = "";

// Python asks for the text through this: a text of many megabytes is cut before it is copied. A trace or a log
// says at its beginning or at its end what failed, so its middle is left out.
globalThis.messageText = {
  length: () => area.value.length,
  read: (longest) => {
    const text = area.value;
    return text.length > longest ? `${text.slice(0, longest / 2)}\n${text.slice(-longest / 2)}` : text;
  },
};

function replace(text) {
  replaced = area.value;
  area.value = text;
  area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  undo.hidden = !replaced || replaced === text;
  area.focus();
}

area.addEventListener("input", () => { undo.hidden = true; });
document.getElementById("message-example").addEventListener("click", () => replace(area.dataset.example));
document.getElementById("message-clear").addEventListener("click", () => replace(""));
undo.addEventListener("click", () => replace(replaced));

box.dataset.arrived = "yes";
