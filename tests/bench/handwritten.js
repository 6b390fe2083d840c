// The troubleshooter's questions and answers as somebody would write them in JavaScript, to be timed beside ours.
// It reads no message and checks no rule.
const { dataset } = document.getElementById("start");
const app = document.getElementById("troubleshooter");
const questions = document.getElementById("questions");
let data;

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const facts = () => Object.fromEntries(new URLSearchParams(location.search));

function resolve(facts) {
  const steps = [];
  let question = data.questions.find(({ id }) => id === data.start);
  for (;;) {
    const option = question.options.find((option) => valuesOf(option).includes(facts[question.asks]));
    if (!option) return { steps, question };
    steps.push({ question, option });
    if (option.answer) return { steps, answer: option.answer };
    question = data.questions.find(({ id }) => id === option.question);
  }
}

const valuesOf = ({ value, values }) => values ?? [value];

function choose(fact, value) {
  const changed = { ...facts(), [fact]: value };
  history.pushState(null, "", `?${new URLSearchParams(changed)}`);
  show();
}

function button(text, onClick) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", onClick);
  return made;
}

function questionForm({ asks, text, help, options }) {
  const rows = options.map((option) => button(option.text, () => choose(asks, valuesOf(option)[0])));
  const title = element("h2", { tabindex: "-1", class: "focus" }, text);
  const lines = help ? [element("p", { class: "help" }, help)] : [];
  return element(
    "fieldset", {}, element("legend", {}, title), ...lines, element("div", { class: "options" }, ...rows),
  );
}

function providerChoice() {
  const select = element("select", { id: "idp" }, element("option", { value: "" }, "Not chosen"));
  const known = new Set(Object.values(data.answers).flatMap(({ idp }) => idp ?? []));
  for (const idp of known) select.append(element("option", { value: idp }, idp));
  select.value = facts().idp ?? "";
  select.addEventListener("change", () => choose("idp", select.value));
  const label = element("label", { for: "idp" }, "Your identity provider");
  return element("p", { class: "provider" }, label, " ", select);
}

function answersSoFar(steps) {
  const rows = steps.flatMap(({ question, option }) => [
    element("dt", {}, question.text), element("dd", {}, option.text),
  ]);
  const title = element("h2", {}, "Your answers so far");
  return element("section", { class: "so-far" }, title, element("dl", {}, ...rows));
}

async function answer(id) {
  const reply = await fetch(`../answers/${id}/`);
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const title = element("h2", { tabindex: "-1", class: "focus" }, data.answers[id].title);
  return element("section", { class: "result" }, title, ...page.querySelector("article").children);
}

async function show() {
  const { steps, question, answer: id } = resolve(facts());
  const main = question ? questionForm(question) : await answer(id);
  app.replaceChildren(providerChoice(), main, ...(steps.length ? [answersSoFar(steps)] : []));
  const title = app.querySelector(".focus");
  document.title = title.textContent;
  title.focus();
}

addEventListener("popstate", show);
data = await (await fetch(dataset.tree)).json();
await show();
app.hidden = false;
questions.hidden = true;
