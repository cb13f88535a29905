// axe-core on every page, in three languages, light and dark, on a phone of 320 px and a screen of 1280: no violations.
// The same visit holds the page to its other promises: nothing from elsewhere, no complaint in the console, no cookie for
// a visitor, no sideways scrolling, and 150 kB in all.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { addresses, browser, start } from "./vekst.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LANGUAGES = ["", "/nn", "/en"];
const LOOKS = [
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
];
const MOST_BYTES = 150_000;
const MOST_SCRIPT = 60_000;
/** A link to a file to be kept, not to a page. */
const FILE = /\.(pdf|txt|json|xml|csv|pb|zip|toml)$/;

let server;
let chromium;
let paths;

before(async () => {
  server = await start();
  chromium = await browser();
  paths = await addresses(server);
  assert.ok(paths.length > 50, `links lead to only ${paths.length} pages`);
});

after(async () => {
  await chromium?.close();
  await server?.stop();
});

const inLanguage = (path, language) => path.replace(/^\/kongsberg/, `/kongsberg${language}`);

/** What is wrong with one page as it looks in one context. */
async function faults(page, path) {
  const found = [];
  const complain = (message) => found.push(`${path}: ${message}`);
  const listener = (message) => ["error", "warning"].includes(message.type()) && complain(`console: ${message.text()}`);
  page.on("console", listener);
  const answer = await page.goto(server.address + path, { waitUntil: "load" });
  if (answer.status() !== 200) complain(`status ${answer.status()}`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const violation of violations) complain(`axe ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) complain(`scrolls sideways by ${sideways} px`);
  page.off("console", listener);
  return found;
}

/** A failed run is read in a log that keeps the end alone: the faults stand in the message, a line each. */
const none = (found) => assert.ok(found.length === 0, `${found.length} faults:\n${found.slice(0, 40).join("\n")}`);

/** Visits every path in every language in one look, with one browser context. */
async function visit(look, cookies = []) {
  const context = await chromium.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.colorScheme });
  await context.addInitScript(AXE);
  if (cookies.length > 0) await context.addCookies(cookies);
  const page = await context.newPage();
  const found = [];
  for (const path of look.paths) found.push(...(await faults(page, path)));
  assert.deepEqual(await context.cookies(), cookies.length > 0 ? await context.cookies() : [], "visitors get no cookies");
  await context.close();
  return found;
}

for (const language of LANGUAGES) {
  test(`every public page ${language || "/nb"}`, async () => {
    const here = paths.map((path) => inLanguage(path, language));
    const found = await Promise.all(LOOKS.map((look) => visit({ ...look, paths: here })));
    none(found.flat());
  });
}

test("every page of the workspace", async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await page.goto(server.link);
  await page.locator("main button[type=submit]").click();
  const seen = new Map();
  const queue = ["/kongsberg/arbeid"];
  while (queue.length > 0) {
    const path = queue.shift();
    if (seen.has(kind(path))) continue;
    seen.set(kind(path), path);
    await page.goto(server.address + path);
    const links = await page.$$eval("a[href]", (anchors) => anchors.map((anchor) => new URL(anchor.href).pathname));
    queue.push(...links.filter((link) => link.startsWith("/kongsberg/arbeid") && !FILE.test(link)));
  }
  const cookies = await context.cookies();
  await context.close();
  assert.ok(seen.size >= 8, `only ${[...seen.values()]}`);
  const here = LANGUAGES.flatMap((language) => [...seen.values()].map((path) => inLanguage(path, language)));
  const found = await Promise.all(LOOKS.map((look) => visit({ ...look, paths: here }, cookies)));
  none(found.flat());
});

/**
 * `/kongsberg/arbeid/tiltak/kampanje/status` is of the kind `arbeid/tiltak/ * /status`: one page of a kind is enough. A
 * letter is named by its revision and its partner, so what stands behind `brev` is a name too.
 */
function kind(path) {
  const [, , area, noun, ...rest] = path.split("/");
  const letter = rest.indexOf("brev");
  const named = rest.map((part, at) => ((at === 0 && part !== "ny") || (letter >= 0 && at > letter) ? "*" : part));
  return [area, noun, ...named].join("/");
}

test("a page weighs little, and nothing comes from elsewhere", async () => {
  const context = await chromium.newContext();
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  for (const path of paths) {
    await page.goto(server.address + path, { waitUntil: "networkidle" });
    const loaded = await page.evaluate(() =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map((entry) => ({
        name: entry.name,
        bytes: entry.transferSize,
      })),
    );
    const sum = (entries) => entries.reduce((total, entry) => total + entry.bytes, 0);
    const total = sum(loaded);
    assert.ok(loaded.every((entry) => entry.name.startsWith(server.address)), `${path} loads ${loaded.map((entry) => entry.name)}`);
    assert.ok(total > 0 && total <= MOST_BYTES, `${path} weighs ${total} bytes`);
    assert.ok(sum(loaded.filter((entry) => entry.name.endsWith(".js"))) <= MOST_SCRIPT, `${path} has too much script`);
  }
  await context.close();
});
