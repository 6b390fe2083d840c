// Leads a link to an error that has no page, such as /e/409-Uniqueness-shoesize, to the longest part of it that is
// known, or names the nearest. Knows no tree: the list says which facts change nothing where they are left out of a
// link; else the troubleshooter gets them all.
const FACTS = ["status", "scimType", "attribute"];
const LONGEST = 200;

// Returns the address to go to, relative to the site's root, the name of the link that was meant, and whether that
// is a guess; or nothing, where no word is known.
export function lead(name, { words, links }) {
  const known = new Map(Object.entries(words));
  const given = wordsOf(name, known);
  const meant = given.map((word) => (known.has(word) ? word : nearest(word, known))).filter(Boolean);
  const facts = {};
  for (const fact of FACTS) {
    const values = new Set(meant.map((word) => known.get(word)).filter(([of]) => of === fact).map(([, value]) => value));
    // Of two values, neither is sure.
    if (values.size === 1) [facts[fact]] = values;
  }
  const stated = Object.keys(facts);
  if (!stated.length) return undefined;
  const nameWithout = (out) => stated.filter((fact) => fact !== out).map((fact) => facts[fact]).join("-").toLowerCase();
  const whole = nameWithout(undefined);
  const out = ["attribute", "scimType"].find((fact) => links[nameWithout(fact)]?.includes(fact));
  const part = whole in links ? whole : out && nameWithout(out);
  return {
    to: part ? `e/${part}/` : `troubleshooter/?${new URLSearchParams(facts)}`,
    name: whole,
    isGuess: meant.some((word) => !given.includes(word)),
  };
}

// Cuts the last part of a link into words; `external-id` and `external_id` are one.
function wordsOf(name, known) {
  const parts = name.slice(0, LONGEST).toLowerCase().split(/[-/]/).map((part) => part.replace(/[^a-z0-9]/g, ""));
  const words = [];
  while (parts.length) {
    const count = [3, 2].find((count) => known.has(parts.slice(0, count).join(""))) ?? 1;
    words.push(parts.splice(0, count).join(""));
  }
  return words;
}

// Returns the known word of which another most likely is a misspelling.
function nearest(word, known) {
  const scored = [...known.keys()].map((other) => [distance(word, other), other]);
  const [count, best] = scored.reduce((least, other) => (other[0] < least[0] ? other : least));
  return count <= word.length / 4 ? best : "";
}

// Counts the letters to insert, drop, replace or swap with the next to turn a word into another.
function distance(word, other) {
  const rows = [[...other, ""].map((_, index) => index)];
  for (let i = 0; i < word.length; i += 1) {
    rows.push([i + 1]);
    for (let j = 0; j < other.length; j += 1) {
      const isSwap = i && j && word[i] === other[j - 1] && word[i - 1] === other[j];
      rows[i + 1].push(Math.min(
        rows[i][j + 1] + 1,
        rows[i + 1][j] + 1,
        rows[i][j] + (word[i] !== other[j]),
        isSwap ? rows[i - 1][j - 1] + 1 : Infinity,
      ));
    }
  }
  return rows.at(-1).at(-1);
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

async function leadOn() {
  const [, folder, name] = location.pathname.match(/^(.*\/)e\/(.+)$/i) ?? [];
  if (!name) return;
  const block = document.getElementById("nearest");
  // The host stands before the path, or one that begins with two slashes would name another.
  const root = location.origin + folder;
  const reply = await fetch(root + block.dataset.links);
  const found = reply.ok && lead(decoded(name), await reply.json());
  if (found?.isGuess) {
    const link = block.querySelector("a");
    link.href = `${root}e/${found.name}/`;
    link.textContent = `/e/${found.name}/`;
    block.hidden = false;
  } else if (found && root + found.to !== location.origin + location.pathname) {
    location.replace(root + found.to);
  }
}

// Where the list does not arrive, the page says by itself what a link is made of.
leadOn().catch(() => {});
