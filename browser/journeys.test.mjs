// What people come for, done by hand in a browser: a resident reads, a lead signs in and changes a measure, a partner is
// refused another's measure, and all of it works without JavaScript too.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, start } from "./vekst.mjs";

let server;
let chromium;

before(async () => {
  server = await start();
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  await server?.stop();
});

async function visitor(options = {}) {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Opens a sign-in link and presses its one button. */
async function signIn(page, link) {
  await page.goto(link);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/arbeid/);
}

const text = async (page) => (await page.locator("main").innerText()).replace(/[\s\u00a0\u202f]+/g, " ");

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : " without JavaScript";

  test(`a resident reads where the town stands and who does what about it${how}`, async () => {
    const page = await visitor({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
    await page.goto(server.address);
    assert.equal(new URL(page.url()).pathname, "/kongsberg");
    await page.locator("main a[href$='/maal/innbyggere']").first().click();
    const goal = await text(page);
    assert.match(goal, /294 under målbanen/);
    assert.match(goal, /196 over målbanen/);
    assert.match(goal, /322 under målbanen/);
    await page.locator("main a[href*='/tiltak/']").first().click();
    assert.match(new URL(page.url()).pathname, /\/tiltak\//);
    await page.locator("main a[href$='/maal/innbyggere']").first().click();
    assert.equal(new URL(page.url()).pathname, "/kongsberg/maal/innbyggere", "a measure leads to its goal");
    await page.goto(`${server.address}/kongsberg/nn/maal/innbyggere`);
    assert.equal(await page.locator("html").getAttribute("lang"), "nn");
    await page.context().close();
  });

  test(`a lead signs in, pauses a measure with a reason, and the town sees it${how}`, async () => {
    const page = await visitor({ javaScriptEnabled });
    const link = javaScriptEnabled ? server.link : await linkFor("programleder@example.no");
    await signIn(page, link);
    const id = javaScriptEnabled ? "traineeordning" : "etableringsprosjekter";
    await page.locator(`main a[href$='/arbeid/tiltak/${id}']`).first().click();
    await choose(page, "status", "paused");
    await page.locator("main form[method=post] button[type=submit]").first().click();
    assert.ok(await page.locator(".vk-errors").isVisible(), "pausing without a reason is refused in words");
    await page.locator("[name='reason-nb']").fill("Vi venter på svar fra partnerne.");
    await page.locator("main form[method=post] button[type=submit]").first().click();
    await page.waitForURL((url) => !url.pathname.endsWith("/status"));
    assert.equal(await page.locator(".vk-errors").count(), 0);

    const reader = await visitor({ javaScriptEnabled });
    await reader.goto(`${server.address}/kongsberg/tiltak/${id}`);
    assert.match(await text(reader), /Vi venter på svar fra partnerne/);
    await page.goto(`${server.address}/kongsberg/arbeid/journal`);
    assert.ok((await page.locator(`main a[href*='${id}']`).count()) > 0, "the journal names the measure");
    await page.context().close();
    await reader.context().close();
  });
}

/** Asks for a link as a person does, and reads the mail. */
async function linkFor(email) {
  const page = await visitor();
  await page.goto(`${server.address}/kongsberg/logg-inn`);
  await page.locator("main input[type=email]").fill(email);
  await page.locator("main button[type=submit]").click();
  await page.waitForLoadState();
  await page.context().close();
  const found = (await server.mail(email)).match(/https?:\/\/\S+\/logg-inn\/\S+/);
  assert.ok(found, `no link in the mail to ${email}`);
  return found[0];
}

/** Picks a value, whether the form offers it as a list or as choices. */
async function choose(page, name, value) {
  const list = page.locator(`select[name=${name}]`);
  if ((await list.count()) > 0) await list.selectOption(value);
  else await page.locator(`input[name=${name}][value=${value}]`).check();
}

test("a partner answers for its own measure and is refused another's", async () => {
  const lead = await visitor();
  await signIn(lead, await linkFor("programleder@example.no"));
  await lead.goto(`${server.address}/kongsberg/arbeid/personer`);
  await lead.locator("main input[name=email]").fill("partner@example.no");
  await lead.locator("main input[name=name]").fill("Partner");
  await choose(lead, "role", "partner");
  await choose(lead, "organisation", "kongsberg-kommune");
  await lead.locator("main form:has(input[name=email]) button[type=submit]").first().click();
  await lead.waitForLoadState();
  await lead.context().close();

  const page = await visitor();
  await signIn(page, await linkFor("partner@example.no"));
  const { items } = await (await fetch(`${server.address}/api/v1/programmes/kongsberg/measures`)).json();
  const involves = (measure) => JSON.stringify(measure).includes("kongsberg-kommune");
  const own = items.find((measure) => measure.responsible === "kongsberg-kommune");
  const other = items.find((measure) => !involves(measure));
  assert.ok(own && other, "the plan has measures of both kinds");
  assert.equal((await page.goto(`${server.address}/kongsberg/arbeid/tiltak/${own.id}/status`)).status(), 200);
  assert.equal((await page.goto(`${server.address}/kongsberg/arbeid/tiltak/${other.id}/status`)).status(), 403);
  assert.equal((await page.goto(`${server.address}/kongsberg/arbeid/personer`)).status(), 403);
  await page.context().close();
});

test("the keyboard alone is enough to reach the content and to find the plan", async () => {
  const page = await visitor();
  await page.goto(`${server.address}/kongsberg`);
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Hopp til innholdet/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "innhold");
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const href = await page.evaluate(() => document.activeElement.getAttribute("href") ?? "");
    if (/\/(maal|satsingsomraader|tiltak)\//.test(href)) {
      await page.keyboard.press("Enter");
      await page.waitForURL(new RegExp(href));
      return void (await page.context().close());
    }
  }
  assert.fail("no goal, focus area or measure is reached by Tab");
});
