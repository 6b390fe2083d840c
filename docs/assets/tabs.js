// Opens the content tab of the identity provider that the address names (?idp=okta).
const idp = new URLSearchParams(location.search).get("idp");

if (idp) {
  for (const set of document.querySelectorAll(".tabbed-set")) {
    const tabs = [...set.querySelectorAll(":scope > input")];
    const own = tabs.find((tab) => tab.id.startsWith(idp.toLowerCase()));
    (own ?? tabs.at(-1)).checked = true;
  }
}
