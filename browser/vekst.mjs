// A server of its own for each test file: the built program on an empty data folder, with the bundled programme.

import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PROGRAM = process.env.VEKST_PROGRAM ?? new URL("../target/debug/vekst", import.meta.url).pathname;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts the program and waits for the address and the sign-in link that it prints. */
export async function start() {
  const data = await mkdtemp(join(tmpdir(), "vekst-browser-"));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(PROGRAM, ["--data", data, "serve", "--listen", `127.0.0.1:${port}`], { env: { ...process.env, VEKST_LOG: "warn" } });
  let printed = "";
  const link = await new Promise((resolve, reject) => {
    const seen = (chunk) => {
      printed += chunk;
      const found = printed.match(/https?:\/\/\S+\/logg-inn\/\S+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", seen);
    child.stderr.on("data", seen);
    child.on("exit", (code) => reject(new Error(`${PROGRAM} ended with ${code}: ${printed}`)));
    setTimeout(() => reject(new Error(`no sign-in link after 60 s: ${printed}`)), 60_000).unref();
  });
  return {
    address,
    link,
    /** The newest mail that was written to the outbox, or to this receiver. */
    async mail(to) {
      const folder = join(data, "outbox");
      // it is written after the answer, so that an answer does not tell who has access
      for (let tries = 0; tries < 100; tries += 1) {
        const names = (await readdir(folder).catch(() => [])).sort().reverse();
        for (const name of names) {
          const text = decoded(await readFile(join(folder, name), "utf8"));
          if (!to || text.includes(to)) return text;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail to ${to} within 10 s`);
    },
    async stop() {
      const ended = new Promise((resolve) => child.on("exit", resolve));
      child.removeAllListeners("exit");
      child.on("exit", () => {});
      child.kill("SIGTERM");
      await Promise.race([ended, new Promise((resolve) => child.once("close", resolve))]);
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Quoted-printable, as mail is written where it holds Norwegian letters. */
function decoded(mail) {
  const [head, ...body] = mail.split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(text, "base64").toString("utf8")}`;
  if (!/quoted-printable/i.test(head)) return mail;
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}

/** A browser that reaches for nothing outside this machine. */
export function browser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Every public page that links lead to from the front page, in bokmål. A link that leads nowhere is an error. */
export async function addresses(server) {
  const found = new Set(["/kongsberg"]);
  for (const path of found) {
    const answer = await fetch(server.address + path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    for (const [, link] of (await answer.text()).matchAll(/href="(\/kongsberg[^"#?]*)/g)) {
      if (!/\.(csv|css|pb|pdf|json|xml)$|^\/kongsberg\/(nn|en|arbeid)(\/|$)/.test(link)) found.add(link);
    }
  }
  return [...found];
}
