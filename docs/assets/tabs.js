// Opens the content tab of the identity provider that the address names (?idp=okta).
// A tab's id is that of its provider; of several tab sets on a page, the others add `_` and a number.
const idp = new URLSearchParams(location.search).get("idp");

if (idp) {
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const tabs = [...set.querySelectorAll(":scope > input")];
    const own = tabs.find((tab) => tab.id.split("_")[0] === idp.toLowerCase());
    (own ?? tabs.at(-1)).checked = true;
  }
}
