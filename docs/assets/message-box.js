// The box for a pasted message: its buttons work before Python is there.
const box = document.getElementById("message-box");
const area = document.getElementById("message");
const undo = document.getElementById("message-undo");
let replaced = "";

// Python asks for the text through this: a text of many megabytes is cut before it is copied.
globalThis.messageText = {
  length: () => area.value.length,
  read: (longest) => area.value.slice(0, longest),
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
